/** Spans as bars in rows, with their words inside where there is room. */
import { drawnSpans } from "../../source/handover.ts";
import { textWidth, wrapText } from "../text.ts";
import type { Entry } from "./check.ts";

/** Size of a bar's words in pixels. */
export const BAR_PX = 17;
const BAR_HEIGHT = 30;
const BAR_LINE = 20;
/** Free space between two rows, and from the axis to the first. */
export const BAR_GAP = 5;

/** A span as a bar; `lines` is empty when its words stand in a callout. */
export interface PlacedBar {
  readonly entry: Entry;
  readonly x0: number;
  readonly x1: number;
  readonly row: number;
  readonly lines: readonly string[];
}

/** The bars and the height of a row, the gap below it included. */
export interface Bars {
  readonly bars: readonly PlacedBar[];
  readonly rowHeight: number;
  readonly rowCount: number;
}

/** Packs spans, in the order of time, into as few rows as possible. */
export function layBars(
  spans: readonly Entry[],
  {
    minX,
    maxX,
    xOf,
  }: { readonly minX: number; readonly maxX: number; readonly xOf: (day: number) => number },
): Bars {
  const ends: number[] = [];
  const drawn = drawnSpans(spans.map(({ time }) => time));
  const bars = spans.map((entry, i): PlacedBar => {
    const { startDay, endDay } = drawn[i] ?? {};
    const x0 = Math.max(minX, startDay === undefined ? minX : xOf(startDay));
    const x1 = Math.max(x0 + 4, Math.min(maxX, endDay === undefined ? maxX : xOf(endDay)));
    let row = ends.findIndex((end) => end <= x0 + 0.5);
    if (row < 0) row = ends.length;
    ends[row] = x1;
    return { entry, x0, x1, row, lines: barLines(entry, x1 - x0 - 10) };
  });
  const most = bars.reduce((n, bar) => Math.max(n, bar.lines.length), 1);
  return { bars, rowHeight: BAR_HEIGHT + (most - 1) * BAR_LINE + BAR_GAP, rowCount: ends.length };
}

/** The words of a bar on at most two lines, or none when they have no room. */
function barLines(entry: Entry, room: number): string[] {
  if (textWidth(entry.label, BAR_PX) <= room) return [entry.label];
  const words = entry.label.split(/\s+/u);
  if (words.some((word) => textWidth(word, BAR_PX) > room)) return [];
  const lines = wrapText(entry.label, BAR_PX, room);
  return lines.length <= 2 ? lines : [];
}
