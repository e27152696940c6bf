/** The fields that the layouts' templates read. Every decision about a slide is taken here; the templates only place things. */
import type { Credit, MadeSlide, Slide } from "../model.ts";
import type { EraContext, RenderContext } from "./context.ts";
import { fitText, type Room } from "./fit.ts";
import { aspectRatio, escapeHtml, plainText, topLevel } from "./html.ts";

/** What every template may read. Fields named `*Html` are cleaned HTML; all others are text. */
export interface SlideFields {
  readonly id: string;
  readonly fullId: string;
  readonly layout: string;
  /** All classes of the section. */
  readonly classes: string;
  readonly accent: number;
  /** What assistive technology calls the slide. */
  readonly label: string;
  /** The author's `data-*` settings. */
  readonly data: readonly { readonly name: string; readonly value: string }[];
  /** Empty when the slide has no heading. */
  readonly headingHtml: string;
  readonly eraTitle: string;
  readonly eraYears: string;
  readonly account: string;
  readonly mainHtml: string;
  readonly leftHtml: string;
  readonly rightHtml: string;
  readonly columns: boolean;
  /** The figure layout's picture, and the words beside it. */
  readonly figureHtml: string;
  readonly wordsHtml: string;
  readonly sources: readonly { readonly id: string; readonly number: number; readonly html: string }[];
  readonly footnotes: readonly string[];
  /** For the layouts title, era, sources and credits. */
  readonly authors: readonly string[];
  readonly lines: readonly string[];
  readonly number: string;
  readonly spanWords: string;
  readonly spanYears: string;
  readonly places: string;
  readonly entries: readonly string[];
}

/** Room for text in each layout, in CSS px: what `theme.css` gives it, with one line of heading. */
const ROOMS: Readonly<Record<string, Room>> = {
  text: { widthPx: 1000, heightPx: 468 },
  columns: { widthPx: 530, heightPx: 440 },
  figure: { widthPx: 300, heightPx: 468 },
};
const ROOM: Room = { widthPx: 1000, heightPx: 468 };
/** A second line of heading takes this much of the room. */
const HEADING_LINE_PX = 56;
/** Characters of a heading that fit one line at full size, 44 px. */
const HEADING_LINE_CHARACTERS = 54;

/** Drawings at least this wide for their height stand under their words instead of beside them. */
const WIDE = 2;

/** Fields of a slide that an author wrote. */
export function authorFields(slide: Slide, context: RenderContext): SlideFields {
  const era = context.eras.get(slide.fullId.split("/")[0] ?? "");
  const main = slide.slots["main"] ?? "";
  const left = slide.slots["left"] ?? "";
  const right = slide.slots["right"] ?? "";
  const { figureHtml, wordsHtml } = splitFigure(slide.layout === "figure" ? main : "");
  const data = Object.entries(slide.settings).filter(([name]) => /^data-[a-z][\w-]*$/.test(name));
  const own = {
    ...blank(slide.fullId, slide.layout, era),
    label: slide.title === "" ? (era?.title ?? context.meta.title) : slide.title,
    data: data.map(([name, value]) => ({ name, value })),
    headingHtml: slide.titleHtml,
    eraTitle: era?.title ?? "",
    eraYears: era?.spanYears ?? "",
    account: slide.account === undefined ? "" : (context.meta.accounts[slide.account] ?? slide.account),
    mainHtml: slide.layout === "quote" ? markAttribution(main) : main,
    leftHtml: left,
    rightHtml: right,
    columns: left !== "" || right !== "",
    figureHtml,
    wordsHtml,
    sources: sourceLine(slide, context),
    footnotes: slide.footnotes,
  };
  const fields = { ...own, ...EXTRA[slide.layout]?.(own, context, era) };
  const classes = [
    ...slide.classes,
    `fit-${fitOf(slide)}`,
    `heading-${headingSize(fields.headingHtml)}`,
    ...(data.some(([name]) => name.startsWith("data-background")) ? ["has-background"] : []),
    ...(figureHtml === "" ? [] : [figureShape(figureHtml, wordsHtml)]),
    ...(fields.sources.length + fields.footnotes.length > 3 ? ["has-many-sources"] : []),
  ];
  return { ...fields, classes: [fields.classes, ...classes].join(" ") };
}

