import { expect, test } from "vitest";
import { fold, makePlace, piecesOf, search } from "../../scripts/player/search.ts";

const sentence = (text: string, slide = 0) => makePlace({ slide, offsetMs: 0, kind: "sentence", text });
const found = (texts: readonly string[], query: string) =>
  search(
    texts.map((text) => sentence(text)),
    query,
  ).map(({ place }) => place.text);
/** The text as it is listed, what was found in brackets. */
const shown = (text: string, query: string) =>
  search([sentence(text)], query).map((hit) =>
    piecesOf(hit)
      .map((piece) => (piece.isFound ? `[${piece.text}]` : piece.text))
      .join(""),
  );

test.each([
  ["case", "KIM had asked", "kim", "[KIM] had asked"],
  ["soft hyphens", "a plenipo\u00adtentiary", "plenipotentiary", "a [plenipo\u00adtentiary]"],
  ["accents in the text", "his protégé in Pyongyang", "protege", "his [protégé] in Pyongyang"],
  ["accents in the question", "his protege", "protégé", "his [protege]"],
  [
    "accents written as marks of their own",
    "his prote\u0301ge\u0301 left",
    "protege",
    "his [prote\u0301ge\u0301] left",
  ],
  ["Cyrillic", "Терентий Штыков, посол", "штыков", "Терентий [Штыков], посол"],
  ["Cyrillic letters with marks", "Королёв и Терентий", "королев", "[Королёв] и Терентий"],
  ["Hangul", "수도 평양에서", "평양", "수도 [평양]에서"],
  ["a Hangul syllable that is still being typed", "수도 평양에서", "펴", "수도 [평]양에서"],
  [
    "typed quotation marks and dashes",
    "Russia’s “winter” – 1950–53",
    `russia's "winter" - 1950-53`,
    "[Russia’s “winter” – 1950–53]",
  ],
  ["white space", "a telegram\n   goes out", "telegram  goes", "a [telegram\n   goes] out"],
  ["every place in a text", "war and peace and War", "war", "[war] and peace and [War]"],
])("finds without regard to %s", (_, text, query, expected) => {
  expect(shown(text, query)).toEqual([expected]);
});

test("marks that make another letter are asked for with it", () => {
  expect(found(["かき", "がき"], "が")).toEqual(["がき"]);
  expect(found(["कि", "क"], "कि")).toEqual(["कि"]);
});

test("words as they stand come before words anywhere", () => {
  const texts = ["Kim asked for months.", "For months Kim had asked.", "Stalin asked."];
  expect(found(texts, "for months")).toEqual(texts.slice(0, 2));
  expect(found(texts, "months kim had")).toEqual(["For months Kim had asked."]);
  expect(shown("For months Kim had asked.", "asked months")).toEqual(["For [months] Kim had [asked]."]);
  expect(found(texts, "   ")).toEqual([]);
  expect(found(texts, "mao")).toEqual([]);
});

test("of a long text what stands around the first word is shown", () => {
  const long = `${"before ".repeat(40)}telegram ${"after ".repeat(40)}`.trim();
  const [text = ""] = shown(long, "telegram");
  expect(text).toMatch(/^… (before )+\[telegram\]( after)+ …$/);
  expect(text.length).toBeLessThan(180);
});

test("each letter knows where it comes from", () => {
  const text = "É \u{1F600}한";
  const { folded, origins } = fold(text);
  expect(origins).toHaveLength(folded.length);
  expect(origins).toEqual([0, 1, 2, 2, 4, 4, 4]);
});
