/**
 * Measures the program on generated decks, and the flagship deck where it plays, and prints tables. `npm run bench`, or
 * `npm run bench -- build 10 100` for one part and these sizes. Ratios are of medians of runs that took turns.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { benchBuild } from "./build.ts";
import { benchHandout } from "./handout.ts";
import { benchInTime } from "./in-time.ts";
import { benchNarration } from "./narration.ts";
import { benchPreview } from "./preview.ts";
import { benchSite } from "./site.ts";

/** What each part needs. */
export interface Bench {
  /** The program, bundled. */
  readonly cli: string;
  /** An empty folder that is removed at the end. */
  readonly scratch: string;
  readonly sizes: readonly number[];
  /** What else was asked for, such as an era's id. */
  readonly words: readonly string[];
  readonly print: (line: string) => void;
}

const parts: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  build: benchBuild,
  site: benchSite,
  handout: benchHandout,
  narration: benchNarration,
  "in-time": benchInTime,
  preview: benchPreview,
};

const words = process.argv.slice(2);
const chosen = Object.keys(parts).filter((name) => words.includes(name));
const sizes = words.map(Number).filter((n) => n > 0);
const scratch = await mkdtemp(join(tmpdir(), "lanternist-bench-"));
try {
  for (const name of chosen.length > 0 ? chosen : Object.keys(parts)) {
    await parts[name]?.({
      cli: join(dirname(fileURLToPath(import.meta.url)), "../../lib/cli.js"),
      scratch,
      sizes: sizes.length > 0 ? sizes : [10, 100, 1000, 10_000],
      words,
      // oxlint-disable-next-line no-console -- a command that prints
      print: (line) => console.log(line),
    });
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}
