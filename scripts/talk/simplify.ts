/** Leaves out the places of a line that its shape does not need. Pure. */
import type { StrokePlace } from "./stroke.ts";

/** Half a pixel of a slide as it is designed: nobody sees the difference. */
export const TOLERANCE = 0.5 / 1280;

/**
 * Ramer, Douglas and Peucker's way: the line through what is left is nowhere further than the tolerance from a place that was left out.
 * The width that pressure gives is a third direction, so that it is kept as exactly.
 * @param width of the line at full pressure, in slide widths
 * @param tolerance in slide widths
 */
export function simplify(
  places: readonly StrokePlace[],
  width: number,
  tolerance: number = TOLERANCE,
): StrokePlace[] {
  const last = places.length - 1;
  if (last < 2) return [...places];
  const solid = places.map(({ x, y, pressure }): Solid => [x, y, (pressure * width) / 2]);
  const kept = new Set([0, last]);
  const spans: [number, number][] = [[0, last]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    let furthest = from;
    let distance = tolerance;
    for (let i = from + 1; i < to; i += 1) {
      const away = distanceTo(at(solid, i), at(solid, from), at(solid, to));
      if (away > distance) [furthest, distance] = [i, away];
    }
    if (furthest === from) continue;
    kept.add(furthest);
    spans.push([from, furthest], [furthest, to]);
  }
  return places.filter((_, i) => kept.has(i));
}

type Solid = readonly [x: number, y: number, radius: number];

const at = (solid: readonly Solid[], i: number): Solid => solid[i] ?? [0, 0, 0];

/** From a place to the nearest one of the stretch between two others. */
function distanceTo(place: Solid, from: Solid, to: Solid): number {
  const along: Solid = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const off: Solid = [place[0] - from[0], place[1] - from[1], place[2] - from[2]];
  const length = dot(along, along);
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, dot(off, along) / length));
  return Math.hypot(off[0] - t * along[0], off[1] - t * along[1], off[2] - t * along[2]);
}

const dot = (a: Solid, b: Solid): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
