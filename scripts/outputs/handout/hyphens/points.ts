/** Which words are divided and where: the habits of good publishers, over the patterns of a language. Pure. */
import { SOFT_HYPHEN, type Divide } from "./languages.ts";

/** Letters of the shortest word that is divided, and of the pieces that come before and after a hyphen. */
const SHORTEST = { word: 6, before: 3, after: 3 } as const;

/** Languages whose nouns all have a capital: there it does not tell names. */
const CAPITAL_NOUNS = new Set(["de", "lb"]);

/** Punctuation around a word, and in it nothing but letters, their accents and apostrophes. */
const WORD =
  /^([^\p{L}\p{N}\p{S}@/\\_#&]*)([\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*)([^\p{L}\p{N}\p{S}@/\\_#&]*)$/u;

/**
 * The places in a word, punctuation around it included, where it may be divided; none for one that stays whole: names (words with a
 * capital, but in German), abbreviations, words with digits or a hyphen of their own, addresses, short words, and words in which the
 * author has set soft hyphens.
 * @param text what stands between two spaces
 * @param language BCP 47
 */
export function hyphenPoints(text: string, language: string, divide: Divide): number[] {
  if (text.includes(SOFT_HYPHEN)) return [];
  const points: number[] = [];
  let start = 0;
  // Dashes stand between words without spaces in American English.
  for (const piece of text.split(/([–—])/)) {
    points.push(...wordPoints(piece, language, divide).map((point) => start + point));
    start += piece.length;
  }
  return points;
}

function wordPoints(text: string, language: string, divide: Divide): number[] {
  const [, before = "", word = ""] = WORD.exec(text) ?? [];
  const mayHaveCapital = CAPITAL_NOUNS.has(language.toLowerCase().split("-")[0] ?? "");
  if (/\p{Lu}/u.test(mayHaveCapital ? word.slice(1) : word)) return [];
  // What stands before or after an apostrophe is divided as a word of its own: `l’organisation`.
  return Array.from(word.matchAll(/[^'’]+/gu), ({ 0: part, index }) => {
    const small = part.toLowerCase();
    if (part.length < SHORTEST.word || small.length !== part.length) return [];
    return divide(small)
      .filter((point) => point >= SHORTEST.before && point <= part.length - SHORTEST.after)
      .filter((point) => !/^\p{M}/u.test(part.slice(point)))
      .map((point) => before.length + index + point);
  }).flat();
}
