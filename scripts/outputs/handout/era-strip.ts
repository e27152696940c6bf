/** The cover's picture: every era as a bar from its first to its last year, one below the other. Pure. */
import { escapeHtml } from "../../escape.ts";
import type { ArticleEra } from "./article.ts";

interface Bar {
  readonly era: ArticleEra;
  readonly from: number;
  readonly to: number;
}

const WIDTH = 627;
const ROW = 26;
/** Room at the right for the lettering of a bar that begins late. */
const LETTERING = 200;

/** An SVG, or an empty text when fewer than two eras have a span that can be drawn. */
export function eraStrip(eras: readonly ArticleEra[]): string {
  return draw(eras.flatMap(barOf));
}

function barOf(era: ArticleEra): Bar[] {
  const years = [...era.spanYears.matchAll(/\d{1,4}/g)].map(([year]) => Number(year));
  const [from, to] = [years[0], years.at(-1)];
  return from === undefined || to === undefined || to < from ? [] : [{ era, from, to: to + 1 }];
}

function draw(bars: readonly Bar[]): string {
  if (bars.length < 2) return "";
  const first = Math.min(...bars.map(({ from }) => from));
  const last = Math.max(...bars.map(({ to }) => to));
  const x = (year: number): number => tenth(((year - first) / (last - first)) * (WIDTH - LETTERING));
  const rows = bars.map(({ era, from, to }, index) => {
    const y = index * ROW;
    const width = Math.max(3, tenth(x(to) - x(from)));
    return `<g data-era-index="${era.accent}"><rect class="strip-bar" x="${x(from)}" y="${y}" width="${width}" height="10"/><text class="strip-label" x="${tenth(x(from) + width + 8)}" y="${y + 9.5}"><tspan class="strip-years">${era.spanYears}</tspan> ${escapeHtml(era.title)}</text></g>`;
  });
  const axis = bars.length * ROW + 2;
  const ticks = roundYears(first, last).map(
    (year) =>
      `<rect class="strip-axis" x="${x(year)}" y="${axis}" width="0.6" height="5"/><text class="strip-tick" x="${x(year)}" y="${axis + 16}">${year}</text>`,
  );
  const line = `<rect class="strip-axis" x="0" y="${axis}" width="${WIDTH - LETTERING}" height="0.6"/>`;
  return `<svg class="strip" viewBox="0 0 ${WIDTH} ${axis + 20}" aria-hidden="true">${rows.join("")}${line}${ticks.join("")}</svg>`;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Years for the axis: at most eight, of decades, half centuries, centuries … */
function roundYears(first: number, last: number): number[] {
  const step = [1, 5, 10, 20, 50, 100, 200, 500, 1000].find((years) => (last - first) / years <= 8) ?? 2000;
  const start = Math.ceil(first / step) * step;
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, index) => start + index * step);
}
