/** The whole way, with the real voice: deck → clips → sound → timeline, and back from the sound. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MPEGDecoder } from "mpg123-decoder";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Deck, Slide } from "../../scripts/model.ts";
import { truePeak } from "../../scripts/narration/audio/limiter.ts";
import { loudness } from "../../scripts/narration/audio/loudness.ts";
import { levels, SILENCE, toInt16 } from "../../scripts/narration/audio/pcm.ts";
import { clipStore } from "../../scripts/narration/clip-store.ts";
import { hashOfBytes } from "../../scripts/narration/hash.ts";
import {
  narrate,
  type Narration,
  type NarrationEffects,
  type NarrationOptions,
} from "../../scripts/narration/narrate.ts";
import { decibels, join as joinSounds, silence, tone } from "./signals.ts";
import { writeWav } from "../../scripts/narration/audio/wav.ts";
import { deck, pauses, slide } from "./utterances.ts";

const program = fileURLToPath(new URL("voices/speaking-program.mjs", import.meta.url));

const talk = deck([
  slide("one", [
    [
      "For months Kim had asked. ",
      "In the spring of 1950 [click]the answer came: yes. ",
      "What did Stalin [pause 800ms]think he knew?",
    ],
    [
      "Nobody wrote it down. ",
      "So we can only [click]compare the letters, the telegrams and what happened next.",
    ],
  ]),
  slide("two", [
    [
      "The peninsula was divided at the 38th parallel. ",
      "Two men drew the line in half an hour, [click]on a map for tourists.",
    ],
  ]),
  slide("silent", []),
]);

/** Two sentences, where it does not matter how much is said. */
const few = deck([slide("one", [["For months Kim had asked. ", "Nobody wrote it down."]])]);

let folder: string;
let cacheFolder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "narrate-"));
  cacheFolder = join(folder, "cache");
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function say(
  what: Deck,
  options: Partial<NarrationOptions> = {},
  effects: Partial<NarrationEffects> = {},
): Promise<Narration> {
  return narrate(
    what,
    { front: [], back: [], audio: true, voices: {}, cacheFolder, deckPaths: new Set(), ...options },
    {
      progress: () => {},
      readDeck: async (path) => {
        throw new Error(`no ${path}`);
      },
      signal: new AbortController().signal,
      ...effects,
    },
  );
}

/** Names and contents of the sounds, short enough for a message. */
function fingerprint({ sounds }: Narration): string[] {
  return sounds.map(({ path, bytes, durationMs }) => `${path} ${hashOfBytes(bytes)} ${durationMs}`);
}

/** A slide's sound as a browser hears it. */
async function decode(mp3: Uint8Array): Promise<Float32Array> {
  const decoder = new MPEGDecoder({ enableGapless: false });
  await decoder.ready;
  const { channelData } = decoder.decode(mp3);
  decoder.free();
  return channelData[0] ?? new Float32Array();
}

const rate = 16_000;

/** First moment at or after `fromMs` at which something is heard, to 10 ms. */
function heardAt(sound: Float32Array, fromMs: number): number {
  const from = Math.round((fromMs * rate) / 1000);
  const first = levels(sound.subarray(from), rate).findIndex((level) => level > SILENCE * 2);
  return fromMs + first * 10;
}

