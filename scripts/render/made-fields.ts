/** Fields of the slides that the program makes from the deck's data. */
import type { Credit, MadeSlide } from "../model.ts";
import type { RenderContext } from "./context.ts";
import { density, titleFields } from "./extras.ts";
import { blankFields, fieldsFit, type SlideFields } from "./fields.ts";
import { escapeHtml } from "../escape.ts";
import { plainText } from "./html.ts";
import { headingStep } from "./rooms.ts";

/** Title, sources or credits. */
export function madeFields(slide: MadeSlide, context: RenderContext): SlideFields {
  const own = blankFields(slide.fullId, slide.kind, undefined);
  if (slide.kind === "title") {
    const fields: SlideFields = { ...own, label: slide.title, ...titleFields(own, context) };
    const fit = fieldsFit(fields).step;
    const step = headingStep("title", plainText(fields.headingHtml));
    return { ...fields, classes: `${own.classes} fit-${fit} heading-${step}` };
  }
  const entries = slide.kind === "sources" ? sourceEntries(context) : creditEntries(context);
  return {
    ...own,
    label: slide.title,
    headingHtml: escapeHtml(slide.title),
    runningTitle: context.meta.title,
    entries,
    classes: `${own.classes} ${density(entries)}`,
  };
}

const sourceEntries = ({ bibliography }: RenderContext): string[] =>
  [...bibliography.values()].map((entry) => entry.bibliographyHtml);

/** The lecture's own licence, then every debt: title, author, source, licence, changes. */
function creditEntries({ credits, voice, meta }: RenderContext): string[] {
  const own =
    meta.license === undefined
      ? []
      : [`<strong>${escapeHtml(meta.title)}</strong>. ${escapeHtml(meta.license)}.`];
  const named = credits.some((credit) => credit === voice.credit || credit.title === voice.title);
  const narrator =
    named || voice.adapter === "silent" ? [] : [`<strong>${escapeHtml(voice.title)}</strong>.`];
  return [...own, ...credits.map(creditEntry), ...narrator];
}

function creditEntry({ title, author, source, license, changes }: Credit): string {
  const parts = [author, source, license].filter((part) => part !== undefined);
  const sentences = parts.map((part) => `${withLinks(part.trim().replace(/\.$/, ""))}.`);
  const changed = changes === undefined ? [] : [`(${escapeHtml(changes.trim().replace(/\.$/, ""))})`];
  return [`<strong>${escapeHtml(title)}</strong>.`, ...sentences, ...changed].join(" ");
}

/** A part that is a web address as a link. */
function withLinks(text: string): string {
  const shown = escapeHtml(text);
  return /^https:\/\/[^\s"<>]+$/.test(text)
    ? `<a href="${shown}">${shown.replace(/^https:\/\/(?:www\.)?/, "")}</a>`
    : shown;
}
