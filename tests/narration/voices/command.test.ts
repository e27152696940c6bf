import { once } from "node:events";
import { existsSync, watch } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loudness } from "../../../scripts/narration/audio/loudness.ts";
import { commandVoice, type CommandOptions } from "../../../scripts/narration/voices/command.ts";
import { CannotSpeak, MissingProgram, type Speech } from "../../../scripts/narration/voices/voice.ts";
import { workerPool } from "../../../scripts/narration/worker-pool.ts";
import { utterance } from "../utterances.ts";
import { toFloat32 } from "../signals.ts";

const program = [process.execPath, fileURLToPath(new URL("speaking-program.mjs", import.meta.url))];

async function say(
  spoken: string,
  options: Partial<CommandOptions> = {},
  signal = new AbortController().signal,
): Promise<Speech> {
  const pool = workerPool(signal, 1);
  try {
    const voice = commandVoice("test", { command: program, ...options });
    const speaker = await voice.open({
      pool,
      utterances: [],
      memory: async (_, measure) => measure(),
      signal,
    });
    return await speaker.speak(utterance(spoken));
  } finally {
    await pool.close();
  }
}

describe("a program as a voice", () => {
  it("is levelled to -16 LUFS by one gain", async () => {
    const { samples } = await say("A sentence that is long enough to be measured well.");
    expect(Math.abs(loudness(toFloat32(samples), 24_000) + 16)).toBeLessThan(0.5);
  });

  it.each([
    [
      "ends with an error",
      "This is breakdown",
      {},
      /ended with code 3; it says: the model has no such voice/,
    ],
    ["gives no sound for the words", "This is stillness", {}, /it gave no sound for these words/],
    ["gives something else", "This is gibberish", {}, /cannot be used: it is not a WAV file/],
    ["gives nothing", "This is nothingness", {}, /cannot be used: it is not a WAV file/],
    [
      "writes no file",
      "This is nothingness",
      { command: [...program, "--out", "{out}"] },
      /ended well but wrote no file/,
    ],
    ["takes too long", "This is standstill", { timeoutSeconds: 1 }, /took longer than 1 s/],
    ["waits for a program of its own", "This is delegation", { timeoutSeconds: 1 }, /took longer than 1 s/],
    ["never stops giving", "This is endlessness", {}, /gave more than 115\.2 MB for one sentence/],
  ])("that %s is a problem of that sentence", async (_, words, options, message) => {
    const failure = say(words, options);
    await expect(failure).rejects.toThrow(CannotSpeak);
    await expect(failure).rejects.toThrow(message);
  });

  it.each([
    ["is not there", ["/nowhere/piper"], 'the program "/nowhere/piper" is not on this machine'],
    ["lies under a file", [`${process.execPath}/piper`], "is not on this machine"],
    ["is a folder", [tmpdir()], "may not be run"],
    ["is no program", [fileURLToPath(import.meta.url)], "may not be run"],
  ])("that %s is missing for every sentence", async (_, command, message) => {
    const failure = say("Any words", { command });
    await expect(failure).rejects.toThrow(MissingProgram);
    await expect(failure).rejects.toThrow(message);
  });

  it("gets words as words: no shell, no placeholder of theirs is filled", async () => {
    const file = join(tmpdir(), `lanternist-shell-${process.pid}`);
    await say(`"; touch ${file}; echo $(touch ${file}) {out} {text}`, {
      command: [...program, "--text", "{text}"],
    });
    expect(existsSync(file)).toBe(false);
  });

  it("is ended when the build is", async () => {
    const folder = await mkdtemp(join(tmpdir(), "lanternist-started-"));
    try {
      const controller = new AbortController();
      const started = nextChange(folder);
      const command = [...program, "--started", join(folder, "started")];
      const speaking = say("This is standstill", { command }, controller.signal);
      void started.then(() => controller.abort(new Error("stopped by the user")));
      await expect(speaking).rejects.toThrow("stopped by the user");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

/** Resolves when something in the folder changes. */
async function nextChange(folder: string): Promise<void> {
  const changes = watch(folder);
  await once(changes, "change");
  changes.close();
}
