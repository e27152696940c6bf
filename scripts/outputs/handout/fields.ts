/** What the templates of all profiles read: the article, and the decisions that templates do not take. Pure. */
import { printAnchor } from "../../print-anchor.ts";
import { ANCHORS, type Article, type ArticleEra } from "./article.ts";
import { eraStrip } from "./era-strip.ts";
import { pageClass } from "./page-rules.ts";
import type { Words } from "./words.ts";

/** How a document differs from others of the same article. */
export interface DocumentLook {
  /** Classes of its body. */
  readonly look: string;
  /** Address of its styles, relative to the result. */
  readonly stylesheet: string;
}

/** The article's fields for a template. */
export function articleFields(article: Article, { look, stylesheet }: DocumentLook) {
  const { words, sources, creditsHtml, url } = article;
  return {
    ...article,
    look,
    stylesheet,
    ...splitTitle(article.title),
    authorLine: article.authors.join(" · "),
    factLine: article.lines.join(" · "),
    readUrl: url === "" ? "" : new URL("read.html", url.endsWith("/") ? url : `${url}/`).href,
    anchors: { ...ANCHORS, text: "--text" },
    strip: eraStrip(article.eras),
    eras: article.eras.map((era) => eraFields(era, words)),
    closing: [
      ...(sources.length > 0 ? [{ id: ANCHORS.sources, label: words.sources }] : []),
      ...(creditsHtml.length > 0 ? [{ id: ANCHORS.credits, label: words.credits }] : []),
    ],
  };
}

/** `Worn-out shoes: Moscow and Pyongyang` is set in two sizes, the colon kept for those who hear it. */
function splitTitle(title: string): { titleMain: string; titleRest: string } {
  const [, main, rest] = /^(.{3,40}:)\s+(.+)$/.exec(title) ?? [];
  return { titleMain: main ?? title, titleRest: rest ?? "" };
}

function eraFields(era: ArticleEra, words: Words) {
  return {
    ...era,
    pageClass: pageClass(era),
    only: printAnchor(era.id),
    onlyWords: words.onlyThisEra.replace("{era}", () => era.title),
    about: era.places !== "" || era.people !== "",
    study: era.terms.length > 0 || era.questions.length > 0,
    listed: era.parts.filter((part) => part.headingHtml !== ""),
    parts: era.parts.map((part) => ({
      ...part,
      backdropClass: part.picture.backdrop === undefined ? "" : ` backdrop-${part.number}`,
      backdropImage: part.picture.backdrop?.image ?? "",
      hasNotes: part.sources.length + part.footnotes.length + part.picture.links.length > 0,
    })),
  };
}
