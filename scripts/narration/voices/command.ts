/**
 * A voice that is a program of the user's machine: it gets a sentence and gives a WAV file. Named only by the user's own
 * configuration or command line, never by a deck, and started without a shell, so a deck's words can never become a command.
 */
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Utterance, VoiceInfo } from "../../model.ts";
import { BadWav, readWav, type Wav } from "../audio/wav.ts";
import { errorCode } from "../../io/error-code.ts";
import { hashOf } from "../hash.ts";
import { gainFor, SOUND_VERSION } from "./level.ts";
import { CannotSpeak, MissingProgram, wordsOf, type Voice } from "./voice.ts";

/** How to call the program. */
export interface CommandOptions {
  /**
   * Program and arguments. `{text}` stands for the sentence, `{out}` for the WAV file to write, `{language}` for the BCP 47 tag.
   * Without `{text}` the sentence comes on standard input; without `{out}` the WAV file is read from standard output.
   */
  readonly command: readonly string[];
  readonly title?: string | undefined;
  readonly version?: string | undefined;
  readonly synthetic?: boolean | undefined;
  /** For one sentence; 60 when absent. */
  readonly timeoutSeconds?: number | undefined;
}

const SAMPLE_RATE_HZ = 24_000;

/** What a program says once, before anything else, so that its one gain depends on no lecture. */
const PASSAGE =
  "A lecture is a walk through a country that no longer exists. The guide points, waits, and goes on. " +
  "What did they want, what did they fear, and what did they know? We can read their letters; we cannot ask them.";

/** Most that a program may give for one sentence: ten minutes of stereo at 48 kHz. A program that never ends would fill the memory. */
const MAX_WAV_BYTES = 10 * 60 * 48_000 * 4;

/** Longest part of a program's own error shown in a problem, in characters. */
const STDERR_SHOWN = 300;

/** @param name as the configuration names it */
export function commandVoice(name: string, options: CommandOptions): Voice {
  const info: VoiceInfo = {
    adapter: "command",
    title: options.title ?? name,
    synthetic: options.synthetic ?? true,
  };
  const version = `command ${hashOf([name, options.command, options.version ?? ""])} sound=${SOUND_VERSION}`;
  return {
    info,
    version,
    sampleRateHz: SAMPLE_RATE_HZ,
    bringsPauses: false,
    pronunciations: new Set(["respelling"]),
    open: async ({ pool, memory, signal, utterances }) => {
      const say = (text: string, language: string): Promise<Wav> =>
        runProgram(options, text, language, signal).catch((reason: unknown) => {
          throw startFailure(name, options.command[0] ?? "", reason);
        });
      const gainDb = await memory(`gain ${version}`, async () => {
        const wav = await say(PASSAGE, utterances[0]?.language ?? "en");
        const gain = gainFor(wav.samples, wav.sampleRateHz);
        if (gain === undefined) throw new CannotSpeak(`"${options.command[0]}" gave only silence`);
        return gain;
      });
      return {
        parallel: pool.size,
        speak: async (utterance) => {
          const { samples, sampleRateHz } = await say(textFor(utterance), utterance.language);
          const raw = { samples, sampleRateHz, words: [] };
          return pool.say({
            kind: "level",
            raw,
            sampleRateHz: SAMPLE_RATE_HZ,
            gainDb,
            words: wordsOf(utterance.spoken).length,
          });
        },
        close: async () => {},
      };
    },
  };
}

/** The words, respelled where the deck gives a respelling. */
function textFor(utterance: Utterance): string {
  const words = wordsOf(utterance.spoken);
  let next = 0;
  return utterance.runs
    .flatMap((run) => {
      const own = words.slice(next, (next += wordsOf(run.spoken).length));
      if (typeof run.pronunciation !== "string" || own.length === 0) return own;
      return [run.pronunciation + (/[^\p{L}\p{N}]*$/u.exec(own.at(-1) ?? "")?.[0] ?? "")];
    })
    .join(" ");
}

/** Why the system starts no such program, and can start it for no other sentence either. */
const NO_PROGRAM: Readonly<Record<string, string>> = {
  ENOENT: "is not on this machine",
  ENOTDIR: "is not on this machine",
  EACCES: "may not be run: it is a folder, or lacks permission",
  EPERM: "may not be run: it is a folder, or lacks permission",
  ENOEXEC: "is no program for this machine",
};

