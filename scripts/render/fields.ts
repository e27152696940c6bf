/** The fields that the layouts' templates read. Decisions about a slide are taken here and in `extras.ts`; the templates only place things. */
import { adaptedLine, type CreditGroup } from "../credits/lines.ts";
import type { Slide } from "../model.ts";
import { footnoteLetter } from "../source/apparatus.ts";
import { withLocator } from "../source/chicago/notes.ts";
import type { EraContext, RenderContext } from "./context.ts";
import { extras } from "./extras.ts";
import type { Fit } from "./fit.ts";
import { splitFigure } from "./figure.ts";
import { escapeHtml } from "../escape.ts";
import { plainText } from "./html.ts";
import { headingStep, slideFit } from "./rooms.ts";

/** What every template may read. Fields named `*Html`, `adapted` and `entries` are cleaned HTML; all others are text. */
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
  /** The running head's left side. */
  readonly runningTitle: string;
  readonly runningYears: string;
  readonly account: string;
  readonly mainHtml: string;
  readonly leftHtml: string;
  readonly rightHtml: string;
  readonly hasColumns: boolean;
  /** The figure layout's picture, and the words beside it. */
  readonly figureHtml: string;
  readonly wordsHtml: string;
  readonly sources: readonly { readonly id: string; readonly number: number; readonly html: string }[];
  readonly footnotes: readonly { readonly mark: string; readonly html: string }[];
  /** What the slide is adapted from. */
  readonly adapted: readonly string[];
  /** More text than the smallest type can hold: the slide's content scrolls on screen. */
  readonly scrolls: boolean;
  /** For the title layout. */
  readonly authors: readonly string[];
  readonly lines: readonly string[];
  /** For the era layout: the years, else the era's number; then the span in words and the places. */
  readonly eraMark: string;
  readonly eraSpan: string;
  readonly eraPlaces: readonly string[];
  /** For the layout sources. */
  readonly entries: readonly string[];
  /** For the credits. */
  readonly groups: readonly CreditGroup[];
}

/** Sources at the foot from which on they are set smaller. */
const MANY_SOURCES = 4;

/** Fields of a slide that an author wrote. */
export function authorFields(slide: Slide, context: RenderContext): SlideFields {
  const era = context.eras.get(slide.fullId.split("/")[0] ?? "");
  const main = closeMarks(slide.slots["main"] ?? "");
  const left = closeMarks(slide.slots["left"] ?? "");
  const right = closeMarks(slide.slots["right"] ?? "");
  const data = Object.entries(slide.settings).filter(([name]) => /^data-[a-z][\w-]*$/.test(name));
  const figure = splitFigure(slide.layout === "figure" ? main : "");
  const own: SlideFields = {
    ...blankFields(slide.fullId, slide.layout, era),
    label: slide.title === "" ? (era?.title ?? context.meta.title) : slide.title,
    data: data.map(([name, value]) => ({ name, value })),
    headingHtml: closeMarks(slide.titleHtml),
    runningTitle: era?.title ?? "",
    runningYears: era?.spanYears ?? "",
    account: slide.account === undefined ? "" : (context.meta.accounts[slide.account] ?? slide.account),
    mainHtml: main,
    leftHtml: left,
    rightHtml: right,
    hasColumns: left !== "" || right !== "",
    figureHtml: figure.figureHtml,
    wordsHtml: figure.figureHtml === "" && slide.layout === "figure" ? main : figure.wordsHtml,
    sources: sourceLine(slide, context),
    footnotes: slide.footnotes.map((html, index) => ({ mark: footnoteLetter(index), html })),
    adapted: (context.adapted.get(slide.fullId) ?? []).map((credit) =>
      adaptedLine(credit, context, sectionId(slide.fullId)),
    ),
  };
  const fields: SlideFields = { ...own, ...extras[slide.layout]?.(own, context, era) };
  const fit = fieldsFit(fields);
  const classes = [
    ...slide.classes,
    `fit-${fit.step}`,
    `heading-${headingStep(slide.layout, plainText(fields.headingHtml))}`,
    ...(slide.layout === "figure" ? [figure.shape] : []),
    ...(isBare(fields) ? ["heading-alone"] : []),
    ...(fit.overflows ? ["is-overfull"] : []),
    ...(data.some(([name]) => name.startsWith("data-background")) ? ["has-background"] : []),
    ...(slide.citations.length + slide.footnotes.length >= MANY_SOURCES ? ["has-many-sources"] : []),
  ];
  return { ...fields, scrolls: fit.overflows, classes: [fields.classes, ...classes].join(" ") };
}

/** How large the text of a slide with these fields is set. */
export function fieldsFit(fields: SlideFields): Fit {
  const { layout, headingHtml, mainHtml, leftHtml, rightHtml, sources, footnotes, adapted } = fields;
  return slideFit({
    layout,
    heading: plainText(headingHtml),
    mainHtml,
    columns: [leftHtml, rightHtml],
    sources: sources.length,
    footnotes: footnotes.length + adapted.length,
  });
}

/** Every field empty. */
export function blankFields(fullId: string, layout: string, era: EraContext | undefined): SlideFields {
  return {
    id: sectionId(fullId),
    fullId,
    layout,
    classes: `slide layout-${layout}`,
    accent: era?.accent ?? 0,
    label: "",
    data: [],
    headingHtml: "",
    runningTitle: "",
    runningYears: "",
    account: "",
    mainHtml: "",
    leftHtml: "",
    rightHtml: "",
    hasColumns: false,
    figureHtml: "",
    wordsHtml: "",
    sources: [],
    footnotes: [],
    adapted: [],
    scrolls: false,
    authors: [],
    lines: [],
    eraMark: "",
    eraSpan: "",
    eraPlaces: [],
    entries: [],
    groups: [],
  };
}

/** The id of a slide's `<section>`: `era/slide` → `era--slide`. */
export const sectionId = (fullId: string): string => fullId.replaceAll("/", "--");

/** Marks of sources and notes stand close to their word, whether or not the author left a space. */
const closeMarks = (html: string): string =>
  html.replace(/\s+(?=<sup><a class="(?:cite|footnote-ref)")/g, "");

const isBare = (fields: SlideFields): boolean => fields.mainHtml.trim() === "" && !fields.hasColumns;

/** The sources cited on the slide, numbered as the marks in its text are, in their short form with the locator. */
function sourceLine(slide: Slide, context: RenderContext): SlideFields["sources"] {
  return slide.citations.map((citation, index) => {
    const html = context.bibliography.get(citation.key)?.shortHtml ?? escapeHtml(citation.key);
    return {
      id: `${sectionId(slide.fullId)}--source-${index + 1}`,
      number: index + 1,
      html: citation.locator === undefined ? html : withLocator(html, citation.locator),
    };
  });
}
