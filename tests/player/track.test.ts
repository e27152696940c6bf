import { expect, test } from "vitest";
import type { LectureIndex } from "../../scripts/player/data.ts";
import { captionAt, findSlide, makeTrack, slideAt, stepAt, stepStart } from "../../scripts/player/track.ts";

const slide = (id: string, durationMs: number) => ({ id, title: id.toUpperCase(), durationMs });
const index: LectureIndex = {
  id: "talk",
  title: "A lecture",
  authors: [],
  texts: "en",
  hasSound: true,
  hasDescriptions: false,
  columns: [
    { id: "front", title: "", data: "a.js", sizeBytes: 1000, slides: [slide("title", 5_000)] },
    {
      id: "war",
      title: "War",
      eraIndex: 0,
      data: "b.js",
      sizeBytes: 1000,
      slides: [slide("telegram", 8_000), slide("who", 4_000)],
    },
    {
      id: "peace",
      title: "Peace",
      eraIndex: 1,
      data: "c.js",
      sizeBytes: 1000,
      slides: [slide("who", 3_000)],
    },
  ],
  aliases: { "war/cable": "war/telegram" },
};
const track = makeTrack(index);

test("slides follow each other without gaps", () => {
  expect(track.slides.map((s) => [s.fullId, s.startMs, s.endMs])).toEqual([
    ["front/title", 0, 5_000],
    ["war/telegram", 5_000, 13_000],
    ["war/who", 13_000, 17_000],
    ["peace/who", 17_000, 20_000],
  ]);
  expect(track.durationMs).toBe(20_000);
});

test.each([
  [-5, "front/title"],
  [0, "front/title"],
  [4_999, "front/title"],
  [5_000, "war/telegram"],
  [12_999.9, "war/telegram"],
  [13_000, "war/who"],
  [20_000, "peace/who"],
  [99_000, "peace/who"],
])("at %d ms it shows %s", (ms, expected) => {
  expect(slideAt(track, ms).fullId).toBe(expected);
});

test("steps come at their times, several at once where they share one", () => {
  const steps = { stepsMs: [100, 500, 500] };
  expect([0, 99, 100, 499, 500, 9_000].map((ms) => stepAt(steps, ms))).toEqual([0, 0, 1, 1, 3, 3]);
  expect([0, 1, 2, 3, 9].map((step) => stepStart(steps, step))).toEqual([0, 100, 500, 500, 500]);
});

test("a caption shows from its start to its end", () => {
  const captions = { captions: [{ startMs: 100, endMs: 900, text: "For months Kim had asked." }] };
  expect([99, 100, 899, 900].map((ms) => captionAt(captions, ms) !== "")).toEqual([false, true, true, false]);
});

test("a link finds its slide by full id, by alias, and by its slide part where that is unique", () => {
  expect(findSlide(track, index, "war/who")?.number).toBe(2);
  expect(findSlide(track, index, "war/cable")?.number).toBe(1);
  expect(findSlide(track, index, "renamed-era/telegram")?.number).toBe(1);
  expect(findSlide(track, index, "renamed-era/who")).toBeUndefined();
  expect(findSlide(track, index, "constructor")).toBeUndefined();
});
