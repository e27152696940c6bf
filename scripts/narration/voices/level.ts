/** What every voice's sound goes through before it becomes a clip. */
import { limit } from "../audio/limiter.ts";
import { loudness } from "../audio/loudness.ts";
import { fadeEnds, fromDecibels, heard, scale, toInt16 } from "../audio/pcm.ts";
import { resample } from "../audio/resample.ts";
import { CannotSpeak, type Speech } from "./voice.ts";

/** Part of every clip's key: raise it when a clip would sound different for the same words. */
export const SOUND_VERSION = 1;

/** EBU R 128 s2 and the streaming services' level for speech. */
export const TARGET_LUFS = -16;

/**
 * Ceiling of the limiter. MP3 at 40 and 48 kbit/s gives back peaks above what went in, 2.2 dB at most in 40 minutes of Flite (FFmpeg's meter);
 * so the decoded sound stays below the promised -1.5 dBTP.
 */
export const CEILING = fromDecibels(-4.3);

/** Each round closes most of what the limiter took; this many come near enough for every voice tried. */
const MOST_ROUNDS = 6;
const NEAR_ENOUGH = 0.1;

/**
 * The gain that brings a sound to the target, in decibels to two places. What the limiter takes away is given back, so loud voices and peaky ones
 * come out alike.
 * @returns undefined for silence
 */
export function gainFor(samples: Float32Array, sampleRateHz: number): number | undefined {
  let gainDb = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const loud = scale(samples, fromDecibels(gainDb));
    const measured = loudness(round === 0 ? loud : limit(loud, sampleRateHz, CEILING), sampleRateHz);
    if (!Number.isFinite(measured)) return undefined;
    gainDb += TARGET_LUFS - measured;
    if (Math.abs(TARGET_LUFS - measured) < NEAR_ENOUGH) break;
  }
  return Math.round(gainDb * 100) / 100;
}

/** No one says a word faster than this; a clip shorter than its words is broken. Half of 750 words a minute. */
const SHORTEST_WORD_MS = 40;

/** Sound as an engine gives it. */
export interface RawSpeech {
  readonly samples: Float32Array;
  readonly sampleRateHz: number;
  /** From the start of `samples`, one per word; empty when the engine gives none. */
  readonly words: Speech["words"];
}

/**
 * Brings raw speech to the voice's rate and level, cuts the silence around it and keeps its peaks below the ceiling.
 * @param gainDb the voice's one gain
 * @param wordCount how many words were to be said
 * @throws CannotSpeak when there is no sound, or too little for the words
 */
export function level(raw: RawSpeech, sampleRateHz: number, gainDb: number, wordCount: number): Speech {
  const loud = scale(resample(raw.samples, raw.sampleRateHz, sampleRateHz), fromDecibels(gainDb));
  const range = heard(loud, sampleRateHz);
  if (range === undefined) throw new CannotSpeak("it gave no sound for these words");
  const durationMs = ((range.to - range.from) * 1000) / sampleRateHz;
  if (durationMs < wordCount * SHORTEST_WORD_MS) {
    throw new CannotSpeak(`it gave only ${Math.round(durationMs)} ms of sound for ${wordCount} words`);
  }
  const cut = limit(loud.slice(range.from, range.to), sampleRateHz, CEILING);
  fadeEnds(cut, sampleRateHz);
  const shiftMs = (range.from * 1000) / sampleRateHz;
  const clamp = (ms: number): number => Math.round(Math.min(durationMs, Math.max(0, ms - shiftMs)));
  return {
    samples: toInt16(cut),
    words: raw.words.map(({ startMs, endMs }) => ({ startMs: clamp(startMs), endMs: clamp(endMs) })),
  };
}
