/** The `timeline` block: events as flags on an axis, spans as bars, in lanes where wanted; each part named for cues. */
import { warning } from "../diagnostics.ts";
import type { Dated, Problem } from "../model.ts";
import type { Block, BlockContext } from "./index.ts";
import { coordinate as c, element, frameDrawing, textElement, type Part } from "./svg.ts";
import { textWidth, wrapText } from "./text.ts";
import { domainOf, ticksOf, type Domain } from "./timeline/axis.ts";
import { BEND, layBand } from "./timeline/band.ts";
import { readEntries, type Entry } from "./timeline/check.ts";
import { describeTimeline } from "./timeline/describe.ts";
import { drawBand } from "./timeline/draw.ts";
import { gridMarkup, rulerHeight, rulerMarkup, type Plot } from "./timeline/ruler.ts";
import { timelineSchema, type TimelineSpec } from "./timeline/schema.ts";

/** The most room that a drawing gets on a slide, in CSS pixels. */
const WIDTH = 1160;
const HEIGHT = 520;
/** From here on, a slide would have to shrink the words below what can be read. */
const TOO_HIGH = 640;
/** What a slide with a heading and a line of words leaves free; what is lower than this may be drawn larger. */
const FREE_HEIGHT = 420;
/** How many times larger, tried in this order: words of 20 px become words of 30. */
const ENLARGED = [1.5, 1.35, 1.2] as const;
/** Free space at both ends of the axis, for dots and points. */
const EDGE = 10;
const LANE_PX = 19;
const LANE_COLUMN = 160;
const LANE_GAP = 12;

/** The timeline block. */
export const timelineBlock: Block<TimelineSpec> = {
  kind: "timeline",
  schema: timelineSchema,
  draw: drawTimeline,
};

function drawTimeline(spec: TimelineSpec, context: BlockContext): ReturnType<Block<TimelineSpec>["draw"]> {
  const { entries, axis, problems: found } = readEntries(spec, context);
  const days = entries.flatMap((entry) => [entry.firstDay, entry.lastDay]).filter((day) => day !== undefined);
  const domain = domainOf(days, axis);
  const { enlarged, width, drawn } = drawLarge(spec, entries, domain);
  const height = Math.ceil(drawn.bottom + 4);
  const problems: Problem[] = [...found];
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
  const byId = new Map(drawn.parts.map((part) => [part.id, part]));
  const drawing = frameDrawing(
    {
      kind: "timeline",
      widthPx: width,
      heightPx: height,
      enlarged,
      ...describeTimeline(spec, entries, domain),
      ground: drawn.ground,
      parts: entries.flatMap((entry) => byId.get(entry.id) ?? []),
    },
    context,
  );
  return { drawing: { ...drawing, dates: datesOf(spec) }, problems };
}

/** Events and spans, as the author wrote them. */
function datesOf({ events, spans }: TimelineSpec): Dated[] {
  return [
    ...events.map(({ date, label, detail }) => ({ date, label, ...(detail !== undefined && { detail }) })),
    ...spans.map(({ span, label }) => ({ date: span, label })),
  ];
}

/** Draws on as small a sheet as holds everything, so that words are large when the slide shows it. */
function drawLarge(spec: TimelineSpec, entries: readonly Entry[], domain: Domain) {
  for (const enlarged of ENLARGED) {
    const width = WIDTH / enlarged;
    const drawn = drawAt(spec, entries, domain, width);
    if ((drawn.bottom + 4) * enlarged <= FREE_HEIGHT) return { enlarged, width, drawn };
  }
  return { enlarged: 1, width: WIDTH, drawn: drawAt(spec, entries, domain, WIDTH) };
}

/** The timeline on a sheet `width` pixels wide. */
function drawAt(spec: TimelineSpec, entries: readonly Entry[], domain: Domain, width: number): Drawn {
  const minX = EDGE + laneColumn(spec);
  const maxX = width - EDGE;
  const plot: Plot = {
    minX,
    maxX,
    xOf: (day) => minX + ((day - domain.from) / (domain.to - domain.from)) * (maxX - minX),
  };
  const ticks = ticksOf(domain, maxX - minX, spec.ticks);
  const ruler = (y: number): string => rulerMarkup(ticks, domain, y, plot);
  const high = rulerHeight(ticks);
  const room = HEIGHT - high;
  if (spec.lanes.length === 0) return drawSingle(entries, plot, room, ruler, high);
  const grid = (top: number, end: number): string => gridMarkup(ticks, domain, top, end, plot);
  return drawLanes(spec, entries, plot, room, grid, ruler, high);
}

interface Drawn {
  readonly ground: string;
  readonly parts: readonly Part[];
  readonly bottom: number;
}

/** One axis with everything round it. */
function drawSingle(
  entries: readonly Entry[],
  plot: Plot,
  budget: number,
  ruler: (y: number) => string,
  height: number,
): Drawn {
  const band = layBand(entries, { ...plot, budget, bothSides: true });
  const top = 4 + Math.max(band.aboveHeight, 6);
  const { parts, bottom } = drawBand(band, { top, bottom: top + height }, plot);
  return { ground: ruler(top), parts, bottom: Math.max(bottom, top + height + 6) };
}

/** The ruler on top, and below it a band for each lane with a line of its own. */
function drawLanes(
  spec: TimelineSpec,
  entries: readonly Entry[],
  plot: Plot,
  room: number,
  grid: (top: number, bottom: number) => string,
  ruler: (y: number) => string,
  height: number,
): Drawn {
  const budget = room / spec.lanes.length - 2 * LANE_GAP;
  const parts: Part[] = [];
  const ground: string[] = [];
  const top = 2 + height;
  let y = top;
  for (const lane of spec.lanes) {
    const start = y;
    const band = layBand(
      entries.filter((entry) => entry.lane === lane.id),
      { ...plot, budget, bothSides: false },
    );
    const hasEvents = band.events.placed.length > 0;
    const base = y + LANE_GAP + (hasEvents ? Math.max(band.aboveHeight, BEND) : 0);
    const drawn = drawBand(band, { top: base, bottom: base }, plot);
    parts.push(...drawn.parts);
    const lines = wrapText(lane.label, LANE_PX, LANE_COLUMN);
    y = Math.max(drawn.bottom + LANE_GAP, start + lines.length * LANE_PX * 1.2 + LANE_GAP);
    const first = (start + y) / 2 - ((lines.length - 1) / 2) * LANE_PX * 1.2 + LANE_PX * 0.34;
    ground.push(
      element("path", { class: "rule", d: `M${EDGE},${c(y)}H${c(plot.maxX)}` }),
      hasEvents ? element("path", { class: "base", d: `M${c(plot.minX)},${c(base)}H${c(plot.maxX)}` }) : "",
      ...lines.map((text, i) =>
        textElement({
          text,
          x: EDGE,
          y: first + i * LANE_PX * 1.2,
          sizePx: LANE_PX,
          anchor: "start",
          class: "lane-name",
        }),
      ),
    );
  }
  return {
    ground: [grid(top, y), ruler(2), ...ground].filter((line) => line !== "").join("\n"),
    parts,
    bottom: y,
  };
}

/** Width of the column of lane names, with the space after it; 0 without lanes. */
function laneColumn(spec: TimelineSpec): number {
  const widths = spec.lanes.flatMap((lane) =>
    wrapText(lane.label, LANE_PX, LANE_COLUMN).map((line) => textWidth(line, LANE_PX)),
  );
  return widths.length === 0 ? 0 : Math.max(...widths) + 18;
}
