/** The sound of one slide: its clips and the silences between them, as one MP3 file named by its content. */
import type { Clip, Utterance } from "../model.ts";
import { DELAY_SAMPLES, ENCODER_VERSION } from "./audio/mp3.ts";
import { toMs, toSamples } from "./audio/pcm.ts";
import { hashOf, hashOfBytes } from "./hash.ts";
import type { ClipLength } from "./timeline.ts";

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
  const lengths = lengthsOf(utterances, clips, sampleRateHz);
  const joined = new Int16Array(sum(lengths));
  let at = 0;
  clips.forEach((clip, i) => {
    if (clip !== undefined) joined.set(clip.samples, at);
    at += lengths[i] ?? 0;
  });
  return joined;
}

/** How many samples `joinClips` gives. */
export const joinedLength = (...parts: Parameters<typeof joinClips>): number => sum(lengthsOf(...parts));

/** In samples, each with the silence after it. */
const lengthsOf = (...[utterances, clips, sampleRateHz]: Parameters<typeof joinClips>): number[] =>
  utterances.map(
    ({ pauseAfterMs }, i) => (clips[i]?.samples.length ?? 0) + toSamples(pauseAfterMs, sampleRateHz),
  );

const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0);

/** What the timeline needs of a clip; nothing of it is heard where there is none. */
export const clipLength = (clip: Clip | undefined): ClipLength => ({
  lengthSamples: clip?.samples.length ?? 0,
  words: clip?.words ?? [],
});

/** How long a decoder plays before an encoded slide's first sample. */
export function delayMs(sampleRateHz: number): number {
  return toMs(DELAY_SAMPLES, sampleRateHz);
}
