/** Finds where sentences begin in a recording of all of them. */
import { levels } from "../audio/pcm.ts";

/** Where a sentence lies in the recording. */
export interface FoundSentence {
  readonly startMs: number;
  /** Where its last word ends. */
  readonly endMs: number;
  /** Where the next one starts; the recording's end for the last. */
  readonly nextMs: number;
}

interface Pause {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Stretches quieter than speech count as a pause from this length on: longer than the closure of a stop consonant. */
const SHORTEST_PAUSE_MS = 120;

/** Readers vary in speed: a sentence may be this share longer or shorter than expected before it costs 1. */
const TOLERANCE = 0.2;

/** What a pause is worth: one of half a second makes up for one tolerance. */
const WORTH_PER_MS = 1 / 500;
const MOST_WORTH_MS = 1000;

/** A boundary without a pause costs as much as being two tolerances off. */
const WITHOUT_PAUSE = 4;

/** Sentence starts lie this much before the sound, so that no consonant is cut. */
const BEFORE_MS = 20;

/**
 * Chooses, of all pauses, the ones between sentences: those that make each sentence about as long as its words want, longer
 * pauses before shorter (least cost by dynamic programming). Where there are too few, the time is shared by the words.
 * @param expectedMs how long each sentence would be at an even pace, not 0
 * @returns `errorMs`: how far a start is probably off: what the lengths found differ from the lengths expected, as root mean square, for
 * boundaries that compete with another pause within that distance; 100 ms where none does
 */
export function alignSentences(
  samples: Float32Array,
  sampleRateHz: number,
  expectedMs: readonly number[],
): { sentences: FoundSentence[]; errorMs: number } {
  const totalMs = (samples.length * 1000) / sampleRateHz;
  const pauses = findPauses(samples, sampleRateHz);
  const quietMs = pauses.reduce((sum, pause) => sum + pause.toMs - pause.fromMs, 0);
  const pace = (totalMs - quietMs) / expectedMs.reduce((sum, ms) => sum + ms, 0);
  const wantedMs = expectedMs.map((ms) => ms * pace);
  const spoken = speechClock(pauses);
  const candidates: (Pause & { real: boolean })[] = pauses.map(({ fromMs, toMs }) => ({
    fromMs,
    toMs,
    real: true,
  }));
  let wanted = 0;
  for (const ms of wantedMs.slice(0, -1)) {
    wanted += ms;
    const at = spoken.toRecording(wanted);
    candidates.push({ fromMs: at, toMs: at, real: false });
  }
  candidates.sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs);
  const chosen = choose(candidates, wantedMs, totalMs, spoken.toSpeech);
  const sentences = expectedMs.map((_, i) => {
    const startMs = i === 0 ? 0 : Math.max(0, (chosen[i - 1]?.toMs ?? 0) - BEFORE_MS);
    const nextMs =
      i === expectedMs.length - 1 ? totalMs : Math.max(startMs, (chosen[i]?.toMs ?? totalMs) - BEFORE_MS);
    return { startMs, endMs: Math.min(nextMs, Math.max(startMs, chosen[i]?.fromMs ?? totalMs)), nextMs };
  });
  return { sentences, errorMs: probableError(chosen, candidates, wantedMs, sentences) };
}

