/** How long a built site takes from opening until its first slide can be seen, and what it holds then. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openBrowser } from "../io/browser.ts";
import { cacheFolder } from "../io/folders.ts";
import type { Bench } from "./bench.ts";
import { writeDeck } from "./generate.ts";
import { median, processRunner } from "./process.ts";

const TIMES = 5;

/** Prints the table of opened sites, one row per size. */
export async function benchSite({ cli, scratch, sizes, print }: Bench): Promise<void> {
  const run = await processRunner(scratch);
  const browser = await openBrowser({ cacheFolder: cacheFolder(process.env) });
  try {
    print("site opened from disk: from navigation to the first slide in the page, medians");
    print("slides   open ms   DOM nodes   heap MB");
    for (const slides of sizes) {
      const deck = join(scratch, `open-deck-${slides}`);
      const out = join(scratch, `open-${slides}`);
      await writeDeck(deck, slides);
      await run([cli, "build", deck, "--out", out, "--no-audio", "--only", "site"]);
      const openings: { ms: number; nodes: number; heap: number }[] = [];
      for (let i = 0; i < TIMES; i++) {
        const page = await browser.newPage();
        await page.goto(pathToFileURL(join(out, "index.html")).href);
        const ms = await page.evaluate(FIRST_SLIDE_MS);
        const { Nodes: nodes = 0, JSHeapUsedSize: heap = 0 } = await page.metrics();
        openings.push({ ms: Number(ms), nodes, heap });
        await page.close();
      }
      const of = (key: "ms" | "nodes" | "heap"): number => median(openings.map((o) => o[key]));
      print(
        `${String(slides).padStart(6)}   ${of("ms").toFixed(0).padStart(7)}   ${String(of("nodes")).padStart(9)}   ${(of("heap") / 1e6).toFixed(1).padStart(7)}`,
      );
    }
  } finally {
    await browser.close();
  }
}

/** Run in the page: waits until a slide has content, and gives the milliseconds since navigation began. */
const FIRST_SLIDE_MS = `new Promise((resolve) => {
  const look = () => document.querySelector(".reveal .slide h2, .reveal .slide h1, .reveal .slide p") ? resolve(performance.now()) : requestAnimationFrame(look);
  look();
})`;
