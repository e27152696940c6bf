/** What is copied with a quotation: who said it, where in the lecture, and when. Pure. */
import { addressOf } from "./address.ts";
import type { LectureIndex } from "./data.ts";
import { showTime } from "./show-time.ts";
import { say, type Texts } from "./texts.ts";
import type { TrackSlide } from "./track.ts";

/** A quotation and the moment at which it begins. */
export interface Quotation {
  readonly text: string;
  readonly slide: TrackSlide;
  /** On the lecture's clock. */
  readonly positionMs: number;
}

/**
 * The address of a slide, as others can open it.
 * @param page address of the page without its fragment
 * @returns undefined for a page on disk, which is nobody else's
 */
export const linkTo = (page: string, slide: TrackSlide): string | undefined =>
  /^https?:/.test(page) ? `${page}${addressOf(slide.fullId)}` : undefined;

/** The text in quotation marks, then authors, lecture, era, slide and time, and a link where there is one. */
export function cite(
  { text, slide, positionMs }: Quotation,
  { index, texts, page }: { readonly index: LectureIndex; readonly texts: Texts; readonly page: string },
): string {
  const era = index.columns[slide.column]?.title ?? "";
  const title = slide.title === "" ? say(texts.untitled, { n: slide.number + 1 }) : slide.title;
  // An era's opening slide often has the era's title, and the lecture's first slide that of the lecture.
  const names = new Set([index.authors.join(", "), index.title, era, title].filter((name) => name !== ""));
  const source = `${[...names].join(", ")}, ${showTime(positionMs)}.`;
  const link = linkTo(page, slide);
  return `${say(texts.quoted, { text })} ${source}${link === undefined ? "" : ` ${link}`}`;
}
