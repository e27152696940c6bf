/** One band of a timeline: its events as flags, its spans as bars; laid out before anything is drawn. */
import { setLines, type Lettering, type LetteringLine } from "../lettering.ts";
import { BAR_GAP, layBars, type Bars } from "./bars.ts";
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

/** Room between the axis and the lowest tier, in which poles may bend. */
export const BEND = 20;
/** Sizes of date, label and detail in pixels, and the width at which they are broken; larger is better. */
const SETTINGS = [
  { date: 20, label: 24, detail: 20, widths: [300, 240], dislike: 0 },
  { date: 18, label: 21, detail: 18, widths: [270, 215, 170], dislike: 3 },
  { date: 16, label: 18, detail: 16, widths: [250, 205, 170, 140], dislike: 8 },
];
type Setting = (typeof SETTINGS)[number];
const TIERS = [1, 2, 3, 4, 5, 6, 8, 12];

/** An event or a callout of a span, set and placed. */
export interface PlacedFlag {
  readonly entry: Entry;
  /** Where it belongs on the axis. */
  readonly x: number;
  readonly lettering: Lettering;
  readonly flag: Flag;
}

/** Flags and how they are tiered. */
export interface Flags {
  readonly placed: readonly PlacedFlag[];
  readonly layout: FlagLayout | undefined;
}

/** A band with its heights, in pixels. */
export interface Band {
  readonly events: Flags;
  readonly bars: Bars;
  /** Words of spans whose bars are too short for them. */
  readonly callouts: Flags;
  /** Above the axis. */
  readonly aboveHeight: number;
  /** Of the flags right below the axis; 0 when bars stand there. */
  readonly belowHeight: number;
  readonly calloutHeight: number;
}

/** The room that a band has, in pixels of the drawing. */
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
  const bars = layBars(spans, options);
  const barsHeight = bars.rowCount === 0 ? 0 : bars.rowCount * bars.rowHeight + BAR_GAP;
  const wordless = bars.bars.filter((bar) => bar.lines.length === 0);
  const callouts = flagsFor(
    wordless.map((bar) => ({ entry: bar.entry, x: (bar.x0 + bar.x1) / 2 })),
    { ...options, sides: ["below"], budget: (options.budget - barsHeight) * 0.4 },
  );
  const calloutHeight = heightOf(callouts.layout, "below");
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
  return {
    events,
    bars,
    callouts,
    aboveHeight: heightOf(events.layout, "above"),
    belowHeight: heightOf(events.layout, "below"),
    calloutHeight,
  };
}

function heightOf(layout: FlagLayout | undefined, side: Side): number {
  return layout === undefined || layout.tierHeights[side].length === 0 ? 0 : sideHeight(layout, side) + BEND;
}

interface FlagInput {
  readonly entry: Entry;
  readonly x: number;
}

/** Tries sizes, widths and numbers of tiers, and takes the best that the budget allows. */
function flagsFor(
  inputs: readonly FlagInput[],
  options: BandOptions & { readonly sides: readonly Side[] },
): Flags {
  const sorted = inputs.map((input, i) => ({ ...input, i })).sort((a, b) => a.x - b.x || a.i - b.i);
  if (sorted.length === 0) return { placed: [], layout: undefined };
  let best: { layout: FlagLayout; letterings: Lettering[]; score: number } | undefined;
  for (const setting of SETTINGS) {
    for (const width of setting.widths) {
      const letterings = sorted.map(({ entry }) => letter(entry, setting, width));
      const items = sorted.map(({ x }, i): FlagItem => ({
        x,
        width: letterings[i]?.width ?? 0,
        height: letterings[i]?.height ?? 0,
      }));
      const narrowest = items.reduce((least, item) => Math.min(least, item.width), Infinity);
      let before = Infinity;
      for (const tiers of TIERS) {
        const limits = { minX: options.minX, maxX: options.maxX, sides: options.sides, tiers };
        // No use looking where not even the narrowest words would fit side by side.
        const capacity =
          options.sides.length * tiers * Math.ceil((options.maxX - options.minX) / (narrowest + 20));
        const layout = capacity < items.length ? undefined : layFlags(items, limits);
        if (layout === undefined) continue;
        const height = options.sides.reduce((sum, side) => sum + heightOf(layout, side), 0);
        const over = Math.max(0, height - options.budget);
        const score = layout.cost / Math.sqrt(sorted.length) + height * 0.012 + over * 0.5 + setting.dislike;
        if (best === undefined || score < best.score) best = { layout, letterings, score };
        // More tiers than these change nothing, or only make it higher.
        if (tiers >= sorted.length || over > 150 || score > before) break;
        before = score;
      }
    }
    // Smaller words are for what has no room.
    if (best !== undefined && best.score < setting.dislike + 9) break;
  }
  const found = best ?? stairs(sorted, options);
  if (found === undefined) return { placed: [], layout: undefined };
  const placed = sorted.flatMap(({ entry, x }, i): PlacedFlag[] => {
    const lettering = found.letterings[i];
    const flag = found.layout.flags[i];
    return lettering === undefined || flag === undefined ? [] : [{ entry, x, lettering, flag }];
  });
  return { placed, layout: found.layout };
}

function stairs(
  sorted: readonly FlagInput[],
  { minX, maxX, sides }: BandOptions & { readonly sides: readonly Side[] },
): { layout: FlagLayout; letterings: Lettering[] } | undefined {
  const smallest = SETTINGS.at(-1);
  if (smallest === undefined) return undefined;
  const letterings = sorted.map(({ entry }) => letter(entry, smallest, 140));
  const items = sorted.map(({ x }, i): FlagItem => ({
    x,
    width: letterings[i]?.width ?? 0,
    height: letterings[i]?.height ?? 0,
  }));
  const layout = staircase(items, { minX, maxX, sides, tiers: items.length });
  return layout === undefined ? undefined : { layout, letterings };
}

/** Date, words and detail of an entry, broken to a width. */
function letter(entry: Entry, { date, label, detail }: Setting, width: number): Lettering {
  // A date is broken only where its interval is.
  const whole = entry.words.split(" to ").map((end) => end.replaceAll(" ", "\u00a0"));
  const lines: LetteringLine[] = [
    { text: capitalised(whole.join(" to\u00a0")), sizePx: date, class: "date" },
    { text: entry.label, sizePx: label, class: "label" },
  ];
  if (entry.detail !== undefined) lines.push({ text: entry.detail, sizePx: detail, class: "detail" });
  return setLines(lines, width);
}

/** `From 1994`, but `c. 1950`. */
const capitalised = (text: string): string =>
  text.startsWith("c.") ? text : text.charAt(0).toUpperCase() + text.slice(1);
