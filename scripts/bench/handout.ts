/** Time, memory and size of the study handout, beside the same browser printing the same text once, untagged, without pictures. */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openBrowser } from "../io/browser.ts";
import { cacheFolder } from "../io/folders.ts";
import { openPdf } from "../pdf-check/read.ts";
import type { Bench } from "./bench.ts";
import { bundleFloor } from "./bundle-floor.ts";
import { writeDeck } from "./generate.ts";
import { median, processRunner } from "./process.ts";

const TIMES = 3;
/** Printing tens of thousands of pages says nothing about lectures. */
const LARGEST = 1000;

/** Prints the table of handouts, one row per size up to `LARGEST`. */
export async function benchHandout({ cli, scratch, sizes, print }: Bench): Promise<void> {
  const run = await processRunner(scratch);
  const floor = await bundleFloor(scratch);
  print("handout: whole process, beside the same browser printing the same text bare; medians");
  print("slides   build s   floor s   ratio   with browser MB   PDF MB   pages");
  for (const slides of sizes.filter((n) => n <= LARGEST)) {
    const deck = join(scratch, `print-deck-${slides}`);
    const out = join(scratch, `print-${slides}`);
    const page = join(scratch, "print-floor.html");
    await writeDeck(deck, slides);
    await run([floor, deck, page]);
    const ours: number[] = [];
    const bare: number[] = [];
    const build = [cli, "build", deck, "--out", out, "--no-audio", "--only", "handout"];
    for (let i = 0; i < TIMES; i++) {
      ours.push((await run(build)).wallMs);
      bare.push(await printBare(page));
    }
    const { treePeakBytes: peak } = await run(build, "watched");
    const pdf = join(out, "handout.pdf");
    const pages = await pagesOf(pdf);
    const cells = [median(ours) / 1000, median(bare) / 1000].map((s) => s.toFixed(1).padStart(7)).join("   ");
    const megabytes = ((await stat(pdf)).size / 1e6).toFixed(1).padStart(6);
    print(
      `${String(slides).padStart(6)}   ${cells}   ${(median(ours) / median(bare)).toFixed(2).padStart(5)}   ${(peak / 1e6).toFixed(0).padStart(15)}   ${megabytes}   ${String(pages).padStart(5)}`,
    );
  }
}

async function pagesOf(pdf: string): Promise<number> {
  const document = await openPdf(await readFile(pdf));
  return document.getPageCount();
}

/** Starts a browser, prints one page untagged and closes it; milliseconds. */
async function printBare(page: string): Promise<number> {
  const started = performance.now();
  const browser = await openBrowser({ cacheFolder: cacheFolder(process.env) });
  try {
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(page).href);
    await tab.pdf({ format: "A4", tagged: false, outline: false, timeout: 0 });
    return performance.now() - started;
  } finally {
    await browser.close();
  }
}