describe("narration", () => {
  let first: Narration;
  beforeAll(async () => {
    first = await say(talk);
  });

  it("speaks every sentence", () => {
    expect(first.problems).toEqual([]);
    expect(first.counts).toEqual({ sentences: 7, descriptions: 0, spoken: 8 });
    expect(first.voice).toMatchObject({ adapter: "flite", title: "CMU Flite, voice rms", synthetic: true });
    expect(first.timeline.slides.map(({ sound }) => sound !== undefined)).toEqual([true, true, false]);
    expect(first.sounds.map(({ path }) => path)).toEqual(
      first.timeline.slides.flatMap(({ sound }) => sound?.path ?? []),
    );
  });

  it("is heard where the timeline says: each sentence within 30 ms", async () => {
    for (const time of first.timeline.slides) {
      const sound = first.sounds.find(({ path }) => path === time.sound?.path);
      if (sound === undefined || time.sound === undefined) continue;
      const decoded = await decode(sound.bytes);
      // Before a sentence there is silence; it begins where sound begins.
      for (const { startMs, text } of time.sentences) {
        const wantedMs = startMs - time.startMs + time.sound.delayMs;
        const quietMs = Math.max(0, wantedMs - 60);
        expect([text, Math.abs(heardAt(decoded, quietMs) - wantedMs) <= 30]).toEqual([text, true]);
      }
      const decodedMs = (decoded.length * 1000) / rate - time.sound.delayMs;
      expect(decodedMs).toBeGreaterThanOrEqual(time.sound.durationMs);
      expect(decodedMs).toBeLessThan(time.sound.durationMs + 100);
    }
  });

  it("has its pauses where they were written", async () => {
    const [one] = first.timeline.slides;
    const sound = first.sounds[0];
    if (one?.sound === undefined || sound === undefined) throw new Error("the slide has no sound");
    const decoded = await decode(sound.bytes);
    const think = one.sentences[2]?.words.find(({ from }) =>
      one.sentences[2]?.text.slice(from).startsWith("think"),
    );
    const atMs = (think?.startMs ?? 0) + one.sound.delayMs;
    const before = decoded.subarray(
      Math.round(((atMs - 780) * rate) / 1000),
      Math.round(((atMs - 30) * rate) / 1000),
    );
    expect(Math.max(...levels(before, rate))).toBeLessThan(SILENCE * 2);
  });

  it("brings steps with their words", () => {
    const [one, two] = first.timeline.slides;
    const word = (index: number, start: string): number | undefined => {
      const sentence = one?.sentences[index];
      return sentence?.words.find(({ from }) => sentence.text.slice(from).startsWith(start))?.startMs;
    };
    expect(one?.stepsMs).toEqual([word(1, "the answer"), word(4, "compare")]);
    const [, line] = two?.sentences ?? [];
    // "in half an hour" is behind, "a map for tourists" still to come.
    const share =
      ((two?.stepsMs[0] ?? 0) - (line?.startMs ?? 0)) / ((line?.endMs ?? 0) - (line?.startMs ?? 0));
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(0.75);
  });

  it("gives every written word a time, also where other words are said", () => {
    const sentence = first.timeline.slides[0]?.sentences[1];
    const written = sentence?.words.map(({ from, to }) => sentence.text.slice(from, to));
    expect(written).toEqual(["In", "the", "spring", "of", "1950", "the", "answer", "came", "yes"]);
  });

  it("is as loud as promised, with its peaks below the promise", async () => {
    const decoded = await Promise.all(first.sounds.map(({ bytes }) => decode(bytes)));
    const all = joinSounds(...decoded);
    expect(Math.abs(loudness(all, rate) + 16)).toBeLessThan(1);
    expect(decibels(truePeak(all))).toBeLessThan(-1.5);
  });

  it("speaks nothing the second time, and gives the same bytes", async () => {
    const again = await say(talk);
    expect(again.counts.spoken).toBe(0);
    expect(again.timeline).toEqual(first.timeline);
    expect(fingerprint(again)).toEqual(fingerprint(first));
  });

  it("gives the same bytes without the store's help", async () => {
    const again = await say(talk, { cacheFolder: join(folder, "other") });
    expect(again.counts.spoken).toBe(8);
    expect(again.timeline).toEqual(first.timeline);
    expect(again.sounds.map(({ path }) => path)).toEqual(first.sounds.map(({ path }) => path));
  });

  it("speaks one sentence anew when one was changed, none when slides move", async () => {
    const [one, two, silent] = talk.eras[0]?.slides ?? [];
    if (one === undefined || two === undefined || silent === undefined)
      throw new Error("the deck has three slides");
    const edited = slide("two", [
      ["The peninsula was divided at the 38th parallel. ", "It took them half an hour."],
    ]);
    expect((await say(deck([one, edited, silent]))).counts.spoken).toBe(1);
    expect((await say(deck([two, silent, one]))).counts.spoken).toBe(0);
    const merged = slide("both", [[`${one.narration[0]?.text} `, `${two.narration[0]?.text}`]]);
    expect((await say(deck([merged]))).counts.spoken).toBe(0);
  });

  it("reports its progress, sentence by sentence", async () => {
    const told: [number, number][] = [];
    await say(talk, {}, { progress: (done, total) => told.push([done, total]) });
    expect(told).toEqual(Array.from({ length: 8 }, (_, i) => [i + 1, 8]));
  });

  it("speaks a clip again that was truncated in the store", async () => {
    const own = join(folder, "truncated");
    const good = await say(few, { cacheFolder: own });
    await rm(join(own, "sounds"), { recursive: true });
    const clip = (await readdir(join(own, "clips"), { recursive: true })).find((name) =>
      name.endsWith(".clip"),
    );
    const path = join(own, "clips", clip ?? "");
    await writeFile(path, (await readFile(path)).subarray(0, 5000));
    const again = await say(few, { cacheFolder: own });
    expect([good.counts.spoken, again.counts.spoken]).toEqual([2, 1]);
    expect(fingerprint(again)).toEqual(fingerprint(good));
  });

  it("shares a store with another build at the same time", async () => {
    const own = join(folder, "shared");
    const [a, b] = await Promise.all([say(talk, { cacheFolder: own }), say(talk, { cacheFolder: own })]);
    expect(a.timeline).toEqual(first.timeline);
    expect(b.timeline).toEqual(first.timeline);
    expect(fingerprint(b)).toEqual(fingerprint(first));
  });

  it("goes on without a store when the disk is full, and says so once", async () => {
    const store = (onTrouble: (message: string) => void) =>
      clipStore(join(folder, "full"), {
        onTrouble,
        files: {
          create: async () => {
            throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
          },
        },
      });
    const told: string[] = [];
    const made = await say(talk, {}, { store: store((message) => told.push(message)) });
    expect(told).toHaveLength(1);
    expect(fingerprint(made)).toEqual(fingerprint(first));

    await writeFile(join(folder, "no-folder"), "");
    const { problems } = await say(few, { cacheFolder: join(folder, "no-folder") });
    expect(problems.map(({ severity, code }) => [severity, code])).toEqual([["warning", "cache-unwritable"]]);
  });

  it("stops when it is told to, and leaves only whole clips", async () => {
    const own = join(folder, "stopped");
    const controller = new AbortController();
    const stopped = say(
      talk,
      { cacheFolder: own },
      { signal: controller.signal, progress: () => controller.abort(new Error("enough")) },
    );
    await expect(stopped).rejects.toThrow("enough");
    const left = await readdir(own, { recursive: true });
    expect(left.filter((name) => name.endsWith(".part"))).toEqual([]);
    expect(fingerprint(await say(talk, { cacheFolder: own }))).toEqual(fingerprint(first));
  });
});

