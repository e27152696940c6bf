/** What more than one output is made from: each part is made when it is first asked for, and kept. */
import type { Lecture } from "../model.ts";
import { captionsOf, type Caption } from "../narration/captions.ts";
import { renderContext, type RenderContext } from "../render/context.ts";
import type { Templates } from "../render/templates.ts";
import type { StepsPolicy } from "../handout-profiles.ts";
import { articleOf, type Article } from "./handout/article.ts";
import { indexOfNames, type NameIndex } from "./handout/around/index-of-names.ts";
import { withSteps } from "./handout/steps.ts";
import type { Tools } from "./tools.ts";

/** The shared parts of one lecture. */
export interface Shared {
  /** What every slide is rendered with. */
  readonly context: () => RenderContext;
  /** Every caption, on the lecture's clock. */
  readonly captions: () => readonly Caption[];
  /** The people and places that the lecture names, and where. */
  readonly names: () => NameIndex;
  /** The article with the final states of its slides. */
  readonly article: () => Article;
  /** The same with its slides' steps shown otherwise. */
  readonly articleWithSteps: (policy: StepsPolicy) => Article;
}

/**
 * Makes nothing yet.
 * @param templates the deck's own templates over ours, for a deck that is trusted
 */
export function sharedParts(lecture: Lecture, templates?: Templates): Shared {
  const context = once(() => renderContext(lecture, templates));
  const names = once(() => indexOfNames(lecture.deck));
  const article = once(() => articleOf(lecture, context(), names()));
  const stepped = (policy: StepsPolicy) => once(() => withSteps(article(), lecture, context(), policy));
  const byPolicy = { final: article, numbered: stepped("numbered"), each: stepped("each") };
  return {
    context,
    names,
    captions: once(() => captionsOf(lecture.timeline.slides)),
    article,
    articleWithSteps: (policy) => byPolicy[policy](),
  };
}

/** The parts that this build's outputs share; parts of its own for an output that is made alone. */
export const sharedOf = (lecture: Lecture, { shared, templates }: Tools): Shared =>
  shared ?? sharedParts(lecture, templates);

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
