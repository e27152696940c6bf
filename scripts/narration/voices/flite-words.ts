/** When each word is said, from the phones that Flite reports for a sentence and for each of its words alone. */
import { isVowel } from "./arpabet.ts";

/** One phone of a spoken sentence. */
export interface PhoneTime {
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** Flite's `-psdur`: `pau:0.136 f:0.285 …`, each with its end in seconds. */
export function readPhones(printed: string): PhoneTime[] {
  let startMs = 0;
  return printed
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((entry) => {
      const colon = entry.lastIndexOf(":");
      const endMs = Number(entry.slice(colon + 1)) * 1000;
      const phone = { name: entry.slice(0, colon), startMs, endMs };
      startMs = endMs;
      return phone;
    });
}

/** Costs of the alignment: a pause belongs to no word; a vowel is hardly ever said as a consonant. */
const SAME = 0;
const ALIKE = 0.6;
const UNLIKE = 1.6;
const GAP = 1;

/**
 * Words' times. Said in a sentence, a word's phones differ a little from those said alone ("the" before a vowel), so
 * both rows are aligned by least cost (Needleman and Wunsch, 1970), and a word is where its phones came to lie.
 * @param tokens what was said, each with the words it stands for
 * @param alone the phones of each token said alone; an empty row falls back to its letters
 * @returns one time per word, in order
 */
export function joinWords(
  tokens: readonly { readonly token: string; readonly words: readonly string[] }[],
  alone: readonly (readonly string[])[],
  said: readonly PhoneTime[],
): { startMs: number; endMs: number }[] {
  // Without phones a token counts as one unknown sound per letter.
  const expected = tokens.flatMap(({ token }, index) => {
    const phones = alone[index] ?? [];
    return (phones.length > 0 ? phones : Array.from(token, () => "?")).map((name) => ({ name, index }));
  });
  const spoken = said.filter((phone) => phone.name !== "pau");
  const owner = align(expected, spoken);
  const spans = tokens.map((_, index) => {
    const own = spoken.filter((_, i) => owner[i] === index);
    const [first, last] = [own[0], own.at(-1)];
    return first === undefined || last === undefined
      ? undefined
      : { startMs: first.startMs, endMs: last.endMs };
  });
  const times: { startMs: number; endMs: number }[] = [];
  for (let index = 0; index < tokens.length;) {
    // Tokens that got no phone share the time between their neighbours.
    let end = index + 1;
    while (spans[index] === undefined && end < tokens.length && spans[end] === undefined) end++;
    const startMs = times.at(-1)?.endMs ?? 0;
    const gap = { startMs, endMs: Math.max(startMs, spans[end]?.startMs ?? said.at(-1)?.endMs ?? startMs) };
    const words = tokens.slice(index, end).flatMap((token) => token.words);
    times.push(...share(words, spans[index] ?? gap));
    index = end;
  }
  return times;
}

/** For each spoken phone, the token it belongs to. */
function align(expected: readonly { name: string; index: number }[], spoken: readonly PhoneTime[]): number[] {
  const width = spoken.length + 1;
  const cost = new Float64Array((expected.length + 1) * width);
  for (let j = 1; j < width; j++) cost[j] = j * GAP;
  for (let i = 1; i <= expected.length; i++) {
    cost[i * width] = i * GAP;
    for (let j = 1; j < width; j++) {
      cost[i * width + j] = Math.min(
        at(cost, (i - 1) * width + j - 1) +
          difference(expected[i - 1]?.name ?? "", spoken[j - 1]?.name ?? ""),
        at(cost, (i - 1) * width + j) + GAP,
        at(cost, i * width + j - 1) + GAP,
      );
    }
  }
  const owner = spoken.map(() => -1);
  let i = expected.length;
  let j = spoken.length;
  while (j > 0) {
    const here = at(cost, i * width + j);
    const left = here === at(cost, i * width + j - 1) + GAP;
    const diagonal =
      i > 0 &&
      here ===
        at(cost, (i - 1) * width + j - 1) +
          difference(expected[i - 1]?.name ?? "", spoken[j - 1]?.name ?? "");
    if (diagonal) {
      owner[j - 1] = expected[i - 1]?.index ?? -1;
      i--;
      j--;
    } else if (left || i === 0) {
      // A phone that no word expects goes with the word before it.
      owner[j - 1] = expected[Math.max(0, i - 1)]?.index ?? -1;
      j--;
    } else i--;
  }
  return owner;
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? Infinity;
}

function difference(expected: string, said: string): number {
  if (expected === said) return SAME;
  if (expected === "?") return ALIKE;
  return isVowel(expected) === isVowel(said) ? ALIKE : UNLIKE;
}

/** Shares a stretch of time among words by their letters. */
export function share(
  words: readonly string[],
  span: { startMs: number; endMs: number },
): { startMs: number; endMs: number }[] {
  const total = words.reduce((sum, word) => sum + word.length + 1, 0);
  let before = 0;
  return words.map((word) => {
    const startMs = span.startMs + ((span.endMs - span.startMs) * before) / total;
    before += word.length + 1;
    return { startMs, endMs: span.startMs + ((span.endMs - span.startMs) * before) / total };
  });
}
