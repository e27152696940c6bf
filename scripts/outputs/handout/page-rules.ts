/**
 * The rules of style that depend on the lecture: the paper's size, and one named page per era so that its title
 * runs at the head of its pages (`string-set`, which CSS has for this, is not in Chromium). Pure.
 */
import type { Paper } from "../../handout-profiles.ts";
import { closingSections, type Article, type ArticleEra } from "./article.ts";

/** Class of the era's section, which is also the name of its pages. */
export const pageClass = (era: ArticleEra): string => `page-era-${era.place}`;

/** Side margins that leave both papers the same measure of 166 mm, so that lines break alike on both. */
const SIDE_MM = { A4: 22, Letter: 24.95 } as const;

/** Widths and heights of papers, upright (ISO 216; ANSI/ASME Y14.1). */
export const PAPER_MM: Readonly<Record<Paper, { readonly widthMm: number; readonly heightMm: number }>> = {
  A4: { widthMm: 210, heightMm: 297 },
  Letter: { widthMm: 215.9, heightMm: 279.4 },
};

/** How running titles are set. */
export const RUNNING_HEAD =
  "font: 400 8pt/12pt var(--font-label), sans-serif; color: #544e45; vertical-align: bottom; padding-bottom: 5.5mm;";
/** How page numbers are set. */
export const NUMBER =
  "font: 600 8pt/12pt var(--font-label), sans-serif; color: #1e1b17; vertical-align: bottom; padding-bottom: 5.5mm;";

/** CSS of the pages. */
export function pageRules(article: Article, paper: Paper): string {
  const running = (name: string, title: string): string => `
@page ${name}:left { @top-left { content: counter(page); ${NUMBER} } @top-right { content: ${cssString(article.title)}; ${RUNNING_HEAD} } }
@page ${name}:right { @top-left { content: ${cssString(title)}; ${RUNNING_HEAD} } @top-right { content: counter(page); ${NUMBER} } }
.${name} { page: ${name}; }`;
  return `@page { size: ${paper === "Letter" ? "letter" : "A4"}; margin: 25mm ${SIDE_MM[paper]}mm 17mm; }
@page cover { margin: 0; }
.cover { page: cover; }
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
