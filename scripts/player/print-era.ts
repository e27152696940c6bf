/** *Print just this era*: leads to the text to read, showing that era alone; of a part, all of the part. */
import { printAnchor } from "../print-anchor.ts";
import type { LectureIndex } from "./data.ts";
import { maybeById } from "./dom.ts";
import { partAddress } from "./part-address.ts";
import type { Part } from "./only.ts";
import { selectionOf } from "./selection.ts";
import type { Texts } from "./texts.ts";
import { makeTrack } from "./track.ts";
import type { Draw } from "./view.ts";

/**
 * Returns what keeps the link at the era on show; outside the eras it is hidden.
 * @param part what is open of the whole; undefined where all of it is
 */
export function createPrintEra(
  index: LectureIndex,
  whole: LectureIndex,
  { part, title }: { readonly part?: Part; readonly title?: string | undefined },
  texts: Texts,
): Draw {
  const link = maybeById("print-era");
  if (!(link instanceof HTMLAnchorElement)) return () => undefined;
  if (part !== undefined) {
    const only = printedPart(whole, part);
    link.hidden = only === "";
    link.href = partAddress("read.html", only, title);
    link.lastChild?.replaceWith(texts.printPart);
    return () => undefined;
  }
  let shown: number | undefined;
  return ({ slide: { column }, era }) => {
    if (column === shown) return;
    shown = column;
    link.hidden = era === "";
    link.href = `read.html#${encodeURIComponent(printAnchor(index.columns[column]?.id ?? ""))}`;
  };
}

/** The part by the names of today; made slides, which belong to no era, are not in the text to read. */
function printedPart(whole: LectureIndex, { pieces }: Part): string {
  const track = makeTrack(whole);
  const slides = pieces
    .filter(({ column }) => whole.columns[column]?.title !== "")
    .flatMap(({ column, rows }) => rows.flatMap((row) => track.columns[column]?.[row] ?? []));
  return selectionOf(track, whole, slides);
}
