import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textWidth, wrapText } from "../../scripts/blocks/text.ts";

describe("wrapText", () => {
  it.each([
    ["Treaty with Moscow", 300, ["Treaty with Moscow"]],
    ["Soviet forces enter northern Korea", 190, ["Soviet forces enter", "northern Korea"]],
    ["Old railway, 261 km (162 miles)", 180, ["Old railway,", "261\u00a0km (162\u00a0miles)"]],
    ["Tumangang–Khasan", 120, ["Tumangang–", "Khasan"]],
    ["Donaudampfschifffahrtsgesellschaft", 150, ["Donaudampfsch", "ifffahrtsgesellsc", "haft"]],
    ["평양", 100, ["평양"]],
    ["", 100, []],
  ])("breaks %j at %i px", (text, width, lines) => {
    expect(wrapText(text, 18, width)).toEqual(lines);
  });

  it("loses nothing and keeps to the width", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.integer({ min: 60, max: 300 }),
        (text, width) => {
          const lines = wrapText(text, 18, width);
          expect(lines.join("").replaceAll(/\s/gu, "")).toBe(text.replaceAll(/\s/gu, ""));
          expect(lines.every((line) => textWidth(line, 18) <= width || Array.from(line).length === 1)).toBe(
            true,
          );
        },
      ),
      { seed: 18, numRuns: 300 },
    );
  });
});
