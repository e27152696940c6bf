/** How fast sentences are spoken, from an empty store and from a full one. */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { Bench } from "./bench.ts";
import { writeDeck } from "./generate.ts";
import { processRunner } from "./process.ts";

/** Enough to keep every core busy for some seconds. */
const SLIDES = 100;

const lectureFile = z.object({ timeline: z.object({ durationMs: z.number() }) });

/** Prints how fast sentences are spoken from an empty store, and how long a build takes that finds them all. */
export async function benchNarration({ cli, scratch, print }: Bench): Promise<void> {
  const run = await processRunner(scratch);
  const deck = join(scratch, "spoken-deck");
  const out = join(scratch, "spoken");
  const cache = join(scratch, "cache");
  await writeDeck(deck, SLIDES);
  const silent = await run([cli, "build", deck, "--out", out, "--no-audio", "--only", "site"]);
  await rm(out, { recursive: true, force: true });
  const build = [cli, "build", deck, "--out", out, "--only", "site", "--cache", cache];
  const cold = await run(build);
  const warm = await run(build);
  const { timeline } = lectureFile.parse(JSON.parse(await readFile(join(out, "lecture.json"), "utf8")));
  const speaking = cold.wallMs - silent.wallMs;
  const sentences = SLIDES * 6;
  print(`narration: ${sentences} sentences, ${(timeline.durationMs / 60_000).toFixed(1)} minutes of sound`);
  print(
    `  cold ${(speaking / 1000).toFixed(1)} s: ${((sentences * 1000) / speaking).toFixed(0)} sentences a second, ${(timeline.durationMs / speaking).toFixed(0)} times real time`,
  );
  print(`  warm ${((warm.wallMs - silent.wallMs) / 1000).toFixed(2)} s`);
}
