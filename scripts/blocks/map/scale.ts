/** The scale bar: kilometres above, miles below, in a corner where nothing else stands. */
import type { Candidate } from "../labels.ts";
import { coordinate, element, textElement } from "../svg.ts";
import { formatNumber } from "./projection.ts";

/** Size of the bar's box in pixels. */
const HEIGHT = 48;
const TEXT_PX = 16;
const KM_PER_MILE = 1.609_344;

/** A bar of a round number of kilometres and one of miles, each at most a fifth of the map's width. */
export interface ScaleBar {
  readonly km: number;
  readonly miles: number;
  readonly kmPx: number;
  readonly milesPx: number;
  readonly width: number;
}

/** The scale bar of a map. */
export function scaleBar(kmPerPx: number, mapWidth: number): ScaleBar {
  const longest = Math.max(70, Math.min(190, mapWidth / 5)) * kmPerPx;
  const km = roundDown(longest);
  const miles = roundDown(longest / KM_PER_MILE);
  const kmPx = km / kmPerPx;
  const milesPx = (miles * KM_PER_MILE) / kmPerPx;
  return { km, miles, kmPx, milesPx, width: Math.max(kmPx, milesPx) + 8 };
}

/** The largest 1, 2 or 5 times a power of ten that is not more. */
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([5, 2, 1].find((n) => n * power <= value * 1.000_001) ?? 1) * power;
}

/** The corners, lower left first, then the middles of the edges. */
export function scaleCandidates(bar: ScaleBar, width: number, height: number): Candidate[] {
  const right = width - bar.width - 14;
  const low = height - HEIGHT - 10;
  const spots = [
    [14, low],
    [right, low],
    [14, 12],
    [right, 12],
    [(width - bar.width) / 2, low],
    [14, height / 2],
    [right, height / 2],
    [(width - bar.width) / 2, 12],
  ] as const;
  return spots.map(([x, y], i) => ({
    box: { x, y, width: bar.width, height: HEIGHT },
    cost: i * 2,
    anchor: "start",
  }));
}

/** The bar as SVG. */
export function scaleMarkup(bar: ScaleBar, { box }: Candidate): string {
  const { x } = box;
  const y = box.y + HEIGHT / 2;
  const d = `M${coordinate(x)},${coordinate(y - 6)}V${coordinate(y)}H${coordinate(x + bar.kmPx)}V${coordinate(y - 6)}M${coordinate(x)},${coordinate(y + 6)}V${coordinate(y)}H${coordinate(x + bar.milesPx)}V${coordinate(y + 6)}`;
  const text = (words: string, baseline: number): string =>
    textElement({ text: words, x: x + 4, y: baseline, sizePx: TEXT_PX, anchor: "start", class: "small" });
  return element(
    "g",
    { class: "scale" },
    element("path", { class: "bar halo", d }) +
      element("path", { class: "bar", d }) +
      text(`${formatNumber(bar.km)} km`, y - 6) +
      text(`${formatNumber(bar.miles)} miles`, y + 18),
  );
}
