/** Finds the slide that speaks of a year. Pure. */
import type { LectureIndex } from "./data.ts";
import type { Track, TrackSlide } from "./track.ts";

/**
 * The slide whose dates lie nearest to a year: those that its narration names, else those of its era. Of several the one with the
 * shortest stretch of time, then the first. Undefined where nothing has years.
 * @param year with a fraction, astronomical
 */
export function slideNear(index: LectureIndex, track: Track, year: number): TrackSlide | undefined {
  let best: { readonly slide: TrackSlide; readonly away: number; readonly length: number } | undefined;
  for (const slide of track.slides) {
    const era = index.columns[slide.column];
    const years = era?.slides[slide.row]?.years ?? era?.years;
    if (years === undefined) continue;
    const [from, to] = years;
    const away = Math.max(from - year, year - to, 0);
    const length = to - from;
    if (best === undefined || away < best.away || (away === best.away && length < best.length)) {
      best = { slide, away, length };
    }
  }
  return best?.slide;
}
