/**
 * The BibTeX reader. A file of its own, so that it can be loaded only for decks that have a `.bib` file: a bundler gives the names that
 * a CommonJS package exports to `import` statements, and not to `import()`.
 */
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";

/** CSL-JSON items of a BibTeX file. @throws for text that is no BibTeX */
export function readBibtexItems(text: string): unknown {
  return plugins.input.chain(text, { forceType: "@bibtex/text", generateGraph: false });
}
