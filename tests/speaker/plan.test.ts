import { expect, test } from "vitest";
import { paceAt, planOf } from "../../scripts/speaker/plan.ts";

const plan = planOf([
  { slide: "war/one", plannedMs: 60_000 },
  { slide: "war/two", plannedMs: 120_000 },
]);

test.each([
  ["war/one", 0, "on", 0],
  ["war/one", 60_000, "on", 0],
  ["war/one", 75_000, "behind", 15_000],
  ["war/two", 50_000, "ahead", 10_000],
  ["war/two", 60_000, "on", 0],
  ["war/two", 181_000, "behind", 1_000],
])("on %s after %d ms the talk is %s by %d ms", (slide, elapsedMs, kind, byMs) => {
  expect(paceAt(plan, slide, elapsedMs)).toEqual({ kind, byMs });
});

test("a slide that is not planned has no pace", () => {
  expect(paceAt(plan, "back/credits", 1)).toBeUndefined();
  expect(plan.totalMs).toBe(180_000);
});
