/** Soft hyphens in a page's content, as Chromium writes them and as readers get them. */
import { expect, test } from "vitest";
import { mendSoftHyphens } from "../../../scripts/outputs/handout/pdf/soft-hyphens.ts";

/** In font F1 the code 0x00B2 is a hyphen. */
const isHyphen = (font: string, code: number): boolean => font === "F1" && code === 0xb2;

/** Operations that are left, one to a line. */
const mended = (...lines: readonly string[]): string[] =>
  mendSoftHyphens(lines.join("\n"), isHyphen)
    .split("\n")
    .filter((line) => line.trim() !== "");

const SOFT = ["/Span<</ActualText <FEFF00AD> >> BDC", "6 0 Td <0001> Tj", "EMC"];

test("at a line's end the hyphen stands for the soft hyphen, and the space before it is gone", () => {
  expect(
    mended(
      "BT",
      "/F1 10 Tf",
      "<0006> Tj",
      ...SOFT,
      "ET",
      "BT",
      "/F1 10 Tf",
      "1 0 0 -1 98 29 Tm",
      "<00B2> Tj",
      "ET",
    ),
  ).toEqual([
    "BT",
    "/F1 10 Tf",
    "<0006> Tj",
    "6 0 Td ",
    "ET",
    "BT",
    "/F1 10 Tf",
    "1 0 0 -1 98 29 Tm",
    "/Span <</ActualText <FEFF00AD>>> BDC",
    "<00B2> Tj",
    "EMC",
    "ET",
  ]);
});

test("in the middle of a line it is taken out, and what moves the next letter stays", () => {
  expect(mended("BT", "/F1 10 Tf", "<0006> Tj", ...SOFT, "0 0 Td <0007> Tj", "ET")).toEqual([
    "BT",
    "/F1 10 Tf",
    "<0006> Tj",
    "6 0 Td ",
    "0 0 Td <0007> Tj",
    "ET",
  ]);
});

test("what follows a soft hyphen in the next text object is a hyphen only if the font says so", () => {
  const after = ["ET", "BT", "/F2 10 Tf", "<00B2> Tj", "ET"];
  expect(mended("BT", "/F1 10 Tf", "<0006> Tj", ...SOFT, ...after)).toEqual([
    "BT",
    "/F1 10 Tf",
    "<0006> Tj",
    "6 0 Td ",
    ...after,
  ]);
});

test("a hyphen of its own and other marked content stay as they are", () => {
  const content = [
    "/P <</MCID 0 >>BDC",
    "BT",
    "/F1 10 Tf",
    "/Span<</ActualText <FEFF0066> >> BDC",
    "<0006> Tj",
    "EMC",
    "ET",
    "BT",
    "<00B2> Tj",
    "ET",
    "EMC",
  ];
  expect(mended(...content)).toEqual(content);
  const withSoft = ["BT", ...SOFT, "<0006> Tj", "ET"];
  expect(mended(...withSoft, ...content)).toEqual(["BT", "6 0 Td ", "<0006> Tj", "ET", ...content]);
});
