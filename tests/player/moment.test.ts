import { expect, test } from "vitest";
import type { LectureIndex, SlideData } from "../../scripts/player/data.ts";
import {
  findMoment,
  foundIn,
  fragmentOf,
  momentAt,
  momentIn,
  offsetOf,
  printOf,
  type Moment,
} from "../../scripts/player/moment.ts";
import { makeTrack, slideAt } from "../../scripts/player/track.ts";
import { makeIndex } from "./make-index.ts";

type Said = readonly [html: string, startMs: number, endMs: number];
const data = (...said: readonly Said[]): SlideData => ({
  html: "",
  waiting: [],
  steps: [],
  stepsMs: [200, 700],
  waitsMs: [],
  captions: [],
  sentences: said.map(([html, startMs, endMs]) => ({ html, paragraph: 0, startMs, endMs })),
});
const slide = (id: string, durationMs: number) => ({ id, title: id, durationMs });
const indexOf = (war: readonly ReturnType<typeof slide>[], aliases: LectureIndex["aliases"] = {}) =>
  makeIndex(
    [
      { id: "war", title: "War", data: "a.js", sizeBytes: 1, slides: war },
      { id: "전쟁", title: "Peace", data: "b.js", sizeBytes: 1, slides: [slide("what-now", 700)] },
    ],
    aliases,
  );

const telegram = data(
  ["For months <em>Kim</em> had asked.", 50, 400],
  ["[Shown, not said]", 400, 400],
  ["The answer came.<sup><a href='#x'>1</a></sup>", 450, 800],
  ["For months Kim had asked.", 800, 950],
);
const index = indexOf([slide("telegram", 1000), slide("who", 600)]);
const track = makeTrack(index);
const datas = [telegram, data(), data(["What now?", 0, 650])];

/** Where a fragment leads in the deck of today, on the lecture's clock. */
function positionOf(fragment: string, today = index, slides: readonly SlideData[] = datas) {
  const moment = momentIn(fragment);
  if (moment === undefined) return undefined;
  const found = findMoment(makeTrack(today), today, moment);
  const own = slides[found.slide.number];
  if (own === undefined) throw new Error("the test lacks the slide's data");
  return found.slide.startMs + offsetOf(moment, found, own);
}

const fragmentAt = (ms: number) => {
  const at = slideAt(track, ms);
  return fragmentOf(momentAt(at, datas[at.number], ms - at.startMs));
};

test("every millisecond of an unedited deck leads to itself", () => {
  for (let ms = 0; ms < track.durationMs; ms += 1) expect([ms, positionOf(fragmentAt(ms))]).toEqual([ms, ms]);
});

