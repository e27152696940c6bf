/** The thread behind `worker-pool.ts`: one task at a time, nothing kept but what is slow to make. */
import { parentPort } from "node:worker_threads";
import { loadMp3Encoder, type EncodeMp3 } from "./audio/mp3.ts";
import { flite, type Flite } from "./voices/flite-engine.ts";
import { level } from "./voices/level.ts";
import { CannotSpeak } from "./voices/voice.ts";
import type { Answer, Result, Task } from "./worker-pool.ts";

/** Engines of this thread, loaded when first used. */
interface Engines {
  flite?: Flite;
  mp3?: Promise<EncodeMp3>;
}

async function perform(task: Task, engines: Engines): Promise<Result> {
  if (task.kind === "level") {
    return { speech: level(task.raw, task.sampleRateHz, task.gainDb, task.words) };
  }
  if (task.kind === "mp3") {
    engines.mp3 ??= loadMp3Encoder();
    return { mp3: (await engines.mp3)(task.samples, task.sampleRateHz) };
  }
  engines.flite ??= flite(task.module);
  const { request } = task;
  const raw = engines.flite.speak(request);
  const words = request.tokens.reduce((sum, token) => sum + token.words.length, 0);
  return { speech: level(raw, request.sampleRateHz, request.gainDb, words) };
}

async function answer(id: number, task: Task, engines: Engines): Promise<Answer> {
  try {
    return { id, result: await perform(task, engines) };
  } catch (error) {
    if (error instanceof CannotSpeak) return { id, cannot: error.message, hint: error.hint };
    return { id, crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const port = parentPort;
if (port !== null) {
  const engines: Engines = {};
  port.on("message", ({ id, task }: { id: number; task: Task }) => {
    void answer(id, task, engines).then((reply) => port.postMessage(reply));
  });
}