/** How large a slide's text is set; from `SMALL_FIT` on, a warning is in order. */
export function fitOf(slide: Slide): number {
  const room = ROOMS[slide.layout] ?? ROOM;
  const lines = Math.max(1, Math.ceil(slide.title.length / HEADING_LINE_CHARACTERS));
  const left = { ...room, heightPx: room.heightPx - (lines - 1) * HEADING_LINE_PX };
  const { main = "", ...others } = slide.slots;
  const fits = [
    fitText(slide.layout === "figure" ? splitFigure(main).wordsHtml : main, left),
    ...Object.values(others).map((html) => fitText(html, left)),
  ];
  return Math.max(...fits);
}

/** Fields of a slide that the program makes from the deck's data. */
export function madeFields(slide: MadeSlide, context: RenderContext): SlideFields {
  const own = {
    ...blank(slide.fullId, slide.kind, undefined),
    label: slide.title,
    headingHtml: escapeHtml(slide.title),
  };
  if (slide.kind === "title")
    return {
      ...own,
      ...titleFields(own, context),
      classes: `${own.classes} heading-${headingSize(own.headingHtml)}`,
    };
  const entries =
    slide.kind === "sources"
      ? [...context.bibliography.values()].map((entry) => entry.bibliographyHtml)
      : creditLines(context);
  return { ...own, entries, classes: `${own.classes} heading-0 ${density(entries)}` };
}

type Extra = (own: SlideFields, context: RenderContext, era: EraContext | undefined) => Partial<SlideFields>;

/** What a layout shows besides the slide's own content. */
const EXTRA: Readonly<Record<string, Extra>> = {
  title: (own, context) => titleFields(own, context),
  era: (own, _, era) => ({
    headingHtml: own.headingHtml === "" ? escapeHtml(era?.title ?? "") : own.headingHtml,
    mainHtml:
      own.mainHtml === "" && era !== undefined && era.summary !== ""
        ? `<p>${escapeHtml(era.summary)}</p>`
        : own.mainHtml,
    number: era === undefined ? "" : String(era.number),
    spanWords: era?.spanWords ?? "",
    spanYears: era?.spanYears ?? "",
    places: era?.places.join(" · ") ?? "",
  }),
  sources: (own, context, era) => {
    const cited = [...context.bibliography.values()].filter((entry) => era?.cited.has(entry.key));
    const entries = (cited.length > 0 ? cited : [...context.bibliography.values()]).map(
      (entry) => entry.bibliographyHtml,
    );
    return { entries, classes: `${own.classes} ${density(entries)}`, sources: [] };
  },
};

function titleFields(own: SlideFields, { meta }: RenderContext): Partial<SlideFields> {
  return {
    headingHtml: own.headingHtml === "" ? escapeHtml(meta.title) : own.headingHtml,
    mainHtml:
      own.mainHtml === "" && meta.subtitle !== undefined
        ? `<p>${escapeHtml(meta.subtitle)}</p>`
        : own.mainHtml,
    authors: meta.authors.map((author) => author.name),
    lines: [
      meta.date,
      meta.version === undefined ? undefined : `Version ${meta.version}`,
      meta.license,
    ].filter((line) => line !== undefined),
  };
}

function blank(fullId: string, layout: string, era: EraContext | undefined): SlideFields {
  return {
    id: fullId.replaceAll("/", "--"),
    fullId,
    layout,
    classes: `slide layout-${layout}`,
    accent: era?.accent ?? 0,
    label: "",
    data: [],
    headingHtml: "",
    eraTitle: "",
    eraYears: "",
    account: "",
    mainHtml: "",
    leftHtml: "",
    rightHtml: "",
    columns: false,
    figureHtml: "",
    wordsHtml: "",
    sources: [],
    footnotes: [],
    authors: [],
    lines: [],
    number: "",
    spanWords: "",
    spanYears: "",
    places: "",
    entries: [],
  };
}

