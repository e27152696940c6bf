/** The parts of a map, back to front, each with its markup, its words and the places where they may stand. */
import type { Problem } from "../../model.ts";
import type { BlockContext } from "../index.ts";
import { at, boundsOf, lengthOf, type Box, type Point } from "../geometry.ts";
import type { Candidate } from "../labels.ts";
import { setLines, type Lettering } from "../lettering.ts";
import { element } from "../svg.ts";
import type { Atlas } from "./atlas.ts";
import { unknownBorder } from "./check.ts";
import { candidatesAlong, candidatesRound, markRadius, placeLettering } from "./lettering.ts";
import { areaStrokes, lineStrokes, pathOf, simplify, strokes } from "./outline.ts";
import { formatDistance, longitudeSpan, type Extent, type View } from "./projection.ts";
import { curves, routeLine, routeMarkup } from "./routes.ts";
import type { LatLon, MapArea, MapLabel, MapLine, MapPlace, MapRoute, MapSpec } from "./schema.ts";

/** One part before its words are placed. */
export interface Feature {
  readonly id: string;
  readonly kind: "area" | "line" | "route" | "words" | "place";
  readonly classes: readonly string[];
  /** For lists of cue targets. */
  readonly label: string;
  readonly markup: string;
  readonly lettering?: Lettering;
  readonly candidates: readonly Candidate[];
  /** Lower ranks choose their place first. */
  readonly rank: number;
  readonly anchorPoint?: Point;
  /** What no label may cover. */
  readonly mark?: Box;
  /** What labels should not cover. */
  readonly lines: readonly (readonly Point[])[];
  /** Where its data stand in the YAML. */
  readonly path: readonly PropertyKey[];
}

interface Made {
  readonly features: readonly Feature[];
  readonly problems: readonly Problem[];
  /** Route id → length in kilometres. */
  readonly kmOf: ReadonlyMap<string, number>;
}

/** Makes every part that can be drawn; ids that stand twice are drawn once. */
export function features(
  spec: MapSpec,
  view: View,
  extent: Extent,
  atlas: Atlas,
  context: BlockContext,
): Made {
  const problems: Problem[] = [];
  const kmOf = new Map<string, number>();
  const bows = curves(spec.routes);
  const places = new Map(spec.places.map((place) => [place.id, place]));
  const all = [
    ...spec.areas.map((area, i) => areaFeature(area, i, view)),
    ...spec.lines.map((line, i) => {
      const drawn = lineStrokesOf(line, view, extent, atlas);
      if (drawn === undefined && line.border !== undefined)
        problems.push(unknownBorder(line.border, i, atlas.countries(), context));
      return lineFeature(line, i, drawn ?? []);
    }),
    ...spec.routes.map((route, i) => {
      const made = routeFeature(route, i, bows[i] ?? 0, places, view);
      if (made !== undefined) kmOf.set(route.id, made.km);
      return made?.feature;
    }),
    ...spec.labels.map((label, i) => wordsFeature(label, i, view)),
    ...spec.places.map((place, i) => placeFeature(place, i, view)),
  ];
  const seen = new Set<string>();
  const unique = all.filter((feature): feature is Feature => {
    if (feature === undefined || seen.has(feature.id)) return false;
    seen.add(feature.id);
    return true;
  });
  return { features: unique, problems, kmOf };
}

function project([lat, lon]: LatLon, view: View): Point | undefined {
  const point = view.projection([lon, lat]);
  return point === null || !Number.isFinite(point[0]) || !Number.isFinite(point[1])
    ? undefined
    : { x: point[0], y: point[1] };
}

function placeFeature(place: MapPlace, i: number, view: View): Feature | undefined {
  const point = project(place.at, view);
  if (point === undefined) return undefined;
  const r = markRadius[place.kind];
  const lettering = placeLettering(place);
  const { x, y } = point;
  const marks: Readonly<Record<MapPlace["kind"], string>> = {
    capital:
      element("circle", { class: "ring", cx: x, cy: y, r: 7 }) +
      element("circle", { class: "dot", cx: x, cy: y, r: 3.2 }),
    city: element("circle", { class: "dot edge", cx: x, cy: y, r: 5.5 }),
    site: element("path", {
      class: "dot edge",
      d: `${pathOf([
        { x, y: y - 7 },
        { x: x + 7, y },
        { x, y: y + 7 },
        { x: x - 7, y },
      ])}z`,
    }),
  };
  return {
    id: place.id,
    kind: "place",
    classes: [place.kind],
    label: place.name,
    markup: marks[place.kind],
    lettering,
    candidates: candidatesRound(point, r, lettering, place.label),
    rank: place.label === "auto" ? { capital: 2, city: 3, site: 4 }[place.kind] : 1,
    anchorPoint: point,
    mark: { x: x - r, y: y - r, width: 2 * r, height: 2 * r },
    lines: [],
    path: ["places", i],
  };
}

/** Strokes of a line in the frame; undefined when its border is unknown. */
function lineStrokesOf(line: MapLine, view: View, extent: Extent, atlas: Atlas): Point[][] | undefined {
  if (line.latitude !== undefined) return lineStrokes(parallel(line, line.latitude, extent), view);
  if (line.points !== undefined) return lineStrokes(line.points, view);
  if (line.border === undefined) return [];
  const border = atlas.border(...line.border);
  return border === undefined ? undefined : strokes(border, view).filter((stroke) => stroke.length > 1);
}

