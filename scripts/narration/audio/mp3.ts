/**
 * Writes MP3: mono, of constant bit rate, without a Xing header, so that every player seeks in it by arithmetic.
 * LAME as WebAssembly stays a package of its own beside the program, as its licence (LGPL) wants.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** Clear for one voice. At 16 kHz 40 kbit/s keep half an hour with its described pictures under 12 MB; every reader's decoder knows both. */
const BITRATE_KBPS = { 16_000: 40, 24_000: 48 } as const satisfies Record<SoundRate, number>;

/**
 * Where the first sample lies in the decoded file: LAME's 576 samples and the decoder's 529, whatever the sample rate.
 * Measured with mpg123, FFmpeg and Chromium, which agree for a file without a Xing header; a test measures it again.
 */
export const DELAY_SAMPLES = 1105;

/** LAME lowers mono sound at this bit rate by 5 % (measured: -0.45 dB); giving it that much more keeps the level. */
const LAME_SCALE = 0.95;

/** Part of every stored sound's key: a change here encodes everything again. */
export const ENCODER_VERSION = `mp3-lame-0.7.0-${Object.values(BITRATE_KBPS).join("-")}`;

/** Sample rates of clips, both known to MP3: 16 kHz for Flite, 24 kHz for everything that may be better. */
export type SoundRate = 16_000 | 24_000;

/** Encodes mono samples as an MP3 file of constant bit rate. */
export type EncodeMp3 = (samples: Int16Array, sampleRateHz: SoundRate) => Uint8Array;

/** Compiles LAME once; the function it gives is synchronous and can be called again and again. */
export async function loadMp3Encoder(): Promise<EncodeMp3> {
  const path = createRequire(import.meta.url).resolve("wasm-media-encoders/wasm/mp3");
  const { createEncoder } = await import("wasm-media-encoders");
  const encoder = await createEncoder("audio/mpeg", await WebAssembly.compile(await readFile(path)));
  return (samples, sampleRateHz) => {
    encoder.configure({
      channels: 1,
      sampleRate: sampleRateHz,
      outputSampleRate: sampleRateHz,
      bitrate: BITRATE_KBPS[sampleRateHz],
    });
    const parts: Uint8Array[] = [];
    // A second at a time keeps the encoder's buffers small. Its results are views of its memory: copy them.
    for (let start = 0; start < samples.length; start += sampleRateHz) {
      const part = new Float32Array(Math.min(sampleRateHz, samples.length - start));
      for (let i = 0; i < part.length; i++) part[i] = (samples[start + i] ?? 0) / (32_768 * LAME_SCALE);
      parts.push(encoder.encode([part]).slice());
    }
    parts.push(encoder.finalize().slice());
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  };
}
