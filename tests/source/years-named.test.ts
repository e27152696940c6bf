import { expect, test } from "vitest";
import { yearsNamed } from "../../scripts/source/years-named.ts";

const near = (years: readonly (readonly [number, number])[]) =>
  years.map(([from, to]) => [from.toFixed(1), to.toFixed(1)].map(Number));

test.each([
  ["In 1950 he had it.", [[1950, 1951]]],
  ["The war began in June 1950.", [[1950.4, 1950.5]]],
  ["The answer came on 30 January 1950.", [[1950.1, 1950.1]]],
  [
    "On June 25, 1950, and again in July, they crossed.",
    [
      [1950.5, 1950.5],
      [1950.5, 1950.6],
    ],
  ],
  ["The 1960s were better.", [[1960, 1970]]],
  [
    "From 1945 to 1948 they stayed.",
    [
      [1945, 1946],
      [1948, 1949],
    ],
  ],
  [
    "The years 1945–1948 and 1950–53.",
    [
      [1945, 1949],
      [1950, 1954],
    ],
  ],
  ["On 6–11 July 1961 two treaties.", [[1961.5, 1961.5]]],
  ["On 1950-06-25 at dawn.", [[1950.5, 1950.5]]],
  ["In 331 BC Alexandria was laid out.", [[-330, -329]]],
  ["It took 1950 tons of rice, 2000 men and 14:30 hours.", []],
  ["In June nothing happened, and in May neither.", []],
  ["Resolution 1950/2 was no year.", []],
] as const)("%s", (text, expected) => {
  expect(near(yearsNamed(text, "en"))).toEqual(expected);
});

test("a month without its year belongs to the year named last, in an earlier sentence too", () => {
  expect(near(yearsNamed("In June they crossed.", "en", 1950))).toEqual([[1950.4, 1950.5]]);
});

test("in other languages years are found", () => {
  expect(yearsNamed("Im Juni 1950 begann der Krieg.", "de")).toEqual([[1950, 1951]]);
});
