/** Which lines of a ragged paragraph get a hyphen. The measure is 300 px; points are given as the words have them. */
import { expect, test } from "vitest";
import {
  nextHyphen,
  type NextWord,
  type SetLine,
} from "../../../scripts/outputs/handout/hyphens/next-hyphen.ts";

const pointsOf = ({ text }: NextWord): number[] => (text === "ambassador" ? [5] : []);

/** A line with so much room at its end, before a word. */
const line = (slackPx: number, text = "ambassador", changes: Partial<SetLine> = {}): SetLine => ({
  slackPx,
  end: "space",
  next: { text, from: 0, language: "en" },
  ...changes,
});
const hyphenated = line(3, "sador", { end: "hyphen" });

const first = (lines: readonly SetLine[], from = 0): number | undefined =>
  nextHyphen(lines, from, 300, pointsOf)?.line;

test("only a line that ends much too early is filled with the beginning of the next word", () => {
  expect(first([line(4), line(30), line(60), line(90)])).toBe(2);
  expect(nextHyphen([line(60)], 0, 300, pointsOf)).toEqual({ line: 0, points: [5] });
});

test("lines that were looked at are passed over, and so is what cannot be divided", () => {
  expect(first([line(60), line(60)], 1)).toBe(1);
  expect(first([line(60, "strength"), line(60)])).toBe(1);
  expect(first([{ slackPx: 60, end: "space" }, line(60)])).toBe(1);
});

test("no three lines in a row end with a hyphen", () => {
  expect(first([hyphenated, line(60)])).toBe(1);
  expect(first([hyphenated, hyphenated, line(60), line(10), line(60)])).toBe(4);
});

test("a word that was torn is divided where it should be, however full the line is", () => {
  const torn = line(0, "ambassador", {
    end: "inside",
    next: { text: "ambassador", from: 7, language: "en" },
  });
  expect(nextHyphen([torn], 0, 300, pointsOf)).toEqual({ line: 0, points: [5] });
});

test("what stands on the line before a dash already is not divided again", () => {
  const after = line(60, "ambassador", { next: { text: "ambassador", from: 6, language: "en" } });
  expect(first([after])).toBeUndefined();
});
