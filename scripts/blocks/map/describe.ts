/** A map in words, for those who do not see it: made from its data. */
import { formatDistance, type Extent } from "./projection.ts";
import type { MapSpec } from "./schema.ts";

/** The short name of the map, and what it shows. An author's `alt` replaces the second. */
export function describeMap(
  spec: MapSpec,
  extent: Extent,
  kmOf: ReadonlyMap<string, number>,
): { title: string; description: string } {
  const names = spec.places.map((place) => place.name);
  const title =
    names.length === 0 ? "Map" : `Map: ${list(names.slice(0, 4))}${names.length > 4 ? " and more" : ""}`;
  if (spec.alt !== undefined) return { title, description: spec.alt };
  const sentences = [
    `Map from ${degrees(extent.west, "E", "W")} to ${degrees(extent.east, "E", "W")} and from ${degrees(extent.south, "N", "S")} to ${degrees(extent.north, "N", "S")}.`,
  ];
  if (spec.places.length > 0) {
    const places = spec.places.map(
      (place) =>
        place.name +
        (place.native === undefined ? "" : ` (${place.native})`) +
        (place.note === undefined ? "" : `, ${place.note}`),
    );
    sentences.push(`${spec.places.length === 1 ? "Place" : "Places"}: ${list(places)}.`);
  }
  const lines = spec.lines.flatMap((line) => (line.name === undefined ? [] : [line.name]));
  if (lines.length > 0) sentences.push(`${lines.length === 1 ? "Line" : "Lines"}: ${list(lines)}.`);
  const areas = spec.areas.flatMap((area) => (area.name === undefined ? [] : [area.name]));
  if (areas.length > 0) sentences.push(`${areas.length === 1 ? "Region" : "Regions"}: ${list(areas)}.`);
  const nameOf = new Map(spec.places.map((place) => [place.id, place.name]));
  for (const route of spec.routes) {
    const way = `${nameOf.get(route.from) ?? route.from} to ${nameOf.get(route.to) ?? route.to}`;
    const km = kmOf.get(route.id);
    const length =
      route.distance === undefined || km === undefined ? "" : `, ${formatDistance(km, route.distance)}`;
    const manner = {
      travel: "Journey",
      rail: "By rail",
      march: "Advance",
      talk: "Message",
      measure: "Distance",
    }[route.style];
    sentences.push(
      `${route.name === undefined ? manner : `${route.name}:`} ${route.name === undefined ? "from " : ""}${way}${length}.`,
    );
  }
  const labels = spec.labels.map((label) => label.text);
  if (labels.length > 0) sentences.push(`Also named: ${list(labels)}.`);
  return { title, description: sentences.join(" ") };
}

/** `Moscow, Beijing and Pyongyang`. */
function list(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}

function degrees(value: number, positive: string, negative: string): string {
  const lon = positive === "E" && value > 180 ? value - 360 : value;
  return lon === 0 ? "0°" : `${Math.round(Math.abs(lon) * 10) / 10}° ${lon > 0 ? positive : negative}`;
}
