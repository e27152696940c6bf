/** Links to slides, `#/era/slide`, must find theirs. */
import { error, suggestion } from "../diagnostics.ts";
import type { Slide } from "../model.ts";
import type { Check } from "./index.ts";

const LINK = /<a\b[^>]*?\shref="#\/([^"]*)"/g;

export const links: Check = {
  name: "links",
  run: ({ eras }) => {
    const slides = eras.flatMap((era) => era.slides);
    const full = slides.flatMap((slide) => [
      slide.fullId,
      ...slide.aliases.map((alias) => aliasOf(slide, alias)),
    ]);
    const known = new Set([
      ...full,
      ...full.map((id) => id.slice(id.indexOf("/") + 1)),
      ...eras.map((era) => era.id),
    ]);
    return slides.flatMap((slide) =>
      linksOf(slide)
        .filter((id) => !known.has(id))
        .map((id) => {
          const hint = suggestion(id, [...known]);
          return error(
            "unknown-slide",
            slide.at,
            `a link leads to "#/${id}", and there is no such slide`,
            hint === undefined ? {} : { hint },
          );
        }),
    );
  },
};

const aliasOf = ({ fullId }: Slide, alias: string): string =>
  alias.includes("/") ? alias : `${fullId.slice(0, fullId.indexOf("/"))}/${alias}`;

function linksOf(slide: Slide): string[] {
  const html = [
    ...Object.values(slide.slots),
    ...slide.footnotes,
    ...slide.narration.map((sentence) => sentence.html),
  ];
  return html.flatMap((text) =>
    text.includes('"#/') ? [...text.matchAll(LINK)].map(([, id = ""]) => decoded(id)) : [],
  );
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
