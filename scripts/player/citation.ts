/** What is copied with a quotation: who said it, where in the lecture, and when. Pure. */
import type { LectureIndex } from "./data.ts";
import { showTime } from "./show-time.ts";
import { slideTitle } from "./slide-name.ts";
import { say, type Texts } from "./texts.ts";
import type { TrackSlide } from "./track.ts";

/** A quotation and the moment at which it begins. */
export interface Quotation {
  readonly text: string;
  readonly slide: TrackSlide;
  /** On the lecture's clock. */
  readonly positionMs: number;
  /** Leads there; absent for a page on disk, which is nobody else's. */
  readonly link?: string | undefined;
}

/** The text in quotation marks, then authors, lecture, era, slide and time, and a link where there is one. */
export function cite(
  { text, slide, positionMs, link }: Quotation,
  { index, texts }: { readonly index: LectureIndex; readonly texts: Texts },
): string {
  const era = index.columns[slide.column]?.title ?? "";
  const title = slideTitle(slide, texts);
  // An era's opening slide often has the era's title, and the lecture's first slide that of the lecture.
  const names = new Set([index.authors.join(", "), index.title, era, title].filter((name) => name !== ""));
  const source = `${[...names].join(", ")}, ${showTime(positionMs)}.`;
  return `${say(texts.quoted, { text })} ${source}${link === undefined ? "" : ` ${link}`}`;
}
