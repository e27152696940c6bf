import { expect, test } from "vitest";
import { counted, megabytes } from "../scripts/counted.ts";

test("numbers have the word that belongs to them", () => {
  expect([0, 1, 2].map((n) => counted(n, "slide"))).toEqual(["0 slides", "1 slide", "2 slides"]);
});

test("sizes are in millions of bytes, small ones not nothing", () => {
  expect([0, 99_999, 100_000, 7_912_345].map(megabytes)).toEqual([
    "less than 0.1 MB",
    "less than 0.1 MB",
    "0.1 MB",
    "7.9 MB",
  ]);
});
