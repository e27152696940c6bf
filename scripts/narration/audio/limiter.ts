/** Keeps peaks below a ceiling, those between two samples included. Same input, same output. */
import { peak } from "./pcm.ts";
import { sincFilter } from "./resample.ts";

/** BS.1770-5, annex 2, measures true peaks at four times the sample rate. */
const OVERSAMPLING = 4;

/** Taps on each side of the interpolating filter: enough to follow speech up to 95 % of the Nyquist frequency. */
const HALF = 16;

/** How long before a peak the level begins to sink, and how long after it is back: short enough to keep words clear. */
const REACH_MS = 8;

/**
 * How much louder a point between two samples can be than both, for sound that matters: 1.5 is a tone at three quarters of the Nyquist
 * frequency at its worst. Above that, a tone's other samples within the limiter's reach show its peak.
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
  const out = new Float32Array(samples.length);
  for (let i = 0; i < samples.length; i++) out[i] = Math.abs(samples[i] ?? 0);
  let here = out[0] ?? 0;
  for (let i = 0; i < samples.length; i++) {
    const next = i + 1 < samples.length ? (out[i + 1] ?? 0) : 0;
    if ((here > next ? here : next) * BETWEEN > floor)
      out[i] = Math.max(here, between(padded, i + 1, filters));
    here = next;
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
  const needed = new Float64Array(peaks.length);
  for (let i = 0; i < peaks.length; i++) {
    const loud = peaks[i] ?? 0;
    needed[i] = loud > ceiling ? ceiling / loud : 1;
  }
  const gain = slidingMean(slidingMinimum(needed, reach), reach);
  const out = new Float32Array(samples.length);
  for (let i = 0; i < out.length; i++) out[i] = (samples[i] ?? 0) * (gain[i] ?? 1);
  return out;
}

/** Least value from `reach` before to `reach` after. A queue of falling candidates keeps it linear. */
function slidingMinimum(values: Float64Array, reach: number): Float64Array {
  const out = new Float64Array(values.length);
  const queue = new Int32Array(values.length);
  let head = 0;
  let tail = 0;
  for (let i = 0; i < values.length + reach; i++) {
    if (i < values.length) {
      const value = values[i] ?? 1;
      while (tail > head && (values[queue[tail - 1] ?? 0] ?? 1) >= value) tail--;
      queue[tail++] = i;
    }
    const centre = i - reach;
    if (centre < 0) continue;
    while ((queue[head] ?? 0) < centre - reach) head++;
    out[centre] = values[queue[head] ?? 0] ?? 1;
  }
  return out;
}

/** Mean from `reach` before to `reach` after, by sums from the start. */
function slidingMean(values: Float64Array, reach: number): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = (sums[i] ?? 0) + (values[i] ?? 0);
  const out = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const from = i < reach ? 0 : i - reach;
    const to = Math.min(values.length, i + reach + 1);
    out[i] = ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
  }
  return out;
}
