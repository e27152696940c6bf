/** Links to slides, `#/era/slide`, must find theirs. Any other `#…` leads nowhere: ids on the page have their slide's prefix. */
import { error, nearest } from "../diagnostics.ts";
import type { At, DeckFiles, Slide } from "../model.ts";
import type { DeckCheck } from "./index.ts";
import { writtenOn } from "./written-on.ts";

/** Links of the slide's own apparatus hold two hyphens, which ids do not. */
const LINK = /<a\b[^>]*?\shref="#((?:(?!--)[^"])*)"/g;

/** Finds links to slides that are not there, and links to anything else on the page. */
export const links: DeckCheck = {
  name: "links",
  run: ({ eras }, files, { linksOf: look }) => {
    const slides = eras.flatMap((era) => era.slides);
    const linking = slides.filter((slide) => look(slide).length > 0);
    if (linking.length === 0) return [];
    const full = slides.flatMap(addressesOf);
    const known = new Set([
      ...full,
      ...full.map((id) => id.slice(id.indexOf("/") + 1)),
      ...eras.map((era) => era.id),
    ]);
    return linking.flatMap((slide) =>
      look(slide)
        .filter((link) => !link.startsWith("/") || !known.has(link.slice(1)))
        .map((link) => {
          const id = link.replace(/^\//, "");
          const meant = known.has(id) ? id : nearest(id, [...known]);
          const details = {
            ...(meant !== undefined && { hint: `did you mean "#/${meant}"?` }),
            length: link.length + 1,
          };
          return error(
            "unknown-slide",
            placeOf(link, slide, files),
            `a link leads to "#${link}", and there is no such slide`,
            details,
          );
        }),
    );
  },
};

/** The link in the slide's source, from its `#` on; the slide when it is written otherwise. */
function placeOf(link: string, slide: Slide, files: DeckFiles): At {
  const written = writtenOn(slide, files, [`(#${link}`, `#${link}`]);
  if (written === undefined) return slide.at;
  return { ...written.at, column: written.at.column + written.text.indexOf("#") };
}

function addressesOf({ fullId, aliases }: Slide): string[] {
  const era = fullId.slice(0, fullId.indexOf("/"));
  return [fullId, ...aliases.map((alias) => (alias.includes("/") ? alias : `${era}/${alias}`))];
}

/** Where a slide's links on the page lead, without the `#`. */
export const linksOf = ({ slots, footnotes, narration }: Slide): string[] =>
  [...Object.values(slots), ...footnotes, ...narration.map(({ html }) => html)].flatMap((html) =>
    // Most texts hold no link, and matching costs more than this.
    html.includes('"#') ? [...html.matchAll(LINK)].map(([, id = ""]) => decoded(id)) : [],
  );

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
