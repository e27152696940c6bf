/** Changes how many samples a second a sound has. */

/** Zero crossings of the sinc on each side: 16 keeps the pass band flat to 90 % and aliases under -70 dB. */
const CROSSINGS = 16;

/** Share of the lower Nyquist frequency that passes. */
const PASS = 0.94;

/**
 * Band-limited interpolation with a Hann-windowed sinc (J. O. Smith, "Digital Audio Resampling", CCRMA).
 * One filter per fraction of a sample, so that the common ratios cost few sines. The sound keeps its length in seconds, rounded to a sample.
 */
export function resample(samples: Float32Array, fromHz: number, toHz: number): Float32Array {
  if (fromHz === toHz) return samples;
  const divisor = gcd(fromHz, toHz);
  const phases = toHz / divisor;
  const step = fromHz / divisor;
  const cutoff = PASS * Math.min(1, toHz / fromHz);
  const half = Math.ceil(CROSSINGS / cutoff);
  const filters = new Map<number, Float64Array>();
  const out = new Float32Array(Math.round((samples.length * toHz) / fromHz));
  for (let i = 0; i < out.length; i++) {
    const whole = Math.floor((i * step) / phases);
    const phase = (i * step) % phases;
    let filter = filters.get(phase);
    if (filter === undefined) {
      filter = sincFilter(phase / phases, half, cutoff);
      filters.set(phase, filter);
    }
    let sum = 0;
    for (let tap = 0; tap < filter.length; tap++)
      sum += (filter[tap] ?? 0) * (samples[whole + tap - half + 1] ?? 0);
    out[i] = sum;
  }
  return out;
}

/** Taps for a point `fraction` of a sample after the middle one; their sum is 1, so that silence and level stay. */
export function sincFilter(fraction: number, half: number, cutoff: number): Float64Array {
  const taps = new Float64Array(half * 2);
  let sum = 0;
  for (let tap = 0; tap < taps.length; tap++) {
    const distance = tap - half + 1 - fraction;
    const angle = Math.PI * distance * cutoff;
    const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
    const window = Math.abs(distance) >= half ? 0 : 0.5 + 0.5 * Math.cos((Math.PI * distance) / half);
    taps[tap] = sinc * window;
    sum += sinc * window;
  }
  return taps.map((value) => value / sum);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
