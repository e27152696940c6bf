/** How long after a save the open page shows the change, and how long until an edited sentence is heard. */
import { spawn, type ChildProcess } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { openBrowser } from "../io/browser.ts";
import { cacheFolder } from "../io/folders.ts";
import type { Bench } from "./bench.ts";
import { writeDeck } from "./generate.ts";
import { median } from "./process.ts";

const SAVES = 21;
const SAYINGS = 9;
/** Nobody saves more often. */
const BETWEEN_MS = 300;
/** Who hears less of a sentence has not heard it: half of the shortest that is said here. */
const MOST_MISSED_MS = 800;
const AIM = { slides: 1000, seenMs: 50, heardMs: 500 };
/** Larger decks are not written in one sitting; what their sound costs says nothing here. */
const LARGEST = 1000;

/** Prints the table of saves, one row per size. */
export async function benchPreview({ cli, scratch, sizes, print }: Bench): Promise<void> {
  const browser = await openBrowser({ cacheFolder: cacheFolder(process.env), network: "loopback" });
  print(`preview: from the end of a save until the page has painted it, ${SAVES} saves, without sound;`);
  print(`and until an edited sentence sounds for who presses Play at once, ${SAYINGS} edits`);
  print("slides   seen ms   slowest   heard ms   slowest");
  try {
    for (const slides of sizes.filter((n) => n <= LARGEST)) {
      const deck = join(scratch, `preview-deck-${slides}`);
      await writeDeck(deck, slides);
      const seen = await measure(cli, deck, scratch, ["--no-audio"], (address) => savesSeen(address, deck));
      const heard = await measure(cli, deck, scratch, [], (address) => editsHeard(address, deck));
      const cells = [slides, median(seen), Math.max(...seen), median(heard), Math.max(...heard)];
      print(cells.map((value, i) => value.toFixed(0).padStart(i === 0 ? 6 : 7)).join("   "));
      if (slides === AIM.slides)
        print(`at ${slides} slides the aims are ${AIM.seenMs} and ${AIM.heardMs} ms (medians)`);
    }
  } finally {
    await browser.close();
  }

  async function savesSeen(address: string, deck: string): Promise<number[]> {
    const page = await opened(address);
    const { file, text } = await middle(page, deck);
    const times: number[] = [];
    for (let n = 0; n < SAVES; n++) {
      const mark = `seen ${n} times`;
      await page.evaluate(`watch.text(${JSON.stringify(mark)})`);
      await writeFile(file, text.replace(/^- .*$/m, `- ${mark}`));
      const savedMs = Date.now();
      times.push(Number(await page.evaluate("watch.found")) - savedMs);
      await pause(BETWEEN_MS);
    }
    await page.close();
    return times;
  }

  async function editsHeard(address: string, deck: string): Promise<number[]> {
    const page = await opened(address);
    const { file, text } = await middle(page, deck);
    const times: number[] = [];
    // Nobody edits a slide before it was said once.
    await page.evaluate("watch.sound()");
    await page.keyboard.press("k");
    await heardIn(page);
    await page.keyboard.press("k");
    for (let n = 0; n < SAYINGS; n++) {
      // From the slide's start, and while nothing plays.
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowDown");
      const sentence = `This is said for ${n + 1} days.`;
      await pause(BETWEEN_MS);
      await page.evaluate("watch.sound()");
      await writeFile(file, text.replace("Narration:\n", `Narration:\n${sentence} `));
      const savedMs = Date.now();
      await page.keyboard.press("k");
      const { atMs, missedMs } = await heardIn(page);
      if (missedMs > MOST_MISSED_MS)
        throw new Error(`"${sentence}" was heard without its first ${missedMs} ms`);
      times.push(atMs - savedMs);
      await page.keyboard.press("k");
    }
    await page.close();
    return times;
  }

  async function opened(address: string): Promise<Page> {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(WATCH);
    await page.goto(address);
    await page.evaluate(
      "(document.querySelector('#start-with-sound') ?? document.querySelector('#start-silent')).click(); document.querySelector('#play').click();",
    );
    return page;
  }
}

/** Goes to the first slide of the era in the middle, and reads its file. */
async function middle(page: Page, deck: string): Promise<{ file: string; text: string }> {
  await page.evaluate(
    "{ const all = JSON.parse(document.querySelector('#lecture').textContent).columns; const era = all[Math.floor(all.length / 2)]; location.hash = `#/${era.id}/${era.slides[0].id}`; }",
  );
  await page.waitForFunction(
    "/\\.md:\\d+$/.test(document.querySelector('.preview-source')?.textContent ?? '') && document.querySelector('.present > .present li')",
  );
  const id = String(await page.evaluate("location.hash"));
  await page.waitForFunction(`location.hash === ${JSON.stringify(id)}`);
  const place = String(await page.evaluate("document.querySelector('.preview-source').textContent"));
  const file = join(deck, place.split(":")[0] ?? "");
  return { file, text: await readFile(file, "utf8") };
}

/** When the page was heard to say something new, and how much of it was passed over. */
async function heardIn(page: Page): Promise<{ atMs: number; missedMs: number }> {
  const [atMs, missedMs] = String(await page.evaluate("watch.found.then(String)"))
    .split(",")
    .map(Number);
  return { atMs: atMs ?? Number.NaN, missedMs: missedMs ?? Number.NaN };
}

/** Runs the preview while something is measured. */
async function measure<T>(
  cli: string,
  deck: string,
  scratch: string,
  options: readonly string[],
  act: (address: string) => Promise<T>,
): Promise<T> {
  const args = [cli, "preview", deck, "--port", "0", "--cache", join(scratch, "preview-cache"), ...options];
  const program = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  try {
    return await act(await addressOf(program));
  } finally {
    program.kill("SIGTERM");
  }
}

function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    program.stdout?.on("data", (data: Buffer) => {
      printed += data.toString();
      const address = /→ (http:\S+)/.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    });
    program.once("exit", () => reject(new Error(`the preview ended: ${printed}`)));
  });
}

/** Run in the page before anything else: notes when something is painted, or heard. */
const WATCH = `window.watch = {
  text(mark) {
    watch.found = new Promise((resolve) => {
      const look = () => {
        const slide = document.querySelector(".slides > .present > .present");
        if (!slide?.textContent.includes(mark)) return requestAnimationFrame(look);
        // The first task after the frame in which it was found: it is painted by then.
        setTimeout(() => resolve(performance.timeOrigin + performance.now()));
      };
      look();
    });
  },
  /** The first moment at which another sound than before has come on, and from where it came on. */
  sound() {
    const audio = document.querySelector("#narration");
    const before = audio.src;
    let from;
    watch.found = new Promise((resolve) => {
      const look = () => {
        const plays = audio.src !== before && !audio.paused && !audio.seeking && audio.readyState >= 3;
        if (!plays) from = undefined;
        else if (from === undefined) from = audio.currentTime;
        else if (audio.currentTime > from)
          return resolve([performance.timeOrigin + performance.now(), from * 1000]);
        setTimeout(look, 2);
      };
      look();
    });
  },
};`;
