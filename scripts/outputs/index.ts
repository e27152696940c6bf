/**
 * The table of outputs: everything that can be made from a lecture. A new one is a file beside this one and a line
 * here; what it makes is staged and published by the build.
 */
import type { Lecture, OutputFile, Problem } from "../model.ts";
import { accessibility } from "./accessibility.ts";
import { assets } from "./assets.ts";
import { captions } from "./captions.ts";
import { lectureJson } from "./lecture-json.ts";
import { read } from "./read.ts";
import { site } from "./site.ts";
import { source } from "./source.ts";
import type { Tools } from "./tools.ts";
import { transcript } from "./transcript.ts";

/** What an output gives back: its files, and what the author should mend. */
export interface Made {
  readonly files: readonly OutputFile[];
  readonly problems: readonly Problem[];
  /** What could not be made for lack of something on this machine, and why; a sentence each. */
  readonly missing?: readonly string[];
  /** What the build's line says of it, such as `42 pages`; the number of files when absent. */
  readonly summary?: string;
}

/** One kind of result. `make` writes nothing: the build stages and publishes its files. */
export interface Output {
  /** As the build's lines name it. */
  readonly name: string;
  readonly make: (lecture: Lecture, tools: Tools) => Promise<Made>;
}

/** Printing loads much: only when it is asked for. */
const handout: Output = {
  name: "handout",
  make: async (lecture, tools) => (await import("./handout.ts")).handout.make(lecture, tools),
};

/** What `--only` can name, with all that it needs, in the order of making: later ones use the staged files of earlier ones. */
const selections = {
  read: [assets, read, accessibility],
  site: [assets, site, read, accessibility, captions, transcript, lectureJson, source],
  handout: [assets, handout],
  all: [assets, site, read, accessibility, captions, transcript, lectureJson, source, handout],
} as const satisfies Readonly<Record<string, readonly Output[]>>;

/** The outputs to make, in order. */
export function selectOutputs(only: string | undefined): readonly Output[] {
  return only === "site" || only === "handout" || only === "read" ? selections[only] : selections.all;
}
