/** Finds where one sentence back or on begins. Pure. */
import type { SlideData } from "./data.ts";
import type { Track, TrackSlide } from "./track.ts";

/** Whoever asks for the sentence before, this soon after one began, means the one before it. */
const JUST_BEGUN_MS = 1_000;

/**
 * The start of the next sentence on the lecture's clock, or of the present or previous one; over the edge of a slide if need be.
 * A slide that is not loaded, or says nothing, counts as one sentence.
 * @param dataOf the slide's data, where it is loaded
 */
export function sentenceJump(
  track: Track,
  dataOf: (slide: TrackSlide) => Pick<SlideData, "sentences"> | undefined,
  from: { readonly slide: TrackSlide; readonly positionMs: number },
  direction: 1 | -1,
): number {
  const startsOf = (slide: TrackSlide | undefined): number[] => {
    if (slide === undefined) return [];
    const said = (dataOf(slide)?.sentences ?? []).filter(({ startMs, endMs }) => endMs > startMs);
    return said.length === 0 ? [slide.startMs] : said.map(({ startMs }) => slide.startMs + startMs);
  };
  const { slide, positionMs } = from;
  const here = startsOf(slide);
  const other = startsOf(track.slides[slide.number + direction]);
  if (direction > 0) return here.find((ms) => ms > positionMs) ?? other[0] ?? slide.endMs;
  return here.findLast((ms) => ms < positionMs - JUST_BEGUN_MS) ?? other.at(-1) ?? slide.startMs;
}
