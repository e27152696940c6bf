/** Clips and encoded slides as bytes: a line of JSON, then the sound. */
import * as z from "zod";
import type { Clip } from "../model.ts";

/** The sound of a slide with what the timeline needs of its clips, so that a warm build reads one small file per slide. */
export interface StoredSound {
  readonly sampleRateHz: number;
  readonly lengthSamples: number;
  readonly clips: readonly { readonly lengthSamples: number; readonly words: Clip["words"] }[];
  readonly mp3: Uint8Array;
}

type Times = readonly (readonly [number, number])[];

const times = z.array(z.tuple([z.int(), z.int()]));
const clipHeader = z.object({ sampleRateHz: z.int(), words: times });
const soundHeader = z.object({
  sampleRateHz: z.int(),
  lengthSamples: z.int(),
  clips: z.array(z.tuple([z.int(), times])),
});

const pairs = (words: Clip["words"]): Times => words.map(({ startMs, endMs }) => [startMs, endMs]);
const words = (times: Times): Clip["words"] => times.map(([startMs, endMs]) => ({ startMs, endMs }));

/** A clip as the bytes that the store keeps. */
export function packClip(clip: Clip): Uint8Array {
  const { samples } = clip;
  const bytes = new Uint8Array(samples.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < samples.length; i++) view.setInt16(i * 2, samples[i] ?? 0, true);
  return join({ sampleRateHz: clip.sampleRateHz, words: pairs(clip.words) }, bytes);
}

/** @param bytes what `packClip` made; the store has checked that it is whole */
export function unpackClip(key: string, bytes: Uint8Array): Clip {
  const { line, body } = part(bytes);
  const header = clipHeader.parse(JSON.parse(line));
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const samples = new Int16Array(body.length / 2);
  for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(i * 2, true);
  return { key, sampleRateHz: header.sampleRateHz, samples, words: words(header.words) };
}

/** An encoded slide as the bytes that the store keeps. */
export function packSound(sound: StoredSound): Uint8Array {
  const clips = sound.clips.map((clip) => [clip.lengthSamples, pairs(clip.words)]);
  return join({ sampleRateHz: sound.sampleRateHz, lengthSamples: sound.lengthSamples, clips }, sound.mp3);
}

/** @param bytes what `packSound` made */
export function unpackSound(bytes: Uint8Array): StoredSound {
  const { line, body } = part(bytes);
  const { sampleRateHz, lengthSamples, clips } = soundHeader.parse(JSON.parse(line));
  return {
    sampleRateHz,
    lengthSamples,
    clips: clips.map(([lengthSamples, times]) => ({ lengthSamples, words: words(times) })),
    mp3: Uint8Array.from(body),
  };
}

function join(header: unknown, body: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]);
}

function part(bytes: Uint8Array): { line: string; body: Uint8Array } {
  const end = bytes.indexOf(10);
  return { line: new TextDecoder().decode(bytes.subarray(0, end)), body: bytes.subarray(end + 1) };
}
