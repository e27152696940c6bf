/** The `timeline` block: events as flags on an axis, spans as bars, in lanes where wanted; each part named for cues. */
import { warning } from "../diagnostics.ts";
import type { Problem } from "../model.ts";
import type { Block, BlockContext } from "./index.ts";
import { letteringMarkup } from "./lettering.ts";
import { coordinate as c, element, frameDrawing, textElement, type Part } from "./svg.ts";
import { textWidth, wrapText } from "./text.ts";
import { domainOf, TICK_PX, ticksOf, type Domain } from "./timeline/axis.ts";
import { BAR_PX, BEND, layBand, type Band, type PlacedBar, type PlacedFlag } from "./timeline/band.ts";
import { readEntries, type Entry } from "./timeline/check.ts";
import { describeTimeline } from "./timeline/describe.ts";
import { POLE_GAP, TIER_GAP, type FlagLayout } from "./timeline/flags.ts";
import { timelineSchema, type TimelineSpec } from "./timeline/schema.ts";

/** The most room that a drawing gets on a slide, in CSS pixels. */
const WIDTH = 1160;
const HEIGHT = 520;
/** From here on, a slide would have to shrink the words below what can be read. */
const TOO_HIGH = 640;
const RULER = 30;
const EDGE = 10;
const LANE_PX = 18;
const LANE_COLUMN = 150;

/** The timeline block. */
export const timelineBlock: Block<TimelineSpec> = {
  kind: "timeline",
  schema: timelineSchema,
  draw: drawTimeline,
};

function drawTimeline(spec: TimelineSpec, context: BlockContext): ReturnType<Block<TimelineSpec>["draw"]> {
  const { entries, axis, problems: found } = readEntries(spec, context);
  const problems: Problem[] = [...found];
  const days = entries.flatMap((entry) => [entry.firstDay, entry.lastDay]).filter((day) => day !== undefined);
  const domain = domainOf(days, axis);
  const hasLanes = spec.lanes.length > 0;
  const laneWidth = hasLanes ? laneColumn(spec) : 0;
  const minX = EDGE + laneWidth;
  const maxX = WIDTH - EDGE;
  const xOf = (day: number): number =>
    minX + ((day - domain.from) / (domain.to - domain.from)) * (maxX - minX);
  const options = { minX, maxX, xOf, bothSides: !hasLanes };
  const lanes = hasLanes ? spec.lanes.map((lane) => ({ ...lane })) : [undefined];
  const budget = (HEIGHT - RULER) / lanes.length - (hasLanes ? 24 : 0);
  const bands = lanes.map((lane) => {
    const own = entries.filter((entry) => lane === undefined || entry.lane === lane.id);
    return { lane, band: layBand(own, { ...options, budget }) };
  });

  const parts = new Map<string, Part>();
  const ground: string[] = [];
  let y = 2;
  if (hasLanes) {
    ground.push(ruler(domain, y, { minX, maxX, xOf }, spec.ticks));
    const top = y + RULER;
    y = top + 8;
    for (const { lane, band } of bands) {
      const start = y;
      const base = y + Math.max(band.aboveHeight, band.events.length > 0 ? BEND : 6);
      const end = drawBand(band, { top: base, bottom: base }, parts);
      y = Math.max(end + 14, start + 44);
      const label = lane === undefined ? [] : wrapText(lane.label, LANE_PX, LANE_COLUMN);
      const middle = (start + y) / 2 - (label.length * LANE_PX * 1.15) / 2;
      const words = label.map((text, i) =>
        textElement({
          text,
          x: EDGE,
          y: middle + LANE_PX * 0.9 + i * LANE_PX * 1.15,
          sizePx: LANE_PX,
          anchor: "start",
          class: "lane-name",
        }),
      );
      ground.push(
        element(
          "g",
          { class: "lane" },
          [
            ...(band.events.length > 0
              ? [element("path", { class: "base", d: `M${c(minX)},${c(base)}H${c(maxX)}` })]
              : []),
            element("path", { class: "rule", d: `M${EDGE},${c(y)}H${c(maxX)}` }),
            ...words,
          ].join(""),
        ),
      );
      y += 8;
    }
    ground.unshift(grid(domain, top, y - 8, { minX, maxX, xOf }, spec.ticks));
  } else {
    const band = bands[0]?.band as Band;
    const top = y + band.aboveHeight;
    y = drawBand(band, { top, bottom: top + RULER }, parts);
    ground.push(ruler(domain, top, { minX, maxX, xOf }, spec.ticks));
  }
  const height = Math.ceil(y + 4);
  if (height > TOO_HIGH) {
    problems.push(
      warning(
        "crowded-timeline",
        context.at,
        `the timeline needs ${height} pixels of height, and a slide has about ${HEIGHT}`,
        {
          hint: "leave out events, shorten their labels, or make two timelines",
        },
      ),
    );
  }
  const ordered = entries.flatMap((entry) => parts.get(entry.id) ?? []);
  const words = describeTimeline(spec, entries, domain);
  const drawing = frameDrawing(
    {
      kind: "timeline",
      widthPx: WIDTH,
      heightPx: height,
      ...words,
      ground: ground.join("\n"),
      parts: ordered,
    },
    context,
  );
  return { drawing, problems };
}