/** Points along a parallel, close enough that the great circles between them do not leave it. */
function parallel(line: MapLine, latitude: number, extent: Extent): LatLon[] {
  const lat = Math.max(-89, Math.min(89, latitude));
  const full = line.from === undefined && line.to === undefined;
  // Without ends, the parallel crosses the whole frame, which is wider than the extent.
  const reach = full ? Math.min(60, (360 - longitudeSpan(extent.west, extent.east)) / 2) : 0;
  const from = (line.from ?? extent.west) - reach;
  const span = longitudeSpan(from, (line.to ?? extent.east) + reach);
  const steps = Math.ceil(span * 2);
  return Array.from({ length: steps + 1 }, (_, i) => [lat, from + (span * i) / steps] as const);
}

function lineFeature(line: MapLine, i: number, drawn: readonly Point[][]): Feature | undefined {
  const pieces = drawn.map((stroke) => simplify(stroke));
  const longest = pieces.reduce<Point[]>(
    (best, piece) => (lengthOf(piece) > lengthOf(best) ? piece : best),
    [],
  );
  if (longest.length < 2) return undefined;
  const d = pieces.map((piece) => pathOf(piece)).join("");
  const lettering =
    line.name === undefined
      ? undefined
      : setLines(
          [{ text: line.name, sizePx: 17, class: line.kind === "river" ? "line-name water" : "line-name" }],
          260,
        );
  const middle = at(longest, Math.floor(longest.length / 2));
  return {
    id: line.id,
    kind: "line",
    classes: [`line-${line.kind}`],
    label: line.name ?? line.id,
    markup: element("path", { class: "stroke halo", d }) + element("path", { class: "stroke", d }),
    ...(lettering !== undefined && { lettering, anchorPoint: middle }),
    candidates:
      lettering === undefined
        ? []
        : candidatesAlong(longest, lettering, { preferEnds: line.latitude !== undefined }),
    rank: 6,
    lines: pieces,
    path: ["lines", i],
  };
}

function routeFeature(
  route: MapRoute,
  i: number,
  bow: number,
  places: ReadonlyMap<string, MapPlace>,
  view: View,
): { feature: Feature; km: number } | undefined {
  const from = places.get(route.from);
  const to = places.get(route.to);
  if (from === undefined || to === undefined || from === to) return undefined;
  const radii = { from: markRadius[from.kind], to: markRadius[to.kind] };
  const line = routeLine([from.at, ...(route.via ?? []), to.at], bow, view, radii);
  if (line === undefined) return undefined;
  const words = [
    ...(route.name === undefined ? [] : [{ text: route.name, sizePx: 17, class: "route-name" }]),
    ...(route.distance === undefined
      ? []
      : [{ text: formatDistance(line.km, route.distance), sizePx: 18, class: "distance" }]),
  ];
  const lettering = words.length === 0 ? undefined : setLines(words, 240);
  const middle = at(line.points, Math.floor(line.points.length / 2));
  const feature: Feature = {
    id: route.id,
    kind: "route",
    classes: [`route-${route.style}`],
    label: route.name ?? `${from.name} to ${to.name}`,
    markup: routeMarkup(line, route.style),
    ...(lettering !== undefined && { lettering, anchorPoint: middle }),
    candidates: lettering === undefined ? [] : candidatesAlong(line.points, lettering),
    rank: 5,
    lines: [line.points],
    path: ["routes", i],
  };
  return { feature, km: line.km };
}

function areaFeature(area: MapArea, i: number, view: View): Feature | undefined {
  const pieces = areaStrokes(area.points, view)
    .map((stroke) => simplify(stroke))
    .filter((stroke) => stroke.length > 2);
  if (pieces.length === 0) return undefined;
  const lettering =
    area.name === undefined
      ? undefined
      : setLines([{ text: area.name, sizePx: 18, class: "area-name" }], 180);
  const box = boundsOf(pieces.flat());
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return {
    id: area.id,
    kind: "area",
    classes: [],
    label: area.name ?? area.id,
    markup: element("path", { class: "region", d: pieces.map((piece) => pathOf(piece, true)).join("") }),
    ...(lettering !== undefined && { lettering }),
    candidates:
      lettering === undefined ? [] : candidatesOver(centre, lettering, Math.max(box.width, box.height) / 2),
    rank: 7,
    lines: [],
    path: ["areas", i],
  };
}

function wordsFeature(label: MapLabel, i: number, view: View): Feature | undefined {
  const point = project(label.at, view);
  if (point === undefined) return undefined;
  const styles: Readonly<Record<MapLabel["kind"], { sizePx: number; class: string; spacing?: number }>> = {
    sea: { sizePx: 19, class: "words-sea water", spacing: 0.06 },
    river: { sizePx: 17, class: "words-river water" },
    land: { sizePx: 18, class: "words-land", spacing: 0.08 },
  };
  const lettering = setLines(
    [{ text: label.text, ...styles[label.kind] }],
    label.kind === "river" ? 220 : 190,
  );
  return {
    id: label.id,
    kind: "words",
    classes: [],
    label: label.text,
    markup: "",
    lettering,
    candidates: candidatesOver(point, lettering, 60),
    rank: 0,
    anchorPoint: point,
    lines: [],
    path: ["labels", i],
  };
}

/** Boxes centred on a point, and then a little beside it. */
function candidatesOver(centre: Point, { width, height }: Lettering, reach: number): Candidate[] {
  const offsets = [0, 0.25, 0.5, 0.75, 1].flatMap((part) =>
    part === 0
      ? [[0, 0] as const]
      : Array.from(
          { length: 8 },
          (_, k) => [Math.cos((k * Math.PI) / 4) * part, Math.sin((k * Math.PI) / 4) * part] as const,
        ),
  );
  return offsets.map(([dx, dy]) => ({
    box: { x: centre.x + dx * reach - width / 2, y: centre.y + dy * reach - height / 2, width, height },
    cost: Math.hypot(dx, dy) * 8,
    anchor: "middle" as const,
  }));
}
