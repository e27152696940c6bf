/**
 * The lecture as an article: the plain data that the read page is made from, and that the handout takes its
 * bookmarks from. Pure. Fields named `*Html` are cleaned HTML; all others are text.
 */
import { adaptedLine, creditGroups, licenseEntries, type CreditGroup } from "../../credits/lines.ts";
import { creditWords } from "../../credits/words.ts";
import type { Era, Lecture, Sentence, Slide } from "../../model.ts";
import { addressOf } from "../../player/address.ts";
import { renderContext, type EraContext, type RenderContext } from "../../render/context.ts";
import type { Years } from "../../source/decimal-years.ts";
import { yearsAxis } from "../site/years.ts";
import { escapeHtml } from "../../escape.ts";
import { drawSlide, sectionId } from "../../render/slide.ts";
import { spanInWords } from "../../render/span.ts";
import { aroundOf, withAnchors, type Around } from "./around/index.ts";
import { indexOfNames, type NameIndex } from "./around/index-of-names.ts";
import { printedMoment, type PrintedMoment } from "./around/moment.ts";
import { shownPerson } from "./around/names.ts";
import { smallestLettering } from "./figures.ts";
import { labelOf } from "./label.ts";
import { slidePicture, type Picture } from "./picture.ts";
import { wordsOf, type Words } from "./words.ts";

/** All that the article's template shows, in its words and its order. */
export interface Article {
  readonly words: Words;
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  readonly authors: readonly string[];
  /** One line each: date, version, licence, address. */
  readonly lines: readonly string[];
  readonly identifier: string;
  readonly url: string;
  readonly description: string;
  readonly eras: readonly ArticleEra[];
  readonly sources: readonly { readonly id: string; readonly html: string }[];
  /** By kind; the licences that they name come last. */
  readonly credits: readonly CreditGroup[];
  readonly around: Around;
}

/** One chapter of the article. */
export interface ArticleEra {
  /** Anchor of the era. */
  readonly id: string;
  /** From 0. */
  readonly place: number;
  /** How the handout calls it; 0 for an opening or a closing, which is no era of its own. */
  readonly number: number;
  /** Which of the theme's accents it has. */
  readonly accent: number;
  readonly title: string;
  readonly spanWords: string;
  readonly spanYears: string;
  /** Where it stands on the axis of all eras; undefined for an era without a span, and where only one has one. */
  readonly years: Years | undefined;
  readonly places: string;
  readonly people: string;
  readonly summary: string;
  readonly parts: readonly ArticlePart[];
  readonly terms: Era["terms"];
  readonly questions: readonly string[];
}

/** One slide: its picture and its words. */
export interface ArticlePart {
  /** Anchor of the slide, as in the lecture: `era--slide`. */
  readonly id: string;
  /** From 1, through the whole lecture. */
  readonly number: number;
  /** How contents and bookmarks call it. */
  readonly label: string;
  /** Empty where a heading would only repeat the era's. */
  readonly headingHtml: string;
  readonly account: string;
  /** The slide's last state. */
  readonly picture: Picture;
  /** The slide as it opens and after each of its moments; empty where the last state stands for all. */
  readonly states: readonly PictureState[];
  /** The narration has the numbers of the slide's steps. */
  readonly hasStepNumbers: boolean;
  /** How the picture stands to the words. */
  readonly shape: "beside" | "wide" | "alone";
  /** The words take about as much room as their picture: both stay on one page. */
  readonly isShort: boolean;
  /** Its drawings have lettering so small that the picture needs the whole measure. */
  readonly isFine: boolean;
  /** What is said, sentence by sentence and in paragraphs. */
  readonly sentences: readonly PrintedSentence[];
  readonly paragraphsHtml: readonly string[];
  readonly sources: readonly { readonly id: string; readonly number: number; readonly html: string }[];
  readonly footnotes: readonly string[];
  /** What the slide is adapted from; HTML. */
  readonly adapted: readonly string[];
  /** The slide in the lecture, relative to the article. */
  readonly watch: string;
  /** The same in the published lecture; absent where the deck does not say where that is. */
  readonly moment?: PrintedMoment;
}

/** A sentence, with the anchors that lead to it. */
export type PrintedSentence = Pick<Sentence, "html" | "paragraph">;

/** One state of a slide. */
export interface PictureState {
  /** Of the moment that it comes with, as the narration has it; 0 for the slide as it opens. */
  readonly number: number;
  readonly picture: Picture;
}

/** Fixed anchors of the article's own parts. No slide or era can have them: their ids never begin with "-". */
export const ANCHORS = {
  contents: "--contents",
  glossary: "--glossary",
  chronology: "--chronology",
  sources: "--sources",
  credits: "--credits",
  cite: "--cite",
  index: "--index",
} as const;

/**
 * The article of a lecture.
 * @param context what its slides are rendered with
 * @param names the people and places of its deck
 */
