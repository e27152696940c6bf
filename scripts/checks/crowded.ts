/** A slide that says too much: its type would have to be smaller than slides promise. */
import { warning } from "../diagnostics.ts";
import type { Era, Problem, Slide } from "../model.ts";
import { SMALLEST_PROMISED_PX } from "../render/fit.ts";
import { slideFit } from "../render/rooms.ts";
import type { SlideCheck } from "./index.ts";

/** One warning for each slide whose text is set in less than 28 px, or is too long even for the smallest type. */
export const crowded: SlideCheck = { name: "crowded", ofSlide: crowdedSlide };

/** Words beside a picture are a caption's brothers; they may be this small. */
const SMALLEST_BESIDE_PICTURE_PX = 24;

function crowdedSlide(slide: Slide, era: Pick<Era, "summary">): Problem[] {
  const { main = "", ...columns } = slide.slots;
  const { sizePx, overflows } = slideFit({
    layout: slide.layout,
    heading: slide.title,
    mainHtml: slide.layout === "era" && main === "" ? (era.summary ?? "") : main,
    columns: Object.values(columns),
    sources: slide.citations.length,
    footnotes: slide.footnotes.length,
  });
  const smallest = slide.layout === "figure" ? SMALLEST_BESIDE_PICTURE_PX : SMALLEST_PROMISED_PX;
  if (sizePx >= smallest && !overflows) return [];
  const said = overflows ? "more text than a slide can hold" : `so much text that it is set in ${sizePx} px`;
  return [
    warning("crowded-slide", slide.at, `the slide "${slide.fullId}" has ${said}`, {
      hint: "move words into the narration, or make two slides of it with a line of ---",
    }),
  ];
}
