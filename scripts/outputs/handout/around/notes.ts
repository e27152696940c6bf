/**
 * What the marks in a slide's text lead to, as notes of the Chicago Manual of Style: in full where an era cites a source
 * first, since every era can be read and printed alone, and shortened after that (17, 14.29). "Ibid." is not used (17, 14.34). Pure.
 */
import { escapeHtml } from "../../../escape.ts";
import type { Deck } from "../../../model.ts";
import { fullNote, shortNote } from "../../../source/chicago/notes.ts";

/** One note. */
export interface SourceNote {
  /** Of its mark on the slide and in the narration, from 1 on every slide. */
  readonly number: number;
  /** From 1 through the whole lecture, for documents whose notes are numbered so. */
  readonly running: number;
  /** Key of the source. */
  readonly key: string;
  readonly html: string;
}

/** Full id of a slide → its notes, in the order of their marks; slides without sources are left out. */
export function sourceNotes({
  eras,
  references,
}: Pick<Deck, "eras" | "references">): Map<string, SourceNote[]> {
  const byKey = new Map(references.map((item) => [item.id, item]));
  const notes = new Map<string, SourceNote[]>();
  let running = 0;
  for (const era of eras) {
    const named = new Set<string>();
    for (const slide of era.slides) {
      if (slide.citations.length === 0) continue;
      const own = slide.citations.map(({ key, locator }, i): SourceNote => {
        const item = byKey.get(key);
        const write = named.has(key) ? shortNote : fullNote;
        named.add(key);
        running += 1;
        const html = (item === undefined ? undefined : write(item, locator)) ?? escapeHtml(key);
        return { number: i + 1, running, key, html };
      });
      notes.set(slide.fullId, own);
    }
  }
  return notes;
}
