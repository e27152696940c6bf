/**
 * A moment of a lecture, named so that it outlives edits: by its slide and sentence, not by the lecture's clock. Written
 * `#/era/slide?t=s3.1x8f3a.1250`: in the third sentence, whose words have the print `1x8f3a`, 1250 ms after its start. `?t=1250` counts from the slide's
 * start, and stands where nothing is said yet; `#/era/slide` is the slide's start, `#/era/slide/2` its second step. Pure.
 */
import { addressOf, slideIn } from "./address.ts";
import type { LectureIndex, SentenceData, SlideData } from "./data.ts";
import { substituteOf } from "./left-out.ts";
import { findSlide, sentenceAt, stepStart, type Track, type TrackSlide } from "./track.ts";

/** A sentence as a moment remembers it. */
export interface SentenceMark {
  /** Its index in its slide's sentences at the time. */
  readonly index: number;
  /** `printOf` its words at the time. */
  readonly print: string;
}

/** One moment, as far from any clock as can be. */
export interface Moment {
  /** What names the slide: a full id, an alias, or the slide's part alone; maybe with a step after it. */
  readonly slide: string;
  /** Absent before the first sentence, and on slides where nothing is said. */
  readonly sentence?: SentenceMark;
  /** Since the sentence's start, else since the slide's. */
  readonly offsetMs: number;
}

/** Where a moment leads in the lecture of today. */
export interface Found {
  readonly slide: TrackSlide;
  /** From 0; absent where the moment names none. */
  readonly step?: number;
  /**
   * `short`: the short lecture leaves the slide out, and this is the nearest one. `era`: the slide is gone, and its era begins here.
   * `nowhere`: its era is gone too, and the lecture begins here.
   */
  readonly instead?: "short" | "era" | "nowhere";
}

/** The moment at a time of a slide, counted from its start; fractions of a millisecond are dropped. */
export function momentAt(
  { fullId, startMs, endMs }: TrackSlide,
  data: Pick<SlideData, "sentences"> | undefined,
  offsetMs: number,
): Moment {
  const ms = Math.max(0, Math.min(Math.floor(offsetMs), endMs - startMs - 1));
  const index = data === undefined ? undefined : sentenceAt(data, ms);
  const sentence = index === undefined ? undefined : data?.sentences[index];
  if (ms === 0 || index === undefined || sentence === undefined) return { slide: fullId, offsetMs: ms };
  return {
    slide: fullId,
    sentence: { index, print: printOf(sentence.html) },
    offsetMs: ms - sentence.startMs,
  };
}

/** The fragment that leads to a moment. */
export function fragmentOf({ slide, sentence, offsetMs }: Moment): string {
  const place = addressOf(slide);
  if (sentence !== undefined) return `${place}?t=s${sentence.index + 1}.${sentence.print}.${offsetMs}`;
  return offsetMs === 0 ? place : `${place}?t=${offsetMs}`;
}

/** The moment that a fragment names; a time that cannot be read is the slide's start. Undefined when it names no slide. */
export function momentIn(fragment: string): Moment | undefined {
  const slide = slideIn(fragment);
  if (slide === undefined) return undefined;
  const time = new URLSearchParams(fragment.slice(fragment.indexOf("?") + 1)).get("t") ?? "";
  const [, number, print, ms] = /^(?:s(\d{1,6})\.([0-9a-z]{1,7})\.)?(\d{1,9})$/.exec(time) ?? [];
  if (ms === undefined) return { slide, offsetMs: 0 };
  if (number === undefined || print === undefined) return { slide, offsetMs: Number(ms) };
  return { slide, sentence: { index: Math.max(0, Number(number) - 1), print }, offsetMs: Number(ms) };
}

/**
 * The slide of a moment; where it is gone, what comes nearest.
 * @throws when the track has no slides
 */
export function findMoment(track: Track, index: LectureIndex, { slide: name }: Moment): Found {
  const [, withoutStep = "", step = ""] = /^(.+)\/(\d{1,4})$/.exec(name) ?? [];
  // Before a slide elsewhere whose id is that number.
  const here = track.slides.find(({ fullId }) => fullId === withoutStep);
  if (here !== undefined) return { slide: here, step: Number(step) };
  const known = index.leftOut ?? {};
  // Before a slide of another era that has the same part.
  const exact = Object.hasOwn(known, name) ? undefined : findSlide(track, index, name);
  if (exact !== undefined) return { slide: exact };
  const substitute = substituteOf(name, known);
  const near = track.slides.find(({ fullId }) => fullId === substitute);
  if (near !== undefined) return { slide: near, instead: "short" };
  const stepped = withoutStep === "" ? undefined : findSlide(track, index, withoutStep);
  if (stepped !== undefined) return { slide: stepped, step: Number(step) };
  const era = index.columns.findIndex(({ id }) => id === name.split("/")[0]);
  const first = track.slides.find(({ column }) => column === era);
  if (first !== undefined) return { slide: first, instead: "era" };
  const [start] = track.slides;
  if (start === undefined) throw new Error("a lecture needs at least one slide");
  return { slide: start, instead: "nowhere" };
}

/**
 * The same in a part of the lecture. Looked up in the whole first: in a part alone, the name of a slide elsewhere could be taken for that of one here.
 * @param open full id → slide of the part, in its order
 * @throws when the part has no slides
 */
export function foundIn(open: ReadonlyMap<string, TrackSlide>, found: Found): Found {
  const slide = open.get(found.slide.fullId);
  if (slide !== undefined) return { ...found, slide };
  for (const first of open.values()) return { slide: first, instead: "nowhere" };
  throw new Error("a lecture needs at least one slide");
}

/**
 * When a moment comes on its slide, counted from the slide's start. The sentence is the one with the same words, the nearest where there are several;
 * where its words have changed, the one at its place.
 */
export function offsetOf(moment: Moment, found: Found, data: SlideData): number {
  if (found.instead !== undefined) return 0;
  if (found.step !== undefined) return stepStart(data, found.step);
  const lastMs = found.slide.endMs - found.slide.startMs - 1;
  const { sentence, offsetMs } = moment;
  if (sentence === undefined) return Math.max(0, Math.min(offsetMs, lastMs));
  const said = data.sentences.flatMap((its, index) => (its.endMs > its.startMs ? [{ ...its, index }] : []));
  const distance = (its: { readonly index: number }) => Math.abs(its.index - sentence.index);
  const same = said.filter(({ html }) => printOf(html) === sentence.print);
  const [target] = [...(same.length > 0 ? same : said)].sort((a, b) => distance(a) - distance(b));
  if (target === undefined) return 0;
  const next = said.find(({ startMs }) => startMs > target.startMs);
  return Math.min(target.startMs + offsetMs, next === undefined ? lastMs : next.startMs - 1);
}

/**
 * A short print of a sentence's words: letters and digits in lower case, without its marks, links and note numbers. 32 bits of FNV-1a, in base 36.
 * @param html as in `SentenceData`
 */
export function printOf(html: SentenceData["html"]): string {
  const words = html
    .replace(/<sup\b.*?<\/sup>/gs, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&[#\w]+;/g, " ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(words)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}
