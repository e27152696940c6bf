/**
 * What cleans the HTML and the drawings that authors bring. Its parsers take longer to load than a short deck takes to build, so they are
 * loaded only for a deck that has more than plain text.
 */
import type { cleanThoroughly } from "./clean-thoroughly.ts";
import type { cleanSvg } from "./svg.ts";

/** Cleans what is more than plain text. */
export interface Sanitizer {
  readonly html: typeof cleanThoroughly;
  readonly svg: typeof cleanSvg;
}

/** Thrown by what stands in for the sanitizer until it is loaded: the deck has to be read again with it. */
export class NeedsSanitizer extends Error {
  override readonly name = "NeedsSanitizer";
}

const needed = (): never => {
  throw new NeedsSanitizer("the sanitizer is not loaded");
};

/** Cleans nothing, and lets nothing pass. */
export const noSanitizer: Sanitizer = { html: needed, svg: needed };

/** Loads the sanitizer. */
export async function loadSanitizer(): Promise<Sanitizer> {
  const [{ cleanThoroughly: html }, { cleanSvg: svg }] = await Promise.all([
    import("./clean-thoroughly.ts"),
    import("./svg.ts"),
  ]);
  return { html, svg };
}
