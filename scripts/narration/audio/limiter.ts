/** Keeps peaks below a ceiling, those between two samples included. Same input, same output. */
import { peak } from "./pcm.ts";
import { sincFilter } from "./resample.ts";

/** BS.1770-5, annex 2, measures true peaks at four times the sample rate. */
const OVERSAMPLING = 4;

/** Taps on each side of the interpolating filter: enough to follow speech up to 95 % of the Nyquist frequency. */
const HALF = 16;

/** How long before a peak the level begins to sink, and how long after it is back: short enough to keep words clear. */
const REACH_MS = 8;

/** Samples looked at together when most of a sound is far from the ceiling. */
const BLOCK = 32;

/**
 * How much louder a point between samples can be than the loudest sample around it. A tone is caught within its own period: even just below
 * the Nyquist frequency some sample among 64 comes within 5 % of its peak; the rest is for beats. Checked against the full measure in the tests.
 */
const BETWEEN = 1.5;

/** Filters for the points between two samples. */
function interpolators(): Float64Array[] {
  return Array.from({ length: OVERSAMPLING - 1 }, (_, i) => sincFilter((i + 1) / OVERSAMPLING, HALF, 1));
}

/**
 * For every sample the loudest value from it to the next one, at four times the rate.
 * @param floor where no value can reach it, the sample itself is enough
 */
function truePeaks(samples: Float32Array, floor: number): Float32Array {
  const filters = interpolators();
  const padded = new Float32Array(samples.length + HALF * 2);
  padded.set(samples, HALF);
  const out = samples.map(Math.abs);
  for (let start = 0; start < samples.length; start += BLOCK) {
    const end = Math.min(samples.length, start + BLOCK);
    if (peak(padded.subarray(start, end + HALF * 2)) * BETWEEN <= floor) continue;
    for (let i = start; i < end; i++) out[i] = Math.max(out[i] ?? 0, between(padded, i + 1, filters));
  }
  return out;
}

/** Loudest value between a sample and the next one. */
function between(padded: Float32Array, from: number, filters: readonly Float64Array[]): number {
  let loudest = 0;
  for (const filter of filters) {
    let sum = 0;
    for (let tap = 0; tap < HALF * 2; tap++) sum += (filter[tap] ?? 0) * (padded[from + tap] ?? 0);
    loudest = Math.max(loudest, Math.abs(sum));
  }
  return loudest;
}

/** The true peak as an amplitude; 1 is full scale. */
export function truePeak(samples: Float32Array): number {
  return peak(truePeaks(samples, 0));
}

/**
 * The same sound with no true peak above `ceiling` (an amplitude).
 * The gain each peak needs is held over its neighbourhood (minimum) and then smoothed by a mean of the same length, so it is never above what a peak needs.
 */
export function limit(samples: Float32Array, sampleRateHz: number, ceiling: number): Float32Array {
  const peaks = truePeaks(samples, ceiling);
  if (peak(peaks) <= ceiling) return samples;
  const reach = Math.max(1, Math.round((REACH_MS * sampleRateHz) / 1000));
  const needed = Float64Array.from(peaks, (value) => (value > ceiling ? ceiling / value : 1));
  const gain = slidingMean(slidingMinimum(needed, reach), reach);
  return samples.map((value, i) => value * (gain[i] ?? 1));
}

/** Over `reach` values before and after; the deque keeps the whole linear. */
function slidingMinimum(values: Float64Array, reach: number): Float64Array {
  const out = new Float64Array(values.length);
  const deque: number[] = [];
  let head = 0;
  for (let i = 0; i < values.length + reach; i++) {
    if (i < values.length) {
      while (deque.length > head && (values[deque.at(-1) ?? 0] ?? 1) >= (values[i] ?? 1)) deque.pop();
      deque.push(i);
    }
    const centre = i - reach;
    if (centre < 0) continue;
    while ((deque[head] ?? 0) < centre - reach) head++;
    out[centre] = values[deque[head] ?? 0] ?? 1;
  }
  return out;
}

function slidingMean(values: Float64Array, reach: number): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = (sums[i] ?? 0) + (values[i] ?? 0);
  return values.map((_, i) => {
    const from = Math.max(0, i - reach);
    const to = Math.min(values.length, i + reach + 1);
    return ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
  });
}
