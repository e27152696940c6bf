/** In which order slides are said while somebody waits. Pure. */
import type { KeyedPart } from "./kept-plans.ts";

/**
 * First what was just written, then the slide that is looked at and those after it, then those before it; what describes
 * pictures comes last.
 * @param order full ids of all slides, in the lecture's order
 * @param changed full ids of the slides that were changed last
 * @param looked full id of the slide on show
 */
export function urgentFirst(
  parts: readonly KeyedPart[],
  order: readonly string[],
  changed: ReadonlySet<string>,
  looked: string | undefined,
): KeyedPart[] {
  const places = new Map(order.map((fullId, place) => [fullId, place]));
  const here = places.get(looked ?? "") ?? 0;
  const rank = ({ plan, kind }: KeyedPart): number => {
    const { fullId } = plan.slide;
    const described = kind === "description" ? 3 * order.length : 0;
    if (changed.has(fullId)) return described - order.length;
    const place = (places.get(fullId) ?? 0) - here;
    return described + (place < 0 ? place + order.length : place);
  };
  return parts
    .map((part) => ({ part, rank: rank(part) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ part }) => part);
}