/** Width of the column of lane names, with the space after it. */
function laneColumn(spec: TimelineSpec): number {
  const widths = spec.lanes.flatMap((lane) =>
    wrapText(lane.label, LANE_PX, LANE_COLUMN).map((line) => textWidth(line, LANE_PX)),
  );
  return Math.max(0, ...widths) + 18;
}

interface Plot {
  readonly minX: number;
  readonly maxX: number;
  readonly xOf: (day: number) => number;
}

/** The axis as a ruler: ticks and their labels between two lines, so that no pole passes through them. */
function ruler(domain: Domain, y: number, { minX, maxX, xOf }: Plot, wanted: TimelineSpec["ticks"]): string {
  const ticks = ticksOf(domain, maxX - minX, wanted);
  const marks = ticks
    .map((tick) => `M${c(xOf(tick.day))},${c(y)}v${tick.label === "" ? 7 : RULER}`)
    .slice(ticks[0]?.day === domain.from ? 1 : 0)
    .join("");
  const labels = ticks
    .filter((tick) => tick.label !== "")
    .map((tick) => {
      const x = xOf(tick.day);
      const end = xOf(tick.until);
      return textElement({
        text: tick.label,
        x: tick.names ? (x + end) / 2 : x + 5,
        y: y + RULER / 2 + TICK_PX * 0.34,
        sizePx: TICK_PX,
        anchor: tick.names ? "middle" : "start",
        class: "tick-label",
      });
    });
  return element(
    "g",
    { class: "axis" },
    [
      element("rect", { class: "ruler", x: minX, y, width: maxX - minX, height: RULER }),
      element("path", { class: "ticks", d: marks }),
      ...labels,
    ].join(""),
  );
}

/** Faint lines from the ruler through all lanes. */
function grid(
  domain: Domain,
  top: number,
  bottom: number,
  { minX, maxX, xOf }: Plot,
  wanted: TimelineSpec["ticks"],
): string {
  const d = ticksOf(domain, maxX - minX, wanted)
    .filter((tick) => tick.label !== "" && tick.day !== domain.from)
    .map((tick) => `M${c(xOf(tick.day))},${c(top)}V${c(bottom)}`)
    .join("");
  return element("path", { class: "grid", d });
}

