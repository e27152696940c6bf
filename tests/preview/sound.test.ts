/** What is heard in a preview, with real voices. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MPEGDecoder } from "mpg123-decoder";
import { afterEach, expect, test } from "vitest";
import { loadDeck } from "../../scripts/load-deck.ts";
import { loudness } from "../../scripts/narration/audio/loudness.ts";
import { levels, SILENCE, toInt16 } from "../../scripts/narration/audio/pcm.ts";
import { readWav, writeWav } from "../../scripts/narration/audio/wav.ts";
import { storeStats } from "../../scripts/narration/clip-store.ts";
import { narrate } from "../../scripts/narration/narrate.ts";
import { join as joinSounds, silence, tone } from "../narration/signals.ts";
import { DECK, previewed, type Written } from "./helper.ts";

const RATE_HZ = 16_000;
const PROGRAM = [
  process.execPath,
  fileURLToPath(new URL("../narration/voices/speaking-program.mjs", import.meta.url)),
];

let deck: Written | undefined;
afterEach(async () => {
  await deck?.close();
  deck = undefined;
});

async function open(...args: Parameters<typeof previewed>): Promise<Written> {
  deck = await previewed(...args);
  return deck;
}

/** A slide as pages hold it. */
function slideOf({ session }: Written, fullId: string) {
  const found = session
    .shown()
    ?.page.slides.flat()
    .find((slide) => slide.fullId === fullId);
  if (found === undefined) throw new Error(`there is no slide ${fullId}`);
  return found.data;
}

const soundOf = (written: Written, fullId: string) => slideOf(written, fullId).sound;
const war = (edit: (text: string) => string) => edit(DECK["01-war.md"] ?? "");
const cacheOf = ({ folder }: Written): string => join(folder, "../cache");

async function heardIn({ session }: Written, path = ""): Promise<Float32Array> {
  const { samples, sampleRateHz } = readWav((await session.sound(path)) ?? new Uint8Array());
  expect(sampleRateHz).toBe(RATE_HZ);
  return samples;
}

/** First moment at or after `fromMs` at which something is heard, to 10 ms. */
function heardAt(sound: Float32Array, fromMs: number): number {
  const from = Math.round((fromMs * RATE_HZ) / 1000);
  return fromMs + 10 * levels(sound.subarray(from), RATE_HZ).findIndex((level) => level > SILENCE * 2);
}

test("an edited sentence alone is said anew; it is heard when and as a build would have it", async () => {
  const written = await open(DECK, { audio: true });
  const { save, until } = written;
  const slides = ["war/stone", "war/iron", "peace/bread"];
  expect(slides.map((id) => slideOf(written, id).soundComes)).toEqual([true, true, true]);
  await until(() => slides.every((id) => soundOf(written, id) !== undefined));
  const first = soundOf(written, "war/stone");
  const { clips } = await storeStats(cacheOf(written));

  await save(
    "01-war.md",
    war((text) =>
      text
        .replace("A stone is laid.", "Seven heavy stones [click] were laid.")
        .replace("Two\n", "Two\n- Three\n"),
    ),
  );
  expect(slideOf(written, "war/stone")).toMatchObject({ soundComes: true });
  await until(() => soundOf(written, "war/stone") !== undefined);
  const data = slideOf(written, "war/stone");
  expect(data.soundComes).toBeUndefined();
  expect(data.sound?.path).not.toBe(first?.path);
  expect(await storeStats(cacheOf(written))).toMatchObject({ clips: clips + 1, sounds: 0 });

  const heard = await heardIn(written, data.sound?.path);
  expect((heard.length * 1000) / RATE_HZ).toBeCloseTo(data.sound?.durationMs ?? 0, -1);
  for (const { startMs } of data.sentences) {
    const quietMs = Math.max(0, startMs - 60);
    expect(Math.abs(heardAt(heard, quietMs) - startMs)).toBeLessThanOrEqual(30);
  }

  const { deck: source, source: files } = await loadDeck(written.folder);
  if (source === undefined) throw new Error("the deck should be readable");
  const built = await narrate(
    source,
    {
      front: [],
      back: [],
      audio: true,
      voices: {},
      cacheFolder: cacheOf(written),
      deckPaths: new Set(files.files.keys()),
    },
    {
      progress: () => undefined,
      signal: new AbortController().signal,
      readDeck: () => Promise.reject(new Error("no file is needed")),
    },
  );
  expect(built.counts.spoken).toBe(0);
  const [time] = built.timeline.slides;
  expect(data.stepsMs).toEqual(time?.stepsMs);
  expect(data.stepsMs).toHaveLength(3);
  expect(data.sentences.map(({ startMs, endMs }) => [startMs, endMs])).toEqual(
    time?.sentences.map(({ startMs, endMs }) => [startMs, endMs]),
  );
  expect(data.sound).toMatchObject({ durationMs: time?.sound?.durationMs, delayMs: 0 });
  const decoder = new MPEGDecoder({ enableGapless: false });
  await decoder.ready;
  const encoded = decoder.decode(built.sounds[0]?.bytes ?? new Uint8Array()).channelData[0];
  decoder.free();
  expect(Math.abs(loudness(heard, RATE_HZ) - loudness(encoded ?? new Float32Array(), RATE_HZ))).toBeLessThan(
    0.2,
  );
});

