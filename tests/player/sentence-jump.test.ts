import { expect, test } from "vitest";
import { sentenceJump } from "../../scripts/player/sentence-jump.ts";
import { slideAt, type Track } from "../../scripts/player/track.ts";

const slide = (number: number, startMs: number, endMs: number) => ({
  number,
  column: 0,
  row: number,
  fullId: `era/${number}`,
  title: `Slide ${number}`,
  startMs,
  endMs,
});
const slides = [slide(0, 0, 10_000), slide(1, 10_000, 20_000), slide(2, 20_000, 30_000)];
const track: Track = { durationMs: 30_000, slides, columns: [slides] };
const sentence = (startMs: number, endMs: number) => ({ html: "", paragraph: 0, startMs, endMs });
/** The second slide says nothing; the third one's second sentence is shown only. */
const said = [
  [sentence(500, 3_000), sentence(3_500, 9_000)],
  [],
  [sentence(400, 2_000), sentence(2_000, 2_000), sentence(5_000, 9_000)],
];
const jump = (positionMs: number, direction: 1 | -1, loaded = true) =>
  sentenceJump(
    track,
    ({ number }) => (loaded ? { sentences: said[number] ?? [] } : undefined),
    { slide: slideAt(track, positionMs), positionMs },
    direction,
  );

test("on goes to the next sentence that is said, over the edge of a slide", () => {
  expect([0, 500, 3_500, 12_000, 20_400].map((ms) => jump(ms, 1))).toEqual([
    500, 3_500, 10_000, 20_400, 25_000,
  ]);
});

test("on from the last sentence goes to the lecture's end", () => {
  expect(jump(26_000, 1)).toBe(30_000);
});

test("back goes to the start of this sentence, and soon after its start to the one before", () => {
  expect([3_000, 3_600, 8_000, 10_500, 20_500].map((ms) => jump(ms, -1))).toEqual([
    500, 500, 3_500, 3_500, 10_000,
  ]);
  expect(jump(300, -1)).toBe(0);
});

test("a slide that is not loaded counts as one sentence", () => {
  expect([jump(3_000, 1, false), jump(13_000, -1, false)]).toEqual([10_000, 10_000]);
});
