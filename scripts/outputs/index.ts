/** The table of outputs: everything that can be made from a lecture. */
import type { Lecture, OutputFile, Problem } from "../model.ts";
import type { Tools } from "./tools.ts";

/** What an output gives back: its files, and what the author should mend. */
export interface Made {
  readonly files: readonly OutputFile[];
  readonly problems: readonly Problem[];
  /** What the build's line says of it, such as `42 pages`; the number of files when absent. */
  readonly summary?: string;
}

/** One kind of result. `make` writes nothing: the build stages and publishes its files. */
export interface Output {
  /** As `--only` and the progress lines name it. */
  readonly name: string;
  readonly make: (lecture: Lecture, tools: Tools) => Promise<Made>;
}