/** What a system's error at starting a program means; any other error is given back. */
function startFailure(voice: string, program: string, reason: unknown): unknown {
  const starting = reason instanceof Error && "syscall" in reason && /^spawn\b/.test(String(reason.syscall));
  if (!starting) return reason;
  const why = NO_PROGRAM[errorCode(reason) ?? ""];
  return why === undefined
    ? new CannotSpeak(`"${program}" cannot be started: ${reason.message}`)
    : new MissingProgram(voice, `the program "${program}" ${why}`);
}

/**
 * @throws CannotSpeak with what the program said about it
 * @throws the system's error when the program cannot be started
 */
async function runProgram(
  options: CommandOptions,
  text: string,
  language: string,
  signal: AbortSignal,
): Promise<Wav> {
  const [program = "", ...args] = options.command;
  const toFile = args.some((arg) => arg.includes("{out}"));
  const folder = toFile ? await mkdtemp(join(tmpdir(), "lanternist-voice-")) : undefined;
  try {
    const out = join(folder ?? "", "sound.wav");
    // One pass, so that braces in the words themselves stay words.
    const places: Readonly<Record<string, string>> = { "{text}": text, "{out}": out, "{language}": language };
    const filled = args.map((arg) =>
      arg.replace(/\{(?:text|out|language)\}/g, (place) => places[place] ?? place),
    );
    const input = args.some((arg) => arg.includes("{text}")) ? "" : `${text}\n`;
    const stdout = await start(program, filled, input, (options.timeoutSeconds ?? 60) * 1000, signal);
    const bytes = toFile ? await readOut(program, out) : stdout;
    return readWav(bytes);
  } catch (error) {
    if (error instanceof BadWav)
      throw new CannotSpeak(`what "${program}" gave cannot be used: ${error.message}`);
    throw error;
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** The file that a program wrote. @throws CannotSpeak */
async function readOut(program: string, path: string): Promise<Uint8Array> {
  const { size } = await stat(path).catch(() => {
    throw new CannotSpeak(`"${program}" ended well but wrote no file`);
  });
  if (size > MAX_WAV_BYTES) throw new CannotSpeak(tooMuch(program));
  return readFile(path);
}

const tooMuch = (program: string): string =>
  `"${program}" gave more than ${MAX_WAV_BYTES / 1_000_000} MB for one sentence`;

/**
 * Runs a program to its end and gives its standard output.
 * @throws CannotSpeak
 * @throws the system's error when it cannot be started
 */
async function start(
  program: string,
  args: readonly string[],
  input: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      shell: false,
      windowsHide: true,
      stdio: ["pipe", "pipe", "pipe"],
      // A group of its own, so that what the program started can be ended with it.
      detached: HAS_GROUPS,
    });
    const stdout: Buffer[] = [];
    let sizeBytes = 0;
    let stderr = "";
    let stopped: string | undefined;
    const stop = (why: string): void => {
      stopped ??= why;
      killAll(child);
    };
    const timer = setTimeout(() => stop(`"${program}" took longer than ${timeoutMs / 1000} s`), timeoutMs);
    const onAbort = (): void => killAll(child);
    signal.addEventListener("abort", onAbort, { once: true });
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
    };
    child.stdout.on("data", (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes > MAX_WAV_BYTES) stop(tooMuch(program));
      else stdout.push(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      stderr = (stderr + chunk.toString("utf8")).slice(-STDERR_SHOWN);
    });
    // A program that does not read all of its input is its own affair.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    child.on("error", (error) => {
      end();
      reject(error);
    });
    child.on("close", (code, killedBy) => {
      end();
      const own = stderr.trim().replaceAll(/\s*[\r\n]+\s*/g, " / ");
      const said = own === "" ? "" : `; it says: ${own}`;
      if (signal.aborted) reject(signal.reason);
      else if (stopped !== undefined) reject(new CannotSpeak(`${stopped}${said}`));
      else if (code !== 0)
        reject(
          new CannotSpeak(`"${program}" ended with ${code === null ? killedBy : `code ${code}`}${said}`),
        );
      else resolve(Buffer.concat(stdout));
    });
  });
}

const HAS_GROUPS = process.platform !== "win32";

/**
 * Ends a program and all that it started: a script's own programs would hold its output open, and the build would wait for them.
 * The pipes are closed as well, for what left the group.
 */
function killAll(child: ChildProcessWithoutNullStreams): void {
  try {
    if (HAS_GROUPS && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    else child.kill("SIGKILL");
  } catch {
    // It has ended by itself.
  }
  child.stdout.destroy();
  child.stderr.destroy();
}
