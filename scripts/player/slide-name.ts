/** How a slide is named, in sight and to those who do not see it. */
import { say, type Texts } from "./texts.ts";
import type { TrackSlide } from "./track.ts";

/** "A telegram in January", or "Slide 12" where it has no title. */
export const slideTitle = ({ title, number }: Pick<TrackSlide, "title" | "number">, texts: Texts): string =>
  title === "" ? say(texts.untitled, { n: number + 1 }) : title;

/** "Slide 12 of 40, A telegram in January"; without the title where it has none. */
export function slideName(slide: TrackSlide, slideCount: number, texts: Texts): string {
  const values = { n: slide.number + 1, total: slideCount, title: slide.title };
  return say(slide.title === "" ? texts.slideOfUntitled : texts.slideOf, values);
}
