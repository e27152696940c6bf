/**
 * A part of a lecture as a lecture of its own: `index.html?only=ERA`, or from one era or slide to another, `?only=era/slide..era/slide`. The index is
 * cut before anything is made from it, so that the part has its own total, marks and contents. Pure.
 */
import type { Columns } from "./columns.ts";
import type { ColumnData, ColumnIndex, LectureIndex } from "./data.ts";
import { findSlide, makeTrack, type TrackSlide } from "./track.ts";

/** Where a column of the part lies in the whole. */
export interface Piece {
  /** Its number in the whole. */
  readonly column: number;
  readonly firstRow: number;
  readonly rowCount: number;
}

/** A part of a lecture. */
export interface Part {
  readonly index: LectureIndex;
  /** One per column of the part. */
  readonly pieces: readonly Piece[];
  /** Titles of what it begins and ends with: of an era where the part holds all of it, else of a slide; one where they are the same. */
  readonly titles: readonly string[];
}

/** What an address asks for after `?only=`; undefined when it asks for nothing. */
export const onlyIn = (search: string): string | undefined =>
  new URLSearchParams(search).get("only") ?? undefined;

/**
 * Cuts a part out.
 * @param only as in the address; links that were once right still are, as with `findSlide`
 * @returns undefined when it names no part, or one that ends before it begins
 */
export function cutIndex(index: LectureIndex, only: string): Part | undefined {
  const track = makeTrack(index);
  const ends = only.split("..");
  if (ends.length > 2) return undefined;
  const spans = ends.map((name): readonly [TrackSlide, TrackSlide] | undefined => {
    const column = index.columns.findIndex(({ id }) => id === name);
    const slides = track.columns[column] ?? [];
    const first = slides[0] ?? (name === "" ? undefined : findSlide(track, index, name));
    const last = slides.at(-1) ?? first;
    return first === undefined || last === undefined ? undefined : [first, last];
  });
  const first = spans[0]?.[0];
  const last = spans.at(-1)?.[1];
  if (first === undefined || last === undefined || last.number < first.number) return undefined;
  const columns: ColumnIndex[] = [];
  const pieces: Piece[] = [];
  for (const [column, whole] of index.columns.entries()) {
    const kept = (track.columns[column] ?? []).filter(
      (slide) => slide.number >= first.number && slide.number <= last.number,
    );
    const firstRow = kept[0]?.row;
    if (firstRow === undefined) continue;
    const slides = whole.slides.slice(firstRow, firstRow + kept.length);
    columns.push({ ...whole, slides, sizeBytes: Math.round(whole.sizeBytes * shareOf(slides, whole)) });
    pieces.push({ column, firstRow, rowCount: kept.length });
  }
  const isWhole = (piece: Piece | undefined) =>
    piece !== undefined && piece.rowCount === index.columns[piece.column]?.slides.length;
  const begin = isWhole(pieces[0]) ? columns[0]?.title : first.title;
  const end = isWhole(pieces.at(-1)) ? columns.at(-1)?.title : last.title;
  const titles = [...new Set([begin || first.title, end || last.title])].filter((title) => title !== "");
  return { index: { ...index, columns }, pieces, titles };
}

/** How much of a column's time some of its slides take; what there is to load of them is about as much. */
function shareOf(slides: ColumnIndex["slides"], whole: ColumnIndex): number {
  const timeOf = (some: ColumnIndex["slides"]) => some.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const wholeMs = timeOf(whole.slides);
  return wholeMs === 0 ? 1 : timeOf(slides) / wholeMs;
}

/** The whole lecture's columns, seen as the part's. */
export function cutColumns(whole: Columns, pieces: readonly Piece[]): Columns {
  const cut = new Map<number, ColumnData>();
  function get(column: number): ColumnData | undefined {
    const piece = pieces[column];
    const here = cut.get(column);
    const data = piece === undefined ? undefined : whole.get(piece.column);
    if (here !== undefined || piece === undefined || data === undefined) return here;
    const made = { slides: data.slides.slice(piece.firstRow, piece.firstRow + piece.rowCount) };
    cut.set(column, made);
    return made;
  }
  return {
    // A part is opened anew when the whole becomes another.
    replace: () => undefined,
    get,
    load: async (column) => {
      const piece = pieces[column];
      if (piece === undefined) throw new Error(`the part has no column ${column}`);
      await whole.load(piece.column);
      const data = get(column);
      if (data === undefined) throw new Error(`column ${column} did not register`);
      return data;
    },
  };
}
