import { array, assert, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { pageRanges } from "../../../scripts/outputs/handout/around/page-ranges.ts";

test("has a page once, and pages in a row as a range", () => {
  const pageOf = new Map(Object.entries({ a: 12, b: 12, c: 13, d: 14, e: 3, f: 20 }));
  expect(pageRanges(["e", "a", "b", "c", "d", "nowhere", "f"], pageOf)).toEqual([
    { from: 3, to: 3, fromAnchor: "e", toAnchor: "e" },
    { from: 12, to: 14, fromAnchor: "a", toAnchor: "d" },
    { from: 20, to: 20, fromAnchor: "f", toAnchor: "f" },
  ]);
});

test("has none for what is in no place", () => {
  expect(pageRanges(["a"], new Map())).toEqual([]);
});

test("covers exactly the pages of its anchors, with gaps between ranges", () => {
  assert(
    property(array(integer({ min: 1, max: 40 })), (pages) => {
      const pageOf = new Map(pages.map((page, i) => [`a${i}`, page]));
      const ranges = pageRanges([...pageOf.keys()], pageOf);
      const covered = ranges.flatMap(({ from, to }) =>
        Array.from({ length: to - from + 1 }, (_, i) => from + i),
      );
      expect(covered).toEqual([...new Set(pages)].sort((a, b) => a - b));
      for (const [i, { from, to, fromAnchor, toAnchor }] of ranges.entries()) {
        expect(from).toBeGreaterThan((ranges[i - 1]?.to ?? -1) + 1);
        expect([pageOf.get(fromAnchor), pageOf.get(toAnchor)]).toEqual([from, to]);
      }
    }),
  );
});