/** Draws a band round its base into `parts`; returns where it ends. */
function drawBand(band: Band, base: { top: number; bottom: number }, parts: Map<string, Part>): number {
  for (const placed of band.events) {
    const edge = placed.flag.side === "above" ? base.top : base.bottom;
    parts.set(placed.entry.id, {
      id: placed.entry.id,
      kind: "event",
      classes: isDoubtful(placed.entry) ? ["doubtful"] : [],
      label: `${placed.entry.words}: ${placed.entry.label}`,
      markup:
        pole(placed, edge, band.eventLayout as FlagLayout) +
        rangeOf(placed, edge) +
        words(placed, edge, band.eventLayout as FlagLayout),
    });
  }
  const barsTop = base.bottom + band.belowHeight + 6;
  const barsBottom = barsTop + band.rowCount * band.rowHeight - 5;
  for (const bar of band.bars) {
    const callout = band.callouts.find((placed) => placed.entry === bar.entry);
    const y = barsTop + bar.row * band.rowHeight;
    const height = band.rowHeight - 5;
    const layout = band.calloutLayout;
    const called =
      callout === undefined || layout === undefined
        ? ""
        : element("path", { class: "pole", d: `M${c(callout.x)},${c(y + height)}V${c(barsBottom)}` }) +
          pole(callout, barsBottom, layout) +
          words(callout, barsBottom, layout);
    parts.set(bar.entry.id, {
      id: bar.entry.id,
      kind: "span",
      classes: isDoubtful(bar.entry) ? ["doubtful"] : [],
      label: `${bar.entry.words}: ${bar.entry.label}`,
      markup: barMarkup(bar, y, height) + called,
    });
  }
  return band.rowCount === 0 ? base.bottom + band.belowHeight : barsBottom + band.calloutHeight;
}

function isDoubtful({ time }: Entry): boolean {
  const dates = time.kind === "date" ? [time.date] : [time.start, time.end];
  return dates.some(
    (date) => date === "unknown" || (typeof date === "object" && (date.approximate || date.uncertain)),
  );
}

/** The edge of a flag's words that is nearest to the axis. */
function nearEdge({ flag }: PlacedFlag, edge: number, layout: FlagLayout): number {
  const passed = layout.tierHeights[flag.side]
    .slice(0, flag.tier)
    .reduce((sum, height) => sum + height + TIER_GAP, 0);
  return flag.side === "above" ? edge - BEND - passed : edge + BEND + passed;
}

function pole(placed: PlacedFlag, edge: number, layout: FlagLayout): string {
  const { flag, x, lettering } = placed;
  const up = flag.side === "above" ? -1 : 1;
  const near = nearEdge(placed, edge, layout);
  const bent = Math.abs(flag.x - x) < 0.05 ? "" : `L${c(flag.x)},${c(edge + up * BEND * 0.8)}`;
  return element("path", {
    class: "pole",
    d: `M${c(x)},${c(edge)}${bent}V${c(near + up * (lettering.height - 2))}`,
  });
}

function words(placed: PlacedFlag, edge: number, layout: FlagLayout): string {
  const { flag, lettering } = placed;
  const near = nearEdge(placed, edge, layout);
  const right = flag.hand === "right";
  return letteringMarkup(lettering, {
    box: {
      x: right ? flag.x + POLE_GAP : flag.x - POLE_GAP - lettering.width,
      y: flag.side === "above" ? near - lettering.height : near,
      width: lettering.width,
      height: lettering.height,
    },
    cost: 0,
    anchor: right ? "start" : "end",
  });
}

/** The dot of an event on the axis. */
function rangeOf({ x, entry }: PlacedFlag, edge: number): string {
  return element("circle", { class: isDoubtful(entry) ? "dot open" : "dot", cx: x, cy: edge, r: 6 });
}

/** A bar; an open end becomes a point. */
function barMarkup({ x0, x1, entry, lines }: PlacedBar, y: number, height: number): string {
  const point = Math.min(10, (x1 - x0) / 3);
  const right =
    entry.lastDay === undefined
      ? `H${c(x1 - point)}l${c(point)},${c(height / 2)}l${c(-point)},${c(height / 2)}`
      : `H${c(x1)}v${c(height)}`;
  const left =
    entry.firstDay === undefined
      ? `H${c(x0 + point)}l${c(-point)},${c(-height / 2)}l${c(point)},${c(-height / 2)}`
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
