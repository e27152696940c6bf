/** Takes the picture out of a figure slide's content, and decides how picture and words stand to one another. */
import { aspectRatio, plainText, topLevel } from "./html.ts";

/** A slide's content, parted into its picture and the rest. */
export interface FigureParts {
  /** The first picture or drawing at the top level; empty when there is none. */
  readonly figureHtml: string;
  /** Everything else, in order; empty when it has no words. */
  readonly wordsHtml: string;
  /** A class of the section. */
  readonly shape: "figure-alone" | "figure-beside" | "figure-under" | "figure-missing";
}

/** Drawings at least this wide for their height stand under their words instead of beside them. */
const WIDE = 2;

/** @param html the slide's main slot */
export function splitFigure(html: string): FigureParts {
  const parts = topLevel(html);
  const at = parts.findIndex((part) => isPicture(part.name, part.html));
  const figureHtml = parts[at]?.html ?? "";
  const others = parts.filter((_, index) => index !== at).map((part) => part.html);
  const hasWords = others.some(
    (part) => plainText(part).trim() !== "" || /<(?:img|svg|table|video|audio)\b/.test(part),
  );
  const wordsHtml = hasWords ? others.join("\n") : "";
  return { figureHtml, wordsHtml, shape: shapeOf(figureHtml, wordsHtml) };
}

function isPicture(name: string, html: string): boolean {
  return (
    name === "figure" ||
    name === "svg" ||
    name === "img" ||
    name === "video" ||
    /^<(?:p|div)\b[^>]*>\s*<(?:img|svg|figure|video)\b/.test(html)
  );
}

function shapeOf(figureHtml: string, wordsHtml: string): FigureParts["shape"] {
  if (figureHtml === "") return "figure-missing";
  if (wordsHtml === "") return "figure-alone";
  return (aspectRatio(figureHtml) ?? 1) >= WIDE ? "figure-under" : "figure-beside";
}
