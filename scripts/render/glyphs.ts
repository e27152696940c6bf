/** Which of the shipped fonts' glyphs a lecture needs, and which characters none of them has. */
import { error, warning } from "../diagnostics.ts";
import type { At, Problem, Severity } from "../model.ts";
import { type CodePointRange, fontFamilies, sliceCoverage } from "./fonts.ts";
import { type LectureWords, type ShownText, shownTexts } from "./shown-text.ts";

/** Characters without ink: no font needs a glyph for them. U+0080 to U+009F are quotation marks and dashes read in a wrong encoding. */
const INKLESS = /[\p{Zs}\p{Zl}\p{Zp}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

/** Code point → where it first stands. ASCII and what has no ink are left out: the one is always there, the other never seen. */
export function shownCharacters(texts: Iterable<ShownText>): Map<number, At> {
  const found = new Map<number, At>();
  for (const { text, at } of texts) {
    // Browsers compose before they look for a glyph; a decomposed "й" or "한" is one letter.
    for (const [character] of text.normalize("NFC").matchAll(/[\u0080-\u{10ffff}]/gu)) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (!found.has(codePoint) && !INKLESS.test(character)) found.set(codePoint, at);
    }
  }
  return found;
}

/**
 * Conjoining Korean letters (U+1100 to U+11FF) as they stand in the texts. Browsers compose them to syllables, but only
 * of a font whose `unicode-range` names them.
 */
export function conjoiningLetters(texts: Iterable<ShownText>): number[] {
  const found = new Set<number>();
  for (const { text } of texts) {
    for (const [letter] of text.matchAll(/[\u1100-\u11ff]/g)) found.add(letter.charCodeAt(0));
  }
  return [...found];
}

/** True when one of the ranges, ascending, holds the code point. */
export function isCovered(ranges: readonly CodePointRange[], codePoint: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (codePoint < range.from) high = middle - 1;
    else if (codePoint > range.to) low = middle + 1;
    else return true;
  }
  return false;
}

/**
 * A problem for every script, or single symbol, of which the lecture shows characters that no shipped font has.
 * On screen a font of the reader's machine may stand in (a warning); on paper nothing does, so there it is an error.
 */
export function missingGlyphs(lecture: LectureWords, severity: Severity): Problem[] {
  const coverages = fontFamilies.flatMap((family) =>
    family.use === "code" ? [] : family.slices.map((slice) => sliceCoverage(family, slice)),
  );
  const groups = new Map<string, { readonly characters: string[]; readonly at: At }>();
  for (const [codePoint, at] of shownCharacters(shownTexts(lecture))) {
    if (coverages.some((ranges) => isCovered(ranges, codePoint))) continue;
    const character = String.fromCodePoint(codePoint);
    const script =
      SCRIPTS.find((name) => new RegExp(`\\p{Script=${name}}`, "u").test(character)) ?? character;
    const group = groups.get(script);
    if (group === undefined) groups.set(script, { characters: [character], at });
    else group.characters.push(character);
  }
  return [...groups.values()].map(({ characters, at }) => missing(severity, characters, at));
}

/** Scripts that the shipped fonts lack and decks are likeliest to have: their characters are told of together. */
const SCRIPTS = [
  "Han",
  "Hiragana",
  "Katakana",
  "Arabic",
  "Hebrew",
  "Devanagari",
  "Thai",
  "Georgian",
  "Armenian",
  "Latin",
  "Cyrillic",
  "Greek",
  "Hangul",
];

/** How many characters of a group a message names. */
const NAMED = 5;

function missing(severity: Severity, characters: readonly string[], at: At): Problem {
  const named = characters.slice(0, NAMED).map((character) => `"${character}" (${codePointName(character)})`);
  const more = characters.length > NAMED ? ` and ${characters.length - NAMED} more` : "";
  const make = severity === "error" ? error : warning;
  return make("missing-glyph", at, `no font of the theme has ${named.join(", ")}${more}`, {
    hint:
      severity === "error"
        ? "the handout cannot show it: write it in Latin, Greek, Cyrillic or Korean letters, put it into a picture, or build with --only site"
        : "a font of the reader's own machine will stand in, if it has one",
  });
}

/** `U+0634`. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
