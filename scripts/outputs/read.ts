/**
 * `read.html`: the lecture as an article, for reading on screen without script, and the document that the
 * handout is printed from. Its slides need `assets/theme.css`, which is an output of its own.
 */
import { template } from "../../templates/handout/read.hbs";
import { counted } from "../counted.ts";
import type { Lecture } from "../model.ts";
import { printAnchor } from "../print-anchor.ts";
import { ANCHORS, type Article, type ArticleEra } from "./handout/article.ts";
import { eraStrip } from "./handout/era-strip.ts";
import { markLanguages } from "./handout/languages.ts";
import { backdropRules, oneEraRules, pageClass, pageRules } from "./handout/page-rules.ts";
import type { Words } from "./handout/words.ts";
import type { Made, Output } from "./index.ts";
import { sharedOf } from "./shared.ts";
import type { Tools } from "./tools.ts";

/** `read.html` and its styles. */
export const read: Output = { name: "read", make };

async function make(lecture: Lecture, tools: Tools): Promise<Made> {
  const article = sharedOf(lecture, tools).article();
  const own = new TextDecoder().decode(await tools.programFile("templates/handout/read.css"));
  const css = [
    own,
    backdropRules(article),
    oneEraRules(article),
    pageRules(article, lecture.deck.meta.paper),
  ].join("\n");
  return {
    files: [
      { path: "read.html", text: readPage(article) },
      { path: "assets/read.css", text: css },
    ],
    problems: [],
    summary: `${counted(article.eras.flatMap((era) => era.parts).length, "slide")} as an article`,
  };
}

/** The page's HTML. */
export function readPage(article: Article): string {
  const { words, sources, creditsHtml, url } = article;
  const html = template({
    ...article,
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
  });
  return markLanguages(html, article.language);
}

/** `Worn-out shoes: Moscow and Pyongyang` is set in two sizes, the colon kept for those who hear it. */
function splitTitle(title: string): { titleMain: string; titleRest: string } {
  const [, main, rest] = /^(.{3,40}:)\s+(.+)$/.exec(title) ?? [];
  return { titleMain: main ?? title, titleRest: rest ?? "" };
}

/** The decisions that the template does not take. */
function eraFields(era: ArticleEra, words: Words): object {
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
