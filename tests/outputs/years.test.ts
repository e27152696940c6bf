import { expect, test } from "vitest";
import { lectureYears } from "../../scripts/outputs/site/years.ts";
import { makeEra, makeMeta, makeSlide } from "../model.ts";

const at = { file: "01-era.md", line: 1, column: 1 };
const era = (id: string, span?: string, said: readonly string[] = []) =>
  makeEra(id, said.length === 0 ? [] : [saying(`${id}/a`, said)], span === undefined ? {} : { span });
const deck = (...eras: ReturnType<typeof era>[]) => ({ eras, meta: makeMeta() });

const saying = (id: string, texts: readonly string[]) =>
  makeSlide(id, {
    narration: texts.map((text) => ({ text, html: text, paragraph: 0, cues: [], sayings: [], at })),
  });

test("eras stand in decimal years; where one gives way to the next, they meet in the middle", () => {
  const years = lectureYears(
    deck(era("opening"), era("war", "1950-01/1953"), era("client", "1953/1961"), era("today", "1994/..")),
  );
  expect([...years.eras]).toEqual([
    ["war", [1950, 1953.5]],
    ["client", [1953.5, 1962]],
    ["today", [1994, 1994.003]],
  ]);
});

test("one era alone makes no axis, and then no date is marked", () => {
  const said = ["In 1951 they talked."];
  for (const alone of [deck(era("opening", undefined, said)), deck(era("war", "1950/1953", said))]) {
    const years = lectureYears(alone);
    expect([years.eras.size, years.slides.size]).toEqual([0, 0]);
  }
});

test("a sentence has the dates it names, else those named last on its slide; far-away years are none", () => {
  const say = (...texts: string[]) =>
    lectureYears(deck(era("war", "1950/1953", texts), era("client", "1953/1961"))).slides.get("war/a");
  expect(say("He was born in 1912.", "In 1951 they talked.", "It took long.", "In July it began.")).toEqual([
    undefined,
    [1951, 1952],
    [1951, 1952],
    [1951.496, 1951.581],
  ]);
  expect(say("The 1940s, and all after.", "The 1950s.")).toEqual([
    [1950, 1950],
    [1950, 1960],
  ]);
  expect(say("It took long.")).toBeUndefined();
});
