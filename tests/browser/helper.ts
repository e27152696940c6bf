/** Opens a built site from disk in a real browser, as a person would, and says what it shows. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "puppeteer-core";
import { afterAll, beforeAll } from "vitest";
import { readProgramFile } from "../../scripts/io/program.ts";
import type { Lecture, OutputFile } from "../../scripts/model.ts";
import { assets } from "../../scripts/outputs/assets.ts";
import type { Output } from "../../scripts/outputs/index.ts";
import { site } from "../../scripts/outputs/site.ts";
import type { Tools } from "../../scripts/outputs/tools.ts";
import { sharedBrowser } from "../shared-browser.ts";
import { tonesLecture } from "./fixture.ts";

/** A site on disk, and readers who look at it in a browser. */
export interface Opened {
  readonly folder: string;
  /** `file:` address of `index.html`, with `fragment` after it. */
  readonly address: (fragment?: string) => string;
  /** A new page with the site; what happens in it is recorded from the start. */
  readonly open: (options?: {
    fragment?: string;
    widthPx?: number;
    heightPx?: number;
    javaScript?: boolean;
    /** The page may be covered by another one, and then draws no frames. */
    canBeHidden?: boolean;
  }) => Promise<Recorded>;
}

export interface Recorded {
  readonly page: Page;
  /** Addresses of everything the page asked for. */
  readonly requests: readonly string[];
  /** What the console said as errors and warnings: CSP violations show here too. */
  readonly complaints: readonly string[];
}

/** Builds the lecture's site before the tests of a file; it and all its readers are gone after them. */
export function useSite(
  lecture: () => Promise<Lecture> = () => tonesLecture(),
  settings: {
    readonly host?: () => string;
    readonly speaker?: boolean;
    /** Made besides the site itself. */
    readonly outputs?: readonly Output[];
  } = {},
): Opened {
  let folder = "";
  const contexts: BrowserContext[] = [];
  const leave = () => Promise.all(contexts.splice(0).map((context) => context.close()));
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "lanternist-site-"));
    await writeSite(folder, await lecture(), settings.outputs ?? [], settings.speaker ?? false);
  });
  afterAll(async () => {
    await leave();
    await rm(folder, { recursive: true, force: true });
  });
  const address = (fragment = "") => `${pathToFileURL(join(folder, "index.html")).href}${fragment}`;
  return {
    get folder() {
      return folder;
    },
    address,
    open: async (options = {}) => {
      await leave();
      const browser = await sharedBrowser(settings.host === undefined ? "none" : "loopback");
      // A reader who was never here: nothing is kept from another test.
      const context = await browser.createBrowserContext();
      contexts.push(context);
      const page = await context.newPage();
      if (options.canBeHidden !== true) await page.emulateFocusedPage(true);
      const recorded = { page, requests: [] as string[], complaints: [] as string[] };
      page.on("request", (request) => recorded.requests.push(request.url()));
      page.on("pageerror", (error) => recorded.complaints.push(String(error)));
      page.on("console", (message) => {
        if (["error", "warn"].includes(message.type())) recorded.complaints.push(message.text());
      });
      await page.setViewport({ width: options.widthPx ?? 1280, height: options.heightPx ?? 800 });
      await page.setJavaScriptEnabled(options.javaScript ?? true);
      const host = settings.host?.();
      await page.goto(
        host === undefined ? address(options.fragment) : `${host}/index.html${options.fragment ?? ""}`,
      );
      if (options.javaScript !== false) await page.waitForSelector("#start-silent", { visible: true });
      return recorded;
    },
  };
}

/** Loads the page anew from the address that it shows; the browser itself may be told of that address a moment later. */
export async function loadAnew(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.classList.add("is-old");
    setTimeout(() => location.reload());
  });
  await page.waitForFunction(
    () => document.readyState === "complete" && !document.documentElement.classList.contains("is-old"),
  );
}

async function writeSite(
  folder: string,
  lecture: Lecture,
  outputs: readonly Output[],
  speaker: boolean,
): Promise<void> {
  const tools: Tools = {
    programFile: readProgramFile,
    readDeck: () => Promise.reject(new Error("the fixture has no media")),
    staged: folder,
    openBrowser: () => Promise.reject(new Error("the site needs no browser")),
    progress: () => undefined,
    signal: new AbortController().signal,
    speaker,
  };
  const made = await Promise.all([assets, site, ...outputs].map((output) => output.make(lecture, tools)));
  for (const file of made.flatMap(({ files }) => files)) await writeOne(folder, file);
}

async function writeOne(folder: string, file: OutputFile): Promise<void> {
  const path = join(folder, file.path);
  await mkdir(dirname(path), { recursive: true });
  if ("text" in file) await writeFile(path, file.text);
  else if ("bytes" in file) await writeFile(path, file.bytes);
}

/** What a person sees at this moment. */
export interface Seen {
  /** Title of the slide on show. */
  readonly slide: string;
  /** Texts of the list items that can be seen. */
  readonly items: readonly string[];
  /** Text of the element in focus; empty when none is. */
  readonly focused: string;
  readonly caption: string;
  readonly positionMs: number;
  readonly valueText: string;
  readonly playing: boolean;
  readonly fragment: string;
}

/** Reads the page; an era that is on its way is waited for, as a person does. */
export async function look(page: Page): Promise<Seen> {
  await page.evaluate(async () => {
    const isThere = () => document.querySelector(".slides > section.present > section.present > *") !== null;
    const patience = performance.now() + 30_000;
    while (!isThere()) {
      if (performance.now() > patience) throw new Error("no slide is on show");
      await new Promise((done) => setTimeout(done, 10));
    }
  });
  return page.evaluate(seen);
}

/** `look`, in the page. */
export function seen(): Seen {
  const slide = document.querySelector(".slides > section.present > section.present");
  const text = (element: Element | null | undefined) => element?.textContent?.trim() ?? "";
  const items = [...(slide?.querySelectorAll("li") ?? [])].filter(
    (item) => getComputedStyle(item).visibility === "visible" && item.closest(".slot") !== null,
  );
  const seek = document.querySelector<HTMLInputElement>("#seek");
  return {
    slide: text(slide?.querySelector("h2")),
    items: items.map(text),
    focused: text(slide?.querySelector(".is-focused")),
    caption: text(document.querySelector("#caption")),
    positionMs: Number(seek?.value),
    valueText: seek?.getAttribute("aria-valuetext") ?? "",
    playing: document.querySelector("#play")?.classList.contains("is-playing") ?? false,
    fragment: decodeURIComponent(location.hash),
  };
}

/** Waits until the lecture has come to a time. */
export async function playedTo(page: Page, ms: number): Promise<void> {
  await page.waitForFunction(
    (goal) => Number(document.querySelector<HTMLInputElement>("#seek")?.value) >= goal,
    { timeout: 30_000 },
    ms,
  );
}

/**
 * Moves the seek bar to a time, as assistive technology does.
 * @param press a button pressed in the same moment: the lecture would otherwise play on while this machine is busy
 */
export async function seekTo(page: Page, ms: number, press?: string): Promise<void> {
  await page.$eval(
    "#seek",
    (slider, value, button) => {
      if (!(slider instanceof HTMLInputElement)) throw new Error("the seek bar is no slider");
      slider.value = String(value);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      slider.dispatchEvent(new Event("change", { bubbles: true }));
      if (button !== undefined) document.querySelector<HTMLElement>(button)?.click();
    },
    ms,
    press,
  );
}

/** Waits until the slide with this title is on show. */
export async function showing(page: Page, title: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector(".present > .present h2")?.textContent?.trim() === wanted,
    {},
    title,
  );
}