test("a sound that its author waits for is told at once, without a pause in which more is gathered", async () => {
  const written = await open(DECK, { audio: true });
  const { save, until } = written;
  // The last of all.
  await until(() => soundOf(written, "peace/bread") !== undefined);
  await save(
    "01-war.md",
    war((text) => text.replace("A stone", "A pebble")),
  );
  await until(() => soundOf(written, "war/stone") !== undefined, "stands");
  expect(slideOf(written, "war/stone").soundComes).toBeUndefined();
});

test("an edit that is taken back has its sound at once", async () => {
  const written = await open(DECK, { audio: true });
  const { save, until } = written;
  await until(() => soundOf(written, "war/stone") !== undefined);
  const first = soundOf(written, "war/stone");
  await save(
    "01-war.md",
    war((text) => text.replace("A stone", "A pebble")),
  );
  await until(() => soundOf(written, "war/stone") !== undefined);
  await save("01-war.md", DECK["01-war.md"] ?? "");
  expect(soundOf(written, "war/stone")).toEqual(first);
  expect((await heardIn(written, first?.path)).length).toBeGreaterThan(0);
});

test("a sentence at which the voice fails silences its slide, until it is mended", async () => {
  const config = { voices: { robot: { command: PROGRAM, synthetic: true, timeoutSeconds: 60 } } };
  const written = await open(DECK, { audio: true, voice: "robot", config });
  const { save, until, session } = written;
  await until(() => soundOf(written, "war/stone") !== undefined);
  const first = soundOf(written, "war/stone");
  await save(
    "01-war.md",
    war((text) => text.replace("Another one follows.", "A breakdown follows.")),
  );
  await until(() => session.problems().length > 0);
  expect(session.problems()).toMatchObject([{ code: "voice-failed", file: "01-war.md" }]);
  expect(slideOf(written, "war/stone")).not.toHaveProperty("sound");
  expect(slideOf(written, "war/stone")).not.toHaveProperty("soundComes");
  await until(() => soundOf(written, "war/iron") !== undefined);

  await save("01-war.md", DECK["01-war.md"] ?? "");
  expect(session.problems()).toEqual([]);
  expect(soundOf(written, "war/stone")).toEqual(first);
});

test("where the voice's program is missing, no slide waits for its sound", async () => {
  const config = { voices: { robot: { command: ["/nowhere/robot"], synthetic: true, timeoutSeconds: 60 } } };
  const written = await open(DECK, { audio: true, voice: "robot", config });
  await written.until(() => slideOf(written, "war/stone").soundComes === undefined);
  expect(soundOf(written, "war/stone")).toBeUndefined();
  await written.save(
    "01-war.md",
    war((text) => text.replace("A stone", "A pebble")),
  );
  await written.until(() => slideOf(written, "war/stone").soundComes === undefined);
  expect(slideOf(written, "war/stone").sentences[0]?.html).toContain("pebble");
});

test("a recording is heard, cut into the sentences of its slide", async () => {
  const recording = toInt16(
    joinSounds(tone(300, 0.3, 1.2, RATE_HZ), silence(0.6, RATE_HZ), tone(300, 0.3, 1.4, RATE_HZ)),
  );
  const written = await open(
    { ...DECK, "recordings/war/stone.wav": writeWav(recording, RATE_HZ) },
    { audio: true },
  );
  await written.until(() => soundOf(written, "war/stone") !== undefined);
  const { sentences } = slideOf(written, "war/stone");
  expect(Math.abs((sentences[1]?.startMs ?? 0) - 1800)).toBeLessThan(100);
});
