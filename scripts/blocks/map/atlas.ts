/** Natural Earth's land and borders, read from the `world-atlas` package: the only file here that touches the disk. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { GeometryObject as GeoJson, MultiLineString, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";

/** One polygon of land with the box it lies in; across the date line, the box goes round the world. */
export interface LandPolygon {
  readonly rings: Position[][];
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Outlines of the world, at 1:10 million ("fine") or 1:50 million ("coarse"). */
export interface Atlas {
  land(detail: "fine" | "coarse"): readonly LandPolygon[];
  /** The common border of two countries by their English names; undefined when they have none. */
  border(a: string, b: string): MultiLineString | undefined;
  countries(): readonly string[];
}

/** The two objects of the package's files. */
interface Files {
  readonly land: Topology<{ land: GeometryCollection }>;
  readonly countries: Topology<{ countries: GeometryCollection<{ name: string }> }>;
}

/** Reads each file when it is first asked for, once. */
export function readAtlas(): Atlas {
  const require = createRequire(import.meta.url);
  const read = <K extends keyof Files>(name: K, detail: "10m" | "50m"): Files[K] => {
    const text = readFileSync(require.resolve(`world-atlas/${name}-${detail}.json`), "utf8");
    // oxlint-disable-next-line no-unsafe-type-assertion -- a file of an exact version of a package, tested
    return JSON.parse(text) as Files[K];
  };
  const land = {
    fine: once(() => landOf(read("land", "10m"))),
    coarse: once(() => landOf(read("land", "50m"))),
  };
  const countries = once(() => read("countries", "10m"));
  return {
    land: (detail) => land[detail](),
    border: (a, b) => {
      const topology = countries();
      const isBetween = (x: GeometryObject, y: GeometryObject): boolean => nameOf(x) === a && nameOf(y) === b;
      const border = mesh(
        topology,
        topology.objects.countries,
        (x, y) => x !== y && (isBetween(x, y) || isBetween(y, x)),
      );
      return border.coordinates.length === 0 ? undefined : border;
    },
    countries: () => countries().objects.countries.geometries.flatMap((geometry) => nameOf(geometry) ?? []),
  };
}

function nameOf({ properties }: GeometryObject): string | undefined {
  const name: unknown = properties !== undefined && "name" in properties ? properties.name : undefined;
  return typeof name === "string" ? name : undefined;
}

function landOf(topology: Files["land"]): LandPolygon[] {
  return feature(topology, topology.objects.land)
    .features.flatMap(({ geometry }) => polygonsOf(geometry))
    .map(boxed);
}

function polygonsOf(geometry: GeoJson): Position[][][] {
  if (geometry.type === "Polygon") return [geometry.coordinates];
  return geometry.type === "MultiPolygon" ? geometry.coordinates : [];
}

function boxed(rings: Position[][]): LandPolygon {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon = 0, lat = 0] of rings[0] ?? []) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { rings, west, south, east, north };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
