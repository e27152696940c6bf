/** The names of one slide's elements: what cues can say, unique on the slide, and the ids they have on the page. */
import { error } from "../diagnostics.ts";
import type { At, Problem, SlideElement } from "../model.ts";
import { elementId, ID_PATTERN, makeFreeIds } from "./ids.ts";
import { invalidId } from "./settings.ts";

/** The names taken on one slide so far. */
export interface Names {
  /** Registers a name that the author wrote; gives the id on the page. */
  readonly claim: (name: string, at: At, label?: string) => string;
  /** Registers a name made from a file's or block's name, with `-2` and so on where it is taken. */
  readonly derive: (base: string, label?: string) => { readonly name: string; readonly id: string };
  /** An id for an element that has no name. */
  readonly anonymous: () => string;
  /** Registers the named parts of a drawing. */
  readonly parts: (parts: readonly SlideElement[]) => void;
  readonly elements: readonly SlideElement[];
}

/** Ids that the slide's own apparatus has. */
const RESERVED = /^(?:source|note|step)-\d+$/;

/**
 * Makes the names of one slide.
 * @param written names that the author gives anywhere on the slide: derived names keep clear of them
 */
export function makeNames(fullId: string, written: ReadonlySet<string>, problems: Problem[]): Names {
  const elements: SlideElement[] = [];
  const taken = makeFreeIds("picture");
  for (const name of written) taken.take(name);
  const claimed = new Set<string>();
  let steps = 0;
  const add = (name: string, label: string | undefined): string => {
    const id = elementId(fullId, name);
    claimed.add(name);
    elements.push({ name, id, ...(label !== undefined && label !== "" && { label }) });
    return id;
  };
  return {
    claim: (name, at, label) => {
      const length = name.length + 1;
      if (!ID_PATTERN.test(name)) problems.push(invalidId(name, at));
      else if (RESERVED.test(name)) {
        problems.push(
          error("invalid-id", at, `the id "${name}" is the program's own`, {
            hint: `choose another, such as {#my-${name}}`,
            length,
          }),
        );
      } else if (claimed.has(name)) {
        problems.push(
          error("duplicate-id", at, `two elements of this slide have the id "${name}"`, {
            hint: "give each its own",
            length,
          }),
        );
      } else return add(name, label);
      return elementId(fullId, `step-${++steps}`);
    },
    derive: (base, label) => {
      const name = taken.free(RESERVED.test(base) ? `picture-${base}` : base);
      return { name, id: add(name, label) };
    },
    anonymous: () => elementId(fullId, `step-${++steps}`),
    parts: (parts) => {
      for (const part of parts) {
        if (claimed.has(part.name)) continue;
        claimed.add(part.name);
        elements.push(part);
      }
    },
    elements,
  };
}
