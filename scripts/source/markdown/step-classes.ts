/** Classes that make an element wait: our `step` and reveal.js's fragments. */
import type { Step } from "../../model.ts";

/** reveal.js 6, "Fragments": what each effect does to an element that is not hidden from the start. */
const HIDES = /^(?:fade-out|semi-fade-out)$/;
const FOCUSES = /^(?:grow|shrink|strike|highlight-(?:current-)?(?:red|green|blue))$/;
const SHOWS =
  /^(?:step|fragment|fade-(?:in|up|down|left|right)|fade-in-then-(?:semi-)?out|current-visible|blur)$/;

const isStepClass = (name: string): boolean => SHOWS.test(name) || HIDES.test(name) || FOCUSES.test(name);

/** What the classes ask for; undefined when they are only classes. */
export function stepAction(classes: readonly string[]): Step["action"] | undefined {
  if (!classes.some(isStepClass)) return undefined;
  if (classes.some((name) => HIDES.test(name))) return "hide";
  return classes.some((name) => FOCUSES.test(name)) ? "focus" : "show";
}

/** The classes that are none of these. A step's state is not in the markup. */
export const plainClasses = (classes: readonly string[]): string[] =>
  classes.filter((name) => !isStepClass(name));

/** The words of a `class` attribute. */
export const classesOf = (value: string | undefined): string[] =>
  (value ?? "").split(/\s+/).filter((name) => name !== "");
