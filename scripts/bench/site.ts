/** How long a built site takes from opening until it obeys a key, what it has loaded and holds by then, and how long the jump to its end takes. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { openBrowser } from "../io/browser.ts";
import { cacheFolder } from "../io/folders.ts";
import type { Bench } from "./bench.ts";
import { writeDeck } from "./generate.ts";
import { median, processRunner } from "./process.ts";

const TIMES = 9;
/** What a lecture of a thousand slides may cost, compared with one of ten. */
const AIM = { small: 10, large: 1000, time: 1.5, heap: 2 };

/** One opening of a site. */
interface Opening {
  /** From the start of navigation until the slide that the first key leads to is on show. */
  readonly keyMs: number;
  /** The page and all that it asked for until then, as it lies on the disk. */
  readonly loadedBytes: number;
  /** Nodes of every kind that the page holds, in the document or not. */
  readonly nodes: number;
  /** JavaScript's memory after the garbage is collected. */
  readonly heapBytes: number;
  /** From pressing End until the last slide is on show. */
  readonly lastMs: number;
}

/** Prints the table of opened sites, one row per size. */
export async function benchSite({ cli, scratch, sizes, print }: Bench): Promise<void> {
  const run = await processRunner(scratch);
  const sites: { slides: number; address: string; openings: Opening[] }[] = [];
  for (const slides of sizes) {
    const deck = join(scratch, `open-deck-${slides}`);
    const out = join(scratch, `open-${slides}`);
    await writeDeck(deck, slides);
    await run([cli, "build", deck, "--out", out, "--no-audio", "--only", "site"]);
    sites.push({ slides, address: pathToFileURL(join(out, "index.html")).href, openings: [] });
  }
  const browser = await openBrowser({ cacheFolder: cacheFolder(process.env) });
  try {
    // The browser's own first page is slower than all others.
    if (sites[0] !== undefined) await openOnce(browser, sites[0].address);
    for (let i = 0; i < TIMES; i++)
      for (const { address, openings } of sites) openings.push(await openOnce(browser, address));
  } finally {
    await browser.close();
  }
  print(`site opened from disk, medians of ${TIMES} openings in turn; ratios to the first row`);
  print("key: from navigation until the first → obeyed shows its slide; last: from End to the last slide");
  print("slides   key ms  ratio   loaded kB   DOM nodes   heap MB  ratio   last ms");
  const rows = sites.map(({ slides, openings }) => ({ slides, opening: medians(openings) }));
  const cell = (value: number, digits: number, width: number) => value.toFixed(digits).padStart(width);
  for (const { slides, opening } of rows) {
    const { keyMs, heapBytes } = rows[0]?.opening ?? opening;
    print(
      [
        cell(slides, 0, 6),
        `${cell(opening.keyMs, 0, 8)}${cell(opening.keyMs / keyMs, 2, 7)}`,
        cell(opening.loadedBytes / 1000, 0, 9),
        cell(opening.nodes, 0, 9),
        `${cell(opening.heapBytes / 1e6, 2, 8)}${cell(opening.heapBytes / heapBytes, 2, 7)}`,
        cell(opening.lastMs, 0, 7),
      ].join("   "),
    );
  }
  const small = rows.find(({ slides }) => slides === AIM.small)?.opening;
  const large = rows.find(({ slides }) => slides === AIM.large)?.opening;
  if (small === undefined || large === undefined) return;
  const time = (large.keyMs / small.keyMs).toFixed(2);
  const heap = (large.heapBytes / small.heapBytes).toFixed(2);
  print(
    `${AIM.large} slides beside ${AIM.small}: ${time} times the time (aim: at most ${AIM.time}), ${heap} times the heap (aim: at most ${AIM.heap})`,
  );
}

function medians(openings: readonly Opening[]): Opening {
  const of = (key: keyof Opening) => median(openings.map((opening) => opening[key]));
  return {
    keyMs: of("keyMs"),
    loadedBytes: of("loadedBytes"),
    nodes: of("nodes"),
    heapBytes: of("heapBytes"),
    lastMs: of("lastMs"),
  };
}

/** Opens a site in a new page, as somebody who cannot wait: keys are pressed from the first moment on. */
async function openOnce(browser: Browser, address: string): Promise<Opening> {
  const page = await browser.newPage();
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(request.url().split("#")[0] ?? ""));
  await page.evaluateOnNewDocument(WATCH);
  await page.goto(address, { waitUntil: "domcontentloaded" });
  const keyMs = await pressUntil(page, "ArrowRight", "watch.movedAtMs");
  const sizes = [...asked].filter((url) => url.startsWith("file:")).map((url) => stat(fileURLToPath(url)));
  const loadedBytes = (await Promise.all(sizes)).reduce((sum, { size }) => sum + size, 0);
  const client = await page.createCDPSession();
  await client.send("HeapProfiler.collectGarbage");
  const { usedSize: heapBytes } = await client.send("Runtime.getHeapUsage");
  const { Nodes: nodes = 0 } = await page.metrics();
  await page.evaluate("watch.again()");
  await page.keyboard.press("End");
  const lastMs = await page.evaluate("watch.moved.then(() => watch.movedAtMs - watch.pressedAtMs)");
  await page.close();
  return { keyMs, loadedBytes, nodes, heapBytes, lastMs: Number(lastMs) };
}

/** Presses a key again and again until an expression of the page has a value. */
async function pressUntil(page: Page, key: "ArrowRight", expression: string): Promise<number> {
  for (;;) {
    await page.keyboard.press(key);
    const value = await page.evaluate(expression);
    if (typeof value === "number") return value;
  }
}

/**
 * Run in the page before anything else: starts the lecture as soon as that can be done, and notes when another
 * slide than the first one has been painted: in the frame after the one that finds it.
 */
const WATCH = `window.watch = {
  again() {
    delete watch.movedAtMs;
    let first;
    watch.moved = new Promise((resolve) => {
      const look = () => {
        const start = document.querySelector("#start-silent");
        if (start?.checkVisibility()) start.click();
        const name = document.querySelector(".slides > .present > .present > *")?.getAttribute("aria-label");
        first ??= name;
        if (name === undefined || name === null || name === first) return requestAnimationFrame(look);
        requestAnimationFrame(() => {
          watch.movedAtMs = performance.now();
          resolve();
        });
      };
      look();
    });
  },
};
document.addEventListener("keydown", ({ timeStamp }) => (watch.pressedAtMs = timeStamp), true);
watch.again();`;
