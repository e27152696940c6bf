/** *Print just this era*: leads to the text to read, showing that era alone. */
import { printAnchor } from "../print-anchor.ts";
import type { LectureIndex } from "./data.ts";
import { maybeById } from "./dom.ts";
import type { Draw } from "./view.ts";

/** Returns what keeps the link at the era on show; outside the eras it is hidden. */
export function createPrintEra(index: LectureIndex): Draw {
  const link = maybeById("print-era");
  let shown: number | undefined;
  return ({ slide: { column }, era }) => {
    if (!(link instanceof HTMLAnchorElement) || column === shown) return;
    shown = column;
    link.hidden = era === "";
    link.href = `read.html#${encodeURIComponent(printAnchor(index.columns[column]?.id ?? ""))}`;
  };
}
