/** The cover's picture: every era as a bar from its beginning to its end, one below the other over an axis of years. Pure. */
import { textWidth } from "../../blocks/text.ts";
import { escapeHtml } from "../../escape.ts";
import type { Years } from "../../source/decimal-years.ts";
import { dateWords, englishDates } from "../../source/date-words.ts";
import type { ArticleEra } from "./article.ts";

/** Units of the drawing; 3.97 of them are a millimetre of the cover. */
const WIDTH = 627;
const BAR = 10;
/** Between two bars, and how high all of them may be: many eras stand closer, until their lettering would touch. */
const ROW = { usual: 26, least: 15 };
const HEIGHT = 400;
const LETTERS = 12.5;
/** Between a bar and its lettering. */
const GAP = 8;
/** Shares of the width that the axis may have, tried in this order: the longest that leaves room for all lettering. */
const SHORTEST = 0.5;
const AXIS_SHARES = [1, 0.9, 0.8, 0.7, 0.6, SHORTEST];

interface Bar {
  readonly era: ArticleEra;
  readonly years: Years;
  readonly label: string;
  /** Of the lettering. */
  readonly width: number;
}

/**
 * An SVG, or an empty text when fewer than two eras have a span, or more than a cover can hold.
 * @param language of the years before Christ
 */
export function eraStrip(eras: readonly ArticleEra[], language: string): string {
  const bars = eras.flatMap((era): Bar[] => {
    if (era.years === undefined) return [];
    const label = `${era.spanYears} ${era.title}`;
    return [{ era, years: era.years, label, width: textWidth(label, LETTERS) }];
  });
  const row = Math.min(ROW.usual, HEIGHT / bars.length);
  return bars.length < 2 || row < ROW.least ? "" : draw(bars, row, language);
}

function draw(bars: readonly Bar[], row: number, language: string): string {
  const first = Math.min(...bars.map(({ years: [from] }) => from));
  const last = Math.max(...bars.map(({ years: [, to] }) => to));
  const scaled =
    (axis: number) =>
    (year: number): number =>
      tenth(((year - first) / (last - first)) * axis);
  const axis =
    AXIS_SHARES.map((share) => share * WIDTH).find((width) =>
      bars.every((bar) => placeLabel(bar, scaled(width)).fits),
    ) ?? WIDTH * SHORTEST;
  const x = scaled(axis);
  const rows = bars.map((bar, i) => {
    const { at, anchor, room } = placeLabel(bar, x);
    const { era, years } = bar;
    const y = tenth(i * row);
    const title = shortened(era.title, room - textWidth(`${era.spanYears} `, LETTERS));
    const width = Math.max(3, tenth(x(years[1]) - x(years[0])));
    return `<g data-era-index="${era.accent}"><rect class="strip-bar" x="${x(years[0])}" y="${y}" width="${width}" height="${BAR}"/><text class="strip-label" x="${tenth(at)}" y="${tenth(y + BAR - 0.5)}"${anchor === "end" ? ' text-anchor="end"' : ""}><tspan class="strip-years">${escapeHtml(era.spanYears)}</tspan> ${escapeHtml(title)}</text></g>`;
  });
  const base = tenth(bars.length * row + 2);
  const ticks = roundYears(first, last).map(
    (year) =>
      `<rect class="strip-axis" x="${x(year)}" y="${base}" width="0.6" height="5"/><text class="strip-tick" x="${x(year)}" y="${base + 16}">${yearInWords(year, language)}</text>`,
  );
  const line = `<rect class="strip-axis" x="0" y="${base}" width="${tenth(axis)}" height="0.6"/>`;
  return `<svg class="strip" viewBox="0 0 ${WIDTH} ${base + 20}" aria-hidden="true">${rows.join("")}${line}${ticks.join("")}</svg>`;
}

/** Where a bar's lettering stands: after it, else before it, whichever has more room. */
function placeLabel(
  { years: [from, to], width }: Bar,
  x: (year: number) => number,
): { readonly at: number; readonly anchor: "start" | "end"; readonly room: number; readonly fits: boolean } {
  const after = Math.max(x(to), x(from) + 3) + GAP;
  const before = x(from) - GAP;
  const isAfter = WIDTH - after >= Math.min(width, before);
  const room = isAfter ? WIDTH - after : before;
  return isAfter
    ? { at: after, anchor: "start", room, fits: room >= width }
    : { at: before, anchor: "end", room, fits: room >= width };
}

/** As much of a title as has room; whole words where one fits. */
function shortened(title: string, room: number): string {
  if (textWidth(title, LETTERS) <= room) return title;
  const letters = Array.from(title);
  while (letters.length > 1 && textWidth(`${letters.join("")} …`, LETTERS) > room) letters.pop();
  return `${letters.join("").replace(/[\s,;:.–—-]+\S*$/, "")} …`;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Years for the axis: at most eight, of decades, half centuries, centuries … */
function roundYears(first: number, last: number): number[] {
  const step = [1, 5, 10, 20, 50, 100, 200, 500, 1000].find((years) => (last - first) / years <= 8) ?? 2000;
  const start = Math.ceil(first / step) * step;
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, index) => start + index * step);
}

/** Years are astronomical: 0 is 1 BC. */
const yearInWords = (year: number, language: string): string =>
  year > 0 ? String(year) : (dateWords(language) ?? englishDates).beforeChrist(1 - year);
