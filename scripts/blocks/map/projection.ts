/** Chooses a projection that suits an extent, and fits it into a frame for a slide. */
import {
  geoAzimuthalEqualArea,
  geoConicConformal,
  geoConicEqualArea,
  geoEqualEarth,
  geoMercator,
  geoPath,
  type GeoProjection,
} from "d3-geo";
import type { LatLon } from "./schema.ts";

/** The most room that a drawing gets on a slide of 1280 × 720, in CSS pixels. */
const MAX_WIDTH = 1160;
const MAX_HEIGHT = 520;
/** A narrower map would leave its labels no room. */
const MIN_WIDTH = 460;
/** Room beyond the frame that is drawn and cut off, so that outlines do not run along the frame. */
const BLEED = 8;

/** West may be greater than east: across the date line. */
export interface Extent {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** A fitted projection and the size of its frame, in pixels. */
export interface View {
  readonly projection: GeoProjection;
  readonly width: number;
  readonly height: number;
  readonly kmPerPx: number;
  /** Degrees of longitude that the extent spans, more than 0 and at most 360. */
  readonly lonSpan: number;
}

/** Degrees of longitude from west to east, 360 when they are equal. */
export function longitudeSpan(west: number, east: number): number {
  const span = (((east - west) % 360) + 360) % 360;
  return span === 0 ? 360 : span;
}

/**
 * The view of an extent.
 * Small regions keep their shapes (conformal conic), larger ones their areas; the parallels of a conic lie a sixth inside
 * the extent, the usual rule (Snyder, Map Projections, USGS 1395, p. 99). Near the equator Mercator, round a pole the
 * azimuthal equal-area, for the world Equal Earth.
 */
export function viewOf(extent: Extent): View {
  const { west, south, east, north } = extent;
  const lonSpan = longitudeSpan(west, east);
  const latSpan = north - south;
  const centre = west + lonSpan / 2;
  const middle = (south + north) / 2;
  const conic = (make: typeof geoConicEqualArea) =>
    make()
      .parallels([south + latSpan / 6, north - latSpan / 6])
      .rotate([-centre, 0]);
  let projection: GeoProjection;
  if (lonSpan > 160 && (south > 5 || north < -5)) {
    projection = geoAzimuthalEqualArea().rotate([-centre, middle > 0 ? -90 : 90]);
  } else if (lonSpan > 120 || latSpan > 100) projection = geoEqualEarth().rotate([-centre, 0]);
  else if (Math.abs(middle) < 15 || south * north < 0) projection = geoMercator().rotate([-centre, 0]);
  else if (lonSpan < 40 && latSpan < 25) projection = conic(geoConicConformal);
  else projection = conic(geoConicEqualArea);

  const outline = outlineOf(extent, lonSpan);
  const [[x0, y0], [x1, y1]] = geoPath(projection.scale(1000).translate([0, 0])).bounds(outline);
  const aspect = Math.max(x1 - x0, 1e-6) / Math.max(y1 - y0, 1e-6);
  const width = Math.round(Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, MAX_HEIGHT * aspect)));
  const height = Math.round(Math.max(300, Math.min(MAX_HEIGHT, width / aspect)));
  projection
    .fitExtent(
      [
        [0, 0],
        [width, height],
      ],
      outline,
    )
    .clipExtent([
      [-BLEED, -BLEED],
      [width + BLEED, height + BLEED],
    ])
    .precision(0.3);
  return { projection, width, height, kmPerPx: kmPerPxAt(projection, width, height), lonSpan };
}

/** Points along the edges of the extent. */
function outlineOf(extent: Extent, lonSpan: number): { type: "MultiPoint"; coordinates: [number, number][] } {
  const steps = 48;
  const coordinates: [number, number][] = [];
  for (let i = 0; i <= steps; i++) {
    const lon = normal(extent.west + (lonSpan * i) / steps);
    const lat = extent.south + ((extent.north - extent.south) * i) / steps;
    coordinates.push([lon, extent.south], [lon, extent.north]);
    coordinates.push([normal(extent.west), lat], [normal(extent.west + lonSpan * 0.999_999), lat]);
  }
  return { type: "MultiPoint", coordinates };
}

/** A longitude from -180 up to 180. */
const normal = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;

/** The scale in the middle of the frame, along it. */
function kmPerPxAt(projection: GeoProjection, width: number, height: number): number {
  const half = width / 20;
  const a = projection.invert?.([width / 2 - half, height / 2]);
  const b = projection.invert?.([width / 2 + half, height / 2]);
  if (a === undefined || a === null || b === undefined || b === null) return 40;
  return distanceKm([a[1], a[0]], [b[1], b[0]]) / (2 * half);
}

/** Mean radius of the Earth in kilometres (IUGG). */
const EARTH_RADIUS_KM = 6371.0088;

/** Great-circle distance, by the haversine formula. */
export function distanceKm(a: LatLon, b: LatLon): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const dLat = radians(b[0] - a[0]);
  const dLon = radians(b[1] - a[1]);
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(a[0])) * Math.cos(radians(b[0])) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

const KM_PER_MILE = 1.609_344;

/** `195 km`, `121 miles`, `195 km (121 miles)`. */
export function formatDistance(km: number, unit: "km" | "mi" | "both"): string {
  const kilometres = `${formatNumber(km)} km`;
  const miles = `${formatNumber(km / KM_PER_MILE)} miles`;
  return unit === "km" ? kilometres : unit === "mi" ? miles : `${kilometres} (${miles})`;
}

/** `6,420`; one decimal below ten. */
export function formatNumber(value: number): string {
  if (value < 10) return String(Math.round(value * 10) / 10);
  return String(Math.round(value)).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
