/** `speaker.html`: the speaker view, which keeps in step with `index.html` in another window. */
import type { Deck } from "../../model.ts";
import type { LectureIndex } from "../../player/data.ts";
import { template as page } from "../../../templates/site/speaker.hbs";
import type { NotesScript } from "./notes.ts";
import { frameFields, type PageOptions } from "./page.ts";
import { partials } from "./partials.ts";

/**
 * The whole page as HTML.
 * @param notes none in a public build: the page then has no place for them
 */
export function speakerPage(
  { deck: { meta } }: { readonly deck: Pick<Deck, "meta"> },
  index: LectureIndex,
  notes: readonly NotesScript[],
  options: PageOptions = {},
): string {
  return page(
    {
      ...frameFields(meta, withNotes(index, notes), options),
      hasNotes: notes.length > 0,
    },
    { partials },
  );
}

/** The index as the speaker view has it: with where the notes of each column lie. */
export function withNotes(index: LectureIndex, notes: readonly NotesScript[]): LectureIndex {
  const paths = new Map(notes.map(({ column, path }) => [column, path]));
  const columns = index.columns.map((column, number) => {
    const path = paths.get(number);
    return path === undefined ? column : { ...column, notes: path };
  });
  return { ...index, columns };
}
