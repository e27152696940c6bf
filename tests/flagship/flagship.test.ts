import { beforeAll, describe, expect, test } from "vitest";
import type { LoadedDeck } from "../../scripts/load-deck.ts";
import type { Deck, Era, Slide } from "../../scripts/model.ts";
import {
  countWords,
  deckOf,
  hasCue,
  loadFlagship,
  namesOf,
  sevenEras,
  shownOn,
  slidesOf,
  wordsOf,
} from "./lecture.ts";

let loaded: LoadedDeck;
let deck: Deck;
let slides: readonly Slide[];

beforeAll(async () => {
  loaded = await loadFlagship();
  deck = deckOf(loaded);
  slides = slidesOf(deck);
});

describe("the flagship deck as a whole", () => {
  test("has nothing that the program would complain of", () => {
    expect(loaded.problems).toEqual([]);
  });

  test("has 36 to 44 slides", () => {
    expect(slides.length).toBeGreaterThanOrEqual(36);
    expect(slides.length).toBeLessThanOrEqual(44);
  });

  test("is about half an hour of speech: 3,800 to 4,800 words", () => {
    const words = slides.reduce((sum, slide) => sum + countWords(wordsOf(slide)), 0);
    expect(words).toBeGreaterThanOrEqual(3800);
    expect(words).toBeLessThanOrEqual(4800);
  });

  test("speaks on every slide and lets no slide run on", () => {
    const lengths = slides.map((slide) => countWords(wordsOf(slide)));
    expect(Math.min(...lengths)).toBeGreaterThan(60);
    expect(Math.max(...lengths)).toBeLessThan(150);
  });

  test("names the account on every slide but the title", () => {
    const without = slides.filter((slide) => slide.account === undefined);
    expect(namesOf(without)).toEqual(["opening/title"]);
  });

  test("has cues and lecturer's notes on most slides", () => {
    const cued = slides.filter((slide) => slide.narration.some((sentence) => sentence.cues.length > 0));
    const noted = slides.filter((slide) => slide.notes !== "");
    expect(cued.length / slides.length).toBeGreaterThan(0.75);
    expect(noted.length / slides.length).toBeGreaterThan(0.9);
  });

  test("shows few words: the voice carries the story", () => {
    const long = slides.filter((slide) => countWords(plain(slide)) > 40);
    expect(namesOf(long)).toEqual([]);
  });

  test("gives every era its span, places, people, summary, terms and questions", () => {
    const complete = (era: Era): boolean =>
      era.span !== undefined &&
      era.summary !== undefined &&
      era.places.length > 1 &&
      era.people.length > 1 &&
      era.terms.length > 2 &&
      era.questions.length > 2;
    expect(sevenEras(deck).filter((era) => !complete(era))).toEqual([]);
  });

  test("cites every source of its bibliography", () => {
    const cited = new Set(slides.flatMap((slide) => slide.citations.map((citation) => citation.key)));
    expect([...cited].sort()).toEqual(deck.references.map((reference) => reference.id).sort());
  });
});

describe("its shape", () => {
  test("it opens in Pyongyang in 1990, before it has a title", () => {
    expect(slides.slice(0, 2).map((slide) => slide.layout)).toEqual(["figure", "title"]);
    expect(slides[0]?.title).toBe("Pyongyang, September 1990");
    expect(deck.meta.front).toEqual([]);
  });

  test("every era begins with its own opening and says where we are", () => {
    const openings = sevenEras(deck).flatMap((era) => era.slides.slice(0, 1));
    expect(new Set(openings.map((slide) => slide.layout))).toEqual(new Set(["era"]));
    expect(namesOf(openings.filter((slide) => !wordsOf(slide).includes("Pyongyang")))).toEqual([]);
  });

  test("every era ends on the same drawing and question, and waits", () => {
    const endings = sevenEras(deck).flatMap((era) => era.slides.slice(-1));
    const drawings = endings.map(
      (slide) => slide.elements.find(({ name }) => /^who-\d{4}$/.test(name))?.name,
    );
    expect(new Set(drawings).size).toBe(7);
    for (const [i, slide] of endings.entries()) {
      const parts = ["moscow-needs", "pyongyang-needs", "third"].map((part) => `${drawings[i]}/${part}`);
      expect(slide.elements.map(({ name }) => name)).toEqual(expect.arrayContaining(parts));
      expect(slide).toMatchObject({ title: "Who needs whom?", account: "drawing" });
      expect(wordsOf(slide).trim()).toMatch(/who needs whom\?$/iu);
      expect(hasCue(slide, "wait")).toBe(true);
    }
    expect(deck.meta.accounts["drawing"]).toBe("Our drawing, not data");
  });

  test("the shoes are seen three times: at the opening, in 1990 and in 2024", () => {
    const shown = slides.filter((slide) => slide.elements.some(({ name }) => /^shoes(-\w+)?$/.test(name)));
    expect(namesOf(shown)).toEqual([
      "opening/cold-open",
      "worn-out-shoes/whose-words",
      "old-shoes-worn-again/third-time",
    ]);
    expect(shown[1]?.title).toBe("Whose words are these?");
    expect(shown.map(wordsOf)[1]).toContain("how do we know");
  });

  test("two pairs stand side by side as then and now", () => {
    const pairs = slides.filter((slide) => slide.title.startsWith("Then and now"));
    expect(pairs.map(({ layout }) => layout)).toEqual(["columns", "columns"]);
    expect(pairs.map(({ slots }) => [slots["left"], slots["right"]].every(Boolean))).toEqual([true, true]);
  });

  test("it ends with a question and two rival answers, after one slide dated November 2026", () => {
    const [after, last] = slides.slice(-2);
    expect(after?.title).toContain("as of November 2026");
    expect(last?.layout).toBe("question");
    expect(last?.title).toMatch(/\?$/u);
    expect([last?.slots["left"], last?.slots["right"]].every(Boolean)).toBe(true);
    expect(last && hasCue(last, "wait")).toBe(true);
  });

  test("it has at least nine maps and timelines, no two alike, each led by the voice", () => {
    const drawn = slides.filter((slide) => blockOf(slide) !== undefined);
    expect(drawn.length).toBeGreaterThanOrEqual(9);
    expect(new Set(drawn.map((slide) => slide.descriptions.join())).size).toBe(drawn.length);
    const led = (slide: Slide): number =>
      slide.steps.filter((step) => step.target.startsWith(`${blockOf(slide)}--`)).length;
    expect(namesOf(drawn.filter((slide) => led(slide) < 2))).toEqual([]);
  });
});

/** The id of a slide's map or timeline. */
const blockOf = (slide: Slide): string | undefined =>
  /<svg[^>]*class="block block-(?:map|timeline)[^>]*>/.exec(shownOn(slide))?.[0].match(/ id="([^"]+)"/)?.[1];

/** The words that a slide shows outside its drawings. */
const plain = (slide: Slide): string =>
  shownOn(slide)
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, " ")
    .replaceAll(/<[^>]*>/g, " ");
