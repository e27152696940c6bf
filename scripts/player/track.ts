/** Answers what the lecture shows when. Pure. */
import type { LectureIndex, SlideData } from "./data.ts";

/** One slide on the lecture's clock. */
export interface TrackSlide {
  /** Its place in the lecture, from 0. */
  readonly number: number;
  readonly column: number;
  /** Its place in its column, from 0. */
  readonly row: number;
  readonly fullId: string;
  readonly title: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** All slides of the lecture in playing order. */
export interface Track {
  readonly durationMs: number;
  readonly slides: readonly TrackSlide[];
  /** The same slides by column. */
  readonly columns: readonly (readonly TrackSlide[])[];
}

/** Lays the slides of the index one after the other. */
export function makeTrack(index: Pick<LectureIndex, "columns">): Track {
  const slides: TrackSlide[] = [];
  let startMs = 0;
  const columns = index.columns.map(({ id, slides: rows }, column) => {
    const first = slides.length;
    for (const [row, slide] of rows.entries()) {
      const endMs = startMs + slide.durationMs;
      const fullId = `${id}/${slide.id}`;
      slides.push({ number: slides.length, column, row, fullId, title: slide.title, startMs, endMs });
      startMs = endMs;
    }
    return slides.slice(first);
  });
  return { durationMs: startMs, slides, columns };
}

/**
 * The slide that shows at a time; the first before the start, the last from the end on.
 * @throws when the track has no slides
 */
export function slideAt(track: Track, positionMs: number): TrackSlide {
  let low = 0;
  let high = track.slides.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((track.slides[middle]?.startMs ?? 0) <= positionMs) low = middle;
    else high = middle - 1;
  }
  const slide = track.slides[low];
  if (slide === undefined) throw new Error("a lecture needs at least one slide");
  return slide;
}

/** How many steps have come by a time, counted from the slide's start. */
export function stepAt(slide: Pick<SlideData, "stepsMs">, offsetMs: number): number {
  let step = 0;
  while ((slide.stepsMs[step] ?? Infinity) <= offsetMs) step += 1;
  return step;
}

/** When a step comes, from the slide's start; step 0 is the start. */
export const stepStart = (slide: Pick<SlideData, "stepsMs">, step: number): number =>
  step <= 0 ? 0 : (slide.stepsMs[Math.min(step, slide.stepsMs.length) - 1] ?? 0);

/** The caption shown at a time, counted from the slide's start; empty between captions. */
export const captionAt = (slide: Pick<SlideData, "captions">, offsetMs: number): string =>
  slide.captions.find((caption) => caption.startMs <= offsetMs && offsetMs < caption.endMs)?.text ?? "";

/**
 * The sentence that is said at a time, counted from the slide's start; in a pause the one before it, and before the first none.
 * @returns its index in the slide's sentences
 */
export function sentenceAt(
  { sentences }: Pick<SlideData, "sentences">,
  offsetMs: number,
): number | undefined {
  const index = sentences.findLastIndex(({ startMs, endMs }) => endMs > startMs && startMs <= offsetMs);
  return index === -1 ? undefined : index;
}

/**
 * Finds a slide by what a link says: its full id, an alias, or the slide's part alone where only one slide
 * has it, so that a renamed era keeps its links.
 */
export function findSlide(
  track: Track,
  index: Pick<LectureIndex, "aliases">,
  name: string,
): TrackSlide | undefined {
  const full = (id: string | undefined) => track.slides.find((slide) => slide.fullId === id);
  const alias = (old: string) => (Object.hasOwn(index.aliases, old) ? index.aliases[old] : undefined);
  const part = name.slice(name.lastIndexOf("/") + 1);
  const exact = full(name) ?? full(alias(name) ?? alias(part));
  if (exact !== undefined) return exact;
  const same = track.slides.filter((slide) => slide.fullId.slice(slide.fullId.indexOf("/") + 1) === part);
  return same.length === 1 ? same[0] : undefined;
}
