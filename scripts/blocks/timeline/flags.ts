/**
 * Places the labels of events like flags on poles: the pole stands on the axis, bends a little where it must, and the
 * words stand beside it on one of several tiers. Poles keep the order of their events, so they never cross each other,
 * and no pole passes through words.
 */

/** One event's label before it is placed. */
export interface FlagItem {
  /** Where the pole should stand, in pixels. */
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

/** On which side of the axis something stands. */
export type Side = "above" | "below";

/** Where a flag flies. */
export interface Flag {
  readonly side: Side;
  /** 0 is nearest to the axis. */
  readonly tier: number;
  /** The words stand right or left of the pole. */
  readonly hand: "right" | "left";
  /** Where the pole really stands. */
  readonly x: number;
}

/** The room that flags have: from `minX` to `maxX` in pixels, on these sides, so many tiers high on each. */
export interface FlagOptions {
  readonly minX: number;
  readonly maxX: number;
  readonly sides: readonly Side[];
  readonly tiers: number;
}

/** The flags of all items in their order, and how well they stand: 0 is perfect. */
export interface FlagLayout {
  readonly flags: readonly Flag[];
  readonly cost: number;
  /** Height of each tier, by side, nearest first. */
  readonly tierHeights: Readonly<Record<Side, readonly number[]>>;
}

/** From the pole to the words. */
export const POLE_GAP = 7;
/** Between two poles, between words on one tier, and between words and a passing pole. */
const BETWEEN_POLES = 10;
const BETWEEN_WORDS = 16;
const BESIDE_POLE = 8;
/** Free space between two tiers. */
export const TIER_GAP = 10;
/** How many unfinished layouts are kept; more gave no better drawings in trials. */
const BEAM = 10;
/** How many flags back a new one is held against; the search errs beyond that, and `settle` finds out. */
const LOOK_BACK = 14;

/** Words relative to the pole, and where they fly. */
interface Shape {
  readonly side: Side;
  readonly tier: number;
  readonly hand: Flag["hand"];
  readonly left: number;
  readonly right: number;
}

interface Node extends Shape {
  readonly x: number;
  readonly cost: number;
  readonly previous: Node | undefined;
}

function shapeOf(width: number, side: Side, tier: number, hand: Flag["hand"]): Shape {
  const reach = width + POLE_GAP;
  return { side, tier, hand, left: hand === "right" ? 0 : -reach, right: hand === "right" ? reach : 0 };
}

/** How far apart two poles of one side must stand, `a` left of `b`. */
function separation(a: Shape, b: Shape): number {
  if (a.tier === b.tier) return Math.max(BETWEEN_POLES, a.right - b.left + BETWEEN_WORDS);
  if (a.tier < b.tier) return Math.max(BETWEEN_POLES, a.right + BESIDE_POLE);
  return Math.max(BETWEEN_POLES, BESIDE_POLE - b.left);
}

/** What a flag's place costs: bends, far tiers and words on the unusual side. */
function costOf(moved: number, { tier, hand }: Shape): number {
  return moved * 0.06 + moved ** 2 * 0.002 + tier * 1.6 + (hand === "left" ? 2.5 : 0);
}

/** Lays out items, which are sorted by `x`. Undefined when they do not fit into the tiers. */
export function layFlags(items: readonly FlagItem[], options: FlagOptions): FlagLayout | undefined {
  let beam: (Node | undefined)[] = [undefined];
  for (const item of items) {
    const next: Node[] = [];
    for (const previous of beam) {
      for (const side of options.sides) {
        for (let tier = 0; tier < options.tiers; tier++) {
          for (const hand of ["right", "left"] as const) {
            const shape = shapeOf(item.width, side, tier, hand);
            const node = place(item, shape, previous, options);
            if (node !== undefined) next.push(node);
          }
        }
      }
    }
    beam = next.sort((a, b) => a.cost - b.cost).slice(0, BEAM);
  }
  let best: FlagLayout | undefined;
  for (const last of beam) {
    const layout = settle(chain(last), items, options);
    if (layout !== undefined && (best === undefined || layout.cost < best.cost)) best = layout;
  }
  return best;
}

/** The layout that always fits while poles do: every flag flies under the one before it. */
export function staircase(items: readonly FlagItem[], options: FlagOptions): FlagLayout | undefined {
  const side = options.sides[0] ?? "above";
  return settle(
    items.map((item, i) => shapeOf(item.width, side, items.length - 1 - i, "right")),
    items,
    options,
  );
}

function place(
  item: FlagItem,
  shape: Shape,
  previous: Node | undefined,
  { minX, maxX, sides }: FlagOptions,
): Node | undefined {
  let x = Math.max(item.x, minX - shape.left);
  let other = previous;
  for (let k = 0; k < LOOK_BACK && other !== undefined; k++, other = other.previous) {
    if (other.side === shape.side) x = Math.max(x, other.x + separation(other, shape));
  }
  const over = Math.max(0, x + shape.right - maxX);
  if (over > item.width * 2) return undefined;
  const repeats = sides.length > 1 && previous?.side === shape.side ? 0.8 : 0;
  const startsBelow = previous === undefined && shape.side === "below" ? 0.5 : 0;
  const cost =
    (previous?.cost ?? 0) + costOf(Math.abs(x - item.x), shape) + over ** 2 * 0.004 + repeats + startsBelow;
  return { ...shape, x, cost, previous };
}

function chain(last: Node | undefined): Shape[] {
  const shapes: Shape[] = [];
  for (let node = last; node !== undefined; node = node.previous) shapes.push(node);
  return shapes.reverse();
}

/** Moves the poles of a layout as near to their events as its tiers allow. */
function settle(
  shapes: readonly Shape[],
  items: readonly FlagItem[],
  { minX, maxX }: FlagOptions,
): FlagLayout | undefined {
  const xs = shapes.map(() => 0);
  const x = (i: number): number => xs[i] ?? 0;
  const wanted = (i: number): number => items[i]?.x ?? 0;
  const low = (i: number, own: Shape): number =>
    shapes
      .slice(0, i)
      .reduce(
        (bound, other, k) =>
          other.side === own.side ? Math.max(bound, x(k) + separation(other, own)) : bound,
        minX - own.left,
      );
  const high = (i: number, own: Shape): number =>
    shapes
      .slice(i + 1)
      .reduce(
        (bound, other, k) =>
          other.side === own.side ? Math.min(bound, x(i + 1 + k) - separation(own, other)) : bound,
        maxX - own.right,
      );

  // As far left as possible, then from the right each as near to its event as its neighbours allow.
  shapes.forEach((own, i) => (xs[i] = low(i, own)));
  for (const [i, own] of [...shapes.entries()].reverse()) {
    const bound = high(i, own);
    if (bound < x(i) - 1e-6) return undefined;
    xs[i] = Math.max(x(i), Math.min(wanted(i), bound));
  }
  for (let round = 0; round < 30; round++) {
    let moved = 0;
    shapes.forEach((own, i) => {
      const to = Math.max(low(i, own), Math.min(wanted(i), high(i, own)));
      moved += Math.abs(to - x(i));
      xs[i] = to;
    });
    if (moved < 0.1) break;
  }
  const heights: Record<Side, number[]> = { above: [], below: [] };
  let cost = 0;
  const flags = shapes.map((own, i): Flag => {
    const row = heights[own.side];
    while (row.length <= own.tier) row.push(0);
    row[own.tier] = Math.max(row[own.tier] ?? 0, items[i]?.height ?? 0);
    cost += costOf(Math.abs(x(i) - wanted(i)), own);
    return { side: own.side, tier: own.tier, hand: own.hand, x: x(i) };
  });
  return { flags, cost, tierHeights: heights };
}

/** Height of one side of a layout, gaps included. */
export function sideHeight(layout: FlagLayout, side: Side): number {
  return layout.tierHeights[side].reduce((sum, height) => sum + height + (height > 0 ? TIER_GAP : 0), 0);
}
