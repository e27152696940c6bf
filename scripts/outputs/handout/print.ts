/** Prints a document: twice on one page, the second time with the page numbers of its contents. */
import type { Browser, Page } from "puppeteer-core";
import * as z from "zod";
import { pageRanges } from "./around/page-ranges.ts";
import type { AskedFamily } from "./font-problems.ts";
import { overflowScript } from "../../render/overflow.ts";
import { hyphenate } from "./hyphens/hyphenate.ts";
import { FOLDER_ORIGIN, openFolderPage } from "../../io/browser/folder-page.ts";
import type { HandoutDocument } from "./document.ts";
import type { OpenedPdf } from "./finish.ts";

/** Printing did not work; the message says why in words for the person who builds. */
export class PrintingFailed extends Error {
  override readonly name = "PrintingFailed";
}

/** What printing needs, and how it tells where it is. */
export interface Printing {
  readonly browser: Browser;
  readonly document: HandoutDocument;
  /** Folder with all else that the document names. */
  readonly folder: string;
  /** Width of the text to hyphenate; absent where nothing is. */
  readonly measureMm?: number | undefined;
  readonly open: (pdf: Uint8Array) => Promise<OpenedPdf>;
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

/** The PDF as the browser made it, with what only the page knew. */
export interface Printed {
  readonly pdf: OpenedPdf;
  /** Words of every link, by `#id` or address. */
  readonly links: ReadonlyMap<string, string>;
  /** The family that each text of the page asks for first. */
  readonly families: readonly AskedFamily[];
  /** What `overflowScript` found on the slides. */
  readonly overflows: unknown;
}

/** Opening, printing, printing again. */
const STEPS = 3;
/** How often page numbers are filled in until nothing moves any more; once is enough for nearly every lecture. */
const ATTEMPTS = 4;

const PAGE = "handout.html";
/** Address of the document's styles, as its page names it. They are never in the folder. */
export const PRINTED_STYLES = "assets/handout.css";

/**
 * @throws PrintingFailed when the page lacks a file or its page numbers do not settle
 * @throws the browser's error when it dies, the signal's reason when it is aborted
 */
export async function printDocument(printing: Printing): Promise<Printed> {
  const { browser, document, folder, measureMm, open, signal, progress } = printing;
  signal.throwIfAborted();
  const { page, refused } = await openFolderPage(
    browser,
    folder,
    new Map([
      [PAGE, document.html],
      [PRINTED_STYLES, document.css],
    ]),
  );
  const { end, bounded } = boundTo(browser, page, signal);
  try {
    // Before it is opened: it is never laid out for a screen.
    await bounded(page.emulateMediaType("print"));
    await bounded(page.goto(`${FOLDER_ORIGIN}/${PAGE}`, { waitUntil: "load", timeout: 0 }));
    const { links, families, overflows } = await bounded(prepare(page));
    requireAll(refused);
    if (measureMm !== undefined) await bounded(hyphenate(page, measureMm));
    progress(1, STEPS);
    let { places } = await open(await bounded(pdfOf(page, "draft")));
    progress(2, STEPS);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      await bounded(fillPageNumbers(page, places));
      const pdf = await open(await bounded(pdfOf(page, "final")));
      // Some things are asked for only when they come to paper.
      requireAll(refused);
      if (sameNumbers(places, pdf.places)) {
        progress(STEPS, STEPS);
        return { pdf, links, families, overflows };
      }
      // A line of the glossary or the chronology became longer or shorter with its numbers.
      places = pdf.places;
    }
    throw new PrintingFailed("the page numbers of the contents did not settle");
  } finally {
    end();
    await page.close().catch(() => undefined);
  }
}

/** @throws PrintingFailed when the page asked for something that it did not get */
function requireAll(refused: readonly string[]): void {
  if (refused.length === 0) return;
  const names = refused.map((url) => url.replace(`${FOLDER_ORIGIN}/`, ""));
  throw new PrintingFailed(`the handout needs files that are not there: ${names.join(", ")}`);
}

/** Makes work fail as soon as the browser or its page dies, or the signal is aborted: Chromium's own calls may wait for ever. */
function boundTo(
  browser: Browser,
  page: Page,
  signal: AbortSignal,
): { bounded: <T>(work: Promise<T>) => Promise<T>; end: () => void } {
  let fail: (reason: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => undefined);
  const onError = (reason: Error): void => fail(reason);
  const onEnd = (): void => fail(new Error("the browser ended"));
  const onAbort = (): void => fail(signal.reason instanceof Error ? signal.reason : new Error("stopped"));
  page.on("error", onError);
  browser.on("disconnected", onEnd);
  signal.addEventListener("abort", onAbort);
  // It may have happened while the page was opened, when nobody listened.
  if (signal.aborted) onAbort();
  return {
    bounded: async (work) => await Promise.race([work, failed]),
    end: () => {
      page.off("error", onError);
      browser.off("disconnected", onEnd);
      signal.removeEventListener("abort", onAbort);
    },
  };
}

