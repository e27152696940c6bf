/** Checks a PDF from anywhere in a thread of its own, with an end in time and in memory. */
import { Worker } from "node:worker_threads";
import { CannotCheck } from "./read.ts";
import type { Answer } from "./worker.ts";
import type { Finding } from "./index.ts";

/** How far a check may go. */
export interface Bounds {
  readonly timeMs: number;
  /** How much the whole program may grow meanwhile. */
  readonly memoryBytes: number;
}

/** A handout of a thousand slides takes a tenth of either. */
export const BOUNDS: Bounds = { timeMs: 60_000, memoryBytes: 1_500_000_000 };

/** How often memory is looked at: unpacking fills some 20 MB meanwhile. */
const LOOK_EVERY_MS = 100;

/**
 * @param bytes are handed over: the caller cannot use them afterwards
 * @throws CannotCheck when the file cannot be read, or is too much; the signal's reason
 */
export async function checkBounded(
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
  bounds: Bounds = BOUNDS,
): Promise<{ readonly findings: readonly Finding[]; readonly pages: number }> {
  signal.throwIfAborted();
  const before = process.memoryUsage().rss;
  const worker = new Worker(workerUrl(), {
    workerData: bytes,
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(bounds.memoryBytes / 1e6) },
    stderr: true,
    stdout: true,
  });
  const limit = AbortSignal.timeout(bounds.timeMs);
  const end = AbortSignal.any([signal, limit]);
  let watch: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      worker.once("message", (message: Answer) => resolve(message));
      worker.once("error", (cause: Error) =>
        reject("code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuch("memory") : cause),
      );
      worker.once("exit", () => reject(tooMuch("memory")));
      end.addEventListener("abort", () => reject(limit.aborted ? tooMuch("time") : signal.reason));
      watch = setInterval(() => {
        if (process.memoryUsage().rss - before > bounds.memoryBytes) reject(tooMuch("memory"));
      }, LOOK_EVERY_MS);
    });
    if ("cannot" in answer) throw new CannotCheck(answer.cannot);
    return answer;
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
}

const tooMuch = (what: string): CannotCheck =>
  new CannotCheck(
    `checking it takes more ${what} than a document should; it may be damaged, or made to do harm`,
  );

/** The bundled thread: beside this file's own bundle, or in `lib/` when the sources run. */
function workerUrl(): URL {
  const beside = import.meta.url.endsWith(".ts") ? "../../lib/pdf-check-worker.js" : "./pdf-check-worker.js";
  return new URL(beside, import.meta.url);
}
