/** What every voice promises, whatever speaks behind it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toInt16 } from "../../../scripts/narration/audio/pcm.ts";
import { commandVoice } from "../../../scripts/narration/voices/command.ts";
import { fliteVoice, fliteVoices } from "../../../scripts/narration/voices/flite.ts";
import { recordingVoice } from "../../../scripts/narration/voices/recordings.ts";
import { silentVoice } from "../../../scripts/narration/voices/silent.ts";
import {
  wordsOf,
  type Speaker,
  type Voice,
  type VoiceContext,
} from "../../../scripts/narration/voices/voice.ts";
import { workerPool, type WorkerPool } from "../../../scripts/narration/worker-pool.ts";
import { writeWav } from "../../../scripts/narration/audio/wav.ts";
import { join as joinSounds, silence, tone } from "../signals.ts";
import { utterance } from "../utterances.ts";

const utterances = [
  utterance("For months Kim had asked, and nobody had answered him."),
  utterance("Consent came in January.", { sentence: 1 }),
];

/** The second voice-like tone is shorter, as its sentence is. */
const recording = writeWav(
  toInt16(joinSounds(tone(220, 0.2, 4, 22_050), silence(0.6, 22_050), tone(330, 0.2, 1.8, 22_050))),
  22_050,
);

const program = fileURLToPath(new URL("speaking-program.mjs", import.meta.url));

const voices: readonly [string, () => Voice][] = [
  ...Object.keys(fliteVoices).map((name): [string, () => Voice] => [`flite:${name}`, () => fliteVoice(name)]),
  ["silent", silentVoice],
  ["recordings", () => recordingVoice("era/slide", recording, () => {})],
  ["command (pipe)", () => commandVoice("test", { command: [process.execPath, program] })],
  [
    "command (file)",
    () =>
      commandVoice("test", { command: [process.execPath, program, "--out", "{out}", "--text", "{text}"] }),
  ],
];

describe.each(voices)("the voice %s", (_, make) => {
  const voice = make();
  let folder: string;
  let pool: WorkerPool;
  let speaker: Speaker;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "voice-"));
    const { signal } = new AbortController();
    pool = workerPool(signal, 1);
    const context: VoiceContext = { pool, utterances, memory: async (_, measure) => measure(), signal };
    speaker = await voice.open(context);
  });
  afterAll(async () => {
    await speaker.close();
    await pool.close();
    await rm(folder, { recursive: true });
  });

  it("says each utterance, for longer the more words it has", async () => {
    const [long, short] = await Promise.all(utterances.map((one) => speaker.speak(one)));
    expect(long?.samples.length).toBeGreaterThan(short?.samples.length ?? Infinity);
    const seconds = (long?.samples.length ?? 0) / voice.sampleRateHz;
    expect(seconds).toBeGreaterThan(1.5);
    expect(seconds).toBeLessThan(6);
  });

  it("gives a time for each word, in order and inside the sound, or none at all", async () => {
    for (const one of utterances) {
      const { samples, words } = await speaker.speak(one);
      expect([0, wordsOf(one.spoken).length]).toContain(words.length);
      const times = words.flatMap(({ startMs, endMs }) => [startMs, endMs]);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.every(Number.isInteger)).toBe(true);
      expect(times.at(-1) ?? 0).toBeLessThanOrEqual(Math.ceil((samples.length * 1000) / voice.sampleRateHz));
    }
  });

  it("says the same again in the same bytes", async () => {
    const [one] = utterances;
    if (one === undefined) throw new Error("no utterance");
    expect(hash(await speaker.speak(one))).toBe(hash(await speaker.speak(one)));
  });

  it("says the same after it was warmed up", async () => {
    const [one] = utterances;
    if (one === undefined) throw new Error("no utterance");
    const before = hash(await speaker.speak(one));
    await voice.warmUp?.(speaker);
    expect(hash(await speaker.speak(one))).toBe(before);
  });

  it("says in its version what shapes its sound, and who it is", () => {
    expect(voice.version).toBe(make().version);
    expect(voice.info.title).not.toBe("");
    expect([16_000, 24_000]).toContain(voice.sampleRateHz);
  });
});

function hash({ samples, words }: Awaited<ReturnType<Speaker["speak"]>>): string {
  return (
    Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength).toString("base64") +
    JSON.stringify(words)
  );
}

describe("versions", () => {
  it("differ where the sound differs", () => {
    const versions = [
      fliteVoice("rms"),
      fliteVoice("slt"),
      fliteVoice("rms", { speed: 1.1 }),
      silentVoice(),
      recordingVoice("era/slide", recording, () => {}),
      recordingVoice("era/slide", recording.slice(0, -2), () => {}),
      commandVoice("a", { command: ["say"] }),
      commandVoice("a", { command: ["say", "-v"] }),
      commandVoice("a", { command: ["say"], version: "2" }),
    ].map(({ version }) => version);
    expect(new Set(versions).size).toBe(versions.length);
  });
});
