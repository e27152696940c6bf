/** Renders one slide to a whole `<section>`: the same markup on screen, in the article and on paper. */
import type { MadeSlide, Slide } from "../model.ts";
import { stepState } from "../player/step-state.ts";
import type { RenderContext } from "./context.ts";
import { authorFields, type SlideFields } from "./fields.ts";
import { addClasses } from "./html.ts";
import { madeFields } from "./made-fields.ts";

/** Which moment of a slide is shown: its opening; its end, without a focus, as most paper shows it; or the state after so many steps. */
export type SlideState = "opening" | "final" | number;

/** A slide as all its states show it. */
export interface DrawnSlide {
  readonly fields: SlideFields;
  /** The whole `<section>`, with nothing hidden. */
  readonly html: string;
}

/**
 * Draws a slide, once for all who show it.
 * @throws when the slide names a layout that the table lacks: the checks have refused it before
 */
export function drawSlide(slide: Slide | MadeSlide, context: RenderContext): DrawnSlide {
  const known = context.drawn.get(slide);
  if (known !== undefined) return known;
  const fields = "kind" in slide ? madeFields(slide, context) : authorFields(slide, context);
  const template = context.templates.layouts[fields.layout];
  if (template === undefined) throw new Error(`no template for the layout "${fields.layout}"`);
  const drawn = { fields, html: template(fields, { partials: { ...context.templates.partials } }) };
  context.drawn.set(slide, drawn);
  return drawn;
}

/**
 * One slide as HTML, its waiting elements hidden (`.is-hidden`) and one focused (`.is-focused`) as the state asks.
 * @throws when the slide names a layout that the table lacks: the checks have refused it before
 */
export function renderSlide(
  slide: Slide | MadeSlide,
  context: RenderContext,
  state: SlideState = "opening",
): string {
  const { html } = drawSlide(slide, context);
  if ("kind" in slide || slide.waiting.length + slide.steps.length === 0) return html;
  const step = state === "opening" ? 0 : state === "final" ? slide.steps.length : state;
  const { hidden, focused } = stepState(slide, step);
  const classes = new Map([...hidden].map((id) => [id, "is-hidden"]));
  if (typeof state === "number" && focused !== undefined) classes.set(focused, "is-focused");
  return addClasses(html, classes);
}

export { sectionId } from "./fields.ts";
