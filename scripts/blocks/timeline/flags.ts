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
const BEAM = 24;

/** Words relative to the pole. */
interface Reach {
  readonly left: number;
  readonly right: number;
}

function reachOf(width: number, hand: Flag["hand"]): Reach {
  return hand === "right" ? { left: 0, right: width + POLE_GAP } : { left: -(width + POLE_GAP), right: 0 };
}

interface Placed extends Reach {
  readonly item: number;
  readonly side: Side;
  readonly tier: number;
  readonly hand: Flag["hand"];
  readonly x: number;
}

/** How far apart two poles of one side must stand, `a` left of `b`. */
function separation(a: Placed | Omit<Placed, "x">, b: Omit<Placed, "x">): number {
  if (a.tier === b.tier) return Math.max(BETWEEN_POLES, a.right - b.left + BETWEEN_WORDS);
  if (a.tier < b.tier) return Math.max(BETWEEN_POLES, a.right + BESIDE_POLE);
  return Math.max(BETWEEN_POLES, BESIDE_POLE - b.left);
}

interface State {
  readonly placed: readonly Placed[];
  readonly cost: number;
}

/** Lays out items, which are sorted by `x`. Undefined when they do not fit into the tiers. */
export function layFlags(items: readonly FlagItem[], options: FlagOptions): FlagLayout | undefined {
  let states: State[] = [{ placed: [], cost: 0 }];
  items.forEach((item, index) => {
    const next: State[] = [];
    for (const state of states) {
      const previous = state.placed.at(-1);
      for (const side of options.sides) {
        for (let tier = 0; tier < options.tiers; tier++) {
          for (const hand of ["right", "left"] as const) {
            const shape = { item: index, side, tier, hand, ...reachOf(item.width, hand) };
            let x = Math.max(item.x, options.minX - shape.left);
            for (const other of state.placed)
              if (other.side === side) x = Math.max(x, other.x + separation(other, shape));
            const over = Math.max(0, x + shape.right - options.maxX);
            if (over > item.width * 2) continue;
            const moved = Math.abs(x - item.x);
            const cost =
              moved * 0.06 +
              moved ** 2 * 0.002 +
              over ** 2 * 0.004 +
              tier * 1.6 +
              (hand === "left" ? 2.5 : 0) +
              (options.sides.length > 1 && previous?.side === side ? 0.8 : 0) +
              (previous === undefined && side === "below" ? 0.5 : 0);
            next.push({ placed: [...state.placed, { ...shape, x }], cost: state.cost + cost });
          }
        }
      }
    }
    states = next.sort((a, b) => a.cost - b.cost).slice(0, BEAM);
  });
  let best: FlagLayout | undefined;
  for (const state of states) {
    const layout = settle(state.placed, items, options);
    if (layout !== undefined && (best === undefined || layout.cost < best.cost)) best = layout;
  }
  return best;
}

/** The layout that always fits while poles do: every flag flies under the one before it. */
export function staircase(items: readonly FlagItem[], options: FlagOptions): FlagLayout | undefined {
  const side = options.sides[0] ?? "above";
  const placed = items.map((item, i): Placed => {
    const tier = items.length - 1 - i;
    return { item: i, side, tier, hand: "right", x: item.x, ...reachOf(item.width, "right") };
  });
  return settle(placed, items, options);
}

/** Moves the poles of a layout as near to their events as its tiers allow. */
function settle(
  placed: readonly Placed[],
  items: readonly FlagItem[],
  options: FlagOptions,
): FlagLayout | undefined {
  const x = placed.map(() => 0);
  const wanted = (i: number): number => items[(placed[i] as Placed).item]?.x ?? 0;
  const low = (i: number): number => {
    const own = placed[i] as Placed;
    let bound = options.minX - own.left;
    for (let k = 0; k < i; k++) {
      const other = placed[k] as Placed;
      if (other.side === own.side) bound = Math.max(bound, (x[k] as number) + separation(other, own));
    }
    return bound;
  };
  const high = (i: number): number => {
    const own = placed[i] as Placed;
    let bound = options.maxX - own.right;
    for (let k = i + 1; k < placed.length; k++) {
      const other = placed[k] as Placed;
      if (other.side === own.side) bound = Math.min(bound, (x[k] as number) - separation(own, other));
    }
    return bound;
  };
  // As far left as possible, then each in turn as near to its event as its neighbours allow.
  for (let i = 0; i < placed.length; i++) x[i] = low(i);
  for (let i = placed.length - 1; i >= 0; i--) {
    const bound = high(i);
    if (bound < (x[i] as number) - 1e-6) return undefined;
    x[i] = Math.max(x[i] as number, Math.min(wanted(i), bound));
  }
  for (let round = 0; round < 40; round++) {
    for (let i = 0; i < placed.length; i++) x[i] = Math.max(low(i), Math.min(wanted(i), high(i)));
  }
  const heights: Record<Side, number[]> = { above: [], below: [] };
  let cost = 0;
  const flags = placed.map((own, i): Flag => {
    const row = heights[own.side];
    while (row.length <= own.tier) row.push(0);
    row[own.tier] = Math.max(row[own.tier] ?? 0, items[own.item]?.height ?? 0);
    const moved = Math.abs((x[i] as number) - wanted(i));
    cost += moved * 0.06 + moved ** 2 * 0.002 + own.tier * 1.6 + (own.hand === "left" ? 2.5 : 0);
    return { side: own.side, tier: own.tier, hand: own.hand, x: x[i] as number };
  });
  return { flags, cost, tierHeights: heights };
}

/** Height of one side of a layout, gaps included. */
export function sideHeight(layout: FlagLayout, side: Side): number {
  return layout.tierHeights[side].reduce((sum, height) => sum + height + TIER_GAP, 0);
}
