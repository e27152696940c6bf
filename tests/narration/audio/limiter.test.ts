import { describe, expect, it } from "vitest";
import { limit, truePeak } from "../../../scripts/narration/audio/limiter.ts";
import { fromDecibels, peak } from "../../../scripts/narration/audio/pcm.ts";
import { bursts, decibels, noise, tone } from "../signals.ts";

describe("limiter", () => {
  it("sees peaks between the samples", () => {
    // A quarter of the sample rate, 45 degrees off: every sample is 3 dB below the tone's own peak.
    const between = Float32Array.from(
      { length: 16_000 },
      (_, i) => 0.5 * Math.sin((Math.PI / 2) * i + Math.PI / 4),
    );
    expect(decibels(peak(between))).toBeCloseTo(-9.03, 1);
    expect(decibels(truePeak(between.slice(4000, 12_000)))).toBeGreaterThan(-6.1);
  });

  it.each([
    ["noise", noise(0.99, 1, 16_000)],
    ["bursts", bursts(16_000).map((value) => value * 3)],
    ["a tone near the Nyquist frequency", tone(7600, 1.2, 1, 16_000)],
  ])("keeps %s below the ceiling, and itself otherwise", (_, sound) => {
    const ceiling = fromDecibels(-3);
    const limited = limit(sound, 16_000, ceiling);
    expect(limited).toHaveLength(sound.length);
    expect(decibels(truePeak(limited))).toBeLessThan(-2.9);
    expect(limit(sound, 16_000, ceiling)).toEqual(limited);
  });

  it("leaves what is quiet enough untouched", () => {
    const quiet = tone(440, 0.3, 0.5, 16_000);
    expect(limit(quiet, 16_000, 0.7)).toBe(quiet);
  });

  it("lowers only the neighbourhood of a peak", () => {
    const sound = tone(440, 0.3, 1, 16_000);
    sound[8000] = 1;
    const limited = limit(sound, 16_000, 0.7);
    expect(limited.slice(0, 7500)).toEqual(sound.slice(0, 7500));
    expect(limited.slice(8500)).toEqual(sound.slice(8500));
    expect(peak(limited)).toBeLessThanOrEqual(0.7);
  });
});
