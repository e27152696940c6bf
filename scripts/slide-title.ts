/** What a slide is called where it is listed: in contents, seek bar, transcript and bookmarks. */
import type { Era, Slide } from "./model.ts";

/**
 * The slide's heading; without one, what its layout shows in large letters instead. Empty when there is neither.
 * @param deckTitle what a slide of the layout `title` shows
 */
export function slideTitle(slide: Slide, era: Pick<Era, "title">, deckTitle: string): string {
  if (slide.title !== "") return slide.title;
  if (slide.layout === "title") return deckTitle;
  return slide.layout === "era" ? era.title : "";
}
