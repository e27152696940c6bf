/** Cuts the sentences of a slide into captions of at most two lines. */
import type { SentenceTime } from "../../model.ts";
import type { Caption } from "../../player/data.ts";

/** Two lines of 42 characters, as broadcasters caption. */
const MAX_CHARACTERS = 84;

/**
 * The captions of one sentence, one after the other, cut between words; times from the words where they are
 * known, else in proportion to the letters.
 * @param originMs subtracted from all times
 */
export function captionsOf(sentence: SentenceTime, originMs: number): Caption[] {
  const cuts = [0, ...cutPoints(sentence.text), sentence.text.length];
  const timeOf = (offset: number): number => {
    if (offset <= 0) return sentence.startMs;
    if (offset >= sentence.text.length) return sentence.endMs;
    const word = sentence.words.find(({ from }) => from >= offset);
    if (word !== undefined) return word.startMs;
    const share = offset / sentence.text.length;
    return Math.round(sentence.startMs + share * (sentence.endMs - sentence.startMs));
  };
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? from;
    return {
      startMs: timeOf(from) - originMs,
      endMs: timeOf(to) - originMs,
      text: sentence.text.slice(from, to).trim(),
    };
  });
}

/** Where a long sentence is cut: into pieces of like length, after a comma or the like where one is near. */
function cutPoints(text: string): number[] {
  const pieces = Math.ceil(text.length / MAX_CHARACTERS);
  const cuts: number[] = [];
  let from = 0;
  for (let left = pieces; text.length - from > MAX_CHARACTERS && left > 0;) {
    const ideal = from + (text.length - from) / Math.max(2, Math.ceil((text.length - from) / MAX_CHARACTERS));
    const cut = bestCut(text, from, Math.min(from + MAX_CHARACTERS, text.length), ideal);
    if (cut === undefined) break;
    cuts.push(cut);
    from = cut;
    left = Math.ceil((text.length - from) / MAX_CHARACTERS);
  }
  return cuts;
}

function bestCut(text: string, from: number, to: number, ideal: number): number | undefined {
  let best: number | undefined;
  let bestCost = Infinity;
  for (let at = from + 1; at <= to; at += 1) {
    if (text[at - 1] !== " ") continue;
    // A pause of the voice is worth a cut a dozen letters off the middle.
    const cost = Math.abs(at - ideal) - (/[,;:–—)]/.test(text[at - 2] ?? "") ? 12 : 0);
    if (cost < bestCost) [best, bestCost] = [at, cost];
  }
  return best;
}
