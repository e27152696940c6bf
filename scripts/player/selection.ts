/**
 * Which slides an address asks for after `?only=`, in which order: `war`, `war/telegram..war/armistice`, or several of these with commas between
 * them, `closing/end,war,famine/harvest`. No id holds a comma or two full stops. Pure.
 */
import type { LectureIndex } from "./data.ts";
import { findSlide, type Track, type TrackSlide } from "./track.ts";

/** What of an index names slides. */
export type Names = Pick<LectureIndex, "columns" | "aliases" | "leftOut">;

/** What a selection names. */
export interface Selected {
  /** Each once, in the order in which they are asked for. */
  readonly slides: readonly TrackSlide[];
  /** How many pieces the address names. */
  readonly pieceCount: number;
  /** Names that lead nowhere, as they are written: what they named is gone, or was never there. */
  readonly missing: readonly string[];
  /** Slides that are asked for again; they stay where they came first. */
  readonly again: readonly TrackSlide[];
}

/**
 * Finds the slides. Links that were once right still are, as with `findSlide`; a range that ends before it begins names nothing.
 * @param only as in the address
 */
export function selectSlides(track: Track, index: Names, only: string): Selected {
  const names = only.split(",");
  const slides = new Set<TrackSlide>();
  const missing: string[] = [];
  const again: TrackSlide[] = [];
  for (const name of names) {
    const found = piece(track, index, name);
    if (found.length === 0) missing.push(name);
    for (const slide of found) {
      if (slides.has(slide)) again.push(slide);
      slides.add(slide);
    }
  }
  return { slides: [...slides], pieceCount: names.length, missing, again };
}

/** The slides of an era, of a range, or the one; none where the name leads nowhere. */
function piece(track: Track, index: Names, name: string): readonly TrackSlide[] {
  const ends = name.split("..").map((end) => span(track, index, end));
  const first = ends[0]?.[0];
  const last = ends.at(-1)?.[1];
  if (ends.length > 2 || first === undefined || last === undefined) return [];
  return track.slides.slice(first.number, last.number + 1);
}

/** The first and the last slide of what a name names. */
function span(track: Track, index: Names, name: string): readonly [TrackSlide, TrackSlide] | undefined {
  const era = track.columns[index.columns.findIndex(({ id }) => id === name)];
  const [first, last] = [era?.[0], era?.at(-1)];
  if (first !== undefined && last !== undefined) return [first, last];
  // A slide elsewhere may have the same part as one that a short lecture leaves out.
  const isLeftOut = index.leftOut !== undefined && Object.hasOwn(index.leftOut, name);
  const slide = name === "" || isLeftOut ? undefined : findSlide(track, index, name);
  return slide && [slide, slide];
}

/**
 * Writes slides as an address has them: whole eras by their names, neighbours as ranges.
 * @param slides of the track, in the wanted order
 */
export const selectionOf = (track: Track, index: Names, slides: readonly TrackSlide[]): string =>
  namedPieces(track, slides)
    .map((slides) => pieceName(track, index, slides))
    .join(",");

/** Slides in pieces that have a name: whole eras, ranges, single slides. */
export const namedPieces = (track: Track, slides: readonly TrackSlide[]): TrackSlide[][] =>
  runsOf(slides).flatMap((run) => splitRun(track, run));

/** Slides that follow one another in the lecture too. */
function runsOf(slides: readonly TrackSlide[]): TrackSlide[][] {
  const runs: TrackSlide[][] = [];
  for (const slide of slides) {
    const run = runs.at(-1);
    if (run?.at(-1)?.number === slide.number - 1) run?.push(slide);
    else runs.push([slide]);
  }
  return runs;
}

/** Eras that are whole stand by themselves; the rest of a run stays together, over the edges of eras too. */
function splitRun(track: Track, run: readonly TrackSlide[]): TrackSlide[][] {
  const isIn = (slide: TrackSlide | undefined) => slide !== undefined && run[slide.number - first] === slide;
  const first = run[0]?.number ?? 0;
  const parts: { readonly era: number | undefined; readonly slides: TrackSlide[] }[] = [];
  for (const slide of run) {
    const slides = track.columns[slide.column] ?? [];
    const era = isIn(slides[0]) && isIn(slides.at(-1)) ? slide.column : undefined;
    const last = parts.at(-1);
    if (last !== undefined && last.era === era) last.slides.push(slide);
    else parts.push({ era, slides: [slide] });
  }
  return parts.map(({ slides }) => slides);
}

/** The name of a piece: `war`, `war/telegram..war/armistice`, `war/telegram`. */
export function pieceName(track: Track, index: Names, slides: readonly TrackSlide[]): string {
  const [first, last] = [slides[0], slides.at(-1)];
  if (first === undefined || last === undefined) return "";
  const id = index.columns[first.column]?.id ?? "";
  const isEra = first.column === last.column && slides.length === track.columns[first.column]?.length;
  // Where an era has several columns, its name is the first one's.
  if (isEra && index.columns.findIndex((column) => column.id === id) === first.column) return id;
  return first === last ? first.fullId : `${first.fullId}..${last.fullId}`;
}
