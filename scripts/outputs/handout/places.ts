/** From a page of a handout back to the lecture's source. Pure. */
import type { At, Lecture } from "../../model.ts";
import { sectionId } from "../../render/slide.ts";

/** What belongs to the deck as a whole. */
export const DECK: At = { file: "deck.yaml", line: 1, column: 1 };

/** Where eras and slides are written, by id. */
export function placesById({ deck }: Lecture): ReadonlyMap<string, At> {
  return new Map(
    deck.eras.flatMap((era) => [
      [era.id, era.at] as const,
      ...era.slides.map((slide) => [slide.fullId, slide.at] as const),
    ]),
  );
}

/** Id of the first era or slide that begins on a page, else of the last that began before it. */
export function firstOn(page: number, { deck }: Lecture, pageOf: ReadonlyMap<string, number>): string {
  const starts = deck.eras
    .flatMap((era) => [
      { id: era.id, page: pageOf.get(era.id) },
      ...era.slides.map(({ fullId }) => ({ id: fullId, page: pageOf.get(sectionId(fullId)) })),
    ])
    .filter((start) => start.page !== undefined);
  const own = starts.find((start) => start.page === page);
  return (own ?? starts.findLast((start) => (start.page ?? 0) < page))?.id ?? "";
}