/** Pauses between the first and the last sound. The threshold follows the room: halfway, in decibels, between its noise and the voice. */
function findPauses(samples: Float32Array, sampleRateHz: number): Pause[] {
  const frames = levels(samples, sampleRateHz);
  const sorted = Float32Array.from(frames).sort();
  const quantile = (share: number): number =>
    Math.max(1e-5, sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  const threshold = Math.sqrt(quantile(0.05) * quantile(0.7));
  const pauses: Pause[] = [];
  let from: number | undefined;
  for (let i = 0; i < frames.length; i++) {
    if ((frames[i] ?? 0) < threshold) {
      from ??= i;
      continue;
    }
    if (from !== undefined && from > 0 && (i - from) * 10 >= SHORTEST_PAUSE_MS)
      pauses.push({ fromMs: from * 10, toMs: i * 10 });
    from = undefined;
  }
  return pauses;
}

/** Converts between the recording's clock and one that stands still in pauses. */
function speechClock(pauses: readonly Pause[]): {
  toSpeech: (ms: number) => number;
  toRecording: (ms: number) => number;
} {
  return {
    toSpeech: (ms) =>
      pauses.reduce((left, { fromMs, toMs }) => left - Math.max(0, Math.min(ms, toMs) - fromMs), ms),
    toRecording: (ms) => pauses.reduce((at, { fromMs, toMs }) => (fromMs < at ? at + toMs - fromMs : at), ms),
  };
}

/** Least cost over all ways of taking one candidate per boundary, in order. */
function choose(
  candidates: readonly (Pause & { real: boolean })[],
  wantedMs: readonly number[],
  totalMs: number,
  toSpeech: (ms: number) => number,
): Pause[] {
  const speechAt = candidates.map(({ fromMs }) => toSpeech(fromMs));
  const misfit = (length: number, wanted: number): number =>
    ((length - wanted) / (TOLERANCE * wanted + 200)) ** 2;
  const price = ({ fromMs, toMs, real }: Pause & { real: boolean }): number =>
    real ? -Math.min(MOST_WORTH_MS, toMs - fromMs) * WORTH_PER_MS : WITHOUT_PAUSE;
  const boundaries = wantedMs.length - 1;
  let costs: number[] = [];
  const cameFrom: number[][] = [];
  for (let boundary = 0; boundary < boundaries; boundary++) {
    const wanted = wantedMs[boundary] ?? 1;
    const came = candidates.map(() => -1);
    costs = candidates.map((candidate, c) => {
      let best = boundary === 0 ? misfit(speechAt[c] ?? 0, wanted) : Infinity;
      const others = boundary === 0 ? 0 : c;
      for (let before = 0; before < others; before++) {
        const cost =
          (costs[before] ?? Infinity) + misfit((speechAt[c] ?? 0) - (speechAt[before] ?? 0), wanted);
        if (cost < best) [best, came[c]] = [cost, before];
      }
      return best + price(candidate);
    });
    cameFrom.push(came);
  }
  const last = wantedMs.at(-1) ?? 1;
  const end = toSpeech(totalMs);
  let at = costs
    .map((cost, c) => cost + misfit(end - (speechAt[c] ?? 0), last))
    .reduce((best, cost, c, all) => (cost < (all[best] ?? Infinity) ? c : best), 0);
  const chosen: Pause[] = [];
  for (let boundary = boundaries - 1; boundary >= 0; boundary--) {
    const candidate = candidates[at];
    if (candidate !== undefined) chosen.unshift(candidate);
    at = cameFrom[boundary]?.[at] ?? 0;
  }
  return chosen;
}

/** The error where every boundary has its own pause and none competes. */
const SURE_MS = 100;

function probableError(
  chosen: readonly Pause[],
  candidates: readonly (Pause & { real: boolean })[],
  wantedMs: readonly number[],
  sentences: readonly FoundSentence[],
): number {
  const off = sentences.map(({ startMs, endMs }, i) => endMs - startMs - (wantedMs[i] ?? 0));
  const spread = Math.sqrt(off.reduce((sum, ms) => sum + ms * ms, 0) / Math.max(1, off.length));
  const doubtful = chosen.filter((pause) =>
    candidates.some(
      (other) =>
        (other !== pause &&
          other.real &&
          Math.abs(other.toMs - pause.toMs) < spread &&
          length(other) > 0.6 * length(pause)) ||
        (other === pause && !other.real),
    ),
  );
  return doubtful.length === 0 ? SURE_MS : Math.max(SURE_MS, spread);
}

function length({ fromMs, toMs }: Pause): number {
  return toMs - fromMs;
}
