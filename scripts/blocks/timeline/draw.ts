/** Draws one laid-out band of a timeline: its poles, dots, words and bars. */
import { letteringMarkup } from "../lettering.ts";
import { coordinate as c, element, textElement, type Part } from "../svg.ts";
import { BEND, type Band, type Flags, type PlacedFlag } from "./band.ts";
import { BAR_GAP, BAR_PX, type PlacedBar } from "./bars.ts";
import type { Entry } from "./check.ts";
import { POLE_GAP, TIER_GAP, type FlagLayout } from "./flags.ts";
import type { Plot } from "./ruler.ts";

/** Free space between the axis and the first row of bars. */
const BARS_AFTER = 6;
/** From this width on, the time that an inexact date may mean is drawn, in pixels. */
const MIN_RANGE = 18;
const DOT_RADIUS = 6.5;
const LIFT = 4;

/** The parts of a band, by entry, and where the band ends. */
export interface DrawnBand {
  readonly parts: readonly Part[];
  readonly bottom: number;
}

/** Draws a band round its base, which has two edges: a ruler's, or twice a lane's line. */
export function drawBand(
  band: Band,
  base: { readonly top: number; readonly bottom: number },
  plot: Plot,
): DrawnBand {
  const { bars, callouts } = band;
  // On a ruler the dots stand a little outside, clear of its labels.
  const lift = base.top === base.bottom ? 0 : LIFT;
  const events = band.events.placed.map((placed): Part => {
    const isAbove = placed.flag.side === "above";
    const edge = isAbove ? base.top : base.bottom;
    const dotY = edge + (isAbove ? -lift : lift);
    return partOf(
      placed.entry,
      "event",
      flagMarkup(placed, edge, band.events.layout) +
        rangeMarkup(placed.entry, dotY, plot) +
        dotMarkup(placed, dotY),
    );
  });
  const barsTop = base.bottom + band.belowHeight + BARS_AFTER;
  const barsBottom = barsTop + bars.rowCount * bars.rowHeight - BAR_GAP;
  const spans = bars.bars.map((bar): Part => {
    const y = barsTop + bar.row * bars.rowHeight;
    const height = bars.rowHeight - BAR_GAP;
    return partOf(
      bar.entry,
      "span",
      barMarkup(bar, y, height) + calloutMarkup(bar, callouts, y + height, barsBottom),
    );
  });
  const bottom = bars.rowCount === 0 ? base.bottom + band.belowHeight : barsBottom + band.calloutHeight;
  return { parts: [...events, ...spans], bottom };
}

function partOf(entry: Entry, kind: string, markup: string): Part {
  const classes = isDoubtful(entry) ? ["doubtful"] : [];
  return { id: entry.id, kind, classes, label: `${entry.words}: ${entry.label}`, markup };
}

function isDoubtful({ time }: Entry): boolean {
  const dates = time.kind === "date" ? [time.date] : [time.start, time.end];
  return dates.some(
    (date) => date === "unknown" || (typeof date === "object" && (date.approximate || date.uncertain)),
  );
}

/** Pole and words. */
function flagMarkup(
  { flag, x, lettering }: PlacedFlag,
  edge: number,
  layout: FlagLayout | undefined,
): string {
  const up = flag.side === "above" ? -1 : 1;
  const passed = (layout?.tierHeights[flag.side] ?? [])
    .slice(0, flag.tier)
    .reduce((sum, height) => sum + height + (height > 0 ? TIER_GAP : 0), 0);
  const near = edge + up * (BEND + passed);
  const bent = Math.abs(flag.x - x) < 0.05 ? "" : `L${c(flag.x)},${c(edge + up * BEND * 0.85)}`;
  const right = flag.hand === "right";
  const box = {
    x: right ? flag.x + POLE_GAP : flag.x - POLE_GAP - lettering.width,
    y: up < 0 ? near - lettering.height : near,
    width: lettering.width,
    height: lettering.height,
  };
  return (
    element("path", {
      class: "pole",
      d: `M${c(x)},${c(edge)}${bent}V${c(near + up * (lettering.height - 2))}`,
    }) + letteringMarkup(lettering, { box, cost: 0, anchor: right ? "start" : "end" })
  );
}

/** Hollow for a date that is not sure; its words say so too. */
function dotMarkup({ x, entry }: PlacedFlag, edge: number): string {
  return element("circle", { class: isDoubtful(entry) ? "dot open" : "dot", cx: x, cy: edge, r: DOT_RADIUS });
}

/** The days that an inexact date may mean, as a band on the axis. */
function rangeMarkup({ firstDay, lastDay }: Entry, edge: number, { minX, maxX, xOf }: Plot): string {
  if (firstDay === undefined || lastDay === undefined) return "";
  const x0 = Math.max(minX, xOf(firstDay));
  const x1 = Math.min(maxX, xOf(lastDay + 1));
  return lastDay === firstDay || x1 - x0 < MIN_RANGE
    ? ""
    : element("path", { class: "range", d: `M${c(x0 + 3)},${c(edge)}H${c(x1 - 3)}` });
}

/** A bar; an open end becomes a point. */
function barMarkup({ x0, x1, entry, lines }: PlacedBar, y: number, height: number): string {
  const point = Math.min(10, (x1 - x0) / 3);
  const half = c(height / 2);
  const right =
    entry.lastDay === undefined
      ? `H${c(x1 - point)}l${c(point)},${half}l${c(-point)},${half}`
      : `H${c(x1)}v${c(height)}`;
  const left =
    entry.firstDay === undefined
      ? `H${c(x0 + point)}l${c(-point)},-${half}l${c(point)},-${half}`
      : `H${c(x0)}v${c(-height)}`;
  const start = entry.firstDay === undefined ? x0 + point : x0;
  const text = lines.map((line, i) =>
    textElement({
      text: line,
      x: (x0 + x1) / 2,
      y: y + height / 2 + BAR_PX * 0.34 + (i - (lines.length - 1) / 2) * BAR_PX * 1.2,
      sizePx: BAR_PX,
      anchor: "middle",
      class: "bar-label",
    }),
  );
  return element("path", { class: "bar", d: `M${c(start)},${c(y)}${right}${left}z` }) + text.join("");
}

/** The words of a bar that is too short for them, below all bars. */
function calloutMarkup({ entry }: PlacedBar, callouts: Flags, barBottom: number, barsBottom: number): string {
  const callout = callouts.placed.find((placed) => placed.entry === entry);
  if (callout === undefined) return "";
  const stem =
    barsBottom - barBottom < 0.1
      ? ""
      : element("path", { class: "pole", d: `M${c(callout.x)},${c(barBottom)}V${c(barsBottom)}` });
  return stem + flagMarkup(callout, barsBottom, callouts.layout);
}
