/** What else of a preview's site is other than before, besides the lecture itself. Pure. */
import type { DeckOnDisk } from "./deck-on-disk.ts";
import type { UnderstoodDeck } from "./understand.ts";

/** Files of the site whose content is other than before under the same path. */
export function changedMedia(
  before: DeckOnDisk | undefined,
  { source }: DeckOnDisk,
  { deck }: UnderstoodDeck,
): ReadonlySet<string> {
  const changed = deck.media.filter((path) => {
    const old = before?.source.files.get(path);
    return old !== undefined && old !== source.files.get(path);
  });
  return new Set(changed.map((path) => `assets/${path}`));
}

/** The private notes of each column, as text. */
export const notesOf = ({ columns }: UnderstoodDeck): string[] =>
  columns.map(({ slides }) => JSON.stringify(slides.map((slide) => ("kind" in slide ? "" : slide.notes))));

/** Numbers of the columns whose notes are others now. */
export function changedNotes(before: readonly string[] | undefined, now: readonly string[]): number[] {
  return before === undefined ? [] : [...now.keys()].filter((column) => now[column] !== before[column]);
}
