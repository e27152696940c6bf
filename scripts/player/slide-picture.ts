/** A slide in small, to be looked at only: its own content, out of reach and without a second use of its ids. */
import type { SlideData } from "./data.ts";
import { applyStep, fillSlide } from "./slide-content.ts";

/** Draws a slide at a step into an element that is `inert`. */
export function drawSlidePicture(into: HTMLElement, data: SlideData, step: number): void {
  const made = document.createElement("div");
  fillSlide(made, data.html);
  applyStep(made, data, step);
  // They would load, and nobody could play them.
  for (const media of made.querySelectorAll("video, audio, iframe, object, embed")) media.remove();
  for (const element of made.querySelectorAll("*")) renameIds(element);
  into.replaceChildren(...made.childNodes);
}

/** Ids, and what points at them inside drawings. */
function renameIds(element: Element): void {
  for (const { name, value } of element.attributes) {
    if (name === "id") element.setAttribute(name, `picture-${value}`);
    else if (name !== "style" && value.includes("#")) {
      const pointed = value.replace(/url\((["']?)#/g, "url($1#picture-").replace(/^#(?!\/)/, "#picture-");
      if (pointed !== value) element.setAttribute(name, pointed);
    }
  }
}
