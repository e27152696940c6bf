/** Prints a document with the page numbers of its contents, which are foreseen, and again where they came out otherwise. */
import type { Browser, Page } from "puppeteer-core";
import * as z from "zod";
import type { AskedFamily } from "./font-problems.ts";
import { overflowScript } from "../../render/overflow.ts";
import { hyphenate } from "./hyphens/hyphenate.ts";
import { FOLDER_ORIGIN, openFolderPage } from "../../io/browser/folder-page.ts";
import type { HandoutDocument } from "./document.ts";
import type { OpenedPdf } from "./finish.ts";
import {
  fillPageNumbers,
  foreseePages,
  namedAnchors,
  pageNumbers,
  pageReferences,
  type Foreseen,
} from "./foresee.ts";

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
  /** Words of its running text are divided at the ends of lines. */
  readonly hyphenates: boolean;
  readonly open: (pdf: Uint8Array, foreseen: ReadonlyMap<string, Foreseen>) => Promise<OpenedPdf>;
  readonly signal: AbortSignal;
  /** Told of pages: none are printed yet, where it is known how many there will be, and all are. */
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

/** How often it is printed until nothing moves any more; once is enough for nearly every lecture. */
const ATTEMPTS = 4;

const PAGE = "handout.html";
/** Address of the document's styles, as its page names it. They are never in the folder. */
export const PRINTED_STYLES = "assets/handout.css";

/**
 * @throws PrintingFailed when the page lacks a file or its page numbers do not settle
 * @throws the browser's error when it dies, the signal's reason when it is aborted
 */
export async function printDocument(printing: Printing): Promise<Printed> {
  const { browser, document, folder, hyphenates, open, signal, progress } = printing;
  signal.throwIfAborted();
  const { page, refused, answered } = await openFolderPage(
    browser,
    folder,
    new Map([
      [PAGE, document.html],
      [PRINTED_STYLES, document.css + UNTIL_FONTS],
    ]),
  );
  const { end, bounded } = boundTo(browser, page, signal);
  try {
    // Before it is opened: it is never laid out for a screen.
    await bounded(page.emulateMediaType("print"));
    await bounded(page.goto(`${FOLDER_ORIGIN}/${PAGE}`, { waitUntil: "load", timeout: 0 }));
    await bounded(putAway(page));
    const { links, families } = await bounded(prepare(page));
    // What styles ask for comes only now that the page is shown.
    await bounded(answered());
    const overflows = await bounded(page.evaluate(overflowScript));
    requireAll(refused);
    if (hyphenates) await bounded(hyphenate(page));
    const references = await bounded(pageReferences(page));
    const foreseen = await bounded(foreseePages(page, references));
    if (foreseen.count !== undefined) progress(0, foreseen.count);
    let numbers = pageNumbers(foreseen);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const pdf = await open(await bounded(pdfOf(page)), foreseen.anchors);
      // Some things are asked for only when they come to paper.
      requireAll(refused);
      if ([...namedAnchors(references)].every((anchor) => numbers.get(anchor) === pdf.places.get(anchor))) {
        const pages = pdf.document.getPageCount();
        progress(pages, pages);
        return { pdf, links, families, overflows };
      }
      numbers = new Map(pdf.places);
      await bounded(fillPageNumbers(page, references, numbers));
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

const pdfOf = async (page: Page): Promise<Uint8Array> =>
  await page.pdf({
    tagged: true,
    outline: false,
    preferCSSPageSize: true,
    printBackground: true,
    timeout: 0,
  });

const preparedSchema = z.object({
  links: z.array(z.tuple([z.string(), z.string()])),
  families: z.array(z.object({ name: z.string(), first: z.string(), texts: z.number() })),
});

/** Nobody looks at the page: in a window that is not seen it is laid out for whoever asks, but never drawn. */
async function putAway(page: Page): Promise<void> {
  await page.browser().setWindowBounds(await page.windowId(), { windowState: "minimized" });
}

/** Loads every font face (those of running heads too, which no element of the page uses), shows the page and looks at it. */
async function prepare(page: Page): Promise<Pick<Printed, "links" | "families">> {
  const { links, families } = preparedSchema.parse(await page.evaluate(PREPARE));
  return { links: new Map(links), families };
}

/** Set without its fonts, the page would be set twice. */
const UNTIL_FONTS = "\nbody:not(.paged) { display: none; }\n";

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
