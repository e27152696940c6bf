/** What the templates of all profiles read: the article, and the decisions that templates do not take. Pure. */
import { printAnchor } from "../../print-anchor.ts";
import type { ChronologyEntry } from "./around/chronology.ts";
import type { GlossaryEntry } from "./around/glossary.ts";
import type { IndexEntry } from "./around/index-of-names.ts";
import { ANCHORS, closingSections, type Article, type ArticleEra } from "./article.ts";
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
  const { words, url } = article;
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
    closing: closingSections(article),
    glossary: article.around.glossary.map(glossaryFields),
    chronology: article.around.chronology.map((entry) => chronologyFields(entry, words)),
    names: nameLists(article),
  };
}

/** One term; a definition that is the only one needs no separator. */
const glossaryFields = ({ term, meanings }: GlossaryEntry) => ({
  term,
  meanings: meanings.map(({ definition, taught }) => ({
    definition,
    taught,
    targets: taught.map(({ anchor }) => anchor).join(" "),
  })),
});

/** One date; on screen it leads to its slides, on paper to their pages. */
const chronologyFields = (entry: ChronologyEntry, words: Words) => ({
  ...entry,
  targets: entry.anchors.join(" "),
  places: entry.anchors.map((anchor, i) => {
    const number = entry.slides[i - (entry.anchors.length - entry.slides.length)];
    return { anchor, shown: number === undefined ? words.era : String(number) };
  }),
});

/** The lists of the index that have names. */
function nameLists({ around: { names }, words }: Article) {
  const entries = (list: readonly IndexEntry[]) =>
    list.map(({ label, native, mentions }) => ({
      label,
      native,
      targets: mentions.flatMap(({ anchors }) => anchors).join(" "),
      mentions: mentions.map(({ slide, anchors }) => ({
        shown: slide === 0 ? words.era : String(slide),
        first: anchors[0] ?? "",
        others: anchors.slice(1),
      })),
    }));
  return [
    { heading: words.people, entries: entries(names.people) },
    { heading: words.places, entries: entries(names.places) },
  ].filter((list) => list.entries.length > 0);
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
    parts: era.parts.map((part) => {
      const hasNotes = part.sources.length + part.footnotes.length + part.picture.links.length > 0;
      return {
        ...part,
        moment: part.moment ?? false,
        backdropClass: part.picture.backdrop === undefined ? "" : ` backdrop-${part.number}`,
        backdropImage: part.picture.backdrop?.image ?? "",
        hasNotes,
        hasBeneath: hasNotes || part.moment !== undefined,
      };
    }),
  };
}
