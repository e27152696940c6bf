/** How long words take when nobody has said them yet. */
import { wordsOf } from "./voices/voice.ts";

/**
 * 160 ms a word and 52 ms a letter or digit: 150 words a minute for English as histories write it (4.6 letters a word), the pace
 * of a calm lecture (J. Tauroza and D. Allison, "Speech Rates in British English", Applied Linguistics 11, 1990: lectures 140 a minute).
 */
const WORD_MS = 160;
const LETTER_MS = 52;

/** A letter of scripts that write a syllable in one sign takes as long as a syllable. */
const SYLLABLE_MS = 200;

/** Most words by far: looking at each of their letters costs ten times as much. */
const PLAIN_WORD = /^[A-Za-z]+(?=[.,;:?!]?$)/;

/** Estimated length of one word. */
function estimateWordMs(word: string): number {
  const plain = PLAIN_WORD.exec(word)?.[0];
  if (plain !== undefined) return WORD_MS + plain.length * LETTER_MS;
  let ms = WORD_MS;
  for (const char of word) {
    if (/[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(char)) ms += SYLLABLE_MS;
    else if (/[\p{L}\p{N}]/u.test(char)) ms += LETTER_MS;
  }
  return ms;
}

/** Estimated times of the words said one after the other; integer milliseconds from 0. */
export function estimateWords(spoken: string): { startMs: number; endMs: number }[] {
  let endMs = 0;
  return wordsOf(spoken).map((word) => {
    const startMs = endMs;
    endMs += estimateWordMs(word);
    return { startMs, endMs };
  });
}

/** Estimated length of an utterance. */
export function estimateMs(spoken: string): number {
  return estimateWords(spoken).at(-1)?.endMs ?? 0;
}
