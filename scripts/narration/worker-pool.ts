/** Threads that speak and encode, as many as the machine has cores. Started when first needed, always ended by `close`. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { SoundRate } from "./audio/mp3.ts";
import type { RawSpeech } from "./voices/level.ts";
import { CannotSpeak, type Speech } from "./voices/voice.ts";

/** What a thread can do. Plain data, copied to it. */
export type Task =
  | { readonly kind: "flite"; readonly module: WebAssembly.Module; readonly request: FliteRequest }
  | {
      readonly kind: "level";
      readonly raw: RawSpeech;
      readonly sampleRateHz: SoundRate;
      readonly gainDb: number;
      readonly words: number;
    }
  | { readonly kind: "mp3"; readonly samples: Int16Array; readonly sampleRateHz: SoundRate };

/** One sentence for Flite. */
export interface FliteRequest {
  /** ASCII words; what has a pronunciation of its own stands under a made-up word of `lexicon`. */
  readonly text: string;
  /** For each token of `text`, how many words of the utterance it stands for. */
  readonly tokens: readonly { readonly token: string; readonly words: readonly string[] }[];
  /** Tokens of the sentences after it: learnt with its own, in one call. */
  readonly coming: readonly string[];
  /** Lines for Flite's `-add_lex`. */
  readonly lexicon: string;
  /** Voice and options, as on Flite's command line. */
  readonly options: readonly string[];
  readonly sampleRateHz: SoundRate;
  readonly gainDb: number;
}

/** What comes of a task. */
export type Result = { readonly speech: Speech } | { readonly mp3: Uint8Array };

/** What a thread answers. A failure that is not the sentence's own is a bug and comes as `crash`. */
export type Answer =
  | { readonly id: number; readonly result: Result }
  | { readonly id: number; readonly cannot: string; readonly hint: string | undefined }
  | { readonly id: number; readonly crash: string };

/** The threads of one build; `close` ends them. */
export interface WorkerPool {
  readonly size: number;
  /** @throws CannotSpeak */
  readonly say: (task: Extract<Task, { kind: "flite" | "level" }>) => Promise<Speech>;
  readonly encode: (samples: Int16Array, sampleRateHz: SoundRate) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

interface Job {
  readonly id: number;
  readonly task: Task;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  job: Job | undefined;
}

/** The bundled worker: beside this file's own bundle, or in `lib/` when the sources run. */
function workerUrl(): URL {
  const beside = import.meta.url.endsWith(".ts") ? "../../lib/voice-worker.js" : "./voice-worker.js";
  return new URL(beside, import.meta.url);
}

/**
 * Makes a pool. A thread that dies fails only its own task and is replaced for the next one.
 * @param signal when aborted, every open task fails with its reason and the threads are ended
 */
export function workerPool(signal: AbortSignal, size = availableParallelism()): WorkerPool {
  const threads: Thread[] = [];
  const queue: Job[] = [];
  let nextId = 0;
  let closed = false;

  const fail = (reason: unknown): void => {
    for (const job of queue.splice(0)) job.reject(reason);
    for (const thread of threads) thread.job?.reject(reason);
  };
  const close = async (): Promise<void> => {
    signal.removeEventListener("abort", onAbort);
    closed = true;
    fail(new Error("the voice threads were closed"));
    const ending = threads.splice(0).map(({ worker }) => worker.terminate());
    await Promise.all(ending);
  };
  const onAbort = (): void => {
    fail(signal.reason);
    void close();
  };
  signal.addEventListener("abort", onAbort, { once: true });

  const start = (): Thread => {
    const thread: Thread = { worker: new Worker(workerUrl()), job: undefined };
    thread.worker.on("message", (answer: Answer) => {
      const { job } = thread;
      thread.job = undefined;
      if (job?.id === answer.id) settle(job, answer);
      next();
    });
    thread.worker.on("error", (reason) => drop(thread, reason));
    thread.worker.on("exit", () => drop(thread, new Error("a voice thread ended")));
    threads.push(thread);
    return thread;
  };
  const drop = (thread: Thread, reason: unknown): void => {
    const at = threads.indexOf(thread);
    if (at !== -1) threads.splice(at, 1);
    const { job } = thread;
    thread.job = undefined;
    job?.reject(reason);
    if (at !== -1) next();
  };
  const next = (): void => {
    while (queue.length > 0) {
      const thread =
        threads.find((one) => one.job === undefined) ?? (threads.length < size ? start() : undefined);
      if (thread === undefined) return;
      const job = queue.shift();
      if (job === undefined) return;
      thread.job = job;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      thread.worker.postMessage({ id: job.id, task: job.task });
    }
  };

  const run = async (task: Task): Promise<Result> => {
    signal.throwIfAborted();
    if (closed) throw new Error("the voice threads are closed");
    return new Promise((resolve, reject) => {
      queue.push({ id: nextId++, task, resolve, reject });
      next();
    });
  };

  return {
    size,
    close,
    say: async (task) => {
      const result = await run(task);
      if ("speech" in result) return result.speech;
      throw new Error(`a voice thread mistook the task ${task.kind}`);
    },
    encode: async (samples, sampleRateHz) => {
      const result = await run({ kind: "mp3", samples, sampleRateHz });
      if ("mp3" in result) return result.mp3;
      throw new Error("a voice thread mistook the task mp3");
    },
  };
}

function settle(job: Job, answer: Answer): void {
  if ("result" in answer) job.resolve(answer.result);
  else if ("cannot" in answer) job.reject(new CannotSpeak(answer.cannot, answer.hint));
  else job.reject(new Error(answer.crash));
}
