import { describe, expect, it } from "vitest";
import { kWeighting, loudness } from "../../../scripts/narration/audio/loudness.ts";
import { bursts, noise, silence, tone } from "../signals.ts";

describe("loudness", () => {
  it("has the filters that BS.1770 prints for 48 kHz", () => {
    const [shelf, highPass] = kWeighting(48_000);
    // ITU-R BS.1770-5, annex 1, tables 1 and 2.
    const printed = [
      1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585,
    ];
    [...shelf.b, ...shelf.a].forEach((value, i) => expect(value).toBeCloseTo(printed[i] ?? 0, 10));
    expect(highPass.b).toEqual([1, -2, 1]);
    expect(highPass.a[0]).toBeCloseTo(-1.99004745483398, 10);
    expect(highPass.a[1]).toBeCloseTo(0.99007225036621, 10);
  });

  // What `ffmpeg -af ebur128` (FFmpeg 5.1) says of the same samples.
  const measured: readonly [string, (rate: number) => Float32Array, number, number][] = [
    ["bursts and pauses", bursts, 16_000, -18.6],
    ["bursts and pauses", bursts, 44_100, -18.6],
    ["a tone of 997 Hz", (rate) => tone(997, 0.1, 5, rate), 16_000, -23],
    ["a tone of 997 Hz", (rate) => tone(997, 0.1, 5, rate), 48_000, -23],
    ["a hum of 60 Hz", (rate) => tone(60, 0.3, 4, rate), 16_000, -17],
    ["white noise", (rate) => noise(0.2, 3, rate), 16_000, -15.9],
    ["white noise", (rate) => noise(0.2, 3, rate), 24_000, -15.8],
    ["a tone of 6 kHz", (rate) => tone(6000, 0.2, 3, rate), 16_000, -13.6],
  ];
  it.each(measured)("agrees with FFmpeg about %s at %3$s Hz", (_, signal, rate, lufs) => {
    expect(Math.abs(loudness(signal(rate), rate) - lufs)).toBeLessThan(0.1);
  });

  it("calls silence and what is shorter than a block silent", () => {
    expect(loudness(silence(2, 16_000), 16_000)).toBe(-Infinity);
    expect(loudness(tone(997, 0.1, 0.3, 16_000), 16_000)).toBe(-Infinity);
  });
});
