/** Turns geographic shapes into small SVG paths: projected, cut to the frame, simplified to what a pixel can show. */
import { geoArea, geoPath, type GeoPermissibleObjects } from "d3-geo";
import { at, distanceToSegment, signedArea, type Point } from "../geometry.ts";
import type { Atlas, LandPolygon } from "./atlas.ts";
import type { Extent, View } from "./projection.ts";
import { longitudeSpan } from "./projection.ts";
import type { LatLon } from "./schema.ts";

/** Detail below this many pixels is left out. */
const TOLERANCE_PX = 0.5;
/** Islands smaller than this are left out, in square pixels. */
const MIN_ISLAND_PX2 = 2.5;
/** Scale from which the 1:10 million outlines are worth their size, in kilometres a pixel. */
const FINE_KM_PER_PX = 3.5;

/** The land inside the frame as one path. */
export function landPath(atlas: Atlas, view: View, extent: Extent): string {
  const land = atlas.land(view.kmPerPx < FINE_KM_PER_PX ? "fine" : "coarse");
  const near = land.filter((polygon) => mayTouch(polygon, extent));
  const shape: GeoPermissibleObjects = { type: "MultiPolygon", coordinates: near.map(wound) };
  return strokes(shape, view)
    .filter((stroke) => stroke.length > 3 && Math.abs(signedArea(stroke)) > MIN_ISLAND_PX2)
    .map((stroke) => pathOf(simplify(stroke), true))
    .join("");
}

/** Rings the way round that d3 wants: a few specks of Natural Earth are the other way, and would be the whole world but themselves. */
function wound({ rings }: LandPolygon): LandPolygon["rings"] {
  const isInverted = rings.length === 1 && geoArea({ type: "Polygon", coordinates: rings }) > 2 * Math.PI;
  return isInverted ? rings.map((ring) => ring.toReversed()) : rings;
}

/** Whether a polygon can show in the frame, which may reach beyond the extent by half of it on each side. */
function mayTouch(polygon: LandPolygon, extent: Extent): boolean {
  const { west, south, east, north } = polygon;
  const latReach = (extent.north - extent.south) * 1.5 + 2;
  if (north < extent.south - latReach || south > extent.north + latReach) return false;
  const span = longitudeSpan(extent.west, extent.east);
  const reach = span * 1.5 + 4;
  if (span + 2 * reach >= 360 || extent.north + latReach > 80 || extent.south - latReach < -80) return true;
  const from = extent.west - reach;
  const offset = (lon: number): number => longitudeSpan(from, lon);
  return offset(west) <= span + 2 * reach || offset(west) + (east - west) >= 360;
}

/** The projected, clipped strokes of a shape, as points in pixels. */
export function strokes(shape: GeoPermissibleObjects, view: View): Point[][] {
  const all: Point[][] = [];
  const sink = {
    beginPath: () => undefined,
    moveTo: (x: number, y: number) => void all.push([{ x, y }]),
    lineTo: (x: number, y: number) => void all.at(-1)?.push({ x, y }),
    arc: () => undefined,
    closePath: () => undefined,
  };
  geoPath(view.projection, sink)(shape);
  return all;
}

/** Great-circle pieces through points. */
export function lineStrokes(points: readonly LatLon[], view: View): Point[][] {
  return strokes({ type: "LineString", coordinates: points.map(([lat, lon]) => [lon, lat]) }, view).filter(
    (s) => s.length > 1,
  );
}

/** A region by its corners; whichever way round they are given, the smaller side is meant. */
export function areaStrokes(points: readonly LatLon[], view: View): Point[][] {
  const ring = [...points, points[0] ?? [0, 0]].map(([lat, lon]) => [lon, lat]);
  const polygon = { type: "Polygon" as const, coordinates: [ring] };
  return strokes(
    geoArea(polygon) > 2 * Math.PI ? { type: "Polygon", coordinates: [ring.toReversed()] } : polygon,
    view,
  );
}

/** An SVG path with relative coordinates of one decimal. */
export function pathOf(points: readonly Point[], closed = false): string {
  let x = 0;
  let y = 0;
  let path = "";
  points.forEach((point, i) => {
    const nx = Math.round(point.x * 10);
    const ny = Math.round(point.y * 10);
    if (i > 0 && nx === x && ny === y) return;
    path += `${i === 0 ? "M" : "l"}${(nx - x) / 10},${(ny - y) / 10}`;
    x = nx;
    y = ny;
  });
  return closed ? `${path}z` : path;
}

/** Douglas and Peucker's simplification, without recursion. */
export function simplify(points: readonly Point[], tolerance = TOLERANCE_PX): Point[] {
  const last = points.length - 1;
  if (last < 2) return [...points];
  const keep = new Set([0, last]);
  // A closed ring has equal ends; its farthest point divides it.
  const pending: [number, number][] = [[0, last]];
  for (let range = pending.pop(); range !== undefined; range = pending.pop()) {
    const [from, to] = range;
    let farthest = -1;
    let most = tolerance;
    for (let i = from + 1; i < to; i++) {
      const d = distanceToSegment(at(points, i), at(points, from), at(points, to));
      if (d > most) {
        most = d;
        farthest = i;
      }
    }
    if (farthest < 0) continue;
    keep.add(farthest);
    pending.push([from, farthest], [farthest, to]);
  }
  return points.filter((_, i) => keep.has(i));
}
