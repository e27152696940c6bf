/** Slides in small, drawn when they come into sight and taken away when they have gone far: a long lecture costs no more than what is seen of it. */
import type { Columns } from "../player/columns.ts";
import type { ColumnData } from "../player/data.ts";
import { drawSlidePicture } from "../player/slide-picture.ts";
import type { TrackSlide } from "../player/track.ts";

/** So far beyond the edge pictures are drawn already. */
const AHEAD_PX = 400;

/** Keeps pictures. */
export interface Pictures {
  /** Draws a slide into an element while that is in sight, as the slide ends. */
  readonly watch: (element: HTMLElement, slide: TrackSlide) => void;
  readonly forget: (element: HTMLElement) => void;
}

/** @param root what scrolls */
export function createPictures(root: HTMLElement, columns: Columns): Pictures {
  const slides = new WeakMap<Element, TrackSlide>();
  const seen = new WeakSet<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
        if (!(target instanceof HTMLElement)) continue;
        if (isIntersecting) draw(target);
        else target.replaceChildren();
      }
    },
    { root, rootMargin: `${AHEAD_PX}px 0px` },
  );

  function draw(element: HTMLElement): void {
    const slide = slides.get(element);
    if (slide === undefined) return;
    const fill = ({ slides: rows }: ColumnData) => {
      const data = rows[slide.row];
      if (data !== undefined && seen.has(element) && element.childElementCount === 0)
        drawSlidePicture(element, data, Infinity);
    };
    // A part that does not load has no pictures; its titles stand there all the same.
    columns.load(slide.column).then(fill, () => undefined);
  }
  return {
    watch: (element, slide) => {
      slides.set(element, slide);
      observer.observe(element);
    },
    forget: (element) => observer.unobserve(element),
  };
}
