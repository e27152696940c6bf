/** Fields of the slides that the program makes from the deck's data. */
import { creditGroups } from "../credits/lines.ts";
import type { MadeSlide } from "../model.ts";
import type { RenderContext } from "./context.ts";
import { density, entriesLength, titleFields } from "./extras.ts";
import { blankFields, fieldsFit, type SlideFields } from "./fields.ts";
import { escapeHtml } from "../escape.ts";
import { plainText } from "./html.ts";
import { headingStep } from "./rooms.ts";

/** What the end of a credit or a heading and the gap after it take, in characters: credits are short. Measured on the theme. */
const LINE_END = 75;
/** Characters of credits from which on the slide scrolls. */
const MOST_CREDITS = 4700;

/** Title, sources or credits. */
export function madeFields(slide: MadeSlide, context: RenderContext): SlideFields {
  const own = blankFields(slide.fullId, slide.kind, undefined);
  if (slide.kind === "title") {
    const fields: SlideFields = { ...own, label: slide.title, ...titleFields(own, context) };
    const fit = fieldsFit(fields).step;
    const step = headingStep("title", plainText(fields.headingHtml));
    return { ...fields, classes: `${own.classes} fit-${fit} heading-${step}` };
  }
  const page = {
    ...own,
    label: slide.title,
    headingHtml: escapeHtml(slide.title),
    runningTitle: context.meta.title,
  };
  if (slide.kind === "sources") {
    const entries = [...context.bibliography.values()].map((entry) => entry.bibliographyHtml);
    return { ...page, entries, classes: `${own.classes} ${density(entriesLength(entries))}` };
  }
  const groups = creditGroups(context.credits, context);
  const lines = groups.flatMap(({ heading, entries }) => [heading, ...entries]);
  const characters = entriesLength(lines, LINE_END);
  const scrolls = characters > MOST_CREDITS;
  const classes = [own.classes, density(characters), ...(scrolls ? ["is-overfull"] : [])].join(" ");
  return { ...page, groups, scrolls, classes };
}
