/** Which lines an eraser touches. Pure. */
import { placesOf, SLIDE_RATIO, type Stroke } from "./stroke.ts";
import type { SlidePoint } from "./messages.ts";

/** A place with both lengths in slide widths. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

/**
 * Whether an eraser that moves from one place to another touches a line.
 * @param radius of the eraser, in slide widths
 */
export function touches(stroke: Stroke, from: SlidePoint, to: SlidePoint, radius: number): boolean {
  const start = { x: from.x, y: from.y * SLIDE_RATIO };
  const end = { x: to.x, y: to.y * SLIDE_RATIO };
  const reach = radius + stroke.width / 2;
  const places = placesOf(stroke);
  return places.some((place, i) => distance(places[i - 1] ?? place, place, start, end) <= reach);
}

/** Between two stretches: 0 where they cross, else from an end of one to the other. */
function distance(a: Spot, b: Spot, c: Spot, d: Spot): number {
  if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return 0;
  return Math.min(toStretch(a, c, d), toStretch(b, c, d), toStretch(c, a, b), toStretch(d, a, b));
}

/** On which side of the line through two places a third lies; 0 on it. */
const side = (a: Spot, b: Spot, c: Spot): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

function toStretch(spot: Spot, from: Spot, to: Spot): number {
  const x = to.x - from.x;
  const y = to.y - from.y;
  const length = x * x + y * y;
  const along = length === 0 ? 0 : ((spot.x - from.x) * x + (spot.y - from.y) * y) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(spot.x - from.x - t * x, spot.y - from.y - t * y);
}
