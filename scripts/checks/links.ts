/** Links to slides, `#/era/slide`, must find theirs. */
import { error, suggestion } from "../diagnostics.ts";
import type { At, DeckFiles, Slide } from "../model.ts";
import { readText } from "../source/text.ts";
import type { Check } from "./index.ts";

const LINK = /<a\b[^>]*?\shref="#\/([^"]*)"/g;

export const links: Check = {
  name: "links",
  run: ({ eras }, files) => {
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
          const details = { ...(hint !== undefined && { hint }), length: id.length + 2 };
          return error(
            "unknown-slide",
            placeOf(id, slide, files),
            `a link leads to "#/${id}", and there is no such slide`,
            details,
          );
        }),
    );
  },
};

/** The link in the slide's source; the slide when it is written otherwise. */
function placeOf(id: string, { at, endLine }: Slide, files: DeckFiles): At {
  const file = files.files.get(at.file);
  const lines =
    file === undefined
      ? []
      : readText(file)
          .text.split("\n")
          .slice(at.line - 1, endLine);
  const index = lines.findIndex((line) => line.includes(`#/${id}`));
  return index === -1
    ? at
    : { ...at, line: at.line + index, column: (lines[index] ?? "").indexOf(`#/${id}`) + 1 };
}

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
