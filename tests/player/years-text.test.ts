import { expect, test } from "vitest";
import { textsOf } from "../../scripts/player/texts.ts";
import { roundYears, yearsText } from "../../scripts/player/years-text.ts";

test.each([
  [[1950, 1951], "1950"],
  [[1945, 1949], "1945–1948"],
  [[1950.414, 1950.496], "June 1950"],
  [[1950.079, 1950.082], "January 1950"],
  [[1953, 1953.567], "1953"],
  [[-330, -329], "331 BC"],
  [[-330, 2], "331 BC–1"],
  [[1950, 1950], "1950"],
] as const)("%j is %s", (years, words) => {
  expect(yearsText(years, textsOf("en"), "en")).toBe(words);
});

test("an axis has few round years", () => {
  expect(roundYears([1945, 2026.9], 10)).toEqual([1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020]);
  expect(roundYears([-330.5, 30], 10)).toEqual([-300, -250, -200, -150, -100, -50, 0]);
  expect(roundYears([1950.2, 1950.9], 10)).toEqual([]);
});