/** The sources cited on the slide, numbered as the marks in its text are, in their short form with the locator. */
function sourceLine(slide: Slide, context: RenderContext): SlideFields["sources"] {
  return slide.citations.map((citation, index) => {
    const entry = context.bibliography.get(citation.key);
    const html = entry?.shortHtml ?? escapeHtml(citation.key);
    // A short note ends with a full stop of its own; the locator comes before it (Chicago Manual of Style 17, 14.30).
    const located =
      citation.locator === undefined
        ? html
        : `${html.replace(/\.\s*$/, "")}, ${escapeHtml(citation.locator.replace(/^pp?\.\s*/, ""))}.`;
    return {
      id: `${slide.fullId.replaceAll("/", "--")}--source-${index + 1}`,
      number: index + 1,
      html: located,
    };
  });
}

/** Takes the first picture or drawing out of a figure slide's content. */
function splitFigure(html: string): { readonly figureHtml: string; readonly wordsHtml: string } {
  const parts = topLevel(html);
  const at = parts.findIndex(
    ({ name, html }) =>
      name === "figure" ||
      name === "svg" ||
      name === "img" ||
      /^<(?:p|div)\b[^>]*>\s*<(?:img|svg|figure)\b/.test(html),
  );
  if (at === -1) return { figureHtml: "", wordsHtml: html };
  const words = parts.filter((_, index) => index !== at).map((part) => part.html);
  return { figureHtml: parts[at]?.html ?? "", wordsHtml: words.join("\n") };
}

function figureShape(figureHtml: string, wordsHtml: string): string {
  if (plainText(wordsHtml).trim() === "") return "figure-alone";
  return (aspectRatio(figureHtml) ?? 1) >= WIDE ? "figure-under" : "figure-beside";
}

/** Gives a quotation's last paragraph that begins with a dash, or the paragraph after the quotation, its class. */
function markAttribution(html: string): string {
  const parts = topLevel(html);
  const quote = parts.findIndex((part) => part.name === "blockquote");
  const after = parts[quote + 1];
  if (quote !== -1 && after?.name === "p") {
    return parts
      .map((part, index) =>
        index === quote + 1 ? part.html.replace(/^<p\b/, '<p class="attribution"') : part.html,
      )
      .join("\n");
  }
  return html.replace(
    /<p>(\s*(?:[—–―]|--?)\s)(?=(?:(?!<p\b)[\s\S])*<\/blockquote>)/,
    '<p class="attribution">$1',
  );
}

function creditLines({ credits, voice, meta }: RenderContext): string[] {
  const line = (credit: Credit): string => {
    const parts = [credit.author, credit.source, credit.license, credit.changes]
      .filter((part) => part !== undefined)
      .map(escapeHtml);
    return [`<strong>${escapeHtml(credit.title)}</strong>`, ...parts].join(", ");
  };
  const named =
    voice.credit === undefined && voice.adapter !== "silent" ? [`Narration: ${escapeHtml(voice.title)}`] : [];
  const license = meta.license === undefined ? [] : [`This lecture: ${escapeHtml(meta.license)}`];
  return [...license, ...credits.map(line), ...named];
}

/** How densely a list of entries is set: one column of large type, two of smaller, or two of small. */
function density(entries: readonly string[]): string {
  const characters = entries.reduce((sum, entry) => sum + plainText(entry).length + 60, 0);
  return characters <= 900 ? "entries-few" : characters <= 3000 ? "entries-some" : "entries-many";
}

/** 0 for a heading of ordinary length, 1 and 2 for longer ones, which are set smaller. */
function headingSize(html: string): number {
  const characters = plainText(html).length;
  return characters <= 2 * HEADING_LINE_CHARACTERS ? 0 : characters <= 4 * HEADING_LINE_CHARACTERS ? 1 : 2;
}
