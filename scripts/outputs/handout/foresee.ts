/**
 * Tells on which page everything will stand before anything is printed: the page sets the same text in columns as
 * wide and as high as the text of its paper (`paper.css`), which Chromium breaks by the rules by which it breaks
 * pages (CSS Fragmentation Level 3, 2 and 4). It costs a tenth of printing. What is foreseen is compared with the PDF.
 */
import type { Page } from "puppeteer-core";
import * as z from "zod";
import { pageRanges, type PageRange } from "./around/page-ranges.ts";

/** What a document names by page: in its contents one anchor each, in its index and its like several. */
export interface PageReferences {
  readonly single: readonly string[];
  readonly lists: readonly (readonly string[])[];
}

const referencesSchema = z.object({ single: z.array(z.string()), lists: z.array(z.array(z.string())) });

/** Finds them in the page. */
export const pageReferences = async (page: Page): Promise<PageReferences> =>
  referencesSchema.parse(
    await page.evaluate(`({
      single: [...document.querySelectorAll(".page-ref")].map((place) => place.dataset.target),
      lists: [...document.querySelectorAll(".page-refs")].map((place) => place.dataset.targets.split(" ")),
    })`),
  );

/** Every anchor that is named, once. */
export const namedAnchors = ({ single, lists }: PageReferences): ReadonlySet<string> =>
  new Set([...single, ...lists.flat()]);

/** Where an anchor will stand. */
export interface Foreseen {
  /** From 1. */
  readonly page: number;
  /** In the first line of the page. */
  readonly isFirst: boolean;
}

/** How a document will stand on its pages. */
export interface ForeseenPages {
  /** By anchor; one that is not shown is left out. */
  readonly anchors: ReadonlyMap<string, Foreseen>;
  /** How many there will be; undefined for a document that names no pages, where nobody looked. */
  readonly count: number | undefined;
}

/** How often lists of numbers are filled in and all is set again: the lines that they need may move what follows. */
const ROUNDS = 3;

/** Fills in the page numbers that the document will have. */
export async function foreseePages(page: Page, references: PageReferences): Promise<ForeseenPages> {
  if (namedAnchors(references).size === 0) return { anchors: new Map(), count: undefined };
  await page.evaluate(`document.body.classList.add("in-columns")`);
  let foreseen = await pagesAsColumns(page, references);
  await fillPageNumbers(page, references, pageNumbers(foreseen));
  // A single number has its own column, and moves nothing.
  for (let round = 1; round <= ROUNDS && references.lists.length > 0; round++) {
    const again = await pagesAsColumns(page, references);
    const settled = [...again.anchors].every(
      ([anchor, place]) => foreseen.anchors.get(anchor)?.page === place.page,
    );
    foreseen = again;
    if (settled) break;
    await fillPageNumbers(page, references, pageNumbers(foreseen));
  }
  await page.evaluate(`document.body.classList.remove("in-columns")`);
  return foreseen;
}

/** The numbers alone: anchor → page. */
export const pageNumbers = ({ anchors }: ForeseenPages): Map<string, number> =>
  new Map([...anchors].map(([anchor, place]) => [anchor, place.page]));

const columnsSchema = z.object({
  places: z.array(z.object({ page: z.number(), isFirst: z.boolean() }).nullable()),
  count: z.number(),
});

async function pagesAsColumns(page: Page, references: PageReferences): Promise<ForeseenPages> {
  const anchors = [...namedAnchors(references)];
  const { places, count } = columnsSchema.parse(await page.evaluate(columnsScript(anchors)));
  const known = anchors.flatMap((anchor, i): [string, Foreseen][] => {
    const place = places[i];
    return place == null ? [] : [[anchor, place]];
  });
  return { anchors: new Map(known), count };
}

/** Runs in the page that stands in columns. */
const columnsScript = (anchors: readonly string[]): string => `(() => {
  const { left, top, width } = document.body.getBoundingClientRect();
  const placeOf = (anchor) => {
    const rects = [...(document.getElementById(anchor)?.getClientRects() ?? [])];
    // The first may be the empty end of the line before.
    const rect = rects.find((one) => one.width > 0) ?? rects[0];
    if (rect === undefined) return null;
    return { page: Math.floor((rect.left + rect.width / 2 - left) / width) + 1, isFirst: rect.top - top < rect.height };
  };
  const places = ${JSON.stringify(anchors)}.map(placeOf);
  const count = Math.round(document.body.scrollWidth / width);
  return { places, count };
})()`;

/** Fills in the numbers of the contents, and those of the index and its like as ranges with links. */
export async function fillPageNumbers(
  page: Page,
  { single, lists }: PageReferences,
  pageOf: ReadonlyMap<string, number>,
): Promise<void> {
  const numbers = single.map((anchor) => pageOf.get(anchor) ?? "");
  const ranges = lists.map((anchors) => pageRanges(anchors, pageOf));
  await page.evaluate(fillScript(numbers, ranges));
}

/** Runs in the page. */
const fillScript = (
  numbers: readonly (number | string)[],
  ranges: readonly (readonly PageRange[])[],
): string => `(() => {
  const numbers = ${JSON.stringify(numbers)};
  const ranges = ${JSON.stringify(ranges)};
  [...document.querySelectorAll(".page-ref")].forEach((place, i) => { place.textContent = numbers[i]; });
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
})()`;
