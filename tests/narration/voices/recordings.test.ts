import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { estimateMs } from "../../../scripts/narration/estimate.ts";
import { alignSentences } from "../../../scripts/narration/voices/align.ts";
import { join, noise, silence } from "../signals.ts";

const rate = 16_000;

/** Words as bursts of noise with short gaps, a little quicker or slower each time; sometimes a breath after a comma. */
function read(sentence: string, pace: number): Float32Array {
  const words = sentence.split(" ").map((word) => {
    const said = noise(0.2, (estimateMs(word) * pace) / 1000 - 0.06, rate, word.length);
    return join(said, silence(word.endsWith(",") ? 0.25 : 0.06, rate));
  });
  return join(...words);
}

/** A reading of all sentences over a room's noise, and where each begins. */
function reading(
  sentences: readonly string[],
  pausesMs: readonly number[],
  hiss: number,
): { samples: Float32Array; startsMs: number[] } {
  const startsMs: number[] = [];
  const parts: Float32Array[] = [];
  let length = 0;
  sentences.forEach((sentence, i) => {
    startsMs.push((length * 1000) / rate);
    const part = join(
      read(sentence, 0.9 + ((i * 7) % 5) * 0.05),
      silence((pausesMs[i % pausesMs.length] ?? 400) / 1000, rate),
    );
    parts.push(part);
    length += part.length;
  });
  const samples = join(...parts);
  const room = noise(hiss, samples.length / rate, rate, 99);
  return { samples: samples.map((value, i) => value + (room[i] ?? 0)), startsMs };
}

const passage = readFileSync(new URL("../passage.txt", import.meta.url), "utf8")
  .trim()
  .split("\n");

describe("sentences of a recording", () => {
  it.each([
    ["a studio", 0, [500, 400, 700], 100],
    ["a quiet room", 0.002, [500, 400, 700], 100],
    ["a loud room", 0.01, [600, 500], 100],
    ["a hasty reader", 0.002, [320, 300, 350], 150],
  ])("are found in %s", (_, hiss, pausesMs, withinMs) => {
    const { samples, startsMs } = reading(passage, pausesMs, hiss);
    const { sentences, errorMs } = alignSentences(samples, rate, passage.map(estimateMs));
    const off = sentences.map(({ startMs }, i) => Math.abs(startMs - (startsMs[i] ?? 0)));
    expect(Math.max(...off)).toBeLessThan(withinMs);
    expect(errorMs).toBeLessThan(3000);
  });

  it("share the time by their words when nobody paused", () => {
    const samples = noise(0.2, 12, rate);
    const { sentences, errorMs } = alignSentences(samples, rate, [1000, 2000, 1000]);
    expect(sentences.map(({ startMs }) => Math.round(startMs / 100))).toEqual([0, 30, 90]);
    expect(sentences.at(-1)?.nextMs).toBe(12_000);
    expect(errorMs).toBeGreaterThanOrEqual(100);
  });

  it("follow one another and fill the recording, whatever it holds", () => {
    for (const samples of [
      silence(1, rate),
      noise(0.1, 0.01, rate),
      join(noise(0.1, 1, rate), silence(3, rate), noise(0.1, 1, rate)),
    ]) {
      const { sentences } = alignSentences(samples, rate, [500, 800, 300, 900]);
      const moments = sentences.flatMap(({ startMs, endMs, nextMs }) => [startMs, endMs, nextMs]);
      expect(moments).toEqual([...moments].sort((a, b) => a - b));
      expect(moments.at(-1)).toBeCloseTo((samples.length * 1000) / rate);
    }
  });
});
