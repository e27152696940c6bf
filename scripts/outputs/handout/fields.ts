/** What the templates of all profiles read: the article, and the decisions that templates do not take. Pure. */
import { RDFA_PREFIXES } from "../../credits/lines.ts";
import { printAnchor } from "../../print-anchor.ts";
import type { ChronologyEntry } from "./around/chronology.ts";
import type { GlossaryEntry } from "./around/glossary.ts";
import type { IndexEntry } from "./around/index-of-names.ts";
import {
  ANCHORS,
  closingSections,
  type Article,
  type ArticleEra,
  type ArticlePart,
  type PictureState,
} from "./article.ts";
import { eraStrip } from "./era-strip.ts";
import { pageClass } from "./page-rules.ts";
import type { Words } from "./words.ts";

/** The files that a document leans on, by their addresses relative to the result. */
export interface DocumentFiles {
  readonly stylesheet: string;
  /** Of a page for screens, what its print button does; without it there is no button, and no script may run. */
  readonly script?: string;
  /** What the page says of the lecture to machines, as JSON that can stand in a script element. */
  readonly metadataJson?: string;
  /** Address of the deck's own source, beside a page for screens; no link without it. */
  readonly source?: string;
}

/** How a document differs from others of the same article. */
export interface DocumentLook extends DocumentFiles {
  /** Classes of its body. */
  readonly look: string;
  /** It has pictures of the slides, so that the index counts what stands on them; true when absent. */
  readonly showsSlides?: boolean;
}

/** The article's fields for a template. */
export function articleFields(
  article: Article,
  { look, stylesheet, script = "", metadataJson = "", source = "", showsSlides = true }: DocumentLook,
) {
  const { words, url } = article;
  return {
    ...article,
    look,
    stylesheet,
    script,
    metadataJson,
    source,
    ...splitTitle(article.title),
    authorLine: article.authors.join(" · "),
    factLine: article.lines.join(" · "),
    readUrl: url === "" ? "" : new URL("read.html", url.endsWith("/") ? url : `${url}/`).href,
    rdfaPrefixes: RDFA_PREFIXES,
    selectionWords: words.selection.replace("{lecture}", () => article.title),
    anchors: { ...ANCHORS, text: "--text" },
    strip: eraStrip(article.eras, article.language),
    eras: article.eras.map((era) => eraFields(era, words)),
    legend: legendOf(article),
    closing: closingSections(article),
    glossary: article.around.glossary.map(glossaryFields),
    chronology: article.around.chronology.map((entry) => chronologyFields(entry, words)),
    names: nameLists(article, showsSlides),
  };
}

/** What the numbers of steps mean, where there are any. */
function legendOf({ eras, words }: Article): string {
  const parts = eras.flatMap((era) => era.parts).filter((part) => part.hasStepNumbers);
  if (parts.length === 0) return "";
  return parts.some(({ states }) => states.length > 0) ? words.numbersUnderPictures : words.numbersInText;
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
function nameLists({ around: { names }, words }: Article, showsSlides: boolean) {
  const entries = (list: readonly IndexEntry[]) =>
    list
      .map(({ label, native, mentions }) => ({
        label,
        native,
        mentions: mentions.flatMap(({ slide, anchors, shownAt }) => {
          const onSlide = showsSlides && shownAt !== "" && shownAt !== anchors[0] ? [shownAt] : [];
          const [first, ...others] = [...onSlide, ...anchors];
          return first === undefined
            ? []
            : [{ shown: slide === 0 ? words.era : String(slide), first, others }];
        }),
      }))
      .filter(({ mentions }) => mentions.length > 0)
      .map((entry) => {
        const targets = entry.mentions.flatMap(({ first, others }) => [first, ...others]).join(" ");
        return Object.assign({ targets }, entry);
      });
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
    parts: era.parts.map(partFields),
  };
}

/** The states of a slide that a document shows: all that there are, else the last. */
export const picturesOf = ({ states, picture }: ArticlePart): readonly PictureState[] =>
  states.length > 0 ? states : [{ number: 0, picture }];

function partFields(part: ArticlePart) {
  const { backdrop } = part.picture;
  const hasNotes =
    part.sources.length + part.footnotes.length + part.adapted.length + part.picture.links.length > 0;
  const behind = {
    backdropClass: backdrop === undefined ? "" : ` backdrop-${part.number}`,
    backdropImage: backdrop?.image ?? "",
  };
  return {
    ...part,
    ...behind,
    states: part.states.map((state) => Object.assign({}, state, behind)),
    pictures: picturesOf(part).map((state) => Object.assign({}, state, behind)),
    moment: part.moment ?? false,
    hasNotes,
    hasBeneath: hasNotes || part.moment !== undefined,
  };
}
