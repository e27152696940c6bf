/**
 * How loud a sound seems: integrated loudness after ITU-R BS.1770-5 (2023), for one channel, at any sample rate.
 *
 * The recommendation gives the two K-weighting filters as numbers for 48 kHz. For other rates they are made again from the analogue
 * prototypes behind those numbers, as B. De Man, "Evaluation of Implementations of the EBU R128 Loudness Measurement" (AES 145, 2018)
 * derives them; at 48 kHz this gives the recommendation's own coefficients (a test compares all ten).
 */

/** A second-order filter, `a0` being 1. */
export interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

/** Stage 1, a high shelf for the head's own effect, and stage 2, a high pass (BS.1770-5, annex 1, tables 1 and 2). */
export function kWeighting(sampleRateHz: number): readonly [Biquad, Biquad] {
  return [shelf(sampleRateHz), highPass(sampleRateHz)];
}

function shelf(sampleRateHz: number): Biquad {
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRateHz);
  const q = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return {
    b: [
      (high + (band * k) / q + k * k) / a0,
      (2 * (k * k - high)) / a0,
      (high - (band * k) / q + k * k) / a0,
    ],
    a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
  };
}

function highPass(sampleRateHz: number): Biquad {
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRateHz);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] };
}

function filter(samples: Float32Array | Float64Array, { b, a }: Biquad): Float64Array {
  const out = new Float64Array(samples.length);
  // Transposed direct form II: two numbers of memory.
  let z1 = 0;
  let z2 = 0;
  for (let i = 0; i < samples.length; i++) {
    const x = samples[i] ?? 0;
    const y = b[0] * x + z1;
    z1 = b[1] * x - a[0] * y + z2;
    z2 = b[2] * x - a[1] * y;
    out[i] = y;
  }
  return out;
}

/** BS.1770-5: blocks of 400 ms that overlap by 75 %, so that one starts every 100 ms. */
const STEPS_PER_BLOCK = 4;
const STEPS_PER_SECOND = 10;
const OFFSET = -0.691;
const ABSOLUTE_GATE = -70;
const RELATIVE_GATE = -10;

/** Integrated loudness in LUFS; `-Infinity` for silence and for sounds shorter than a block. */
export function loudness(samples: Float32Array, sampleRateHz: number): number {
  const [first, second] = kWeighting(sampleRateHz);
  const weighted = filter(filter(samples, first), second);
  const step = Math.round(sampleRateHz / STEPS_PER_SECOND);
  const energies: number[] = [];
  for (let start = 0; start + step <= weighted.length; start += step) {
    let sum = 0;
    for (let i = start; i < start + step; i++) sum += (weighted[i] ?? 0) ** 2;
    energies.push(sum / step);
  }
  const blocks: number[] = [];
  for (let i = 0; i + STEPS_PER_BLOCK <= energies.length; i++)
    blocks.push(mean(energies.slice(i, i + STEPS_PER_BLOCK)));
  const audible = blocks.filter((energy) => toLufs(energy) > ABSOLUTE_GATE);
  if (audible.length === 0) return -Infinity;
  const gate = toLufs(mean(audible)) + RELATIVE_GATE;
  return toLufs(mean(audible.filter((energy) => toLufs(energy) > gate)));
}

function toLufs(energy: number): number {
  return OFFSET + 10 * Math.log10(energy);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
