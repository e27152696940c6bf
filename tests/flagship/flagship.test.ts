import { beforeAll, describe, expect, test } from "vitest";
import type { LoadedDeck } from "../../scripts/build.ts";
import type { Deck } from "../../scripts/model.ts";
import {
  countWords,
  deckOf,
  hasCue,
  loadFlagship,
  sevenEras,
  shownOn,
  slidesOf,
  wordsOf,
} from "./lecture.ts";

let loaded: LoadedDeck;
let deck: Deck;

beforeAll(async () => {
  loaded = await loadFlagship();
  deck = deckOf(loaded);
});

describe("the flagship deck as a whole", () => {
  test("has nothing that the program would complain of", () => {
    expect(loaded.problems).toEqual([]);
  });

  test("has 36 to 44 slides", () => {
    expect(slidesOf(deck).length).toBeGreaterThanOrEqual(36);
    expect(slidesOf(deck).length).toBeLessThanOrEqual(44);
  });

  test("is about half an hour of speech: 3,800 to 4,800 words", () => {
    const words = slidesOf(deck).reduce((sum, slide) => sum + countWords(wordsOf(slide)), 0);
    expect(words).toBeGreaterThanOrEqual(3800);
    expect(words).toBeLessThanOrEqual(4800);
  });

  test("speaks on every slide and lets no slide run on", () => {
    for (const slide of slidesOf(deck)) {
      const words = countWords(wordsOf(slide));
      expect(words, slide.fullId).toBeGreaterThan(60);
      expect(words, slide.fullId).toBeLessThan(150);
    }
  });

  test("names the account on every slide but the title", () => {
    const without = slidesOf(deck).filter((slide) => slide.account === undefined);
    expect(without.map((slide) => slide.fullId)).toEqual(["opening/title"]);
  });

  test("has cues and lecturer's notes on most slides", () => {
    const slides = slidesOf(deck);
    const cued = slides.filter((slide) => slide.narration.some((sentence) => sentence.cues.length > 0));
    const noted = slides.filter((slide) => slide.notes !== "");
    expect(cued.length / slides.length).toBeGreaterThan(0.75);
    expect(noted.length / slides.length).toBeGreaterThan(0.9);
  });

  test("gives every era its span, places, people, summary, terms and questions", () => {
    for (const era of sevenEras(deck)) {
      expect(era.span, era.id).toBeDefined();
      expect(era.summary, era.id).toBeDefined();
      expect(era.places.length, era.id).toBeGreaterThan(1);
      expect(era.people.length, era.id).toBeGreaterThan(1);
      expect(era.terms.length, era.id).toBeGreaterThan(2);
      expect(era.questions.length, era.id).toBeGreaterThan(2);
    }
  });

  test("cites every source of its bibliography", () => {
    const cited = new Set(slidesOf(deck).flatMap((slide) => slide.citations.map((citation) => citation.key)));
    expect([...cited].sort()).toEqual(deck.references.map((reference) => reference.id).sort());
  });
});

describe("its shape", () => {
  test("it opens in Pyongyang in 1990, before it has a title", () => {
    const [first, second] = slidesOf(deck);
    expect(first?.layout).not.toBe("title");
    expect(first?.title).toBe("Pyongyang, September 1990");
    expect(second?.layout).toBe("title");
    expect(deck.meta.front).toEqual([]);
  });

  test("every era opens with its own opening and says where we are", () => {
    for (const era of sevenEras(deck)) {
      const [first] = era.slides;
      expect(first?.layout, era.id).toBe("era");
      expect(first && wordsOf(first), era.id).toMatch(/Pyongyang/);
    }
  });

  test("every era ends on the same drawing and question, and waits", () => {
    const years = new Set<string>();
    for (const era of sevenEras(deck)) {
      const last = era.slides.at(-1);
      if (last === undefined) throw new Error(`${era.id} has no slides`);
      expect(last.title, era.id).toBe("Who needs whom?");
      expect(last.account, era.id).toBe("drawing");
      expect(wordsOf(last).trim(), era.id).toMatch(/who needs whom\?$/i);
      expect(hasCue(last, "wait"), era.id).toBe(true);
      const drawing = last.elements.find((element) => /^who-\d{4}$/.test(element.name));
      expect(drawing, era.id).toBeDefined();
      years.add(drawing?.name ?? "");
      for (const part of ["moscow-needs", "pyongyang-needs", "third"])
        expect(
          last.elements.map((element) => element.name),
          era.id,
        ).toContain(`${drawing?.name}/${part}`);
    }
    expect(years.size).toBe(7);
    expect(deck.meta.accounts["drawing"]).toBe("Our drawing, not data");
  });

  test("the shoes are seen three times: at the opening, in 1990 and in 2024", () => {
    const shown = slidesOf(deck).filter((slide) =>
      slide.elements.some((element) => /^shoes(-\w+)?$/.test(element.name)),
    );
    expect(shown.map((slide) => slide.fullId)).toEqual([
      "opening/cold-open",
      "worn-out-shoes/whose-words",
      "old-shoes-worn-again/third-time",
    ]);
    expect(shown[1]?.title).toBe("Whose words are these?");
    expect(shown[1] && wordsOf(shown[1])).toContain("how do we know");
  });

  test("it shows two pairs of then and now", () => {
    const pairs = slidesOf(deck).filter((slide) => slide.title.startsWith("Then and now"));
    expect(pairs.map((slide) => slide.layout)).toEqual(["columns", "columns"]);
    expect(
      pairs.map((slide) =>
        Object.keys(slide.slots)
          .filter((slot) => slot !== "main")
          .sort(),
      ),
    ).toEqual([
      ["left", "right"],
      ["left", "right"],
    ]);
  });

  test("it ends with a question and two rival answers, after one slide dated November 2026", () => {
    const [after, last] = slidesOf(deck).slice(-2);
    expect(after?.title).toContain("as of November 2026");
    expect(last?.layout).toBe("question");
    expect(last?.title).toMatch(/\?$/);
    expect(last?.slots["left"]).toBeTruthy();
    expect(last?.slots["right"]).toBeTruthy();
    expect(last && hasCue(last, "wait")).toBe(true);
  });

  test("it has at least nine maps and timelines, no two alike, each led by the voice", () => {
    const drawn = slidesOf(deck).filter((slide) => /class="block block-(map|timeline)/.test(shownOn(slide)));
    expect(drawn.length).toBeGreaterThanOrEqual(9);
    expect(new Set(drawn.flatMap((slide) => slide.descriptions)).size).toBeGreaterThanOrEqual(drawn.length);
    for (const slide of drawn) {
      const block = /class="block block-\w+[^>]*? id="([^"]+)"/.exec(shownOn(slide))?.[1];
      expect(block, slide.fullId).toBeDefined();
      expect(
        slide.steps.filter((step) => step.target.startsWith(`${block}--`)).length,
        slide.fullId,
      ).toBeGreaterThanOrEqual(2);
    }
  });
});
