/** Small functions over mono sound. Floats run from -1 to 1; stored clips are 16-bit integers. */

/** Rounds to 16 bits; what lies outside is cut to the loudest value. */
export function toInt16(samples: Float32Array): Int16Array {
  const out = new Int16Array(samples.length);
  for (let i = 0; i < samples.length; i++) {
    const value = Math.round((samples[i] ?? 0) * 32_768);
    out[i] = value > 32_767 ? 32_767 : value < -32_768 ? -32_768 : value;
  }
  return out;
}

/** The samples made louder or softer by a factor; nothing is clipped. */
export function scale(samples: Float32Array, factor: number): Float32Array {
  const out = new Float32Array(samples.length);
  for (let i = 0; i < samples.length; i++) out[i] = (samples[i] ?? 0) * factor;
  return out;
}

/** A ratio of amplitudes as decibels say it: 6.02 dB is twice. */
export function fromDecibels(gainDb: number): number {
  return 10 ** (gainDb / 20);
}

/** Loudest absolute sample. */
export function peak(samples: Float32Array): number {
  let loudest = 0;
  for (let i = 0; i < samples.length; i++) {
    const value = Math.abs(samples[i] ?? 0);
    if (value > loudest) loudest = value;
  }
  return loudest;
}

/** Milliseconds as whole samples. */
export function toSamples(durationMs: number, sampleRateHz: number): number {
  return Math.round((durationMs * sampleRateHz) / 1000);
}

/** Samples as milliseconds, rounded once. */
export function toMs(samples: number, sampleRateHz: number): number {
  return Math.round((samples * 1000) / sampleRateHz);
}

/** Loudness of 10 ms stretches as root mean square, without the constant part; the last one may be shorter. */
export function levels(samples: Float32Array, sampleRateHz: number): Float32Array {
  const size = Math.max(1, Math.round(sampleRateHz / 100));
  const out = new Float32Array(Math.ceil(samples.length / size));
  for (let frame = 0; frame < out.length; frame++) {
    const part = samples.subarray(frame * size, (frame + 1) * size);
    let sum = 0;
    let squares = 0;
    for (const value of part) {
      sum += value;
      squares += value * value;
    }
    const mean = sum / part.length;
    out[frame] = Math.sqrt(Math.max(0, squares / part.length - mean * mean));
  }
  return out;
}

/** Below this a 10 ms stretch counts as silence: -50 dB under full scale, under the breath of every voice tried. */
export const SILENCE = fromDecibels(-50);

/** Silence kept before the first and after the last sound, so that no consonant is cut. */
const KEEP_BEFORE_MS = 20;
const KEEP_AFTER_MS = 50;

/** First and last sample (exclusive) of what is heard, with a little silence around; undefined when nothing is heard. */
export function heard(samples: Float32Array, sampleRateHz: number): { from: number; to: number } | undefined {
  const size = Math.max(1, Math.round(sampleRateHz / 100));
  const loud = levels(samples, sampleRateHz).map((level) => (level > SILENCE ? 1 : 0));
  const first = loud.indexOf(1);
  if (first === -1) return undefined;
  const last = loud.lastIndexOf(1);
  return {
    from: Math.max(0, first * size - toSamples(KEEP_BEFORE_MS, sampleRateHz)),
    to: Math.min(samples.length, (last + 1) * size + toSamples(KEEP_AFTER_MS, sampleRateHz)),
  };
}

/** Raises and lowers the first and last few milliseconds, so that a cut never clicks. Changes its argument. */
export function fadeEnds(samples: Float32Array, sampleRateHz: number, fadeMs = 5): void {
  const length = Math.min(toSamples(fadeMs, sampleRateHz), Math.floor(samples.length / 2));
  for (let i = 0; i < length; i++) {
    const factor = (i + 0.5) / length;
    samples[i] = (samples[i] ?? 0) * factor;
    const mirrored = samples.length - 1 - i;
    samples[mirrored] = (samples[mirrored] ?? 0) * factor;
  }
}
