/**
 * A part of a lecture as a lecture of its own: `index.html?only=ERA`, or slides of one's own choice in one's own order (`selection.ts`). The index is
 * cut before anything is made from it, so that the part has its own total, marks and contents. Pure.
 */
import type { Columns } from "./columns.ts";
import type { ColumnData, ColumnIndex, LectureIndex } from "./data.ts";
import { selectSlides } from "./selection.ts";
import { makeTrack, type TrackSlide } from "./track.ts";

/** Where a column of the part lies in the whole. An era that the part comes back to has several columns. */
export interface Piece {
  /** Its number in the whole. */
  readonly column: number;
  /** Rows of the whole's column, in the part's order. */
  readonly rows: readonly number[];
}

/** A part of a lecture. */
export interface Part {
  readonly index: LectureIndex;
  /** One per column of the part. */
  readonly pieces: readonly Piece[];
  /** Whether it is put together of several pieces. */
  readonly isSelection: boolean;
  /** Titles of what one piece begins and ends with: of an era where it holds all of it, else of a slide; one where they are the same. */
  readonly titles: readonly string[];
  /** As in `Selected`. */
  readonly missing: readonly string[];
  /** Titles of the slides that were asked for again and play once. */
  readonly again: readonly string[];
}

/** What an address asks for after `?only=`; undefined when it asks for nothing. */
export const onlyIn = (search: string): string | undefined =>
  new URLSearchParams(search).get("only") ?? undefined;

/** No title that anybody reads is longer; an address may hold anything. */
const TITLE_LENGTH = 200;

/** The title that an address gives to a part, `&title=`; undefined when it gives none. */
export function titleIn(search: string): string | undefined {
  const title = (new URLSearchParams(search).get("title") ?? "").replace(/\s+/g, " ").trim();
  return title === "" ? undefined : title.slice(0, TITLE_LENGTH);
}

/**
 * Cuts a part out.
 * @param only as in the address; links that were once right still are, as with `findSlide`
 * @returns undefined when it names nothing that is there
 */
export function cutIndex(index: LectureIndex, only: string): Part | undefined {
  const track = makeTrack(index);
  const { slides, pieceCount, missing, again } = selectSlides(track, index, only);
  const pieces = piecesIn(slides);
  const columns = pieces.flatMap(({ column, rows }): ColumnIndex[] => {
    const whole = index.columns[column];
    if (whole === undefined) return [];
    const slides = rows.flatMap((row) => whole.slides[row] ?? []);
    return [{ ...whole, slides, sizeBytes: Math.round(whole.sizeBytes * shareOf(slides, whole)) }];
  });
  const [first, last] = [slides[0], slides.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const isWhole = (piece: Piece | undefined) =>
    piece !== undefined && piece.rows.length === index.columns[piece.column]?.slides.length;
  const begin = isWhole(pieces[0]) ? columns[0]?.title : first.title;
  const end = isWhole(pieces.at(-1)) ? columns.at(-1)?.title : last.title;
  const titles = [...new Set([begin || first.title, end || last.title])].filter((title) => title !== "");
  return {
    index: { ...index, columns },
    pieces,
    isSelection: pieceCount > 1,
    titles,
    missing,
    again: again.map(({ title, fullId }) => title || fullId),
  };
}

/** Slides of one era that follow one another in the part are a column of it, whatever their order. */
export function piecesIn(slides: readonly TrackSlide[]): Piece[] {
  const pieces: { readonly column: number; readonly rows: number[] }[] = [];
  for (const { column, row } of slides) {
    const last = pieces.at(-1);
    if (last?.column === column) last.rows.push(row);
    else pieces.push({ column, rows: [row] });
  }
  return pieces;
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
    const made = { slides: piece.rows.flatMap((row) => data.slides[row] ?? []) };
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