describe("without sound", () => {
  it("estimates the same slides and steps, quickly and without a voice", async () => {
    const { timeline, sounds, voice, counts } = await say(talk, { audio: false });
    expect(timeline.estimated).toBe(true);
    expect(sounds).toEqual([]);
    expect(voice.adapter).toBe("silent");
    expect(counts).toEqual({ sentences: 7, descriptions: 0, spoken: 0 });
    expect(timeline.slides.map(({ stepsMs }) => stepsMs.length)).toEqual([2, 1, 0]);
    expect((await say(talk, { voice: "silent" })).timeline).toEqual(timeline);
  });
});

describe("a voice", () => {
  const voices = { robot: { command: [process.execPath, program], title: "The robot" } };

  it("of the user's configuration is asked for by name", async () => {
    const { voice, sounds, problems } = await say(talk, { voice: "robot", voices });
    expect(problems).toEqual([]);
    expect(voice).toEqual({ adapter: "command", title: "The robot", synthetic: true });
    expect(sounds).toHaveLength(2);
  });

  it("that fails on one sentence names it and its place; the others are spoken", async () => {
    const broken = deck([
      slide("one", [["This is fine. ", "This is a breakdown here. ", "This is fine as well."]]),
      slide("two", [["And this."]]),
    ]);
    const { problems, sounds, counts, timeline } = await say(broken, { voice: "robot", voices });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      severity: "error",
      code: "voice-failed",
      file: "01-era.md",
      line: 2,
    });
    expect(problems[0]?.message).toContain('the voice cannot say "This is a breakdown here."');
    expect(problems[0]?.message).toContain("the model has no such voice");
    expect(counts.spoken).toBe(3);
    expect(sounds).toHaveLength(1);
    expect(timeline.slides).toHaveLength(2);
  });

  it("that gives silence for words is an error, never a silence", async () => {
    const { problems } = await say(deck([slide("one", [["Here is stillness."]])]), {
      voice: "robot",
      voices,
    });
    expect(problems[0]?.message).toContain("it gave no sound for these words");
  });

  it("that only the deck's author has is replaced with a warning; a slip and what the user asks for are errors", async () => {
    const short = (voice?: string): Deck =>
      deck([slide("one", [["For months Kim had asked."]])], voice === undefined ? {} : { voice });
    const codes = async (what: Deck, options: Partial<NarrationOptions> = {}): Promise<unknown> =>
      (await say(what, options)).problems.map(({ severity, code, hint }) => [severity, code, hint]);
    expect(await codes(short("piper"))).toEqual([
      ["warning", "unknown-voice", expect.stringContaining("spoken by flite:rms instead")],
    ]);
    expect(await codes(short("flit"))).toEqual([["error", "unknown-voice", 'did you mean "flite"?']]);
    expect(await codes(short("flite:stl"))).toEqual([["error", "unknown-voice", 'did you mean "slt"?']]);
    expect(await codes(short(), { voice: "piper" })).toEqual([
      ["error", "unknown-voice", "one of: flite, silent"],
    ]);
    expect(await codes(short("flite:rms speed=7"))).toEqual([
      ["error", "unknown-voice", "a number from 0.5 to 2, such as speed=1.1"],
    ]);
    expect(await codes(short("flite:slt speed=1.2"))).toEqual([]);
  });

  it("speaks as quickly as it is asked to", async () => {
    const length = async (voice: string): Promise<number> => {
      const { timeline } = await say(
        deck([slide("one", [["For months Kim had asked, and nobody answered."]])]),
        { voice },
      );
      return timeline.slides[0]?.sound?.durationMs ?? 0;
    };
    expect((await length("flite:rms speed=1.25")) / (await length("flite:rms"))).toBeCloseTo(0.8, 1);
  });

  it("says the deck's pronunciations", async () => {
    const plain = deck([slide("one", [["Kim met Shevardnadze."]])]);
    const taught = deck([slide("one", [["Kim met Shevardnadze."]])], {
      pronunciations: { Shevardnadze: "sheh-vard-NAHD-zeh" },
    });
    const [a, b] = [await say(plain), await say(taught)];
    expect(b.problems).toEqual([]);
    expect(b.sounds[0]?.path).not.toBe(a.sounds[0]?.path);
  });

  it("that reads English is a warning for another language", async () => {
    const { problems } = await say(deck([slide("one", [["Guten Tag."]])], { language: "de-CH" }));
    expect(problems.map(({ severity, code }) => [severity, code])).toEqual([["warning", "voice-language"]]);
    expect((await say(deck([slide("one", [["Good day."]])], { language: "en-GB" }))).problems).toEqual([]);
  });

  it("is not asked for letters that it cannot say", async () => {
    const { problems } = await say(deck([slide("one", [["He was called 김일성 then. "]])]));
    expect(problems.map(({ code }) => code)).toEqual(["cannot-be-said"]);
  });
});

