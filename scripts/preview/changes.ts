/** What is another between two lectures, for pages that hold the first one. Pure. */
import { isDeepStrictEqual } from "node:util";
import type { LectureIndex } from "../player/data.ts";
import type { LectureChange, SlideChange } from "./messages.ts";
import type { PageLecture, PageSlide } from "./page-lecture.ts";

/** With more slides than these, pages load what they show anew. */
const MANY_SLIDES = 24;

/**
 * The change from one lecture to the next; undefined when pages would see none.
 * @param version of the second
 */
export function changeBetween(
  before: PageLecture,
  after: PageLecture,
  version: number,
): LectureChange | undefined {
  const slides = sameShape(before, after) ? changedSlides(before, after) : undefined;
  if (slides !== undefined && slides.length <= MANY_SLIDES && sameHead(before.index, after.index))
    return slides.length === 0 ? undefined : { kind: "lecture", version, stale: [], slides };
  if (slides !== undefined && slides.length <= MANY_SLIDES)
    return { kind: "lecture", version, index: after.index, stale: [], slides };
  return { kind: "lecture", version, index: after.index, stale: staleColumns(before, after), slides: [] };
}

/** Whether every slide is where it was. */
const sameShape = (before: PageLecture, after: PageLecture): boolean =>
  before.slides.length === after.slides.length &&
  before.slides.every((slides, column) => sameIds(slides, after.slides[column] ?? []));

const sameIds = (before: readonly PageSlide[], after: readonly PageSlide[]): boolean =>
  before.length === after.length && before.every(({ fullId }, row) => fullId === after[row]?.fullId);

/** Slides of which a page would see something else. */
function changedSlides(before: PageLecture, after: PageLecture): SlideChange[] {
  return after.slides.flatMap((slides, column) =>
    slides.flatMap((slide, row) => {
      const old = before.slides[column]?.[row];
      if (old === slide || old?.text === slide.text) return [];
      return { column, row, index: slide.index, data: slide.data };
    }),
  );
}

/** The index without its slides; how much there is to load matters to nobody here. */
const headOf = ({ columns, ...rest }: LectureIndex) => ({
  ...rest,
  columns: columns.map((column) => ({ ...column, slides: [], sizeBytes: 0 })),
});

const sameHead = (before: LectureIndex, after: LectureIndex): boolean =>
  isDeepStrictEqual(headOf(before), headOf(after));

/** Columns whose script would be another; all that come after a column that came or went. */
function staleColumns(before: PageLecture, after: PageLecture): number[] {
  const length = Math.max(before.slides.length, after.slides.length);
  return Array.from({ length }, (_, column) => column).filter((column) => {
    const [old, now] = [before.slides[column], after.slides[column]];
    return (
      old === undefined ||
      now === undefined ||
      !sameIds(old, now) ||
      now.some((slide, row) => slide.text !== old[row]?.text)
    );
  });
}
