/** Natural Earth's land and borders, read from the `world-atlas` package: the only file here that touches the disk. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

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

/** Reads each file when it is first asked for, once. */
export function readAtlas(): Atlas {
  const require = createRequire(import.meta.url);
  const read = (name: string): Topology =>
    JSON.parse(readFileSync(require.resolve(`world-atlas/${name}.json`), "utf8")) as Topology;
  const land = { fine: once(() => landOf(read("land-10m"))), coarse: once(() => landOf(read("land-50m"))) };
  const countries = once(() => read("countries-10m"));
  const named = () =>
    (countries().objects["countries"] as GeometryCollection<{ name: string }>).geometries as readonly {
      readonly properties?: { readonly name?: string };
    }[];
  return {
    land: (detail) => land[detail](),
    border: (a, b) => {
      const isPair = (x: string | undefined, y: string | undefined): boolean =>
        (x === a && y === b) || (x === b && y === a);
      const collection = countries().objects["countries"] as GeometryCollection<{ name: string }>;
      const nameOf = (geometry: unknown): string | undefined =>
        (geometry as { properties?: { name?: string } }).properties?.name;
      const border = mesh(countries(), collection, (x, y) => isPair(nameOf(x), nameOf(y)));
      return border.coordinates.length === 0 ? undefined : border;
    },
    countries: () => named().flatMap((geometry) => geometry.properties?.name ?? []),
  };
}

function landOf(topology: Topology): LandPolygon[] {
  const { features } = feature(topology, topology.objects["land"] as GeometryCollection);
  return features
    .flatMap(({ geometry }) => {
      const { type } = geometry;
      if (type === "Polygon") return [(geometry as Polygon).coordinates];
      return type === "MultiPolygon" ? (geometry as MultiPolygon).coordinates : [];
    })
    .map((rings) => ({ rings, ...boundsOf(rings[0] ?? []) }));
}

function boundsOf(ring: readonly Position[]): Omit<LandPolygon, "rings"> {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon = 0, lat = 0] of ring) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { west, south, east, north };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
