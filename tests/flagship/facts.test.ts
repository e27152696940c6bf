import { beforeAll, describe, expect, test } from "vitest";
import type { Deck, Slide } from "../../scripts/model.ts";
import {
  deckOf,
  loadFlagship,
  namesOf,
  readFacts,
  readSource,
  seenOn,
  sevenEras,
  shownOn,
  slidesOf,
  wordsOf,
  type Fact,
} from "./lecture.ts";

let deck: Deck;
let slides: ReadonlyMap<string, Slide>;
let facts: ReadonlyMap<string, Fact>;

beforeAll(async () => {
  deck = deckOf(await loadFlagship());
  slides = new Map(slidesOf(deck).map((slide) => [slide.fullId, slide]));
  facts = await readFacts();
});

/** The ids of the fact sheet, in its order. */
const FACTS = [
  "F01 F02 F03 F04 F05 F06 F07",
  "F10 F11 F12 F13 F14 F15 F16 F17 F18 F19 F1A F1B F1C",
  "F20 F21 F22 F23 F24 F25 F26",
  "F30 F31 F32 F33 F34 F35 F36",
  "F40 F41 F42 F43 F44 F45 F46 F47 F48 F49",
  "F50 F51 F52 F53 F54 F55 F56 F57 F58 F59",
  "F60 F61 F62 F63 F64 F65 F66 F67 F68 F69 F70 F71 F72 F73 F74 F75",
].flatMap((era) => era.split(" "));

/** Whose account it is, said aloud. */
const ATTRIBUTION = /Radchenko|Weathersby|Matray|Person|Lankov|the essay/u;

describe("the facts", () => {
  test("are all taught, each on slides that exist", () => {
    expect([...facts.keys()]).toEqual(FACTS);
    const taught = [...facts.values()].flatMap((fact) => fact.slides);
    expect(taught.filter((fullId) => !slides.has(fullId))).toEqual([]);
  });

  test("that somebody reports, reads or disputes stand under an account and with a name", () => {
    const accountOf = { ER: ["radchenko"], D: ["debated"], R: ["radchenko", "record", "drawing"] } as const;
    const told = [...facts].flatMap(([id, { kind, slides: taught }]) =>
      kind === "E" || kind === "C" ? [] : taught.map((fullId) => ({ id, kind, fullId })),
    );
    for (const { id, kind, fullId } of told) {
      const slide = slides.get(fullId);
      const found = {
        id,
        fullId,
        named: ATTRIBUTION.test(slide ? wordsOf(slide) : ""),
        account: slide?.account,
      };
      expect(found).toEqual({ id, fullId, named: true, account: expect.toBeOneOf([...accountOf[kind]]) });
    }
  });

  test("that are debated stand on slides of other readings, in the second and the third era", () => {
    const others = slidesOf(deck).filter((slide) => slide.title.startsWith("Other readings"));
    expect(others.map((slide) => slide.fullId)).toEqual([
      "permission-to-invade/other-readings",
      "the-difficult-client/other-readings",
    ]);
    for (const slide of others) expect(slide.account).toBe("debated");
  });

  test("of the caption are what the coordinates and the signs give", () => {
    const radians = (degrees: number): number => (degrees * Math.PI) / 180;
    const pyongyang = { lat: radians(39.0392), lon: radians(125.7625) };
    const seoul = { lat: radians(37.5665), lon: radians(126.978) };
    const chord =
      Math.sin((seoul.lat - pyongyang.lat) / 2) ** 2 +
      Math.cos(pyongyang.lat) * Math.cos(seoul.lat) * Math.sin((seoul.lon - pyongyang.lon) / 2) ** 2;
    const straightKm = 2 * 6371.0088 * Math.asin(Math.sqrt(chord));
    const railKm = 56 + 205;
    const kmPerMile = 1.609344;
    expect(Math.round(straightKm)).toBe(195);
    expect(Math.round(straightKm / kmPerMile)).toBe(121);
    expect(Math.round(railKm / kmPerMile)).toBe(162);
    const caption = slides.get("patron-and-protege/caption");
    for (const said of [
      "165 miles",
      "a hundred and twenty-one miles",
      "195 kilometres",
      "261 kilometres",
      "a hundred and sixty-two miles",
    ])
      expect(caption && wordsOf(caption)).toContain(said);
  });
});

/** Names that have a script of their own, as the fact sheet writes them. */
const NAMES: Readonly<Record<string, string>> = {
  "Kim Il Sung": "김일성",
  "Kim Jong Il": "김정일",
  "Kim Jong Un": "김정은",
  "Kim Yong Nam": "김영남",
  "Yoon Suk Yeol": "윤석열",
  Pyongyang: "평양",
  juche: "주체",
  "Rodong Sinmun": "로동신문",
  Shevardnadze: "Эдуард Шеварднадзе",
  Putin: "Владимир Путин",
  Radchenko: "Сергей Радченко",
  Shtykov: "Терентий Штыков",
};

describe("the words", () => {
  test("introduce every name again in each era, with its own script, once said and once seen", () => {
    for (const era of deck.eras) {
      const said = era.slides.map(wordsOf).join("\n");
      const seen = [era.summary ?? "", ...era.people, ...era.places, ...era.slides.map(shownOn)].join("\n");
      const named = Object.entries(NAMES).filter(([name]) => new RegExp(`\\b${name}\\b`, "iu").test(said));
      const scripts = named.map(([, script]) => ({ era: era.id, script }));
      expect(scripts.filter(({ script }) => said.split(`(${script})`).length !== 2)).toEqual([]);
      expect(scripts.filter(({ script }) => !seen.includes(script))).toEqual([]);
    }
  });

  test("call the essay an opinion essay in every era", () => {
    const silent = sevenEras(deck).filter(
      (era) => !/opinion (?:essay|piece)/u.test(era.slides.map(wordsOf).join("\n")),
    );
    expect(silent.map((era) => era.id)).toEqual([]);
  });

  test("leave the essay's labels for people and states to the essay", () => {
    const labels = /tyran|\baxis\b|rogue|puppet|dictator|pariah/iu;
    const labelled = slidesOf(deck).filter((slide) =>
      labels.test(`${wordsOf(slide)}\n${seenOn(slide)}\n${slide.notes}`),
    );
    expect(namesOf(labelled)).toEqual([]);
  });

  test("quote no more than a few words at a time", () => {
    const quoted = slidesOf(deck).flatMap((slide) =>
      [...wordsOf(slide).matchAll(/["“]([^"”]+)["”]/gu)].map(([, words = ""]) => words),
    );
    expect(quoted.length).toBeGreaterThan(3);
    expect(quoted.filter((words) => words.split(" ").length > 5)).toEqual([]);
  });

  test("need no dashes to hold a sentence together", () => {
    expect(namesOf(slidesOf(deck).filter((slide) => /—| – /u.test(wordsOf(slide))))).toEqual([]);
  });

  test("are free to share, and the folder says how", async () => {
    expect(deck.meta.license).toBe("CC-BY-SA-4.0");
    expect(await readSource("LICENSE")).toContain("https://creativecommons.org/licenses/by-sa/4.0/");
  });
});
