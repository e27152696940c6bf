/** A slide in a frame of the page: drawn from the same data as on the presenting window, scaled to fit, to be looked at only. */
import { drawSlidePicture } from "../player/slide-picture.ts";
import { SLIDE_HEIGHT_PX, SLIDE_WIDTH_PX } from "../slide-size.ts";
import type { SlideAtStep } from "./view.ts";

/** Draws a slide at a step; nothing until its data is here, and nothing without one. */
export type Screen = (shown: SlideAtStep | undefined) => void;

/** Makes the screen inside a frame, which has the shape of a slide. */
export function createScreen(frame: HTMLElement): Screen {
  const surface = document.createElement("div");
  surface.className = "screen-slide";
  surface.inert = true;
  frame.prepend(surface);
  let drawn = "";

  surface.style.width = `${SLIDE_WIDTH_PX}px`;
  surface.style.height = `${SLIDE_HEIGHT_PX}px`;
  new ResizeObserver(() => {
    surface.style.transform = `scale(${frame.clientWidth / SLIDE_WIDTH_PX})`;
  }).observe(frame);

  return (shown) => {
    const data = shown?.data;
    const wanted = shown === undefined || data === undefined ? "" : `${shown.slide.number} ${shown.step}`;
    if (wanted === drawn) return;
    drawn = wanted;
    if (shown === undefined || data === undefined) return surface.replaceChildren();
    drawSlidePicture(surface, data, shown.step);
    surface.style.backgroundColor = /^<[^>]*data-background-color="([^"]+)"/.exec(data.html)?.[1] ?? "";
  };
}
