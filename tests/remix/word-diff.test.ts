import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { colourPaint, showWordDiff, wordDifferences } from "../../scripts/remix/word-diff.ts";

describe("what changed", () => {
  test("is shown word by word, in the lines where it is", () => {
    const before = "## Harvest\n\nFloods.\n\nIn 1994 the harvest failed.\n\nIt was cold.";
    const after = "## Harvest\n\nFloods.\n\nIn 1995 the harvest failed again.\n\nIt was cold.";
    expect(showWordDiff(before, after)).toEqual([
      "…",
      "In [-1994-] {+1995+} the harvest [-failed.-] {+failed again.+}",
    ]);
  });
  test("is shown with a few words around it in a long paragraph", () => {
    const long = "The harvest failed in the north and in the south of the country. ".repeat(4);
    expect(showWordDiff(`${long}It rained. ${long}`, `${long}It poured. ${long}`)).toEqual([
      "… failed in the north and in the south of the country. It [-rained.-] {+poured.+} The harvest failed in the north and in the south of the …",
    ]);
  });
  test("that is only a line break is said in words", () => {
    expect(showWordDiff("One.\nTwo.", "One.\n\nTwo.")).toEqual(["(only line breaks)"]);
  });
  test("is nothing for the same text", () => {
    expect(showWordDiff("One.\n\nTwo.", "One.\n\nTwo.")).toEqual([]);
  });
  test("shows a new paragraph with marks of its own on each line", () => {
    expect(showWordDiff("One.\n", "One.\n\nTwo.\n\nThree.\n")).toEqual(["…", "{+Two.+}", "{+Three.+}"]);
  });
  test("can be red and green", () => {
    expect(showWordDiff("a b", "a c", colourPaint)).toEqual([
      "a \u001B[31m[-b-]\u001B[39m \u001B[32m{+c+}\u001B[39m",
    ]);
  });
});

test("both texts can be read back from the differences", () => {
  const text = fc
    .array(fc.constantFrom("rain", " snow", "\n", "[click] ", "\t", "é", "constructor "), { maxLength: 30 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = wordDifferences(before, after);
      const without = (kind: "old" | "new"): string =>
        found
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join("");
      expect(without("new")).toBe(before);
      expect(without("old")).toBe(after);
    }),
  );
});

test.each(["grain ", "\n"])("a text of a hundred thousand times %j is compared without waiting", (part) => {
  const before = part.repeat(100_000);
  expect(wordDifferences(before, `${before}rain`).map(({ kind }) => kind)).toEqual(["old", "new"]);
});
