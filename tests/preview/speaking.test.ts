import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { readWav } from "../../scripts/narration/audio/wav.ts";
import { silentVoice } from "../../scripts/narration/voices/silent.ts";
import { CannotSpeak, type Voice } from "../../scripts/narration/voices/voice.ts";
import type { KeyedPart } from "../../scripts/preview/kept-plans.ts";
import { createSpeaking, type SaidPart } from "../../scripts/preview/speaking.ts";
import { makeSlide } from "../model.ts";
import { utterance } from "../narration/utterances.ts";

/** Samples of a sentence that nobody hears. */
const LENGTH = 1600;

let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A voice that says a sentence when it is let, and what it was asked for. */
async function speaking(options: { readonly cacheFolder?: string; readonly slow?: boolean } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "lanternist-speaking-"));
  const asked: string[] = [];
  let warmedUp = 0;
  const said = new Map<string, SaidPart>();
  let wake = (): void => undefined;
  let letGo = (): void => undefined;
  const mayGoOn = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const voice: Voice = {
    ...silentVoice(),
    sampleRateHz: 16_000,
    open: async () => ({
      parallel: 1,
      speak: async ({ spoken }) => {
        asked.push(spoken);
        wake();
        if (options.slow === true) await mayGoOn;
        if (spoken.includes("breakdown")) throw new CannotSpeak("it broke down");
        return { samples: new Int16Array(LENGTH).fill(spoken.length), words: [] };
      },
      close: async () => undefined,
    }),
    warmUp: async () => {
      warmedUp++;
      wake();
    },
  };
  const part = (...sentences: readonly string[]): KeyedPart => {
    const plan = { slide: makeSlide("war/a"), utterances: sentences.map((text) => utterance(text)) };
    return { plan, first: plan, voice, kind: "narration", key: sentences.join(" ") };
  };
  const queue = createSpeaking({
    cacheFolder: options.cacheFolder ?? folder,
    signal: new AbortController().signal,
    later: (_, act) => setImmediate(act),
    atOnce: 1,
    said: ({ key }, result) => {
      said.set(key, result);
      wake();
    },
    failed: (reason) => {
      throw reason;
    },
  });
  closing = [...closing, queue.close, () => rm(folder, { recursive: true, force: true, maxRetries: 5 })];
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo())
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  };
  return { queue, part, asked, said, letGo, until, warmedUp: () => warmedUp };
}

test("edits that come faster than speech: the last one is said, those between are not", async () => {
  const { queue, part, asked, said, letGo, until } = await speaking({ slow: true });
  queue.want([part("First words.")], []);
  await until(() => asked.length === 1);
  for (let n = 2; n <= 20; n++) queue.want([part(`Edit ${n}.`)], []);
  letGo();
  await until(() => said.has("Edit 20."));
  expect(asked).toEqual(["First words.", "Edit 20."]);
  expect(queue.isDone()).toBe(true);
});

test("an edit that is taken back while it is said is said all the same", async () => {
  const { queue, part, asked, said, letGo, until } = await speaking({ slow: true });
  queue.want([part("First words.", "And more.")], []);
  await until(() => asked.length === 1);
  queue.want([part("Other words.")], []);
  queue.want([part("First words.", "And more.")], []);
  letGo();
  await until(() => said.has("First words. And more."));
  expect(asked).toEqual(["First words.", "And more."]);
});

test("what is urgent comes before the sentences of a slide that has begun", async () => {
  const { queue, part, asked, said, letGo, until } = await speaking({ slow: true });
  const old = part("Old one.", "Old two.");
  queue.want([], [old]);
  await until(() => asked.length === 1);
  queue.want([part("New.")], [old]);
  letGo();
  await until(() => said.has("Old one. Old two."));
  expect(asked).toEqual(["Old one.", "New.", "Old two."]);
});

test("a voice is warmed up once, after the first slide, which somebody may wait for", async () => {
  const { queue, part, said, until, warmedUp } = await speaking();
  queue.want([], [part("One."), part("Two.")]);
  await until(() => said.size === 1);
  expect(warmedUp()).toBe(0);
  await until(() => said.size === 2);
  expect(warmedUp()).toBe(1);
  queue.want([], [part("Three.")]);
  await until(() => said.size === 3);
  expect(warmedUp()).toBe(1);
});

test("a sentence that the voice cannot say takes the slide's sound and nothing else", async () => {
  const { queue, part, said, until } = await speaking();
  queue.want([part("A breakdown.", "Words.")], [part("Other words.")]);
  await until(() => said.size === 2);
  const broken = said.get("A breakdown. Words.");
  expect(broken?.problems).toMatchObject([
    { code: "voice-failed", message: expect.stringContaining("breakdown") },
  ]);
  expect(broken?.speech.sound).toBeUndefined();
  expect(await queue.sound(part("A breakdown.", "Words."))).toBeUndefined();
  expect(said.get("Other words.")?.speech.sound?.path).toBe("audio/Other words..wav");
});

test("a slide's sound is its clips, as they are, one after the other", async () => {
  const { queue, part, said, until } = await speaking();
  const words = part("One.", "Three.");
  queue.want([], [words]);
  await until(() => said.size === 1);
  const bytes = await queue.sound(words);
  const { samples, sampleRateHz } = readWav(bytes ?? new Uint8Array());
  expect(sampleRateHz).toBe(16_000);
  expect(samples).toHaveLength(2 * LENGTH);
  expect([samples[0], samples.at(-1)]).toEqual([4 / 32_768, 6 / 32_768]);
  expect(said.get(words.key)?.speech.sound?.sizeBytes).toBe(bytes?.length);
});

test("where clips cannot be kept they are said again for who wants to hear them", async () => {
  const { queue, part, asked, said, until } = await speaking({ cacheFolder: "/dev/null/cache" });
  const words = part("One.");
  queue.want([], [words]);
  await until(() => said.size === 1);
  expect(await queue.sound(words)).toHaveLength(said.get(words.key)?.speech.sound?.sizeBytes ?? 0);
  expect(asked).toEqual(["One.", "One."]);
});
