/** The words that a slide shows, block by block, lettering of its drawings included. Pure. */
import type { Slide } from "../../../model.ts";
import { plainText } from "../../../render/html.ts";

/** Where one text ends and another begins; inline elements do not part words. */
const BLOCKS =
  /<\/?(?:p|li|ul|ol|h[1-6]|table|tr|td|th|dl|dt|dd|blockquote|pre|figcaption|figure|div|section|br|svg|g|text|tspan)\b[^>]*>/;

/** Texts of the slide's slots and footnotes. What only describes a drawing to those who do not see it is no part of them. */
export function shownTexts(slide: Pick<Slide, "slots" | "footnotes">): string[] {
  return [...Object.values(slide.slots), ...slide.footnotes].flatMap((html) =>
    html
      .replace(/<(title|desc)\b[\s\S]*?<\/\1>/g, "")
      .split(BLOCKS)
      .map((block) => plainText(block).replace(/\s+/g, " ").trim())
      .filter((block) => block !== ""),
  );
}
