/**
 * Puts labels where they do not collide. Every label brings candidate boxes with a cost for each; the cheapest
 * free ones are taken in order, then each label may choose again knowing the others. No randomness, so the same
 * drawing comes out every time.
 */
import { crosses, holds, overlaps, segments, segmentsMeet, type Box, type Point } from "./geometry.ts";

/** One way of placing a label. */
export interface Candidate {
  readonly box: Box;
  /** 0 is best; about 1 for each step away from good custom. */
  readonly cost: number;
  /** How the text stands in its box. */
  readonly anchor: "start" | "middle" | "end";
  /** A point beside the line that the label names: no other line may come between it and the label. */
  readonly tie?: Point;
  /** A thin line from the thing to its label, where the label is far away. */
  readonly leader?: readonly [Point, Point];
}

/** A label that wants a place. */
export interface LabelRequest {
  readonly id: string;
  readonly candidates: readonly Candidate[];
  /** Where the label belongs; when no candidate is free, the nearest free spot of the frame is looked for. */
  readonly anchorPoint?: Point;
}

/** What labels keep away from. */
export interface Obstacles {
  readonly width: number;
  readonly height: number;
  /** Never covered: marks of places. */
  readonly boxes: readonly Box[];
  /** Better not covered: lines and routes. */
  readonly lines: readonly (readonly Point[])[];
}

/**
 * The chosen candidates, in the order of the requests (undefined for one without candidates), and the ids of labels
 * for which there was no free spot.
 */
export interface Placement {
  readonly chosen: readonly (Candidate | undefined)[];
  readonly crowded: readonly string[];
}

/** Cost of covering something that must not be covered: above any sum of the others. */
const COLLISION = 1000;
/** Cost of lying on a line. */
const ON_LINE = 20;
/** Free space between labels, and between labels and the frame, in pixels. */
const GAP = 3;
const MARGIN = 6;
/** How often every label may choose again. */
const ROUNDS = 4;
/** Step of the search for any free spot, in pixels. */
const GRID = 10;

/** Chooses a candidate for every request; earlier requests choose first. */
export function placeLabels(requests: readonly LabelRequest[], obstacles: Obstacles): Placement {
  const fixed = requests.map(({ candidates }) =>
    candidates.map((candidate) => candidate.cost + fixedCost(candidate, obstacles)),
  );
  const chosen: (Choice | undefined)[] = requests.map(() => undefined);
  // Labels for which the whole frame was searched in vain: it will not get emptier.
  const hopeless = new Set<number>();
  for (let round = 0; round <= ROUNDS; round++) {
    let changed = false;
    requests.forEach((request, i) => {
      const others = othersThan(chosen, i);
      let best = cheapest(request.candidates, fixed[i] ?? [], others);
      if (
        best !== undefined &&
        best.cost >= COLLISION &&
        request.anchorPoint !== undefined &&
        !hopeless.has(i)
      ) {
        const current = chosen[i];
        const keeps =
          current !== undefined && current.cost < COLLISION && collisions(current.candidate, others) === 0;
        const free = keeps ? current : freeSpot(request, request.anchorPoint, obstacles, others);
        if (free === undefined) hopeless.add(i);
        else best = free;
      }
      if (best !== undefined && !same(best.candidate, chosen[i]?.candidate)) {
        chosen[i] = best;
        changed = true;
      }
    });
    if (!changed && !giveWay(requests, fixed, chosen)) break;
  }
  const crowded = requests.flatMap((request, i) => {
    const own = chosen[i]?.candidate;
    const isFree =
      own !== undefined && fixedCost(own, obstacles) + collisions(own, othersThan(chosen, i)) < COLLISION;
    return isFree ? [] : [request.id];
  });
  return { chosen: chosen.map((choice) => choice?.candidate), crowded };
}

/** A candidate with its whole cost. */
interface Choice {
  readonly candidate: Candidate;
  readonly cost: number;
}

