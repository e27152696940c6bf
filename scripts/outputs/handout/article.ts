/**
 * The lecture as an article: the plain data that the read page is made from, and that the handout takes its
 * bookmarks from. Pure. Fields named `*Html` are cleaned HTML; all others are text.
 */
import type { Credit, Era, Lecture, Sentence, Slide } from "../../model.ts";
import { addressOf } from "../../player/address.ts";
import { renderContext, type EraContext, type RenderContext } from "../../render/context.ts";
import { slideTitle } from "../../slide-title.ts";
import { escapeHtml } from "../../escape.ts";
import { drawSlide, sectionId } from "../../render/slide.ts";
import { spanInWords } from "../../render/span.ts";
import { aroundOf, withAnchors, type Around } from "./around/index.ts";
import { printedMoment, type PrintedMoment } from "./around/moment.ts";
import { shownPerson } from "./around/names.ts";
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
  readonly creditsHtml: readonly string[];
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
  readonly picture: Picture;
  /** How the picture stands to the words. */
  readonly shape: "beside" | "wide" | "alone";
  /** The words take so much room that the part may be split between pages. */
  readonly long: boolean;
  readonly paragraphsHtml: readonly string[];
  readonly sources: readonly { readonly id: string; readonly number: number; readonly html: string }[];
  readonly footnotes: readonly string[];
  /** The slide in the lecture, relative to the article. */
  readonly watch: string;
  /** The same in the published lecture; absent where the deck does not say where that is. */
  readonly moment?: PrintedMoment;
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
 */
export function articleOf(lecture: Lecture, context: RenderContext = renderContext(lecture)): Article {
  const { meta } = lecture.deck;
  const words = wordsOf(meta.language);
  const numbers = new Map(
    lecture.deck.eras.flatMap((era) => era.slides).map((slide, index) => [slide.fullId, index + 1]),
  );
  // Where eras open with a slide of their own, a file without one is an opening or a closing.
  const isMarked = (era: Era): boolean => era.slides.some((slide) => slide.layout === "era");
  const marked = lecture.deck.eras.some(isMarked);
  const around = aroundOf(lecture);
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
      place,
      ...(marked && !isMarked(era) && { number: 0 }),
    })),
    sources: lecture.bibliography.map((entry) => ({
      id: `--source-${entry.key}`,
      html: entry.bibliographyHtml,
    })),
    creditsHtml: creditLines(lecture, words),
    around,
  };
}

/** What comes after the eras, in its order: only what has something in it. */
export function closingSections({
  words,
  sources,
  creditsHtml,
  around,
}: Article): { readonly id: string; readonly label: string }[] {
  const own = around.words;
  const has = around.names.people.length + around.names.places.length > 0;
  return [
    ...(around.glossary.length > 0 ? [{ id: ANCHORS.glossary, label: own.glossary }] : []),
    ...(around.chronology.length > 0 ? [{ id: ANCHORS.chronology, label: own.chronology }] : []),
    ...(sources.length > 0 ? [{ id: ANCHORS.sources, label: words.sources }] : []),
    ...(creditsHtml.length > 0 ? [{ id: ANCHORS.credits, label: words.credits }] : []),
    { id: ANCHORS.cite, label: own.howToCite },
    ...(has ? [{ id: ANCHORS.index, label: own.index }] : []),
  ];
}

function eraOf(
  era: Era,
  context: EraContext | undefined,
  part: (slide: Slide, era: Era) => ArticlePart,
): Omit<ArticleEra, "place"> {
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
  return {
    id: sectionId(slide.fullId),
    number,
    label,
    headingHtml: repeats ? "" : slide.titleHtml === "" ? escapeHtml(label) : slide.titleHtml,
    account: fields.account,
    picture: { ...picture, alternative: picture.alternative === "" ? label : picture.alternative },
    shape: slide.narration.length === 0 ? "alone" : hasDrawing(slide) ? "wide" : "beside",
    long: slide.narration.reduce((sum, { text }) => sum + text.length, 0) > LONG,
    paragraphsHtml: paragraphsOf(withAnchors(slide, around.anchors)),
    sources: (around.notes.get(slide.fullId) ?? []).map((note) => ({
      id: `${sectionId(slide.fullId)}--source-${note.number}`,
      number: note.number,
      html: note.html,
    })),
    footnotes: slide.footnotes,
    watch: `index.html${addressOf(slide.fullId)}`,
    ...(context.meta.url !== undefined && {
      moment: printedMoment(context.meta.url, slide.fullId, around.words.codeOf.replace("{n}", `${number}`)),
    }),
  };
}

/** What a slide is called: its heading, what it shows instead of one, or its first words. */
function labelOf(
  slide: Slide,
  era: Era,
  { meta }: RenderContext,
  { alternative }: Picture,
  words: Words,
): string | undefined {
  const title = slideTitle(slide, era, meta.title);
  if (title !== "") return title;
  const shown = alternative.startsWith(`${words.picture}: `)
    ? alternative.slice(words.picture.length + 2)
    : alternative;
  if (shown.length <= LABEL_LENGTH) return shown === "" ? undefined : shown.replace(/\.$/, "");
  return `${shown.slice(0, LABEL_LENGTH).replace(/[\s,;:.–—-]+\S*$/, "")} …`;
}

/** Characters of narration that take about two thirds of a page beside their picture. */
const LONG = 1800;

/** Characters of an untitled slide's first words that fit one line of the contents. */
const LABEL_LENGTH = 46;

/** Maps, timelines and other drawings have small lettering: beside the text it could not be read. */
const hasDrawing = (slide: Slide): boolean => Object.values(slide.slots).some((html) => /<svg\b/.test(html));

function paragraphsOf(narration: readonly Pick<Sentence, "html" | "paragraph">[]): string[] {
  const paragraphs = new Map<number, string[]>();
  for (const { paragraph, html } of narration) {
    paragraphs.set(paragraph, [...(paragraphs.get(paragraph) ?? []), html]);
  }
  return [...paragraphs.values()].map((sentences) => sentences.join(" "));
}

function creditLines(lecture: Lecture, words: Words): string[] {
  const { meta } = lecture.deck;
  const line = ({ title, author, source, license, changes }: Credit): string => {
    const parts = [
      author,
      source,
      license,
      changes === undefined ? undefined : `${words.changes}: ${changes}`,
    ];
    const rest = parts.filter((part) => part !== undefined).map(linked);
    return [`<cite>${escapeHtml(title)}</cite>`, ...rest].join(", ");
  };
  const { voice } = lecture;
  const spoken =
    voice.adapter === "silent"
      ? []
      : [`${words.voice}: ${escapeHtml(voice.title)}${voice.synthetic ? `, ${words.syntheticVoice}` : ""}`];
  const license = meta.license === undefined ? [] : [`${words.license}: ${escapeHtml(meta.license)}`];
  return [...license, ...lecture.credits.map(line), ...spoken];
}

/** An address becomes a link; everything else is text. */
function linked(text: string): string {
  const safe = escapeHtml(text);
  return /^https:\/\/\S+$/.test(text) ? `<a href="${safe}">${safe}</a>` : safe;
}
