/** In which order slides are said while somebody waits. Pure. */
import type { KeyedPart } from "./kept-plans.ts";

/**
 * What was just written is urgent. Of the rest first comes the slide that is looked at and those after it, then those before it; what
 * describes pictures comes last.
 * @param order full ids of all slides, in the lecture's order
 * @param isFresh whether a part came with an edit
 * @param looked full id of the slide on show
 */
export function byUrgency(
  parts: readonly KeyedPart[],
  order: readonly string[],
  isFresh: (part: KeyedPart) => boolean,
  looked: string | undefined,
): { readonly urgent: readonly KeyedPart[]; readonly rest: readonly KeyedPart[] } {
  const places = new Map(order.map((fullId, place) => [fullId, place]));
  const here = places.get(looked ?? "") ?? 0;
  const rank = ({ plan, kind }: KeyedPart): number => {
    const place = (places.get(plan.slide.fullId) ?? 0) - here;
    return (kind === "description" ? order.length : 0) + (place < 0 ? place + order.length : place);
  };
  return {
    urgent: parts.filter(isFresh),
    rest: parts.filter((part) => !isFresh(part)).toSorted((a, b) => rank(a) - rank(b)),
  };
}
