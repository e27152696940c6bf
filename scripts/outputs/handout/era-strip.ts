/** The cover's picture: every era as a bar from its first to its last year, one below the other. Pure. */
import { escapeHtml } from "../../render/html.ts";
import type { ArticleEra } from "./article.ts";

interface Bar {
  readonly era: ArticleEra;
  readonly from: number;
  readonly to: number;
}

const WIDTH = 627;
const ROW = 34;
/** Room at the right for the lettering of a bar that begins late. */
const LETTERING = 190;

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
  const x = (year: number): number =>
    Math.round(((year - first) / (last - first)) * (WIDTH - LETTERING) * 10) / 10;
  const rows = bars.map(({ era, from, to }, index) => {
    const y = index * ROW;
    const width = Math.max(3, Math.round((x(to) - x(from)) * 10) / 10);
    return `<g data-era-index="${era.accent}"><rect class="strip-line" x="0" y="${y + 8.5}" width="${WIDTH}" height="0.5"/><rect class="strip-bar" x="${x(from)}" y="${y + 4}" width="${width}" height="9"/><text class="strip-years" x="${x(from) + width + 8}" y="${y + 13}"><tspan class="strip-number">${era.spanYears}</tspan> ${escapeHtml(era.title)}</text></g>`;
  });
  return `<svg class="strip" viewBox="0 0 ${WIDTH} ${bars.length * ROW}" aria-hidden="true">${rows.join("")}</svg>`;
}
