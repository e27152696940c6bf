/** Points, boxes and polylines of a drawing, in pixels with y downwards. */

/** A place in a drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An upright box; `x` and `y` are its upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** The item at an index that is known to be there; an index that is not is a bug. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items.at(index);
  if (item === undefined) throw new RangeError(`no item ${index} of ${items.length}`);
  return item;
}

/** The pieces of a polyline. */
export function segments(points: readonly Point[]): (readonly [Point, Point])[] {
  return points.slice(1).map((point, i) => [at(points, i), point] as const);
}

/** Length of a polyline. */
export function lengthOf(points: readonly Point[]): number {
  return segments(points).reduce((sum, [a, b]) => sum + Math.hypot(b.x - a.x, b.y - a.y), 0);
}

/** The point at a part of a polyline's length, and the unit direction there. */
export function pointAlong(
  points: readonly Point[],
  part: number,
): { readonly point: Point; readonly dx: number; readonly dy: number } {
  const pieces = segments(points).filter(([a, b]) => a.x !== b.x || a.y !== b.y);
  let rest = lengthOf(points) * part;
  for (const [i, [a, b]] of pieces.entries()) {
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (rest <= length || i === pieces.length - 1) {
      const t = Math.min(1, rest / length);
      const point = { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
      return { point, dx: (b.x - a.x) / length, dy: (b.y - a.y) / length };
    }
    rest -= length;
  }
  return { point: points[0] ?? { x: 0, y: 0 }, dx: 1, dy: 0 };
}

/** Takes `length` pixels off the end of a polyline, at most three tenths of it. */
export function shorten(points: readonly Point[], length: number): Point[] {
  const whole = lengthOf(points);
  const { point } = pointAlong(points, 1 - Math.min(length / whole, 0.3));
  let rest = whole - Math.min(length, whole * 0.3);
  const kept = points.slice(0, 1);
  for (const [a, b] of segments(points)) {
    rest -= Math.hypot(b.x - a.x, b.y - a.y);
    if (rest <= 0) break;
    kept.push(b);
  }
  return [...kept, point];
}

/** Distance of a point from a segment. */
export function distanceToSegment(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2));
  return Math.hypot(p.x - (a.x + t * dx), p.y - (a.y + t * dy));
}

/** Whether two boxes come nearer than `gap`. */
export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}

/** Whether a point lies in a box. */
export function holds(box: Box, p: Point): boolean {
  return p.x >= box.x && p.x <= box.x + box.width && p.y >= box.y && p.y <= box.y + box.height;
}

/** The box round points; empty at the origin when there are none. */
export function boundsOf(points: readonly Point[]): Box {
  if (points.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x);
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y);
  }
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
}

/** Whether a segment touches a box (Liang and Barsky's clipping). */
export function crosses(box: Box, a: Point, b: Point): boolean {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const limits = [
    [-dx, a.x - box.x],
    [dx, box.x + box.width - a.x],
    [-dy, a.y - box.y],
    [dy, box.y + box.height - a.y],
  ] as const;
  let from = 0;
  let to = 1;
  for (const [p, q] of limits) {
    if (p === 0) {
      if (q < 0) return false;
    } else if (p < 0) from = Math.max(from, q / p);
    else to = Math.min(to, q / p);
    if (from > to) return false;
  }
  return true;
}

/** Whether two segments cross each other. */
export function segmentsMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point): number =>
    (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Twice-signed area halved: positive or negative by the way round. */
export function signedArea(points: readonly Point[]): number {
  return (
    points.reduce((sum, p, i) => {
      const q = points[(i + 1) % points.length] ?? p;
      return sum + p.x * q.y - q.x * p.y;
    }, 0) / 2
  );
}
