import { describe, expect, test } from "vitest";
import { operations, shrinkage } from "../../scripts/pdf/content.ts";
import { readUnicodeMap } from "../../scripts/pdf/cmap.ts";
import { stringsIn } from "../../scripts/pdf/strings.ts";

describe("operations", () => {
  test("reads operands of every kind, and knows where an operation begins and ends", () => {
    const content =
      "q % a note\n/Span <</MCID 0 /Lang (a\\)b(c))>> BDC\nBT <0041>Tj [(x) -20 <42>] TJ ET EMC 1 0 0 rg";
    const read = [...operations(content)];
    expect(read.map(({ operator }) => operator)).toEqual(["q", "BDC", "BT", "Tj", "TJ", "ET", "EMC", "rg"]);
    expect(read[1]?.operands).toBe("/Span <</MCID 0 /Lang (a\\)b(c))>>");
    expect(content.slice(read[4]?.start, read[4]?.end)).toBe("[(x) -20 <42>] TJ");
  });

  test("takes the words of constants for operands, and an inline picture for one operation", () => {
    const content = "/OC /x true BDC BI /W 1 /IM true ID \x00Q S\nEI null f";
    expect([...operations(content)].map(({ operator }) => operator)).toEqual(["BDC", "BI", "f"]);
  });

  test("ends on damaged content", () => {
    for (const content of ["(never closed Tj", "<0041 Tj", "BI /W 1 ID \x00", "<<>>[", "%"])
      expect([...operations(content)].length).toBeLessThan(2);
  });
});

test("stringsIn gives the bytes of both kinds of strings, escapes resolved", () => {
  expect(stringsIn("[(a\\)b(c)) -20 <4142> (\\101\\n\\\n!) <4>]")).toEqual(["a)b(c)", "AB", "A\n!", "@"]);
});

test("readUnicodeMap reads single codes, ranges and lists", () => {
  const map = readUnicodeMap(
    "2 beginbfchar <0001> <0041> <0002> <D83DDE00> endbfchar 2 beginbfrange <0003> <0005> <0061> <0006> <0007> [<0066 0069> <78>] endbfrange",
  );
  expect([...map]).toEqual([
    [1, "A"],
    [2, "😀"],
    [3, "a"],
    [4, "b"],
    [5, "c"],
    [6, "fi"],
    [7, ""],
  ]);
});

test("shrinkage sees that Chromium made the page smaller to fit something wide", () => {
  expect(shrinkage("0.24 0 0 -0.24 0 841.92 cm q 3.125 0 0 3.125 0 0 cm BT /F1 10 Tf ET")).toBeCloseTo(1);
  expect(shrinkage("0.24 0 0 -0.24 0 841.92 cm q 2.0833 0 0 2.0833 0 0 cm BT /F1 10 Tf ET")).toBeCloseTo(
    0.667,
  );
});
