/** The sound of one slide: its clips and the silences between them, as one MP3 file named by its content. */
import type { Clip, Utterance } from "../model.ts";
import { DELAY_SAMPLES, ENCODER_VERSION } from "./audio/mp3.ts";
import { toMs, toSamples } from "./audio/pcm.ts";
import { hashOf, hashOfBytes } from "./hash.ts";

/** Name of an encoded slide in the clip store: the same clips and silences give the same sound. */
export function soundKey(utterances: readonly Utterance[]): string {
  return hashOf([
    ENCODER_VERSION,
    utterances.map(({ spoken, key, pauseAfterMs }) => [spoken === "" ? "" : key, pauseAfterMs]),
  ]);
}

/** Where a slide's sound lies in the output. */
export function soundPath(mp3: Uint8Array): string {
  return `audio/${hashOfBytes(mp3)}.mp3`;
}

/**
 * Joins clips.
 * @param clips one for each utterance, undefined for those without words
 */
export function joinClips(
  utterances: readonly Utterance[],
  clips: readonly (Clip | undefined)[],
  sampleRateHz: number,
): Int16Array {
  const lengths = utterances.map(
    ({ pauseAfterMs }, i) => (clips[i]?.samples.length ?? 0) + toSamples(pauseAfterMs, sampleRateHz),
  );
  const joined = new Int16Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  clips.forEach((clip, i) => {
    if (clip !== undefined) joined.set(clip.samples, at);
    at += lengths[i] ?? 0;
  });
  return joined;
}

/** How long a decoder plays before a slide's first sample. */
export function delayMs(sampleRateHz: number): number {
  return toMs(DELAY_SAMPLES, sampleRateHz);
}
