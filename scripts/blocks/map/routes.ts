/** Routes: great circles or bows between two marks, drawn by style, with arrowheads. */
import { at, lengthOf, pointAlong, shorten, type Point } from "../geometry.ts";
import { coordinate, element } from "../svg.ts";
import { lineStrokes, pathOf, simplify } from "./outline.ts";
import { distanceKm, type View } from "./projection.ts";
import type { LatLon, MapRoute } from "./schema.ts";

/** A route as it lies on the drawing. */
export interface RouteLine {
  /** From mark to mark, ends cut short of the marks. */
  readonly points: readonly Point[];
  readonly km: number;
}

/** Bow of two routes that join the same places, so that they do not lie on each other. */
const TWIN_CURVE = 0.16;
/** Free space between a mark and the end of a route, in pixels. */
const CLEARANCE = 5;

/** The bow of each route: the author's, else one that keeps twins apart. */
export function curves(routes: readonly MapRoute[]): number[] {
  const seen = new Map<string, number>();
  const total = new Map<string, number>();
  const key = (route: MapRoute): string => [route.from, route.to].sort().join(" ");
  const straight = (route: MapRoute): boolean => route.via === undefined && route.curve === undefined;
  for (const route of routes) if (straight(route)) total.set(key(route), (total.get(key(route)) ?? 0) + 1);
  return routes.map((route) => {
    if (route.via !== undefined) return 0;
    if (route.curve !== undefined) return route.curve;
    const n = seen.get(key(route)) ?? 0;
    seen.set(key(route), n + 1);
    if ((total.get(key(route)) ?? 0) < 2) return 0;
    const bow = TWIN_CURVE * (Math.floor(n / 2) + 1) * (n % 2 === 0 ? 1 : -1);
    // A route that goes the other way sees left and right exchanged.
    return route.from <= route.to ? bow : -bow;
  });
}

/** Projects a route. Undefined when nothing of it lies in the frame. */
export function routeLine(
  stops: readonly LatLon[],
  curve: number,
  view: View,
  radii: { readonly from: number; readonly to: number },
): RouteLine | undefined {
  const km = stops.slice(1).reduce((sum, stop, i) => sum + distanceKm(at(stops, i), stop), 0);
  let points: Point[];
  if (curve === 0) {
    // A curve that leaves the frame comes back in pieces; the longest is drawn.
    const pieces = lineStrokes(stops, view);
    points = pieces.reduce<Point[]>((best, piece) => (lengthOf(piece) > lengthOf(best) ? piece : best), []);
  } else {
    const project = ([lat, lon]: LatLon): Point => {
      const [x, y] = view.projection([lon, lat]) ?? [Number.NaN, Number.NaN];
      return { x, y };
    };
    points = bow(stops.map(project), curve);
  }
  if (points.length < 2) return undefined;
  const cut = shorten(
    shorten(simplify(points, 0.2), radii.to + CLEARANCE).reverse(),
    radii.from + CLEARANCE,
  ).reverse();
  return cut.length < 2 ? undefined : { points: cut, km };
}

/** A quadratic bow from end to end. */
function bow(ends: readonly Point[], curve: number): Point[] {
  const a = at(ends, 0);
  const b = at(ends, -1);
  const control = {
    x: (a.x + b.x) / 2 + (b.y - a.y) * curve * 2,
    y: (a.y + b.y) / 2 - (b.x - a.x) * curve * 2,
  };
  return Array.from({ length: 33 }, (_, i) => {
    const t = i / 32;
    const u = 1 - t;
    return {
      x: u * u * a.x + 2 * u * t * control.x + t * t * b.x,
      y: u * u * a.y + 2 * u * t * control.y + t * t * b.y,
    };
  });
}

const headLength: Readonly<Record<MapRoute["style"], number>> = {
  travel: 15,
  rail: 15,
  talk: 13,
  march: 22,
  measure: 0,
};

/** The route's lines and arrowhead as SVG. */
export function routeMarkup(line: RouteLine, style: MapRoute["style"]): string {
  const head = Math.min(headLength[style], lengthOf(line.points) * 0.5);
  if (head === 0) {
    const ticks = [tick(line.points, 0), tick(line.points, 1)].join("");
    return (
      element("path", { class: "way halo", d: pathOf(line.points) }) +
      element("path", { class: "way", d: pathOf(line.points) + ticks })
    );
  }
  const tip = at(line.points, -1);
  const shaft = shorten(line.points, head * 0.8);
  const d = pathOf(shaft);
  const back = pointAlong(line.points, 1 - head / lengthOf(line.points)).point;
  const dx = (tip.x - back.x) / (Math.hypot(tip.x - back.x, tip.y - back.y) || 1);
  const dy = (tip.y - back.y) / (Math.hypot(tip.x - back.x, tip.y - back.y) || 1);
  const half = head * 0.42;
  const corner = (x: number, y: number): string => `${coordinate(x)},${coordinate(y)}`;
  const arrow = `M${corner(tip.x, tip.y)}L${corner(back.x - dy * half, back.y + dx * half)}L${corner(back.x + dx * head * 0.18, back.y + dy * head * 0.18)}L${corner(back.x + dy * half, back.y - dx * half)}z`;
  return [
    element("path", { class: "way halo", d }),
    element("path", { class: "way", d }),
    ...(style === "rail" ? [element("path", { class: "sleepers", d })] : []),
    element("path", { class: "arrow", d: arrow }),
  ].join("");
}

/** A short cross line at an end of a measured distance. */
function tick(points: readonly Point[], part: 0 | 1): string {
  const { point, dx, dy } = pointAlong(points, part);
  return pathOf([
    { x: point.x - dy * 7, y: point.y + dx * 7 },
    { x: point.x + dy * 7, y: point.y - dx * 7 },
  ]);
}
