/** The phones of single words, asked of Flite many at a time and remembered. */

/** Single letters, which Flite would run together with their neighbours. */
const LETTERS =
  "a ey|b b iy|c s iy|d d iy|e iy|f eh f|g jh iy|h ey ch|i ay|j jh ey|k k ey|l eh l|m eh m|n eh n|o ow|p p iy|q k y uw|r aa r|s eh s|t t iy|u y uw|v v iy|" +
  "w d ah b ax l y uw|x eh k s|y w ay|z z iy";

/**
 * A word that stands between all others in the question. It parts the answers, and gives every word the same neighbours: so a word's phones never
 * depend on which others were asked with it, and neither does a clip.
 */
const BETWEEN = "so";
const BETWEEN_PHONES = "s ow";

/** How many words are asked at once: enough to make the engine's start cheap, few enough to be quick. */
const AT_ONCE = 120;

/** Phones of words by the word, so that each is asked for once. */
export interface PhoneMemory {
  /**
   * The phones of each token said alone; an empty row for one that the engine does not say as one word.
   * @param coming tokens that will probably be wanted next
   */
  readonly phonesOf: (tokens: readonly string[], coming: readonly string[]) => string[][];
}

/**
 * @param ask says a text and gives its phones, `pau` for pauses, separated by spaces
 */
export function phoneMemory(ask: (text: string) => string): PhoneMemory {
  const known = new Map<string, string[]>(
    LETTERS.split("|").map((entry): [string, string[]] => [entry.charAt(0), entry.slice(2).split(" ")]),
  );
  // These sound like the word between.
  for (const token of [BETWEEN, "sew", "sow"]) known.set(token, BETWEEN_PHONES.split(" "));
  const keyOf = (token: string): string => (token.length === 1 ? token.toLowerCase() : token);

  const learn = (tokens: readonly string[]): void => {
    // Commas part the words with a pause; full stops would make abbreviations of some.
    const printed = ask(`${[BETWEEN, ...tokens.flatMap((token) => [token, BETWEEN])].join(", ")}.`);
    const groups = printed.split(/\bpau\b/).map((group) => group.trim().replace(/\s+/g, " "));
    const answers: string[][] = [];
    for (const group of groups.filter((one) => one !== "")) {
      if (group === BETWEEN_PHONES) answers.push([]);
      else answers.at(-1)?.push(...group.split(" "));
    }
    // After the last word comes one more word between.
    if (answers.length === tokens.length + 1)
      tokens.forEach((token, i) => known.set(token, answers[i] ?? []));
    else if (tokens.length === 1) known.set(tokens[0] ?? "", []);
    else for (const token of tokens) learn([token]);
  };

  return {
    phonesOf: (tokens, coming) => {
      const unknown = (list: readonly string[]): string[] =>
        list.map(keyOf).filter((token) => !known.has(token));
      const wanted = unknown(tokens);
      if (wanted.length > 0)
        learn([...new Set([...wanted, ...unknown(coming)])].slice(0, Math.max(AT_ONCE, wanted.length)));
      return tokens.map((token) => known.get(keyOf(token)) ?? []);
    },
  };
}
