/** `remix.html`: where slides are chosen, put in order, and taken along. */
import type { Deck } from "../../model.ts";
import type { LectureIndex } from "../../player/data.ts";
import type { Person, RemixIndex } from "../../remix-page/data.ts";
import { template as page } from "../../../templates/site/remix.hbs";
import type { NameIndex } from "../handout/around/index-of-names.ts";
import type { Column } from "./column.ts";
import { frameFields, type PageOptions } from "./page.ts";
import { partials } from "./partials.ts";

/**
 * The whole page as HTML.
 * @param names the people of the deck, and where they are mentioned
 */
export function remixPage(
  { deck }: { readonly deck: Pick<Deck, "meta" | "eras"> },
  columns: readonly Pick<Column, "id" | "slides">[],
  index: LectureIndex,
  names: Pick<NameIndex, "people">,
  options: PageOptions = {},
): string {
  const people = peopleOf(deck, columns, names);
  const data: RemixIndex = { ...index, people };
  return page(
    {
      ...frameFields(deck.meta, data, options),
      people,
    },
    { partials },
  );
}

/** Everybody whom an era names, and the slides that mention them; where none does, those of the eras that name them. */
export function peopleOf(
  deck: Pick<Deck, "eras">,
  columns: readonly Pick<Column, "id" | "slides">[],
  names: Pick<NameIndex, "people">,
): Person[] {
  const numbers = new Map(
    columns.flatMap(({ slides }) => slides).map(({ fullId }, number) => [fullId, number]),
  );
  const numbersOf = (slides: readonly { readonly fullId: string }[]) =>
    slides.flatMap(({ fullId }) => numbers.get(fullId) ?? []);
  const authors = deck.eras.flatMap(({ slides }) => slides);
  const inEra = new Map(deck.eras.map(({ id, slides }) => [id, numbersOf(slides)]));
  return names.people.map(({ label, mentions }) => ({
    name: label,
    slides: mentions.flatMap(({ slide, anchors: [anchor = ""] }) =>
      slide === 0 ? (inEra.get(anchor) ?? []) : numbersOf(authors.slice(slide - 1, slide)),
    ),
  }));
}
