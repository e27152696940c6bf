/** The thread that checks one PDF: what hangs or grows in it is ended from outside. Bundled as `lib/pdf-check-worker.js`. */
import { parentPort, workerData } from "node:worker_threads";
import { findingsOf, type Finding } from "./index.ts";
import { inspect } from "./inspect.ts";
import { CannotCheck, firstLine, openPdf } from "./read.ts";

/** What the thread answers. */
export type Answer =
  | { readonly findings: readonly Finding[]; readonly pages: number }
  | { readonly cannot: string };

async function answer(bytes: Uint8Array): Promise<Answer> {
  try {
    const document = await openPdf(bytes);
    return { findings: findingsOf(inspect(document)), pages: document.getPageCount() };
  } catch (error) {
    // Whatever a strange file makes the reading stumble over is the file's damage, not a bug to report.
    return { cannot: error instanceof CannotCheck ? error.message : `it is damaged: ${firstLine(error)}` };
  }
}

const bytes: unknown = workerData;
if (!(bytes instanceof Uint8Array)) throw new Error("the thread was given no bytes");
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(await answer(bytes));