describe("what pictures show", () => {
  const map = "A map of Korea. The line runs along the 38th parallel.";
  const pictured = deck([
    { ...slide("one", [["For months Kim had asked."]]), descriptions: [map] },
    { ...slide("silent", []), descriptions: ["A pair of shoes"] },
    slide("plain", [["Nobody wrote it down."]]),
  ]);

  it("has sounds of its own and takes none of the lecture's time", async () => {
    const { timeline, sounds, problems, counts } = await say(pictured);
    const [one, silent, plain] = timeline.slides;
    expect(problems).toEqual([]);
    expect(counts.sentences).toBe(2);
    expect(one?.description?.sentences.map(({ text }) => text)).toEqual([
      "A map of Korea.",
      "The line runs along the 38th parallel.",
    ]);
    expect(silent?.description?.sentences.map(({ text }) => text)).toEqual(["A pair of shoes"]);
    expect(plain?.description).toBeUndefined();
    const paths = new Set(sounds.map(({ path }) => path));
    for (const time of [one, silent]) expect(paths).toContain(time?.description?.sound.path);
    const without = await say(deck([slide("one", [["For months Kim had asked."]])]));
    expect(one?.endMs).toBe(without.timeline.slides[0]?.endMs);
    const spoken = sounds.find(({ path }) => path === one?.description?.sound.path);
    const second = one?.description?.sentences[1]?.startMs ?? 0;
    const heard = await decode(spoken?.bytes ?? new Uint8Array());
    expect(Math.abs(heardAt(heard, second + 69 - 30) - 69 - second)).toBeLessThan(30);
  });

  it("is a warning where the voice cannot say it, at the slide", async () => {
    const korean = deck([
      { ...slide("one", [["Look."]]), descriptions: ["Two circles, 모스크바 and Pyongyang"] },
    ]);
    const { problems } = await say(korean);
    expect(problems).toMatchObject([
      { severity: "warning", code: "description-not-said", message: expect.stringContaining("모스크바") },
    ]);
  });

  it("is not said by a voice of another language, and not without sound", async () => {
    const german = deck([{ ...slide("one", [["Guten Tag."]]), descriptions: ["Eine Karte"] }], {
      language: "de",
    });
    for (const { timeline } of [await say(german), await say(pictured, { audio: false })])
      expect(timeline.slides.filter(({ description }) => description !== undefined)).toEqual([]);
  });
});