/** Lets one label that stands badly take a better place from another, where the two together gain. */
function giveWay(
  requests: readonly LabelRequest[],
  fixed: readonly (readonly number[])[],
  chosen: (Choice | undefined)[],
): boolean {
  for (const [i, request] of requests.entries()) {
    const current = chosen[i];
    if (current === undefined || current.cost < ON_LINE) continue;
    for (const [k, candidate] of request.candidates.entries()) {
      const cost = fixed[i]?.[k] ?? 0;
      if (cost >= current.cost) continue;
      const blocking = chosen.flatMap((other, j) =>
        j !== i && other !== undefined && collisions(candidate, [other.candidate]) > 0 ? [{ j, other }] : [],
      );
      const [only] = blocking;
      if (only === undefined || blocking.length > 1) continue;
      const others = [...othersThan(chosen, i).filter((other) => other !== only.other.candidate), candidate];
      const elsewhere = cheapest(requests[only.j]?.candidates ?? [], fixed[only.j] ?? [], others);
      if (elsewhere === undefined || elsewhere.cost + cost >= current.cost + only.other.cost) continue;
      chosen[i] = { candidate, cost };
      chosen[only.j] = elsewhere;
      return true;
    }
  }
  return false;
}

function othersThan(chosen: readonly (Choice | undefined)[], index: number): Candidate[] {
  return chosen.flatMap((other, i) => (i !== index && other !== undefined ? [other.candidate] : []));
}

function same(a: Candidate, b: Candidate | undefined): boolean {
  return b !== undefined && a.box.x === b.box.x && a.box.y === b.box.y && a.anchor === b.anchor;
}

function fixedCost({ box, leader, tie }: Candidate, { width, height, boxes, lines }: Obstacles): number {
  const inside =
    box.x >= MARGIN &&
    box.y >= MARGIN &&
    box.x + box.width <= width - MARGIN &&
    box.y + box.height <= height - MARGIN;
  let cost = inside ? 0 : COLLISION * 2;
  for (const other of boxes) {
    if (overlaps(box, other, 1)) cost += COLLISION;
    // The leader begins at its own mark.
    else if (leader !== undefined && crosses(other, leader[0], leader[1]) && !holds(other, leader[0]))
      cost += ON_LINE;
  }
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  for (const line of lines) {
    const hit = segments(line).some(([a, b]) => crosses(box, a, b));
    if (hit) cost += ON_LINE;
    else if (tie !== undefined && segments(line).some(([a, b]) => segmentsMeet(a, b, tie, centre)))
      cost += ON_LINE;
  }
  return cost;
}

function collisions(candidate: Candidate, others: readonly Candidate[]): number {
  let cost = 0;
  for (const other of others) {
    if (overlaps(candidate.box, other.box, GAP)) cost += COLLISION;
    if (candidate.leader !== undefined && crosses(other.box, ...candidate.leader)) cost += COLLISION;
    if (other.leader !== undefined && crosses(candidate.box, ...other.leader)) cost += COLLISION;
  }
  return cost;
}

function cheapest(
  candidates: readonly Candidate[],
  fixed: readonly number[],
  others: readonly Candidate[],
): Choice | undefined {
  let best: Choice | undefined;
  for (const [i, candidate] of candidates.entries()) {
    const least = fixed[i] ?? 0;
    if (best !== undefined && least >= best.cost) continue;
    const cost = least + collisions(candidate, others);
    if (best === undefined || cost < best.cost) best = { candidate, cost };
  }
  return best;
}

/** The free spot of the frame that is nearest to where the label belongs, joined to it by a leader. */
function freeSpot(
  request: LabelRequest,
  to: Point,
  obstacles: Obstacles,
  others: readonly Candidate[],
): Choice | undefined {
  const size = request.candidates[0]?.box;
  if (size === undefined) return undefined;
  let best: Candidate | undefined;
  for (let y = MARGIN; y <= obstacles.height - MARGIN - size.height; y += GRID) {
    for (let x = MARGIN; x <= obstacles.width - MARGIN - size.width; x += GRID) {
      const box = { x, y, width: size.width, height: size.height };
      const end = {
        x: Math.max(x - 2, Math.min(to.x, x + size.width + 2)),
        y: Math.max(y, Math.min(to.y, y + size.height)),
      };
      const cost = Math.hypot(end.x - to.x, end.y - to.y) / 10;
      if (best !== undefined && cost >= best.cost) continue;
      const anchor = x > to.x ? "start" : x + size.width < to.x ? "end" : "middle";
      const candidate: Candidate = { box, cost, anchor, leader: [to, end] };
      if (fixedCost(candidate, obstacles) + collisions(candidate, others) < COLLISION) best = candidate;
    }
  }
  return best === undefined ? undefined : { candidate: best, cost: best.cost };
}
