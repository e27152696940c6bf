/**
 * What a slide shows at a step. Computed from the step's number alone, never by toggling, so that playing,
 * seeking forwards and seeking backwards end in the same state. Pure; used by the player, by paper and by tests.
 */

/** The part of a slide that decides what is shown; `model.ts`'s `Slide` fits. Ids are ids of the page. */
export interface Steppable {
  /** Elements that are not shown at step 0. */
  readonly waiting: readonly string[];
  readonly steps: readonly { readonly action: "show" | "hide" | "focus"; readonly target: string }[];
}

/** What a slide shows at one step. */
export interface StepState {
  /** Ids of the elements that are not shown. */
  readonly hidden: ReadonlySet<string>;
  /** Id of the element that has the focus, if one has. */
  readonly focused: string | undefined;
}

/**
 * The state after the first `step` steps; 0 is the slide as it opens, and anything above the last step is the last.
 * A focus lasts until another element gets it or its own element is hidden.
 */
export function stepState(slide: Steppable, step: number): StepState {
  const hidden = new Set(slide.waiting);
  let focused: string | undefined;
  for (const { action, target } of slide.steps.slice(0, Math.max(0, step))) {
    if (action === "show") hidden.delete(target);
    else if (action === "hide") hidden.add(target);
    else focused = target;
    if (focused !== undefined && hidden.has(focused)) focused = undefined;
  }
  return { hidden, focused };
}
