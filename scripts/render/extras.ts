/** What some layouts show besides the slide's own content, and how they rearrange it. */
import { parseEdtf } from "../source/edtf.ts";
import { formatEdtf } from "../source/format-edtf.ts";
import type { EraContext, RenderContext } from "./context.ts";
import type { SlideFields } from "./fields.ts";
import { escapeHtml } from "../escape.ts";
import { plainText, topLevel } from "./html.ts";

type Extra = (own: SlideFields, context: RenderContext, era: EraContext | undefined) => Partial<SlideFields>;

/** Layout → the fields that it changes. */
export const extras: Readonly<Record<string, Extra>> = {
  title: (own, context) => titleFields(own, context),
  era: (own, _, era) => eraFields(own, era),
  quote: (own) => ({ mainHtml: markAttribution(own.mainHtml) }),
  sources: (own, context, era) => {
    const all = [...context.bibliography.values()];
    const cited = all.filter((entry) => era?.cited.has(entry.key));
    const entries = (cited.length > 0 ? cited : all).map((entry) => entry.bibliographyHtml);
    return { entries, classes: `${own.classes} ${density(entriesLength(entries))}` };
  },
};

/** The deck's title, subtitle, authors, date, version and licence; what the slide itself says comes first. */
export function titleFields(own: SlideFields, { meta }: RenderContext): Partial<SlideFields> {
  const subtitle = meta.subtitle === undefined ? "" : `<p>${escapeHtml(meta.subtitle)}</p>`;
  const isEnglish = /^en\b/i.test(meta.language);
  const date = meta.date === undefined ? undefined : parseEdtf(meta.date);
  return {
    headingHtml: breakTitle(own.headingHtml === "" ? escapeHtml(meta.title) : own.headingHtml),
    mainHtml: own.mainHtml === "" ? subtitle : own.mainHtml,
    runningTitle: "",
    runningYears: "",
    authors: meta.authors.map((author) => author.name),
    lines: [
      isEnglish && date?.ok === true ? formatEdtf(date.value) : meta.date,
      isEnglish && meta.version !== undefined ? `Version ${meta.version}` : meta.version,
      meta.license,
    ].filter((line) => line !== undefined),
  };
}

/** A title's second part, after the colon, stands smaller on lines of its own; the colon is left to those who hear it. */
function breakTitle(html: string): string {
  const [, first, rest] = /^([^<:]+): +([^<:]+)$/.exec(html) ?? [];
  if (first === undefined || rest === undefined) return html;
  return `${first}<span class="for-ears">: </span><span class="title-rest">${rest}</span>`;
}

function eraFields(own: SlideFields, era: EraContext | undefined): Partial<SlideFields> {
  if (era === undefined) return {};
  const summary = era.summary === "" ? "" : `<p>${escapeHtml(era.summary)}</p>`;
  // Years need no second line that says them again.
  const saysMore = era.spanWords.replace(" to ", "–") !== era.spanYears;
  return {
    headingHtml: own.headingHtml === "" ? escapeHtml(era.title) : own.headingHtml,
    mainHtml: own.mainHtml === "" ? summary : own.mainHtml,
    runningTitle: "",
    runningYears: "",
    eraMark: era.spanYears || (era.number > 0 ? String(era.number) : ""),
    eraSpan: saysMore ? era.spanWords : "",
    eraPlaces: era.places,
  };
}

/** Marks who said it: the paragraph after the quotation, or the quotation's last paragraph when it begins with a dash. */
function markAttribution(html: string): string {
  const parts = topLevel(html);
  const after = parts.findIndex((part) => part.name === "blockquote") + 1;
  if (after > 0 && parts[after]?.name === "p") {
    return parts.map((part, index) => (index === after ? withClass(part.html) : part.html)).join("\n");
  }
  return html.replace(/<p\b[^>]*>\s*(?:[—–―]|--?)\s(?:(?!<p\b)[\s\S])*<\/blockquote>/, withClass);
}

const withClass = (html: string): string =>
  /^<p\b[^>]*\sclass="/.test(html)
    ? html.replace(/\sclass="/, ' class="attribution ')
    : html.replace(/^<p\b/, '<p class="attribution"');

/** Characters of entries that each density of the theme holds without scrolling, measured on it; class → characters. */
const DENSITIES: readonly (readonly [string, number])[] = [
  ["entries-few", 1000],
  ["entries-some", 2200],
  ["entries-many", 3100],
];
/** What the end of an entry's last line and the gap after it take, in characters. */
const ENTRY_END = 30;

/** How long a list of entries is, in characters. @param end what the end of an entry takes */
export const entriesLength = (entries: readonly string[], end = ENTRY_END): number =>
  entries.reduce((sum, entry) => sum + plainText(entry).length + end, 0);

/** The class that sets a list of entries as densely as its length asks. */
export function density(characters: number): string {
  return DENSITIES.find(([, most]) => characters <= most)?.[0] ?? "entries-most";
}
