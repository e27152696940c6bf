/** Sounds made by arithmetic, the same on every machine, and as files. */

export function tone(
  frequencyHz: number,
  amplitude: number,
  seconds: number,
  sampleRateHz: number,
): Float32Array {
  return Float32Array.from(
    { length: Math.round(seconds * sampleRateHz) },
    (_, i) => amplitude * Math.sin((2 * Math.PI * frequencyHz * i) / sampleRateHz),
  );
}

/** White noise from a linear congruential generator (Numerical Recipes' constants). */
export function noise(amplitude: number, seconds: number, sampleRateHz: number, seed = 1): Float32Array {
  let state = seed;
  return Float32Array.from({ length: Math.round(seconds * sampleRateHz) }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return amplitude * (state / 2 ** 31 - 1);
  });
}

export function silence(seconds: number, sampleRateHz: number): Float32Array {
  return new Float32Array(Math.round(seconds * sampleRateHz));
}

export function join(...parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Something like speech to a loudness meter: bursts of different levels, with pauses. */
export function bursts(sampleRateHz: number): Float32Array {
  return join(
    tone(300, 0.3, 1.5, sampleRateHz),
    silence(0.7, sampleRateHz),
    noise(0.1, 2, sampleRateHz),
    silence(1.2, sampleRateHz),
    tone(1500, 0.05, 1.1, sampleRateHz),
    noise(0.005, 2, sampleRateHz, 7),
  );
}

/** In decibels below full scale. */
export function decibels(amplitude: number): number {
  return 20 * Math.log10(amplitude);
}

/** 16-bit integers as floats. */
export function toFloat32(samples: Int16Array): Float32Array {
  const out = new Float32Array(samples.length);
  for (let i = 0; i < samples.length; i++) out[i] = (samples[i] ?? 0) / 32_768;
  return out;
}
