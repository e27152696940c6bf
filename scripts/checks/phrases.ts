/** Turns of speech that a rule looks for in sentences. */

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

/**
 * The first phrase of a sentence.
 * @param text the sentence as the transcript shows it
 * @returns the words as they are written; undefined when it holds none
 */
export function firstPhrase(text: string, looked: readonly Phrase[]): string | undefined {
  const plain = text.replaceAll("\u2019", "'");
  const small = plain.toLowerCase();
  const found = looked
    .filter(({ words }) => words.some((word) => small.includes(word)))
    .map(({ pattern }) => pattern.exec(plain))
    .filter((match) => match !== null);
  const [first] = found.sort((a, b) => a.index - b.index);
  if (first === undefined) return undefined;
  return text.slice(first.index, first.index + first[0].length).replace(/^[^\p{L}]+/u, "");
}