test("a moment is written in few letters that every mail program leaves alone", () => {
  expect([0, 30, 60, 1000, 1005, 1601].map(fragmentAt)).toEqual([
    "#/war/telegram",
    "#/war/telegram?t=30",
    expect.stringMatching(/^#\/war\/telegram\?t=s1\.[0-9a-z]{1,7}\.10$/),
    "#/war/who",
    "#/war/who?t=5",
    expect.stringMatching(/^#\/%EC%A0%84%EC%9F%81\/what-now\?t=s1\.[0-9a-z]{1,7}\.1$/),
  ]);
});

test("the end of the lecture is still on its last slide", () => {
  expect(fragmentAt(99_999)).toMatch(/what-now\?t=s1\..*\.699$/);
});

test("a sentence that has moved on its slide is found by its words", () => {
  const edited = data(
    ["A new beginning.", 0, 300],
    ["Another one.", 300, 600],
    ["The ANSWER came!", 600, 900],
  );
  expect(positionOf(fragmentAt(470), index, [edited])).toBe(620);
});

test("of two with the same words it is the nearest", () => {
  expect([60, 810].map((ms) => positionOf(fragmentAt(ms)))).toEqual([60, 810]);
});

test("where the words have changed it is the sentence at that place, and within it", () => {
  const edited = data(["For weeks he had asked.", 0, 100], ["Then nothing.", 200, 300]);
  expect(positionOf(fragmentAt(60), index, [edited])).toBe(10);
  expect(positionOf(fragmentAt(390), index, [edited])).toBe(199);
  expect(positionOf(fragmentAt(790), index, [edited])).toBe(540);
});

test("edits on other slides move the clock and not the moment", () => {
  const longer = indexOf([slide("new", 5_000), slide("telegram", 1000)]);
  expect(positionOf(fragmentAt(470), longer, [data(), telegram])).toBe(5_470);
});

test("a slide with a new id is found by its alias, also at its moment", () => {
  const renamed = indexOf([slide("cable", 1000)], { "war/telegram": "war/cable" });
  expect(positionOf(fragmentAt(470), renamed, [telegram])).toBe(470);
});

test.each([
  ["#/war/gone?t=s2.abc.40", "war/telegram", "era"],
  ["#/war", "war/telegram", "era"],
  ["#/nothing/at-all", "war/telegram", "nowhere"],
  ["#/전쟁/gone", "전쟁/what-now", "era"],
])("%s leads to %s instead", (fragment, fullId, instead) => {
  const found = findMoment(track, index, momentIn(fragment) as Moment);
  expect([found.slide.fullId, found.instead]).toEqual([fullId, instead]);
  expect(offsetOf(momentIn(fragment) as Moment, found, telegram)).toBe(0);
});

test("in a part a slide elsewhere is not taken for one of the same name here", () => {
  const both = {
    ...index,
    columns: [...index.columns, { ...index.columns[0], id: "later" }],
  } as LectureIndex;
  const whole = makeTrack(both);
  const part = new Map(whole.slides.slice(3).map((at) => [at.fullId, at]));
  const find = (fragment: string) => {
    const { slide: at, instead } = foundIn(part, findMoment(whole, both, momentIn(fragment) as Moment));
    return [at.fullId, instead];
  };
  expect(find("#/later/who")).toEqual(["later/who", undefined]);
  expect(find("#/war/who?t=5")).toEqual(["later/telegram", "nowhere"]);
});

test("a step is a moment too", () => {
  expect(["#/war/telegram/0", "#/war/telegram/1", "#/telegram/2"].map((at) => positionOf(at))).toEqual([
    0, 200, 700,
  ]);
});

test.each([
  ["#/war/telegram?t=", 0],
  ["#/war/telegram?t=s1", 0],
  ["#/war/telegram?t=-5", 0],
  ["#/war/telegram?t=99999", 999],
  ["#/war/telegram?t=s0.zzz.5", 55],
  ["#/war/telegram?t=s999999.zzz.5", 805],
  ["#/war/who?t=s3.abc.90", 1000],
  ["#/war/telegram?x=1&t=30", 30],
])("%s is read as far as it can be", (fragment, ms) => {
  expect(positionOf(fragment)).toBe(ms);
});

test("a print is of the words alone", () => {
  const print = printOf("The answer came on <em>30 January</em>.");
  expect(printOf("the answer came, on 30&nbsp;January<sup><a>7</a></sup>")).toBe(print);
  expect(printOf("The answer came on 31 January.")).not.toBe(print);
  expect(printOf("답이 왔다.")).not.toBe(printOf("답이 안 왔다."));
});

test("what a short lecture leaves out leads to the nearest slide, whatever names it", () => {
  const index: LectureIndex = {
    ...indexOf([slide("telegram", 1000), slide("answer", 500)]),
    leftOut: {
      "war/bread": "war/answer",
      "war/loaf": "war/answer",
      later: "war/answer",
      "later/telegram": "war/answer",
    },
  };
  const track = makeTrack(index);
  const found = (name: string) => findMoment(track, index, { slide: name, offsetMs: 0 });
  const answer = { slide: track.slides[1], instead: "short" };
  for (const name of ["war/bread", "war/bread/2", "war/loaf", "bread", "later", "later/telegram"])
    expect([name, found(name)]).toEqual([name, answer]);
  expect(found("war/telegram")).toEqual({ slide: track.slides[0] });
  expect(found("telegram")).toEqual({ slide: track.slides[0] });
});

test("a step of a slide comes before a slide elsewhere whose id is that number", () => {
  const numbered = indexOf([slide("telegram", 1000), slide("2", 600)]);
  const found = findMoment(makeTrack(numbered), numbered, { slide: "war/telegram/2", offsetMs: 0 });
  expect(found).toMatchObject({ slide: { fullId: "war/telegram" }, step: 2 });
});
