/** Where somebody is after the lecture has become another under their eyes. Pure. */
import type { LectureIndex, SlideData } from "./data.ts";
import { findSlide, sentenceAt, stepAt, stepStart, type Track, type TrackSlide } from "./track.ts";

/** A place on a slide. */
export interface SlidePlace {
  /** From the slide's start. */
  readonly offsetMs: number;
  readonly step: number;
}

/**
 * The slide that is now what a slide of the lecture before was: the one of its name, else the one in its place.
 * @param track of the lecture as it is now, like `index`
 */
export const sameSlide = (track: Track, index: LectureIndex, before: TrackSlide): TrackSlide => {
  const found =
    findSlide(track, index, before.fullId) ?? track.slides[Math.min(before.number, track.slides.length - 1)];
  if (found === undefined) throw new Error("a lecture needs at least one slide");
  return found;
};

/**
 * The place on the slide as it is now: in the same sentence where there are as many, and at the same step as long as there is one.
 * @param before the slide as it was; undefined where it was not loaded, like `now`
 * @param lengthMs of the slide as it is now, with the silence after it
 */
export function keepPlace(
  before: SlideData | undefined,
  now: SlideData | undefined,
  { offsetMs, step }: SlidePlace,
  lengthMs: number,
): SlidePlace {
  const last = Math.max(0, lengthMs - 1);
  if (now === undefined) return { offsetMs: Math.min(offsetMs, last), step };
  const kept = Math.min(step, now.steps.length);
  const moved = Math.min(last, Math.round(sameMoment(before, now, offsetMs)));
  return { offsetMs: stepAt(now, moved) === kept ? moved : stepStart(now, kept), step: kept };
}

/** The same share of the same sentence. */
function sameMoment(before: SlideData | undefined, now: SlideData, offsetMs: number): number {
  const place = before === undefined ? undefined : sentenceAt(before, offsetMs);
  if (before === undefined || place === undefined || before.sentences.length !== now.sentences.length)
    return offsetMs;
  const [was, is] = [before.sentences[place], now.sentences[place]];
  if (was === undefined || is === undefined) return offsetMs;
  const share = (offsetMs - was.startMs) / Math.max(1, was.endMs - was.startMs);
  return share > 1 ? is.endMs + (offsetMs - was.endMs) : is.startMs + share * (is.endMs - is.startMs);
}
