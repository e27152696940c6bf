/** Mistakes in a map's data that a schema cannot see. */
import { error, nearest, suggestion } from "../../diagnostics.ts";
import type { Problem } from "../../model.ts";
import type { BlockContext } from "../index.ts";
import { doubleIds, placeOf } from "../problems.ts";
import { longitudeSpan, type Extent } from "./projection.ts";
import type { LatLon, MapSpec } from "./schema.ts";

/** The extent as a box, and what is wrong with it; a usable box comes back in any case. */
export function checkExtent(spec: MapSpec, context: BlockContext): { extent: Extent; problems: Problem[] } {
  const [west, south, east, north] = spec.extent;
  const at = placeOf(context, ["extent"]);
  const fallback: Extent = { west: -170, south: -60, east: 190, north: 80 };
  const wrong = (message: string, hint: string) => ({
    extent: fallback,
    problems: [error("bad-extent", at, message, { hint })],
  });
  if (Math.abs(south) > 90 || Math.abs(north) > 90) {
    const swapped = [south, west, north, east];
    const fits = Math.abs(west) <= 90 && Math.abs(east) <= 90 && west < east;
    return wrong(
      "a latitude lies between -90 and 90",
      fits
        ? `the order is [west, south, east, north]: write [${swapped.join(", ")}]`
        : "the order is [west, south, east, north]",
    );
  }
  if (Math.abs(west) > 360 || Math.abs(east) > 360)
    return wrong("a longitude lies between -180 and 180", "write degrees, such as [123, 33, 132, 43]");
  if (south >= north)
    return wrong(
      "south must be less than north",
      `the order is [west, south, east, north]: write [${[west, north, east, south].join(", ")}]`,
    );
  if (north - south < 0.05 || longitudeSpan(west, east) < 0.05)
    return wrong("the extent is too small to draw", "show at least a twentieth of a degree");
  return { extent: { west, south, east, north }, problems: [] };
}

/** Every other mistake: ids, references, coordinates, and what lies outside the frame. */
export function checkMap(
  spec: MapSpec,
  extent: Extent,
  inFrame: (at: LatLon) => boolean,
  context: BlockContext,
): Problem[] {
  const { places, lines, routes, areas, labels } = spec;
  const problems = doubleIds("map", { areas, lines, routes, labels, places }, context);

  const checkPoint = (at: LatLon, path: readonly PropertyKey[], what: string, mustShow: boolean): void => {
    const [lat, lon] = at;
    const where = placeOf(context, path);
    const swapped: LatLon = [lon, lat];
    const swappedFits = isPossible(swapped) && inFrame(swapped);
    if (!isPossible(at)) {
      problems.push(
        error(
          "bad-coordinates",
          where,
          `${what} has no such place on Earth: latitude ${lat}, longitude ${lon}`,
          {
            hint: swappedFits
              ? `latitude comes first: write [${lon}, ${lat}]`
              : "latitude, from -90 to 90, comes before longitude, from -180 to 180",
          },
        ),
      );
    } else if (mustShow && !inFrame(at)) {
      problems.push(
        error("outside-extent", where, `${what} at [${lat}, ${lon}] lies outside the map`, {
          hint: swappedFits
            ? `latitude comes first: write [${lon}, ${lat}]`
            : `widen the extent to ${widened(extent, at)}`,
        }),
      );
    }
  };

  places.forEach((place, i) => checkPoint(place.at, ["places", i, "at"], `place "${place.id}"`, true));
  labels.forEach((label, i) => checkPoint(label.at, ["labels", i, "at"], `label "${label.id}"`, true));
  areas.forEach((area, i) =>
    area.points.forEach((p, k) => checkPoint(p, ["areas", i, "points", k], `area "${area.id}"`, false)),
  );

  lines.forEach((line, i) => {
    line.points?.forEach((p, k) => checkPoint(p, ["lines", i, "points", k], `line "${line.id}"`, false));
    const given = [line.latitude, line.points, line.border].filter((value) => value !== undefined).length;
    const at = placeOf(context, ["lines", i]);
    if (given !== 1) {
      problems.push(
        error("bad-line", at, `line "${line.id}" needs one of latitude, points and border`, {
          hint: `for instance: { id: ${line.id}, name: 38th parallel, latitude: 38 }`,
        }),
      );
    } else if (line.latitude !== undefined && Math.abs(line.latitude) > 89) {
      problems.push(
        error("bad-coordinates", at, `line "${line.id}" has latitude ${line.latitude}`, {
          hint: "a latitude lies between -89 and 89",
        }),
      );
    }
  });

  const ids = places.map((place) => place.id);
  routes.forEach((route, i) => {
    for (const end of ["from", "to"] as const) {
      if (ids.includes(route[end])) continue;
      const hint = suggestion(route[end], ids);
      problems.push(
        error(
          "unknown-place",
          placeOf(context, ["routes", i, end]),
          `route "${route.id}" goes ${end} "${route[end]}", which is no place of this map`,
          {
            hint: hint ?? "add it to places",
            length: route[end].length,
          },
        ),
      );
    }
    if (route.from === route.to) {
      problems.push(
        error(
          "bad-route",
          placeOf(context, ["routes", i, "to"]),
          `route "${route.id}" ends where it begins`,
          { hint: "name another place" },
        ),
      );
    }
    route.via?.forEach((p, k) => checkPoint(p, ["routes", i, "via", k], `route "${route.id}"`, false));
  });
  return problems;
}

/** A border that Natural Earth does not have. */
export function unknownBorder(
  border: readonly [string, string],
  index: number,
  countries: readonly string[],
  context: BlockContext,
): Problem {
  const at = placeOf(context, ["lines", index, "border"]);
  const unknown = border.find((name) => !countries.includes(name));
  if (unknown === undefined)
    return error("unknown-border", at, `${border[0]} and ${border[1]} have no common border`, {
      hint: "name two neighbours",
    });
  const near = nearest(unknown, countries);
  return error("unknown-border", at, `no country is called "${unknown}" in Natural Earth`, {
    hint: near === undefined ? "write its English name, such as North Korea" : `did you mean "${near}"?`,
  });
}

const isPossible = ([lat, lon]: LatLon): boolean => Math.abs(lat) <= 90 && Math.abs(lon) <= 180;

/** The extent grown to hold a point, as YAML. */
function widened({ west, south, east, north }: Extent, [lat, lon]: LatLon): string {
  const toEast = longitudeSpan(east, lon);
  const toWest = longitudeSpan(lon, west);
  const inside = longitudeSpan(west, lon) <= longitudeSpan(west, east);
  const w = !inside && toWest < toEast ? Math.floor(lon) : west;
  const e = !inside && toWest >= toEast ? Math.ceil(lon) : east;
  return `[${w}, ${Math.min(south, Math.floor(lat))}, ${e}, ${Math.max(north, Math.ceil(lat))}]`;
}
