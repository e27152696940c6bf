import { expect, test } from "vitest";
import type { YearRange } from "../../scripts/player/data.ts";
import { slideNear } from "../../scripts/player/slide-near.ts";
import { makeTrack } from "../../scripts/player/track.ts";
import { makeIndex } from "./make-index.ts";

const era = (id: string, years: YearRange | undefined, slides: readonly (YearRange | undefined)[]) => ({
  id,
  title: id,
  data: `${id}.js`,
  sizeBytes: 0,
  ...(years && { years }),
  slides: slides.map((named, n) => ({
    id: String(n),
    title: "",
    durationMs: 1_000,
    ...(named && { years: named }),
  })),
});
const index = makeIndex([
  era("front", undefined, [undefined]),
  era("war", [1950, 1953.5], [undefined, [1950, 1951], [1951, 1953]]),
  era("after", [1953.5, 1962], [[1958, 1959], undefined]),
]);

test.each([
  // Two slides speak of it, or of years around it: the one that speaks of the shorter time.
  [1950.5, "war/1"],
  [1952, "war/2"],
  [1958.5, "after/0"],
  // No slide names it: the first of its era that names none.
  [1955, "after/1"],
  [2024, "after/1"],
])("in %d it is %s", (year, expected) => {
  expect(slideNear(index, makeTrack(index), year)?.fullId).toBe(expected);
});

test("a lecture without years has no such slide", () => {
  const plain = makeIndex([era("war", undefined, [undefined])]);
  expect(slideNear(plain, makeTrack(plain), 1950)).toBeUndefined();
});
