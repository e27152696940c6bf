/** The three courses that come with the flagship deck. */
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { loadLectures, type LoadedLectures } from "../../scripts/load-lectures.ts";
import type { Deck, Slide } from "../../scripts/model.ts";
import { estimateMs } from "../../scripts/narration/estimate.ts";
import { countWords, readSource, slidesOf, wordsOf } from "./lecture.ts";

let loaded: LoadedLectures;
let flagship: Deck;
beforeAll(async () => {
  loaded = await loadLectures({
    folder: fileURLToPath(new URL("../../slides", import.meta.url)),
    trust: false,
  });
  flagship = course(undefined);
});

function course(name: string | undefined): Deck {
  const found = loaded.lectures.find((lecture) => lecture.course === name)?.deck;
  if (found === undefined) throw new Error(`there is no course ${name}`);
  return found;
}
/** The year in which an era begins. */
const firstYear = (span: string | undefined): number => Number(span?.slice(0, 4));
const minutesOf = (slides: readonly Slide[]): number =>
  slides.reduce((sum, slide) => sum + estimateMs(wordsOf(slide)), 0) / 60_000;

test("are three, and nothing is wrong with them", () => {
  expect(loaded.lectures.map((lecture) => lecture.course)).toEqual([
    undefined,
    "backwards",
    "reading-sources",
    "survey",
  ]);
  expect(loaded.problems).toEqual([]);
});

describe("the survey", () => {
  test("fits a quarter of an hour and goes through all seven eras", () => {
    const survey = course("survey");
    expect(minutesOf(slidesOf(survey))).toBeLessThan(15);
    const eras = new Set(survey.eras.map(({ id }) => id));
    expect(flagship.eras.slice(1, -1).filter(({ id }) => !eras.has(id))).toEqual([]);
  });

  test("says almost only what the deck says, so that it brings its sound", () => {
    const known = new Set(slidesOf(flagship).flatMap((slide) => slide.narration.map(({ text }) => text)));
    const sentences = slidesOf(course("survey")).flatMap((slide) => slide.narration.map(({ text }) => text));
    expect(sentences.filter((text) => known.has(text)).length / sentences.length).toBeGreaterThan(0.9);
  });
});

describe("the seminar on sources", () => {
  test("has slides of its own at both ends, and questions in every part", () => {
    const seminar = course("reading-sources");
    const borrowed = new Set(slidesOf(flagship).map(({ id }) => id));
    const own = slidesOf(seminar).filter(({ id }) => !borrowed.has(id));
    expect(own.map(({ id }) => id)).toEqual(["four-questions", "one-claim"]);
    expect(seminar.eras.every(({ questions }) => questions.length > 0)).toBe(true);
    expect(own.every((slide) => countWords(wordsOf(slide)) > 60)).toBe(true);
  });

  test("is also a workbook", () => {
    expect(course("reading-sources").meta.handout.map(({ profile }) => profile)).toEqual([
      "workbook",
      "study",
    ]);
  });
});

describe("the story told backwards", () => {
  test("has every part before the one that it follows from", () => {
    const years = course("backwards")
      .eras.slice(1)
      .map(({ span }) => firstYear(span));
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    expect(years.length).toBeGreaterThan(5);
  });

  test("shows the seven drawings' ends first and their beginning last", () => {
    const drawings = slidesOf(course("backwards")).flatMap(({ elements }) =>
      elements.map(({ name }) => /^who-(\d{4})$/.exec(name)?.[1]).filter((year) => year !== undefined),
    );
    expect(drawings).toEqual(drawings.toSorted((a, b) => Number(b) - Number(a)));
  });
});

test("their own words name nobody whom the deck does not know", async () => {
  const known = (await Promise.all(flagship.eras.map(({ at }) => readSource(at.file)))).join("\n");
  const people = new Set(
    ["survey", "reading-sources", "backwards"].flatMap((name) =>
      course(name).eras.flatMap((era) => era.people),
    ),
  );
  expect([...people].filter((name) => !known.includes(name.replace(/ \(.*/, "")))).toEqual([]);
});
