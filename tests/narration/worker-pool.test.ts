import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { workerPool, type WorkerPool } from "../../scripts/narration/worker-pool.ts";
import { CannotSpeak } from "../../scripts/narration/voices/voice.ts";
import { tone } from "./signals.ts";

describe("voice threads", () => {
  let controller: AbortController;
  let pool: WorkerPool;
  beforeEach(() => {
    controller = new AbortController();
    pool = workerPool(controller.signal, 2);
  });
  afterEach(async () => {
    await pool.close();
  });

  const level = async (samples: Float32Array): Promise<number> => {
    const raw = { samples, sampleRateHz: 24_000, words: [] };
    return (await pool.say({ kind: "level", raw, sampleRateHz: 24_000, gainDb: 0, words: 3 })).samples.length;
  };
  const sound = tone(300, 0.2, 1, 24_000);

  it("give each task its own answer, more tasks than threads", async () => {
    const lengths = [0.3, 0.9, 0.5, 0.7, 0.4, 0.6];
    const answers = await Promise.all(lengths.map((seconds) => level(tone(300, 0.2, seconds, 24_000))));
    expect(answers.map((samples) => samples / 24_000)).toEqual(lengths);
  });

  it("tell what a voice cannot say from a bug, and go on after both", async () => {
    await expect(level(new Float32Array(24_000))).rejects.toThrow(CannotSpeak);
    // @ts-expect-error -- no such sample rate
    await expect(pool.encode(new Int16Array(10), 12_345.6)).rejects.toThrow(/Error/);
    expect(await level(sound)).toBe(24_000);
  });

  it("stop at once when the build is stopped", async () => {
    const waiting = Promise.allSettled([level(sound), level(sound), level(sound), level(sound)]);
    controller.abort(new Error("enough"));
    expect((await waiting).map((one) => one.status === "rejected" && String(one.reason))).toEqual(
      Array.from({ length: 4 }, () => "Error: enough"),
    );
    await expect(level(sound)).rejects.toThrow("enough");
  });

  it("answer nothing after they were closed, and leave nobody waiting", async () => {
    const waiting = Promise.allSettled([level(sound), level(sound), level(sound)]);
    await pool.close();
    expect((await waiting).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    await expect(level(sound)).rejects.toThrow("closed");
  });
});
