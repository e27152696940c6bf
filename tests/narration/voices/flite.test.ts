import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { truePeak } from "../../../scripts/narration/audio/limiter.ts";
import { loudness } from "../../../scripts/narration/audio/loudness.ts";
import { hashOf } from "../../../scripts/narration/hash.ts";
import { fliteVoice, fliteVoices } from "../../../scripts/narration/voices/flite.ts";
import { CEILING, TARGET_LUFS } from "../../../scripts/narration/voices/level.ts";
import type { Speech } from "../../../scripts/narration/voices/voice.ts";
import { workerPool, type WorkerPool } from "../../../scripts/narration/worker-pool.ts";
import type { Pronunciation } from "../../../scripts/model.ts";
import { decibels, join, toFloat32 } from "../signals.ts";
import { utterance } from "../utterances.ts";

const passage = readFileSync(new URL("../passage.txt", import.meta.url), "utf8")
  .trim()
  .split("\n");

describe("Flite", () => {
  const { signal } = new AbortController();
  let pool: WorkerPool;
  beforeAll(() => {
    pool = workerPool(signal, 2);
  });
  afterAll(async () => {
    await pool.close();
  });

  const sayAll = async (
    name: string,
    sentences: readonly string[],
    pronunciation?: Pronunciation,
  ): Promise<Speech[]> => {
    const utterances = sentences.map((spoken) => {
      const words = utterance(spoken);
      const [first, ...others] = words.runs;
      if (pronunciation === undefined || first === undefined) return words;
      return Object.assign(words, { runs: [{ ...first, pronunciation }, ...others] });
    });
    const speaker = await fliteVoice(name).open({
      pool,
      utterances,
      memory: async (_, measure) => measure(),
      signal,
    });
    return Promise.all(utterances.map((one) => speaker.speak(one)));
  };

  it.each(Object.keys(fliteVoices))(
    "brings the passage of its voice %s to -16 LUFS, under the ceiling",
    async (name) => {
      const clips = await sayAll(name, passage);
      const all = join(...clips.map(({ samples }) => toFloat32(samples)));
      expect(Math.abs(loudness(all, 16_000) - TARGET_LUFS)).toBeLessThan(0.5);
      // Between the samples a little more is allowed for: see BETWEEN in the limiter.
      expect(decibels(truePeak(all))).toBeLessThan(decibels(CEILING) + 0.3);
    },
  );

  it("says a pronunciation in every way of writing it, as long as the word has sounds", async () => {
    const [plain] = await sayAll("rms", ["Shevardnadze resigned."]);
    const [arpabet] = await sayAll("rms", ["Shevardnadze resigned."], {
      arpabet: "SH EH2 V ER0 D N AA1 D Z EH0",
    });
    const [ipa] = await sayAll("rms", ["Shevardnadze resigned."], { ipa: "ˌʃɛvərdˈnɑdzɛ" });
    const [short] = await sayAll("rms", ["Shevardnadze resigned."], { arpabet: "K IH1 M" });
    expect(hashOf(ipa?.samples)).toBe(hashOf(arpabet?.samples));
    expect(hashOf(ipa?.samples)).not.toBe(hashOf(plain?.samples));
    expect(short?.words[0]?.endMs).toBeLessThan((arpabet?.words[0]?.endMs ?? 0) * 0.7);
  });

  it("knows when each word is said: a long sentence's words are as long as they sound", async () => {
    const [speech] = await sayAll("rms", ["a extraordinarily a."]);
    const [first, long, last] = (speech?.words ?? []).map(({ startMs, endMs }) => endMs - startMs);
    expect(long).toBeGreaterThan(4 * (first ?? Infinity));
    expect(long).toBeGreaterThan(2 * (last ?? Infinity));
  });
});
