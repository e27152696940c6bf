/**
 * The slides of a file that is read again and again. Blocks end with their slide, so what a slide is follows from its own lines and from
 * what the file defines for all of them: a slide of which both are the same is not read again, wherever it stands now.
 */
import type { At, Slide } from "../model.ts";
import { readSlide, type ReadSlide, type SlideContext } from "../source/slide.ts";

/** The slides of a file as they were read last. */
export interface KeptSlides {
  /** What the file defines for all of its slides, as text. */
  readonly definitions: string;
  /** By their ids and lines. */
  readonly slides: ReadonlyMap<string, KeptSlide>;
}

interface KeptSlide {
  /** The line of the file with which it begins. */
  readonly line: number;
  /** Where footnotes are written, and their blocks; empty for a slide that has none. */
  readonly footnotes: string;
  readonly read: ReadSlide;
}

/** A file of which nothing was read yet. */
export const NO_SLIDES: KeptSlides = { definitions: "", slides: new Map() };

/**
 * Makes a reader for the slides of one file.
 * @param before as they were read last, with the same other files and the same data of the deck
 * @returns the reader, and what gives the slides that it has read
 */
export function slidesReader(before: KeptSlides): {
  readonly read: typeof readSlide;
  readonly kept: () => KeptSlides;
} {
  const slides = new Map<string, KeptSlide>();
  let shared: SharedParts | undefined;
  return {
    kept: () => ({ definitions: shared?.definitions ?? "", slides }),
    read: (draft, id, first, context) => {
      // Reading fills the blocks of footnotes, so they are looked at before.
      shared ??= sharedParts(context);
      const { fromLine, toLine } = draft.blocks;
      const text = context.places.lines.slice(fromLine, toLine).join("\n");
      const { line } = context.places.line(fromLine);
      const key = `${id}\n${first}\n${text}`;
      const footnotes = text.includes("[^") ? shared.footnotes : "";
      const known = before.definitions === shared.definitions ? before.slides.get(key) : undefined;
      const read =
        (known?.footnotes === footnotes ? movedBy(line - known.line, known) : undefined) ??
        readSlide(draft, id, first, context);
      slides.set(key, { line, footnotes, read });
      return read;
    },
  };
}

/** What a file says once for all of its slides, as text. */
interface SharedParts {
  readonly definitions: string;
  readonly footnotes: string;
}

function sharedParts({ env, footnotes, places }: SlideContext): SharedParts {
  return {
    definitions: JSON.stringify(env),
    footnotes: JSON.stringify([places.line(0).line, ...footnotes]),
  };
}

/**
 * The slide so many lines further down.
 * @returns undefined for one that has to be read again: places in footnotes move otherwise, and so may the places of problems
 */
function movedBy(lines: number, { read, footnotes }: KeptSlide): ReadSlide | undefined {
  if (lines === 0) return read;
  if (footnotes !== "" || read.problems.length > 0) return undefined;
  return { ...read, slide: movedSlide(read.slide, lines) };
}

/**
 * What stays the same object while a slide only moves in its file: everything of two slides with the same is equal, but for places.
 */
export const unmoved = (slide: Slide): object => slide.slots;

/** A slide so many lines further down. */
export const movedSlide = (slide: Slide, lines: number): Slide => ({
  ...moved(slide, lines),
  endLine: slide.endLine + lines,
  citations: slide.citations.map((citation) => moved(citation, lines)),
  narration: slide.narration.map((sentence) => ({
    ...moved(sentence, lines),
    cues: sentence.cues.map((cue) => moved(cue, lines)),
  })),
});

/** Something that an author wrote, so many lines further down. */
export const moved = <T extends { readonly at: At }>(one: T, lines: number): T => ({
  ...one,
  at: { ...one.at, line: one.at.line + lines },
});
