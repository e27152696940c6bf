/** A lecture has slides, and so has each of its eras. */
import { error, warning } from "../diagnostics.ts";
import type { DeckCheck } from "./index.ts";

/** Finds a deck or an era without slides. */
export const empty: DeckCheck = {
  name: "empty",
  run: ({ eras }) => {
    const without = eras.filter((era) => era.slides.length === 0);
    const hint = "begin a slide with a heading: ## A telegram in January";
    const [first] = without;
    if (first !== undefined && without.length === eras.length) {
      return [error("no-slides", first.at, "the deck has no slide", { hint })];
    }
    return without.map((era) =>
      warning("empty-era", era.at, `the era "${era.title}" has no slide`, { hint }),
    );
  },
};
