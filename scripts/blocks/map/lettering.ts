/** How the names of a map are set, and where each may stand. */
import { pointAlong, type Box, type Point } from "../geometry.ts";
import type { Candidate } from "../labels.ts";
import { setLines, type Lettering, type LetteringLine } from "../lettering.ts";
import { directions, type MapPlace } from "./schema.ts";

/** The marks of places: half their size in pixels, the room that labels leave them. */
export const markRadius: Readonly<Record<MapPlace["kind"], number>> = { capital: 8, city: 6, site: 7 };

const sizes: Readonly<Record<MapPlace["kind"], number>> = { capital: 22, city: 20, site: 18 };

/** A place's name, and below it the name in its own script and the note. */
export function placeLettering(place: MapPlace): Lettering {
  const lines: LetteringLine[] = [
    { text: place.name, sizePx: sizes[place.kind], class: `name ${place.kind}` },
  ];
  if (place.native !== undefined) lines.push({ text: place.native, sizePx: 17, class: "native" });
  if (place.note !== undefined) lines.push({ text: place.note, sizePx: 16, class: "note" });
  return setLines(lines, 220);
}

type Direction = (typeof directions)[number];

/** Preference among sides: right of the mark is the custom, then above and below right (Imhof 1975). */
const sideCost: Readonly<Record<Direction, number>> = {
  e: 0,
  ne: 1,
  se: 1.2,
  w: 2,
  nw: 2.4,
  sw: 2.6,
  n: 3,
  s: 3.2,
};

/** Distances from the mark at which a label is tried, in pixels; from the second on it gets a leader. */
const rings = [5, 22, 40, 60, 84];

/** Places for a label round a mark; `wanted` limits them to one side. */
export function candidatesRound(
  point: Point,
  radius: number,
  size: Lettering,
  wanted: Direction | "auto",
): Candidate[] {
  const sides = wanted === "auto" ? directions : [wanted];
  return rings.flatMap((ring, step) =>
    sides.map((side) => {
      const box = boxBeside(point, radius, ring, size, side);
      const cost = sideCost[side] * (step === 0 ? 1 : 0.5) + step * 9;
      const anchor = side.includes("e") ? "start" : side.includes("w") ? "end" : "middle";
      return step === 0 ? { box, cost, anchor } : { box, cost, anchor, leader: [point, edgeOf(box, point)] };
    }),
  );
}

function boxBeside(
  p: Point,
  radius: number,
  ring: number,
  { width, height }: Lettering,
  side: Direction,
): Box {
  // On a diagonal the corner of the box comes nearer, since the mark is round.
  const reach = side.length === 2 ? radius + 2 + (ring - (rings[0] ?? 0)) * 0.6 : radius + ring;
  const x = side.includes("e") ? p.x + reach : side.includes("w") ? p.x - reach - width : p.x - width / 2;
  const y = side.includes("n") ? p.y - reach - height : side.includes("s") ? p.y + reach : p.y - height / 2;
  return { x, y, width, height };
}

/** The point of a box that is nearest to `p`, a little outside. */
function edgeOf(box: Box, p: Point): Point {
  return {
    x: Math.max(box.x - 2, Math.min(p.x, box.x + box.width + 2)),
    y: Math.max(box.y + 2, Math.min(p.y, box.y + box.height - 2)),
  };
}

/** Where along a line its label is tried, in parts of its length, best first. */
const stops = [0.5, 0.38, 0.62, 0.25, 0.75, 0.14, 0.86];

/** Places for a label beside a line: on both sides of several points along it. */
export function candidatesAlong(
  points: readonly Point[],
  size: Lettering,
  options: { readonly preferEnds?: boolean } = {},
): Candidate[] {
  const order = options.preferEnds === true ? [0.9, 0.1, 0.8, 0.2, ...stops] : stops;
  const along = order.flatMap((stop, i) => {
    const { point, dx, dy } = pointAlong(points, stop);
    return [1, 2.2, 5].flatMap((far) =>
      [-1, 1].map((side): Candidate => {
        // The normal of the line, then the box is pushed along it until it clears the line.
        const nx = dy * side;
        const ny = -dx * side;
        const push = (Math.abs(nx) * size.width + Math.abs(ny) * size.height) / 2 + 5 * far;
        const cx = point.x + nx * push;
        const cy = point.y + ny * push;
        const anchor = Math.abs(nx) < 0.5 ? "middle" : nx > 0 ? "start" : "end";
        return {
          box: { x: cx - size.width / 2, y: cy - size.height / 2, width: size.width, height: size.height },
          cost: i * 1.5 + (far - 1) * 2 + (cy > point.y ? 0.4 : 0),
          anchor,
          tie: { x: point.x + nx * 3, y: point.y + ny * 3 },
        };
      }),
    );
  });
  return along;
}
