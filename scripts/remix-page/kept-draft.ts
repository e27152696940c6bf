/** The selection as the browser keeps it, and as a link brings it. Slides are looked up anew each time: the lecture may be another build. Pure. */
import { titleIn, onlyIn } from "../player/only.ts";
import { selectSlides, type Names } from "../player/selection.ts";
import { findSlide, type Track } from "../player/track.ts";
import { keyOf, type Draft, type Item, type OwnSlide } from "./draft.ts";

/** A selection, and what it named that is no longer there. */
export interface FoundDraft {
  readonly draft: Draft;
  readonly gone: readonly string[];
}

/**
 * Reads what was kept. Another version of this page may have written it: what cannot be read is left out.
 * @returns undefined where nothing was kept
 */
export function readDraft(track: Track, index: Names, kept: unknown): FoundDraft | undefined {
  if (!isRecord(kept) || !Array.isArray(kept["items"])) return undefined;
  const gone: string[] = [];
  const items = kept["items"].flatMap((item: unknown): Item[] => {
    if (!isRecord(item)) return [];
    const own = isRecord(item["own"]) ? readOwn(item["own"]) : undefined;
    if (own !== undefined) return [{ own }];
    const name = item["slide"];
    if (typeof name !== "string") return [];
    const slide = findSlide(track, index, name);
    if (slide === undefined || !isAuthors(index, slide.column)) {
      gone.push(name);
      return [];
    }
    return [{ slide: slide.fullId }];
  });
  // Two ids of before may lead to one slide of today.
  const once = [...new Map(items.map((item) => [keyOf(item), item])).values()];
  return { draft: { title: textOf(kept["title"]), items: once }, gone };
}

/** What an address brings, `?only=…&title=…`; undefined where it brings nothing. */
export function draftIn(track: Track, index: Names, search: string): FoundDraft | undefined {
  const only = onlyIn(search);
  if (only === undefined) return undefined;
  const { slides, missing } = selectSlides(track, index, only);
  const items = slides
    .filter(({ column }) => isAuthors(index, column))
    .map(({ fullId }) => ({ slide: fullId }));
  return { draft: { title: titleIn(search) ?? "", items }, gone: missing };
}

/** Slides that the program makes, such as the credits, are made anew for every lecture: nobody chooses them. */
export const isAuthors = (index: Names, column: number): boolean => index.columns[column]?.title !== "";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function readOwn(own: Readonly<Record<string, unknown>>): OwnSlide | undefined {
  const id = textOf(own["id"]);
  if (!/^own-\d{1,6}$/.test(id)) return undefined;
  return { id, title: textOf(own["title"]), text: textOf(own["text"]), narration: textOf(own["narration"]) };
}
