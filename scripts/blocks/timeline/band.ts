/** One band of a timeline: its events as flags, its spans as bars; laid out before anything is drawn. */
import { setLines, type Lettering, type LetteringLine } from "../lettering.ts";
import { textWidth, wrapText } from "../text.ts";
import type { Entry } from "./check.ts";
import {
  layFlags,
  sideHeight,
  staircase,
  type Flag,
  type FlagItem,
  type FlagLayout,
  type Side,
} from "./flags.ts";

/** Sizes of the words in pixels. */
const DATE_PX = 16;
const LABEL_PX = 18;
const DETAIL_PX = 16;
export const BAR_PX = 16;

/** Room between the axis and the lowest tier, in which poles may bend. */
export const BEND = 20;
const BAR_HEIGHT = 28;
const BAR_LINE = 19;
const BAR_GAP = 5;
/** Widths at which words are tried, widest first. */
const WIDTHS = [250, 205, 170, 140];
const TIERS = [1, 2, 3, 4, 5, 6, 8, 12, 24];

/** An event or a callout of a span, set and placed. */
export interface PlacedFlag {
  readonly entry: Entry;
  /** Where it belongs on the axis. */
  readonly x: number;
  readonly lettering: Lettering;
  readonly flag: Flag;
}

/** A span as a bar; `lines` is empty when its words stand in a callout. */
export interface PlacedBar {
  readonly entry: Entry;
  readonly x0: number;
  readonly x1: number;
  readonly row: number;
  readonly lines: readonly string[];
}

/** A band with all its heights, in pixels. */
export interface Band {
  readonly events: readonly PlacedFlag[];
  readonly bars: readonly PlacedBar[];
  readonly callouts: readonly PlacedFlag[];
  readonly eventLayout: FlagLayout | undefined;
  readonly calloutLayout: FlagLayout | undefined;
  /** Above the axis. */
  readonly aboveHeight: number;
  /** Of the flags right below the axis; 0 when bars stand there. */
  readonly belowHeight: number;
  readonly rowHeight: number;
  readonly rowCount: number;
  /** Of the callouts below the bars. */
  readonly calloutHeight: number;
}

export interface BandOptions {
  readonly minX: number;
  readonly maxX: number;
  /** Room that the band should not exceed, without the axis. */
  readonly budget: number;
  /** Whether events may stand below the axis too, when no bars do. */
  readonly bothSides: boolean;
  readonly xOf: (day: number) => number;
}

/** Lays out the entries of one band, which are in the order of time. */
export function layBand(entries: readonly Entry[], options: BandOptions): Band {
  const spans = entries.filter((entry) => entry.kind === "span");
  const { bars, rowHeight, rowCount } = layBars(spans, options);
  const barsHeight = rowCount === 0 ? 0 : rowCount * rowHeight + BAR_GAP;
  const wordless = bars.filter((bar) => bar.lines.length === 0);
  const callouts = flagsFor(
    wordless.map((bar) => ({ entry: bar.entry, x: (bar.x0 + bar.x1) / 2 })),
    { ...options, sides: ["below"], budget: (options.budget - barsHeight) * 0.45 },
  );
  const calloutHeight = callouts.layout === undefined ? 0 : sideHeight(callouts.layout, "below") + BEND;
  const events = flagsFor(
    entries
      .filter((entry) => entry.kind === "event")
      .map((entry) => ({ entry, x: options.xOf(((entry.firstDay ?? 0) + (entry.lastDay ?? 0) + 1) / 2) })),
    {
      ...options,
      sides: options.bothSides && spans.length === 0 ? ["above", "below"] : ["above"],
      budget: options.budget - barsHeight - calloutHeight,
    },
  );
  const height = (side: Side): number =>
    events.layout === undefined || events.layout.tierHeights[side].length === 0
      ? 0
      : sideHeight(events.layout, side) + BEND;
  return {
    events: events.placed,
    bars,
    callouts: callouts.placed,
    eventLayout: events.layout,
    calloutLayout: callouts.layout,
    aboveHeight: height("above"),
    belowHeight: height("below"),
    rowHeight,
    rowCount,
    calloutHeight,
  };
}

/** Packs spans into rows, and breaks their words to the bars' widths. */
function layBars(
  spans: readonly Entry[],
  { minX, maxX, xOf }: BandOptions,
): { bars: PlacedBar[]; rowHeight: number; rowCount: number } {
  const ends: number[] = [];
  const bars = spans.map((entry): PlacedBar => {
    const x0 = Math.max(minX, entry.firstDay === undefined ? minX : xOf(entry.firstDay));
    const x1 = Math.max(x0 + 4, Math.min(maxX, entry.lastDay === undefined ? maxX : xOf(entry.lastDay + 1)));
    let row = ends.findIndex((end) => end <= x0 + 0.5);
    if (row < 0) row = ends.length;
    ends[row] = x1;
    return { entry, x0, x1, row, lines: barLines(entry, x1 - x0 - 14) };
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

interface FlagInput {
  readonly entry: Entry;
  readonly x: number;
}

function flagsFor(
  inputs: readonly FlagInput[],
  options: BandOptions & { readonly sides: readonly Side[] },
): { placed: PlacedFlag[]; layout: FlagLayout | undefined } {
  const sorted = inputs.map((input, i) => ({ ...input, i })).sort((a, b) => a.x - b.x || a.i - b.i);
  if (sorted.length === 0) return { placed: [], layout: undefined };
  let best: { layout: FlagLayout; letterings: Lettering[]; score: number } | undefined;
  for (const width of WIDTHS) {
    const letterings = sorted.map(({ entry }) => letter(entry, width));
    const items = sorted.map(({ x }, i): FlagItem => ({
      x,
      width: letterings[i]?.width ?? 0,
      height: letterings[i]?.height ?? 0,
    }));
    for (const tiers of TIERS) {
      const limits = { minX: options.minX, maxX: options.maxX, sides: options.sides, tiers };
      const layout =
        layFlags(items, limits) ??
        (tiers === TIERS.at(-1) && best === undefined ? staircase(items, limits) : undefined);
      if (layout === undefined) continue;
      const height = options.sides.reduce((sum, side) => sum + sideHeight(layout, side) + BEND, 0);
      const score = layout.cost + height * 0.05 + Math.max(0, height - options.budget) * 0.6;
      if (best === undefined || score < best.score) best = { layout, letterings, score };
      // More tiers only make it higher.
      if (tiers >= sorted.length || height > options.budget + 300) break;
    }
  }
  const found = best;
  if (found === undefined) return { placed: [], layout: undefined };
  const placed = sorted.map(({ entry, x }, i) => ({
    entry,
    x,
    lettering: found.letterings[i] as Lettering,
    flag: found.layout.flags[i] as Flag,
  }));
  return { placed, layout: found.layout };
}

/** Date, words and detail of an entry, broken to a width. */
function letter(entry: Entry, width: number): Lettering {
  const lines: LetteringLine[] = [
    { text: entry.words, sizePx: DATE_PX, class: "date" },
    { text: entry.label, sizePx: LABEL_PX, class: "label" },
  ];
  if (entry.detail !== undefined) lines.push({ text: entry.detail, sizePx: DETAIL_PX, class: "detail" });
  return setLines(lines, width);
}
