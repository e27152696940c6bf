/** Every citation must lead to a source. */
import { error, suggestion } from "../diagnostics.ts";
import type { DeckCheck } from "./index.ts";

/** Finds cited keys that no source has. */
export const citations: DeckCheck = {
  name: "citations",
  run: (deck) => {
    const keys = deck.references.map((reference) => reference.id);
    const known = new Set(keys);
    const hintFor = (key: string): string => {
      if (deck.meta.sources === undefined) return "name the bibliography in deck.yaml: sources: sources.json";
      return suggestion(key, keys) ?? `add the source to ${deck.meta.sources}`;
    };
    const problems = deck.eras.flatMap((era) =>
      era.slides.flatMap((slide) =>
        slide.citations
          .filter(({ key }) => !known.has(key))
          .map(({ key, at }) =>
            error("unknown-source", at, `there is no source "${key}"`, {
              hint: hintFor(key),
              length: key.length + 1,
            }),
          ),
      ),
    );
    // A bibliography that is empty or cannot be read has one fault, and not one for each citation.
    return deck.meta.sources !== undefined && keys.length === 0 ? problems.slice(0, 1) : problems;
  },
};
