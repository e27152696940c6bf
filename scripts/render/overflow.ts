/** Finds slides whose content does not fit 1280 × 720 CSS px, in a page that shows them: what is cut off there is lost without a word. */
import * as z from "zod";
import { warning } from "../diagnostics.ts";
import type { Deck, Problem } from "../model.ts";
import { SLIDE_WIDTH_PX } from "../slide-size.ts";

/** One part of a slide that is cut off. */
export interface Overflow {
  /** `era/slide`. */
  readonly slide: string;
  /** The beginning of the text that is cut off; empty for a picture. */
  readonly text: string;
  /** How far it reaches beyond the edge, in CSS px of the slide. */
  readonly byPx: number;
}

const overflows: z.ZodType<readonly Overflow[]> = z.array(
  z.object({ slide: z.string(), text: z.string(), byPx: z.number() }),
);

/**
 * A warning for every slide that is cut off.
 * @param found what `overflowScript` gave
 */
export function overflowProblems(found: unknown, { eras }: Deck): Problem[] {
  const slides = new Map(eras.flatMap((era) => era.slides).map((slide) => [slide.fullId, slide]));
  return overflows.parse(found).flatMap(({ slide, text, byPx }) => {
    const at = slides.get(slide)?.at;
    const what = text === "" ? "a picture" : `"${text}"`;
    const hint = "say less on the slide: what is cut here can be said in the narration";
    return at === undefined
      ? []
      : [warning("slide-overflow", at, `${what} reaches ${byPx} px beyond the edge of the slide`, { hint })];
  });
}

/**
 * An expression for a browser page; its value is `Overflow[]`. Give it to `page.evaluate`.
 * It measures every element that holds text or is a picture against its slide's own edges, so hidden steps count too
 * and a slide may be scaled. Fonts must have loaded (`document.fonts.ready`).
 */
export const overflowScript = `(() => {
  const found = [];
  for (const slide of document.querySelectorAll(".slide[data-slide]")) {
    const page = slide.querySelector(".page");
    if (page === null || page.getClientRects().length === 0) continue;
    const edge = page.getBoundingClientRect();
    const scale = edge.width / ${SLIDE_WIDTH_PX};
    const content = slide.querySelector(".content");
    const foot = slide.querySelector(".slide-foot")?.getBoundingClientRect();
    const floor = Math.min(edge.bottom, foot && foot.height > 0 && content ? foot.top : edge.bottom - 20 * scale);
    let worst = { byPx: 0, text: "" };
    const measure = (box, bottom, text) => {
      if (box.width === 0 || box.height === 0) return;
      const over = Math.max(box.bottom - bottom, box.right - edge.right, edge.left - box.left, edge.top - box.top) / scale;
      if (over > worst.byPx) worst = { byPx: over, text };
    };
    const walk = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      const text = node.data.trim();
      if (text === "" || node.parentElement.closest(".for-ears, title, desc, style") !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const bottom = content !== null && content.contains(node) ? floor : edge.bottom;
      for (const box of range.getClientRects()) measure(box, bottom, text.slice(0, 60));
    }
    for (const picture of page.querySelectorAll("img, video, svg:not(svg svg)")) measure(picture.getBoundingClientRect(), floor, "");
    // Less than a line's leading is no loss: boxes of text are taller than its letters.
    if (worst.byPx > 6) found.push({ slide: slide.dataset.slide, text: worst.text, byPx: Math.round(worst.byPx) });
  }
  return found;
})()`;
