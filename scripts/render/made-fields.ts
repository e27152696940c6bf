/** Fields of the slides that the program makes from the deck's data. */
import { creditGroups } from "../credits/lines.ts";
import type { MadeSlide } from "../model.ts";
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
  const page = {
    ...own,
    label: slide.title,
    headingHtml: escapeHtml(slide.title),
    runningTitle: context.meta.title,
  };
  if (slide.kind === "sources") {
    const entries = [...context.bibliography.values()].map((entry) => entry.bibliographyHtml);
    return { ...page, entries, classes: `${own.classes} ${density(entries)}` };
  }
  const groups = creditGroups(context.credits, context);
  const lines = groups.flatMap(({ heading, entries }) => [heading, ...entries]);
  return { ...page, groups, classes: `${own.classes} ${density(lines)}` };
}