export function articleOf(
  lecture: Lecture,
  context: RenderContext = renderContext(lecture),
  names: NameIndex = indexOfNames(lecture.deck),
): Article {
  const { meta } = lecture.deck;
  const words = wordsOf(meta.language);
  const numbers = new Map(
    lecture.deck.eras.flatMap((era) => era.slides).map((slide, index) => [slide.fullId, index + 1]),
  );
  // Where eras open with a slide of their own, a file without one is an opening or a closing.
  const isMarked = (era: Era): boolean => era.slides.some((slide) => slide.layout === "era");
  const marked = lecture.deck.eras.some(isMarked);
  const around = aroundOf(lecture, names);
  const { spans } = yearsAxis(lecture.deck.eras);
  const part = (slide: Slide, era: Era): ArticlePart =>
    partOf(slide, era, numbers.get(slide.fullId) ?? 0, context, words, around);
  return {
    words,
    language: meta.language,
    title: meta.title,
    subtitle: meta.subtitle ?? "",
    authors: meta.authors.map(({ name }) => name),
    lines: [
      ...(meta.date === undefined ? [] : [spanInWords(meta.date, meta.language)]),
      ...(meta.version === undefined ? [] : [`${words.version} ${meta.version}`]),
      ...(meta.license === undefined ? [] : [meta.license]),
    ],
    identifier: meta.identifier ?? "",
    url: meta.url ?? "",
    description: meta.subtitle ?? lecture.deck.eras[0]?.summary ?? meta.title,
    eras: lecture.deck.eras.map((era, place) => ({
      ...eraOf(era, context.eras.get(era.id), part),
      years: spans.get(era.id),
      place,
      ...(marked && !isMarked(era) && { number: 0 }),
    })),
    sources: lecture.bibliography.map((entry) => ({
      id: `--source-${entry.key}`,
      html: entry.bibliographyHtml,
    })),
    credits: creditsSection(lecture),
    around,
  };
}

/** What comes after the eras, in its order: only what has something in it. */
export function closingSections({
  words,
  sources,
  credits,
  around,
}: Article): { readonly id: string; readonly label: string }[] {
  const own = around.words;
  const has = around.names.people.length + around.names.places.length > 0;
  return [
    ...(around.glossary.length > 0 ? [{ id: ANCHORS.glossary, label: own.glossary }] : []),
    ...(around.chronology.length > 0 ? [{ id: ANCHORS.chronology, label: own.chronology }] : []),
    ...(sources.length > 0 ? [{ id: ANCHORS.sources, label: words.sources }] : []),
    ...(credits.length > 0 ? [{ id: ANCHORS.credits, label: words.credits }] : []),
    { id: ANCHORS.cite, label: own.howToCite },
    ...(has ? [{ id: ANCHORS.index, label: own.index }] : []),
  ];
}

function eraOf(
  era: Era,
  context: EraContext | undefined,
  part: (slide: Slide, era: Era) => ArticlePart,
): Omit<ArticleEra, "place" | "years"> {
  return {
    id: era.id,
    number: context?.number ?? 0,
    accent: context?.accent ?? 0,
    title: era.title,
    spanWords: context?.spanWords ?? "",
    spanYears: context?.spanYears ?? "",
    places: era.places.join(" · "),
    people: era.people.map(shownPerson).join(" · "),
    summary: era.summary ?? "",
    parts: era.slides.map((slide) => part(slide, era)),
    terms: era.terms,
    questions: era.questions,
  };
}

function partOf(
  slide: Slide,
  era: Era,
  number: number,
  context: RenderContext,
  words: Words,
  around: Around,
): ArticlePart {
  const picture = slidePicture(slide, context, words);
  const label = labelOf(slide, era, context, picture, words) ?? `${words.slide} ${number}`;
  // An era's opening slide shows the era's own title, which stands as a heading right above it.
  const repeats = slide.layout === "era" && (slide.title === "" || slide.title === era.title);
  const { fields } = drawSlide(slide, context);
  const sentences = withAnchors(slide, around.anchors);
  return {
    id: sectionId(slide.fullId),
    number,
    label,
    headingHtml: repeats ? "" : slide.titleHtml === "" ? escapeHtml(label) : slide.titleHtml,
    account: fields.account,
    picture: { ...picture, alternative: picture.alternative === "" ? label : picture.alternative },
    states: [],
    hasStepNumbers: false,
    shape: slide.narration.length === 0 ? "alone" : hasDrawing(slide) ? "wide" : "beside",
    isShort: slide.narration.reduce((sum, { text }) => sum + text.length, 0) < SHORT,
    isFine: Object.values(slide.slots).some((html) => smallestLettering(html) < FINE_PX),
    sentences,
    paragraphsHtml: paragraphsOf(sentences),
    sources: (around.notes.get(slide.fullId) ?? []).map((note) => ({
      id: `${sectionId(slide.fullId)}--source-${note.number}`,
      number: note.number,
      html: note.html,
    })),
    footnotes: slide.footnotes,
    adapted: (context.adapted.get(slide.fullId) ?? []).map((credit) =>
      adaptedLine(credit, { meta: context.meta, marked: true }, sectionId(slide.fullId)),
    ),
    watch: `index.html${addressOf(slide.fullId)}`,
    ...(context.meta.url !== undefined && {
      moment: printedMoment(context.meta.url, slide.fullId, around.words.codeOf.replace("{n}", `${number}`)),
    }),
  };
}

/** Characters of narration that are as high as a picture with its sources beside them. */
const SHORT = 800;

/** CSS px of a slide that come out below 5 points when its picture takes two thirds of the measure. */
const FINE_PX = 19;

/** Maps, timelines and other drawings have small lettering: beside the text it could not be read. */
const hasDrawing = (slide: Slide): boolean => Object.values(slide.slots).some((html) => /<svg\b/.test(html));

/** The paragraphs of a narration, as HTML. */
export function paragraphsOf(narration: readonly PrintedSentence[]): string[] {
  const paragraphs = new Map<number, string[]>();
  for (const { paragraph, html } of narration) {
    paragraphs.set(paragraph, [...(paragraphs.get(paragraph) ?? []), html]);
  }
  return [...paragraphs.values()].map((sentences) => sentences.join(" "));
}

/** Every debt, marked for machines as well; on paper the licences' addresses stand once, at the end. */
function creditsSection({ deck: { meta }, credits }: Lecture): CreditGroup[] {
  const style = { meta, marked: true };
  const licenses = licenseEntries(credits, style);
  const groups = creditGroups(credits, style);
  return licenses.length === 0
    ? groups
    : [...groups, { heading: creditWords(meta.language).licenses, entries: licenses }];
}
