/**
 * Cuts land to a window of longitudes and latitudes round the frame, before it is projected: Eurasia at 1:10 million
 * has 81,000 points, of which a map of Korea shows a few thousand.
 */
import type { Position } from "geojson";
import type { LandPolygon } from "./atlas.ts";
import type { View } from "./projection.ts";

/** West may lie below -180 or east above 180; they are less than 300 degrees apart. */
export interface Window {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Samples along each edge of the frame. */
const SAMPLES = 24;
/** Wider windows are left uncut: they hold nearly everything, and a pole may lie in the frame. */
const MAX_SPAN = 200;
/** Edges of the window longer than this are divided, since great circles between far points bulge; in degrees. */
const MAX_EDGE = 2;

/** The window of a frame, a little larger than it; undefined when nothing would be gained. */
export function windowOf({ projection, width, height }: View, centreLon: number): Window | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i <= SAMPLES; i++) {
    const x = -10 + ((width + 20) * i) / SAMPLES;
    const y = -10 + ((height + 20) * i) / SAMPLES;
    for (const [px, py] of [
      [x, -10],
      [x, height + 10],
      [-10, y],
      [width + 10, y],
    ] as const) {
      const [lon = Number.NaN, lat = Number.NaN] = projection.invert?.([px, py]) ?? [];
      if (!Number.isFinite(lon) || !Number.isFinite(lat)) return undefined;
      const offset = lon - centreLon - 360 * Math.round((lon - centreLon) / 360);
      west = Math.min(west, offset);
      east = Math.max(east, offset);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  const air = 1 + (north - south) * 0.1;
  if (east - west > MAX_SPAN || north + air > 88 || south - air < -88) return undefined;
  return {
    west: centreLon + west - 2 * air,
    east: centreLon + east + 2 * air,
    south: south - air,
    north: north + air,
  };
}

/** The parts of polygons inside a window. */
export function cutToWindow(polygons: readonly LandPolygon[], window: Window): Position[][][] {
  return polygons.flatMap(({ rings, west, south, east, north }) => {
    if (north < window.south || south > window.north) return [];
    const touches = [-360, 0, 360].some((turn) => west + turn <= window.east && east + turn >= window.west);
    if (!touches) return [];
    const cut = rings.map((ring) => cutRing(ring, window));
    // A ring round a pole cannot be cut in a plane.
    if (cut.some((ring) => ring === undefined)) return [rings];
    const kept = cut.filter((ring) => ring !== undefined).flat();
    return kept.length === 0 ? [] : [kept];
  });
}

/** A ring inside the window, once for each turn of the globe that shows it; undefined when it goes round a pole. */
function cutRing(ring: readonly Position[], window: Window): Position[][] | undefined {
  const unrolled: Position[] = [];
  let last: number | undefined;
  for (const [lon = 0, lat = 0] of ring) {
    const near: number = last === undefined ? lon : lon + 360 * Math.round((last - lon) / 360);
    unrolled.push([near, lat]);
    last = near;
  }
  if (Math.abs((unrolled[0]?.[0] ?? 0) - (last ?? 0)) > 180) return undefined;
  return [-360, 0, 360].flatMap((turn) => {
    let points = turn === 0 ? unrolled : unrolled.map(([lon = 0, lat = 0]) => [lon + turn, lat]);
    for (const [axis, limit, keepsAbove] of [
      [0, window.west, true],
      [0, window.east, false],
      [1, window.south, true],
      [1, window.north, false],
    ] as const) {
      points = cutAt(points, axis, limit, keepsAbove);
    }
    const [first] = points;
    return points.length < 3 || first === undefined ? [] : [divided([...points, first])];
  });
}

/** One step of Sutherland and Hodgman's clipping: what lies on one side of a line. */
function cutAt(points: readonly Position[], axis: 0 | 1, limit: number, keepsAbove: boolean): Position[] {
  const isIn = (p: Position): boolean => (keepsAbove ? (p[axis] ?? 0) >= limit : (p[axis] ?? 0) <= limit);
  const kept: Position[] = [];
  let previous = points.at(-1);
  for (const point of points) {
    if (previous !== undefined && isIn(previous) !== isIn(point)) {
      const t = (limit - (previous[axis] ?? 0)) / ((point[axis] ?? 0) - (previous[axis] ?? 0));
      const other = axis === 0 ? 1 : 0;
      const value = (previous[other] ?? 0) + t * ((point[other] ?? 0) - (previous[other] ?? 0));
      kept.push(axis === 0 ? [limit, value] : [value, limit]);
    }
    if (isIn(point)) kept.push(point);
    previous = point;
  }
  return kept;
}

/** Long edges, which only the window's own are, in short pieces. */
function divided(points: readonly Position[]): Position[] {
  return points.flatMap((point, i) => {
    const before = points[i - 1];
    if (i === 0 || before === undefined) return [point];
    const [lon = 0, lat = 0] = point;
    const [lon0 = 0, lat0 = 0] = before;
    const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(lon - lon0), Math.abs(lat - lat0)) / MAX_EDGE));
    return Array.from({ length: pieces }, (_, k) => {
      const t = (k + 1) / pieces;
      return [lon0 + (lon - lon0) * t, lat0 + (lat - lat0) * t];
    });
  });
}
