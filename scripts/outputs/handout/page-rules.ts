/**
 * The rules of style that depend on the lecture: the paper's size, and one named page per era so that its title
 * runs at the head of its pages (`string-set`, which CSS has for this, is not in Chromium). Pure.
 */
import type { Paper } from "../../handout-profiles.ts";
import { closingSections, type Article, type ArticleEra } from "./article.ts";

/** Class of the era's section, which is also the name of its pages. */
export const pageClass = (era: ArticleEra): string => `page-era-${era.place}`;

/** Widths and heights of papers, upright (ISO 216; ANSI/ASME Y14.1). */
export const PAPER_MM: Readonly<Record<Paper, { readonly widthMm: number; readonly heightMm: number }>> = {
  A4: { widthMm: 210, heightMm: 297 },
  Letter: { widthMm: 215.9, heightMm: 279.4 },
};

/** Width of the text, but of slides alone: both papers have the same measure, so that lines break alike on both. */
const MEASURE_MM = 166;
/** Above and below the text. Letter is 18 mm shorter than A4: with less room around its text two drawings still stand on a page. */
const MARGIN_MM: Readonly<Record<Paper, { readonly top: number; readonly bottom: number }>> = {
  A4: { top: 25, bottom: 17 },
  Letter: { top: 22, bottom: 15 },
};

/** How running titles are set. */
export const runningHead = (sizePt = 8): string =>
  `font: 400 ${sizePt}pt/${sizePt * 1.5}pt var(--font-label), sans-serif; color: var(--quiet); vertical-align: bottom; padding-bottom: 5.5mm;`;
/** How page numbers are set. */
export const pageNumber = (sizePt = 8): string =>
  `font: 600 ${sizePt}pt/${sizePt * 1.5}pt var(--font-label), sans-serif; color: var(--ink); vertical-align: bottom; padding-bottom: 5.5mm;`;

/** How a document's pages differ from others'. */
export interface PageLook {
  readonly paper: Paper;
  /** Size of running titles and page numbers, in points. */
  readonly headPt?: number;
  /** What stands at the foot of every page. */
  readonly foot?: string;
}

/** CSS of the pages of a document with an article's parts. */
export function pageRules(article: Article, { paper, headPt, foot }: PageLook): string {
  const [head, number] = [runningHead(headPt), pageNumber(headPt)];
  // Large titles of a whole lecture would not fit a line: the era's stands on both pages then.
  const left = (title: string): string => (headPt === undefined ? article.title : title);
  const { widthMm, heightMm } = PAPER_MM[paper];
  const side = (widthMm - MEASURE_MM) / 2;
  const { top, bottom } = MARGIN_MM[paper];
  const margin = `margin: ${top}mm ${side.toFixed(2)}mm ${bottom}mm;`;
  const running = (name: string, title: string): string => `
@page ${name} { ${margin} }
@page ${name}:left { @top-left { content: counter(page); ${number} } @top-right { content: ${cssString(left(title))}; ${head} } }
@page ${name}:right { @top-left { content: ${cssString(title)}; ${head} } @top-right { content: counter(page); ${number} } }
.${name} { page: ${name}; }`;
  const footBox = foot === undefined ? "" : ` @bottom-center { content: ${cssString(foot)}; ${FOOT} }`;
  // Where pages have names, those without are the cover alone. (With other margins on the first page than on those, Chromium 150 would
  // lay out all twice.)
  return `@page { size: ${pageSize(paper)}; ${margin}${footBox} }
@supports (page: auto) { @page { margin: 0; } }
.article { --page-width: ${widthMm}mm; --page-text-width: ${MEASURE_MM}mm; --page-text-height: ${heightMm - top - bottom}mm; }
${running("page-contents", article.words.contents)}
.contents { page: page-contents; }
${article.eras.map((era) => running(pageClass(era), era.title)).join("")}
${running("page-closing", closingTitle(article))}`;
}

/** The head of the pages after the eras: what stands there, or what all of it is. */
function closingTitle(article: Article): string {
  const [first, second] = closingSections(article);
  return second === undefined ? (first?.label ?? "") : article.around.words.appendix;
}

const FOOT =
  "font: 600 9pt/12pt var(--font-label), sans-serif; color: var(--ink); vertical-align: top; padding-top: 2mm;";

/** A paper's size as CSS has it. */
export function pageSize(paper: Paper, landscape = false): string {
  const { widthMm, heightMm } = PAPER_MM[paper];
  return landscape ? `${heightMm}mm ${widthMm}mm` : `${widthMm}mm ${heightMm}mm`;
}

/** CSS of the slides' backgrounds, which cannot stand in the page: its policy allows no inline styles. */
export function backdropRules(article: Article): string {
  return article.eras
    .flatMap((era) => era.parts)
    .flatMap(({ number, picture: { backdrop } }) => {
      if (backdrop === undefined) return [];
      const color =
        backdrop.color === undefined ? "" : `.backdrop-${number} { background: ${backdrop.color}; }\n`;
      return [
        `${color}.backdrop-${number} > .backdrop { object-fit: ${backdrop.fit}; opacity: ${backdrop.opacity}; }`,
      ];
    })
    .join("\n");
}

/**
 * CSS that shows one era alone, on screen and on paper, where the address names its anchor (`printAnchor`): without script, and without `:has`, which
 * browsers of 2023 lack.
 */
export function oneEraRules(article: Article): string {
  return article.eras
    .map((era) => {
      const asked = `.one-era-${era.place}:target`;
      const others = `${asked} ~ main > .era:not(.${pageClass(era)})`;
      return `@media screen { ${asked} { display: block; } }
${asked} ~ .cover, ${asked} ~ .contents, ${asked} ~ .closing, ${others} { display: none; }`;
    })
    .join("\n");
}

/** Text as a CSS string; line breaks and quotes cannot end it. */
export function cssString(text: string): string {
  const escaped = text.replace(
    /["\\<>\p{Cc}]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `,
  );
  return `"${escaped}"`;
}
