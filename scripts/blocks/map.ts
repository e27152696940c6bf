/** The `map` block: land outlines from Natural Earth, and on them what an era needs, each part named for cues. */
import { warning } from "../diagnostics.ts";
import type { Dated, Problem } from "../model.ts";
import { parseEdtf } from "../source/edtf.ts";
import type { Block, BlockContext } from "./index.ts";
import type { Box } from "./geometry.ts";
import { placeLabels, type Candidate, type LabelRequest } from "./labels.ts";
import { letteringMarkup } from "./lettering.ts";
import { readAtlas, type Atlas } from "./map/atlas.ts";
import { checkExtent, checkMap } from "./map/check.ts";
import { describeMap } from "./map/describe.ts";
import { features, type Feature } from "./map/features.ts";
import { graticulePath } from "./map/graticule.ts";
import { landPath } from "./map/outline.ts";
import { viewOf, type View } from "./map/projection.ts";
import { scaleBar, scaleCandidates, scaleMarkup } from "./map/scale.ts";
import { mapSchema, type LatLon, type MapSpec } from "./map/schema.ts";
import { placeOf } from "./problems.ts";
import { element, frameDrawing, type Part } from "./svg.ts";

/** Beyond this many kilometres a pixel, one scale bar would mislead. */
const SCALE_UP_TO_KM_PER_PX = 6;

/** The map block, with Natural Earth as installed. */
export function loadMapBlock(): Block<MapSpec> {
  return mapBlock(readAtlas());
}

/** The map block on any atlas. */
function mapBlock(atlas: Atlas): Block<MapSpec> {
  return { kind: "map", schema: mapSchema, draw: (spec, context) => drawMap(spec, context, atlas) };
}

function drawMap(spec: MapSpec, context: BlockContext, atlas: Atlas): ReturnType<Block<MapSpec>["draw"]> {
  const { extent, problems: extentProblems } = checkExtent(spec, context);
  const view = viewOf(extent);
  const inFrame = (at: LatLon): boolean => isInFrame(at, view);
  const problems: Problem[] = [...extentProblems];
  if (extentProblems.length === 0) problems.push(...checkMap(spec, extent, inFrame, context));

  const made = features(spec, view, extent, atlas, context);
  problems.push(...made.problems);
  const showScale = spec.scale ?? view.kmPerPx <= SCALE_UP_TO_KM_PER_PX;
  const bar = showScale ? scaleBar(view.kmPerPx, view.width) : undefined;
  const { labels, scaleAt, crowded } = letter(made.features, view, bar);
  for (const feature of made.features) {
    if (!crowded.includes(feature.id)) continue;
    problems.push(
      warning(
        "crowded-label",
        placeOf(context, feature.path),
        `there is no free room for the name of "${feature.id}"`,
        {
          hint: "leave out other labels, or widen the extent",
        },
      ),
    );
  }

  const parts = made.features.map((feature): Part => {
    const candidate = labels.get(feature.id);
    const words =
      feature.lettering === undefined || candidate === undefined
        ? ""
        : letteringMarkup(feature.lettering, candidate);
    return {
      id: feature.id,
      kind: feature.kind,
      classes: feature.classes,
      label: feature.label,
      markup: feature.markup + words,
    };
  });
  const { width, height } = view;
  const clipId = `${context.id}--svg-frame`;
  const ground = [
    element("rect", { class: "sea", width, height }),
    // Coasts run on beyond the frame; a drawing wider or higher than its box would show them there.
    element("clipPath", { id: clipId }, element("rect", { width, height })),
    element(
      "g",
      { "clip-path": `url(#${clipId})` },
      element("path", { class: "land", d: landPath(atlas, view, extent) }) +
        element("path", { class: "graticule", d: graticulePath(view, extent) }),
    ),
  ].join("\n");
  const front = [
    bar === undefined || scaleAt === undefined ? "" : scaleMarkup(bar, scaleAt),
    element("rect", { class: "frame", x: 0.5, y: 0.5, width: width - 1, height: height - 1 }),
  ].join("\n");
  const words = describeMap(spec, extent, made.kmOf);
  const drawing = frameDrawing(
    { kind: "map", widthPx: width, heightPx: height, ...words, ground, parts, front },
    context,
  );
  return { drawing: { ...drawing, dates: datesOf(spec) }, problems };
}

/** A place whose note is a date, such as `note: 1950-09-15`. */
function datesOf({ places }: MapSpec): Dated[] {
  return places.flatMap(({ name, note }) =>
    note !== undefined && parseEdtf(note).ok ? [{ date: note, label: name }] : [],
  );
}

/** Places every label and the scale bar; important and inflexible ones first. */
function letter(
  all: readonly Feature[],
  { width, height }: View,
  bar: ReturnType<typeof scaleBar> | undefined,
): { labels: Map<string, Candidate>; scaleAt: Candidate | undefined; crowded: readonly string[] } {
  const lettered = all.filter((feature) => feature.lettering !== undefined).sort((a, b) => a.rank - b.rank);
  const requests: LabelRequest[] = lettered.map(({ id, candidates, anchorPoint }) => ({
    id,
    candidates,
    ...(anchorPoint !== undefined && { anchorPoint }),
  }));
  if (bar !== undefined) requests.push({ id: "", candidates: scaleCandidates(bar, width, height) });
  const boxes: Box[] = all.flatMap((feature) => (feature.mark === undefined ? [] : [feature.mark]));
  const { chosen, crowded } = placeLabels(requests, {
    width,
    height,
    boxes,
    lines: all.flatMap((feature) => feature.lines),
  });
  const labels = new Map<string, Candidate>();
  lettered.forEach(({ id }, i) => {
    const candidate = chosen[i];
    if (candidate !== undefined) labels.set(id, candidate);
  });
  // A scale bar that would cover something is left out: the map says the same without it.
  const scaleAt = bar === undefined || crowded.includes("") ? undefined : chosen.at(-1);
  return { labels, scaleAt, crowded };
}

function isInFrame([lat, lon]: LatLon, { projection, width, height }: View): boolean {
  const point = projection([lon, lat]);
  if (point === null) return false;
  const [x, y] = point;
  return x >= 4 && y >= 4 && x <= width - 4 && y <= height - 4;
}
