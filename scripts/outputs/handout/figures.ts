/** What of a slide belongs into continuous text: the author's pictures, drawings, quotations and tables themselves. Pure. */
import type { Slide } from "../../model.ts";
import { stepState } from "../../player/step-state.ts";
import { addClasses, elementEnd } from "../../render/html.ts";
import { withoutElements } from "./picture.ts";

/** A picture or drawing. */
export interface ArticleFigure {
  readonly kind: "picture";
  /** From 1, through the whole lecture. */
  readonly number: number;
  readonly html: string;
  /** A drawing, whose words stand around it; a picture from a file has its own. */
  readonly isDrawn: boolean;
  /** What it shows, in words. */
  readonly alternative: string;
  /** The author's, else the slide's heading; may be empty. */
  readonly captionHtml: string;
  /** Its lettering is so small that it needs the whole measure. */
  readonly isWide: boolean;
}

/** A quotation or a table. */
export interface ArticleInset {
  readonly kind: "inset";
  readonly html: string;
}

/** Points that the column of text is wide, and how small lettering may come out in it. */
const COLUMN_PT = 317;
const SMALLEST_PT = 6;

/** Whether a picture's lettering would be too small in the column of text. */
const needsWidth = (html: string): boolean =>
  (smallestLettering(html) / (widthOf(html) ?? Infinity)) * COLUMN_PT < SMALLEST_PT;

/** The smallest lettering of the drawings in a fragment, in their own units; infinite where there is none. */
export const smallestLettering = (html: string): number =>
  Math.min(...[...html.matchAll(/\sfont-size="([\d.]+)"/g)].map(([, size]) => Number(size)));

/** Width of the first drawing, in its own units. */
function widthOf(html: string): number | undefined {
  const width = /\sviewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)/.exec(html)?.[1];
  return width === undefined ? undefined : Number(width);
}

/**
 * The exhibits of a slide in its last state, in order.
 * @param first the number of its first picture
 */
export function exhibitsOf(slide: Slide, first: number): (ArticleFigure | ArticleInset)[] {
  const { hidden } = stepState(slide, slide.steps.length);
  const inDrawings = new Map([...hidden].map((id) => [id, "is-hidden"]));
  const html = Object.values(slide.slots)
    .map((slot) => addClasses(withoutElements(slot, hidden), inDrawings))
    .join("\n");
  let pictures = 0;
  return found(html).map(({ name, html: whole }) => {
    if (name === "blockquote" || name === "table") return { kind: "inset", html: whole };
    const number = first + pictures;
    const alternative = slide.descriptions[pictures] ?? slide.title;
    pictures += 1;
    const [, caption] = /<figcaption\b[^>]*>([\s\S]*?)<\/figcaption>/.exec(whole) ?? [];
    return {
      kind: "picture",
      number,
      html: withoutWords(
        whole.replace(/<figcaption\b[\s\S]*?<\/figcaption>/, "").replace(/<\/?figure\b[^>]*>/g, ""),
      ),
      isDrawn: whole.includes("<svg"),
      alternative,
      captionHtml: caption ?? slide.titleHtml,
      isWide: needsWidth(whole),
    };
  });
}

/** A drawing without its own role, title and description: two pictures in one would be told of twice. */
const withoutWords = (html: string): string =>
  html
    .replace(/(<svg\b[^>]*?)(?:\s(?:role|aria-\w+)="[^"]*")+/g, "$1")
    .replace(/(<svg\b[^>]*>)\s*(?:<(title|desc)\b[^>]*>[\s\S]*?<\/\2>\s*)+/g, "$1");

/** The slide's own words, for a slide that says nothing: all that is no exhibit. */
export function bodyOf(slide: Slide): string {
  const { hidden } = stepState(slide, slide.steps.length);
  return Object.values(slide.slots)
    .map((slot) => withoutElements(slot, hidden))
    .map((slot) => found(slot).reduce((rest, { html }) => rest.replace(html, ""), slot))
    .join("\n")
    .trim();
}

const EXHIBIT = /<(figure|svg|img|blockquote|table)\b[^>]*>/g;

/** The outermost exhibits of a fragment. */
function found(html: string): { readonly name: string; readonly html: string }[] {
  const all: { name: string; html: string }[] = [];
  let from = 0;
  for (const tag of html.matchAll(EXHIBIT)) {
    if (tag.index < from) continue;
    const name = tag[1] ?? "";
    const after = tag.index + tag[0].length;
    from = name === "img" ? after : elementEnd(html, name, after) + name.length + 3;
    all.push({ name, html: html.slice(tag.index, from) });
  }
  return all;
}
