/** An alias keeps an old link alive, so it must not be the id of another slide, nor lead to two. */
import { error } from "../diagnostics.ts";
import type { DeckCheck } from "./index.ts";

/** Finds aliases that another slide has as its id or alias. */
export const aliases: DeckCheck = {
  name: "aliases",
  run: ({ eras }) => {
    const slides = eras.flatMap((era) => era.slides.map((slide) => ({ slide, era: era.id })));
    if (slides.every(({ slide }) => slide.aliases.length === 0)) return [];
    const owners = new Map(slides.map(({ slide }) => [slide.fullId, slide.fullId]));
    return slides.flatMap(({ slide, era }) =>
      slide.aliases.flatMap((alias) => {
        const full = alias.includes("/") ? alias : `${era}/${alias}`;
        const owner = owners.get(full);
        owners.set(full, owner ?? slide.fullId);
        if (owner === undefined) return [];
        const message =
          owner === slide.fullId
            ? `the alias "${alias}" is given twice or is the slide's own id`
            : `the alias "${alias}" leads to the slide "${owner}" already`;
        return [error("duplicate-alias", slide.at, message, { hint: "take it out of aliases=" })];
      }),
    );
  },
};