/** A draft has neither tags nor backgrounds, and its slides are empty frames: only where its pages break is looked at, in half the time. */
async function pdfOf(page: Page, kind: "draft" | "final"): Promise<Uint8Array> {
  await page.evaluate(`document.body.classList.toggle("is-draft", ${kind === "draft"})`);
  return await page.pdf({
    tagged: kind === "final",
    outline: false,
    preferCSSPageSize: true,
    printBackground: kind === "final",
    timeout: 0,
  });
}

const preparedSchema = z.object({
  links: z.array(z.tuple([z.string(), z.string()])),
  families: z.array(z.object({ name: z.string(), first: z.string(), texts: z.number() })),
});

/** Loads every font face (those of running heads too, which no element of the page uses) and looks at the page. */
async function prepare(page: Page): Promise<Omit<Printed, "pdf">> {
  const { links, families } = preparedSchema.parse(await page.evaluate(PREPARE));
  return { links: new Map(links), families, overflows: await page.evaluate(overflowScript) };
}

// These run in the browser, where this program's types do not reach.

/** Links that lead to other files of the site mean nothing on paper: their words stay. */
const PREPARE = `(async () => {
  await Promise.all([...document.fonts].map((face) => face.load()));
  // The one role that Chromium gives a tag of its own and that finishing takes for a note (PDF/UA-1, 7.9). On screen it would be a landmark.
  for (const note of document.querySelectorAll("li.note")) {
    const body = document.createElement("span");
    body.setAttribute("role", "complementary");
    body.append(...note.childNodes);
    note.append(body);
  }
  document.body.classList.add("paged");
  const links = [];
  for (const link of document.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href");
    if (!/^(?:#|https?:|mailto:)/.test(href)) { link.removeAttribute("href"); continue; }
    const target = href.startsWith("#") ? document.getElementById(decodeURIComponent(href.slice(1))) : null;
    const words = (target ? target.textContent : link.textContent).replace(/\\s+/g, " ").trim();
    links.push([href.startsWith("#") ? "#" + decodeURIComponent(href.slice(1)) : link.href, words.slice(0, 300)]);
  }
  const families = new Map();
  const placeOf = (element) =>
    element.closest(".part")?.querySelector("[data-slide]")?.dataset.slide ??
    element.closest("section.era")?.getAttribute("aria-labelledby") ?? "";
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    if (texts.currentNode.data.trim() === "") continue;
    const element = texts.currentNode.parentElement;
    const name = getComputedStyle(element).fontFamily.split(",")[0].replace(/["']/g, "").trim();
    const known = families.get(name);
    if (known) known.texts += 1;
    else families.set(name, { name, first: placeOf(element), texts: 1 });
  }
  return { links, families: [...families.values()] };
})()`;

/** Fills in the numbers of the contents, one each, and of the index and its like, as ranges with links. */
async function fillPageNumbers(page: Page, places: ReadonlyMap<string, number>): Promise<void> {
  const lists = z
    .array(z.string())
    .parse(await page.evaluate(`[...document.querySelectorAll(".page-refs")].map((e) => e.dataset.targets)`));
  const ranges = lists.map((targets) => pageRanges(targets.split(" "), places));
  await page.evaluate(`(() => {
    const numbers = ${JSON.stringify(Object.fromEntries(places))};
    const ranges = ${JSON.stringify(ranges)};
    for (const place of document.querySelectorAll(".page-ref")) place.textContent = numbers[place.dataset.target] ?? "";
    const link = (page, anchor) => {
      const made = document.createElement("a");
      made.href = "#" + encodeURIComponent(anchor);
      made.textContent = page;
      return made;
    };
    [...document.querySelectorAll(".page-refs")].forEach((place, i) => {
      place.replaceChildren(...ranges[i].flatMap(({ from, to, fromAnchor, toAnchor }, n) => [
        ...(n === 0 ? [] : [", "]),
        link(from, fromAnchor),
        ...(to === from ? [] : ["–", link(to, toAnchor)]),
      ]));
    });
  })()`);
}

function sameNumbers(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([name, page]) => b.get(name) === page);
}
