import { expect, test } from "vitest";
import { counted, fileSize } from "../scripts/counted.ts";

test("numbers have the word that belongs to them", () => {
  expect([0, 1, 2].map((n) => counted(n, "slide"))).toEqual(["0 slides", "1 slide", "2 slides"]);
});

test("sizes are in thousands and millions of bytes", () => {
  expect([0, 99_001, 999_999, 7_912_345].map(fileSize)).toEqual(["0 kB", "100 kB", "1000 kB", "7.9 MB"]);
});
