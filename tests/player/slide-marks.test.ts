import { expect, test } from "vitest";
import { slideMarks } from "../../scripts/player/slide-marks.ts";

const slides = [0, 1_000, 1_030, 5_000, 9_990].map((startMs, row) => ({
  number: row,
  column: 0,
  row,
  fullId: `era/${row}`,
  title: "",
  startMs,
  endMs: 10_000,
}));
const piece = { startMs: 0, endMs: 10_000, slides };

test("marks stand where slides begin, and none is so near to another or to an end that they run together", () => {
  expect(slideMarks(piece, 1_000)).toEqual([500]);
  expect(slideMarks(piece, 10_000)).toEqual([1_000, 1_030, 5_000, 9_990]);
  expect(slideMarks(piece, 6)).toEqual([]);
});
