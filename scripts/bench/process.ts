/** Runs programs and measures them from outside and in. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** One run of a program. */
export interface Run {
  /** From start to exit. */
  readonly wallMs: number;
  /** The most memory it held at once. */
  readonly peakBytes: number;
  /** The same with all that it started, such as a browser, where that is watched; on Linux alone, else 0. */
  readonly treePeakBytes: number;
}

/** A module that makes a Node program report its peak memory on file descriptor 3 when it ends. */
const REPORT = `import { writeSync } from "node:fs";
process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));`;

/** Writes the reporting module into a folder and gives a function that runs Node programs with it. */
export async function processRunner(
  folder: string,
): Promise<(args: readonly string[], watch?: "watched") => Promise<Run>> {
  const hook = join(folder, "report-memory.mjs");
  await writeFile(hook, REPORT);
  return (args, watch) =>
    new Promise((resolve, reject) => {
      const started = performance.now();
      const child = spawn(process.execPath, ["--import", hook, ...args], {
        stdio: ["ignore", "ignore", "pipe", "pipe"],
      });
      let reported = "";
      let treePeakBytes = 0;
      // Looking costs time: a run that is watched is not timed.
      const look =
        watch === undefined
          ? undefined
          : setInterval(() => {
              treePeakBytes = Math.max(treePeakBytes, treeBytes(child.pid ?? 0));
            }, LOOK_EVERY_MS);
      let errors = "";
      child.stdio[3]?.on("data", (chunk: Buffer) => void (reported += chunk.toString()));
      child.stderr?.on("data", (chunk: Buffer) => void (errors += chunk.toString()));
      child.once("error", reject);
      child.once("close", (code) => {
        const wallMs = performance.now() - started;
        clearInterval(look);
        // maxRSS is in kilobytes on every system (Node documentation, process.resourceUsage).
        if (code === 0) resolve({ wallMs, peakBytes: Number(reported) * 1024, treePeakBytes });
        else reject(new Error(`${args.join(" ")} ended with ${code}:\n${errors}`));
      });
    });
}

const LOOK_EVERY_MS = 100;

/** Memory of a process and all below it; what they share is counted once (PSS, proc(5)). 0 where the system does not tell. */
export function treeBytes(pid: number): number {
  try {
    const kilobytes = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1];
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").map(Number);
    const below = children.filter((child) => child > 0).reduce((sum, child) => sum + treeBytes(child), 0);
    return Number(kilobytes ?? 0) * 1024 + below;
  } catch {
    // It has ended meanwhile, or this system has no such files.
    return 0;
  }
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs several programs in turn, A B A B …, so that a machine that slows down slows all alike; medians of each. */
export async function inTurn(times: number, runs: readonly (() => Promise<Run>)[]): Promise<Run[]> {
  const results: Run[][] = runs.map(() => []);
  for (let i = 0; i < times; i++)
    for (const [index, run] of runs.entries()) results[index]?.push(await run());
  return results.map((list) => ({
    wallMs: median(list.map((r) => r.wallMs)),
    peakBytes: median(list.map((r) => r.peakBytes)),
    treePeakBytes: median(list.map((r) => r.treePeakBytes)),
  }));
}