describe("a recording", () => {
  const path = "recordings/era/one.wav";
  const words = ["For months Kim had asked and asked. ", "The answer came. ", "Nobody wrote it down."];
  const slides: Slide[] = [slide("one", [words]), slide("two", [["For months Kim had asked."]])];
  const wav = writeWav(
    toInt16(
      joinSounds(
        silence(0.4, 44_100),
        tone(200, 0.05, 3, 44_100),
        silence(0.5, 44_100),
        tone(200, 0.05, 1.4, 44_100),
        silence(0.7, 44_100),
        tone(200, 0.05, 1.9, 44_100),
      ),
    ),
    44_100,
  );
  const withFiles = (
    files: Readonly<Record<string, Uint8Array>>,
    changed: Readonly<Record<string, number>> = {},
  ) =>
    [
      { deckPaths: new Set(Object.keys(files)) },
      {
        readDeck: async (name: string) => {
          const bytes = files[name];
          if (bytes === undefined) throw new Error(`no ${name}`);
          return bytes;
        },
        changedMs: async (name: string) => changed[name] ?? 0,
      },
    ] as const;

  it("replaces the voice for its slide, at its own level", async () => {
    const lines: string[] = [];
    const [options, effects] = withFiles({ [path]: wav });
    const { timeline, sounds, problems, voice } = await say(deck(slides), options, {
      ...effects,
      log: (line) => lines.push(line),
    });
    expect(problems).toEqual([]);
    expect(voice).toMatchObject({ synthetic: true, title: "CMU Flite, voice rms, and recordings" });
    const [one, two] = timeline.slides;
    // Cut at the sound's own begin, 0.4 s into the file: the first sentence starts the slide.
    expect(one?.sentences.map(({ startMs }) => Math.round(startMs / 100))).toEqual([0, 35, 56]);
    expect(one?.sound).toMatchObject({ delayMs: 46 });
    expect(two?.sound).toMatchObject({ delayMs: 69 });
    expect(one?.endMs).toBe((one?.sound?.durationMs ?? 0) + pauses.slide);
    expect(Math.abs(loudness(await decode(sounds[0]?.bytes ?? new Uint8Array()), 24_000) + 16)).toBeLessThan(
      1,
    );
    expect(lines).toEqual([
      "recordings/era/one.wav: 3 sentences found by their pauses, probably within 0.1 s",
    ]);
  });

  it("of every slide needs no other voice", async () => {
    const [options, effects] = withFiles({ [path]: wav });
    const { voice, counts } = await say(deck(slides.slice(0, 1)), options, effects);
    expect(voice).toEqual({ adapter: "recordings", title: "Recorded voice", synthetic: false });
    expect(counts.sentences).toBe(3);
  });

  it("is a warning when the narration says something else now", async () => {
    const text = new TextEncoder();
    const said = async (transcript: string): Promise<string[]> => {
      const [options, effects] = withFiles({
        [path]: wav,
        "recordings/era/one.txt": text.encode(transcript),
      });
      return (await say(deck(slides), options, effects)).problems.map(({ code }) => code);
    };
    expect(await said("for months kim had asked and asked - the answer came.\nNobody wrote it down")).toEqual(
      [],
    );
    expect(await said("For years Kim had asked and asked. The answer came. Nobody wrote it down.")).toEqual([
      "recording-old",
    ]);
  });

  it("is a warning when the era was changed later and nothing says what was read", async () => {
    const codes = async (changed: Readonly<Record<string, number>>): Promise<string[]> => {
      const [options, effects] = withFiles({ [path]: wav }, changed);
      return (await say(deck(slides), options, effects)).problems.map(({ code }) => code);
    };
    expect(await codes({ [path]: 1_000_000, "01-era.md": 2_000_000 })).toEqual(["recording-old"]);
    expect(await codes({ [path]: 1_000_000, "01-era.md": 1_030_000 })).toEqual([]);
  });

  it("that belongs to no slide, or is none, is told", async () => {
    const stray = withFiles({ "recordings/era/oen.wav": wav });
    expect((await say(deck(slides), ...stray)).problems).toMatchObject([
      { code: "recording-unused", file: "recordings/era/oen.wav", hint: 'did you mean "era/one"?' },
    ]);
    const broken = withFiles({ [path]: new TextEncoder().encode("RIFF?") });
    const { problems } = await say(deck(slides), ...broken);
    expect(problems.map(({ code }) => code)).toEqual(["voice-failed", "voice-failed", "voice-failed"]);
    expect(problems[0]?.message).toContain("the recording cannot be used: it is not a WAV file");
  });
});
