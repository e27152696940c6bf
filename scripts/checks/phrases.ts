/** Turns of speech that a rule looks for in sentences. */
import type { At, Sentence } from "../model.ts";

/** One turn of speech: each of its sentences holds one of `words`, in small letters, and `pattern` finds it whatever the letters. */
export interface Phrase {
  readonly words: readonly string[];
  readonly pattern: RegExp;
}

/**
 * Makes phrases.
 * @param rules words, parted by `|`, and what is looked for in a sentence that holds one of them: looking for words is
 * quick, and most sentences hold none
 */
export const phrases = (rules: readonly (readonly [words: string, rule: RegExp])[]): readonly Phrase[] =>
  rules.map(([words, rule]) => ({ words: words.split("|"), pattern: new RegExp(rule.source, "iu") }));

/** Phrases are written with the straight apostrophe. */
const plain = (text: string): string => text.replaceAll("\u2019", "'");

/** The phrases that a text may hold: it has one of their words. */
function phrasesNear(text: string, looked: readonly Phrase[]): readonly Phrase[] {
  const small = plain(text).toLowerCase();
  return looked.filter(({ words }) => words.some((word) => small.includes(word)));
}

/**
 * The first phrase of a sentence.
 * @param text the sentence as the transcript shows it
 * @returns the words as they are written; undefined when it holds none
 */
export function firstPhrase(text: string, looked: readonly Phrase[]): string | undefined {
  const found = phrasesNear(text, looked)
    .map(({ pattern }) => pattern.exec(plain(text)))
    .filter((match) => match !== null);
  const [first] = found.sort((a, b) => a.index - b.index);
  if (first === undefined) return undefined;
  return text.slice(first.index, first.index + first[0].length).replace(/^[^\p{L}]+/u, "");
}

/** The sentences of a narration that hold a phrase, each by its first. Phrases of which the whole narration has no word are asked of none. */
export function firstPhrases(
  narration: readonly Pick<Sentence, "text" | "at">[],
  looked: readonly Phrase[],
): { readonly words: string; readonly at: At }[] {
  const near = phrasesNear(narration.map(({ text }) => text).join("\n"), looked);
  if (near.length === 0) return [];
  return narration.flatMap(({ text, at }) => {
    const words = firstPhrase(text, near);
    return words === undefined ? [] : [{ words, at }];
  });
}
