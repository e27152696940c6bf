/** Warns of slides that say too much: their type had to be made smaller than slides promise. */
import { warning } from "../diagnostics.ts";
import type { Deck, Problem } from "../model.ts";
import { SMALLEST_PROMISED_PX } from "./fit.ts";
import { slideFit } from "./rooms.ts";

/** One warning for each slide whose text is set in less than 28 px, or is too long even for the smallest type. */
export function crowdedSlides(deck: Deck): Problem[] {
  const slides = deck.eras.flatMap((era) => era.slides);
  return slides.flatMap((slide) => {
    const { sizePx, overflows } = slideFit(slide);
    const room = slide.layout === "figure" ? 24 : SMALLEST_PROMISED_PX;
    if (sizePx >= room && !overflows) return [];
    const said = overflows
      ? "more text than a slide can hold"
      : `so much text that it is set in ${sizePx} px`;
    return [
      warning("crowded-slide", slide.at, `the slide "${slide.fullId}" has ${said}`, {
        hint: "move words into the narration, or make two slides of it with a line of ---",
      }),
    ];
  });
}
