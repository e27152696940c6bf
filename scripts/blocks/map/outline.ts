/** Turns geographic shapes into small SVG paths: projected, cut to the frame, simplified to what a pixel can show. */
import { geoArea, geoPath, type GeoPermissibleObjects } from "d3-geo";
import type { Position } from "geojson";
import { at, distanceToSegment, signedArea, type Point } from "../geometry.ts";
import type { Atlas } from "./atlas.ts";
import type { Extent, View } from "./projection.ts";
import { longitudeSpan } from "./projection.ts";
import type { LatLon } from "./schema.ts";
import { cutToWindow, windowOf } from "./window.ts";

/** Detail below this many pixels is left out. */
const TOLERANCE_PX = 0.5;
/** Islands smaller than this are left out, in square pixels. */
const MIN_ISLAND_PX2 = 2.5;
/** Scale from which the 1:10 million outlines are worth their size, in kilometres a pixel. */
const FINE_KM_PER_PX = 3.5;

/** The land inside the frame as one path. */
export function landPath(atlas: Atlas, view: View, extent: Extent): string {
  const land = atlas.land(view.kmPerPx < FINE_KM_PER_PX ? "fine" : "coarse");
  const window = windowOf(view, extent.west + longitudeSpan(extent.west, extent.east) / 2);
  const coordinates = window === undefined ? land.map((polygon) => polygon.rings) : cutToWindow(land, window);
  return strokes({ type: "MultiPolygon", coordinates: coordinates.map(wound) }, view)
    .filter((stroke) => stroke.length > 3 && Math.abs(signedArea(stroke)) > MIN_ISLAND_PX2)
    .map((stroke) => pathOf(simplify(stroke), true))
    .join("");
}

/**
 * Rings the way round that d3 wants: three specks of Natural Earth, of four points each, are the other way, and would
 * be the whole world but themselves.
 */
function wound(rings: Position[][]): Position[][] {
  const isSpeck = rings.length === 1 && (rings[0]?.length ?? 0) < 10;
  return isSpeck && geoArea({ type: "Polygon", coordinates: rings }) > 2 * Math.PI
    ? rings.map((ring) => ring.toReversed())
    : rings;
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
