/** Brackets that name a source and are no citation here: Pandoc's `[see @key]` and `[-@key]` would stand on the slide as they are. */
import { warning } from "../diagnostics.ts";
import type { At, DeckFiles, Slide } from "../model.ts";
import { readText } from "../source/text.ts";
import type { DeckCheck } from "./index.ts";

const BRACKETS = /\[[^[\]<>]*?(?<=[\s;[(-])@([\p{L}\p{N}_][\p{L}\p{N}_:.-]*)[^[\]<>]*\]/gu;

/** Finds brackets that look like citations and are shown as words; only in decks that have sources. */
export const notCitations: DeckCheck = {
  name: "not-citations",
  run: (deck, files) => {
    const keys = new Set(deck.references.map(({ id }) => id));
    if (keys.size === 0) return [];
    return deck.eras.flatMap((era) =>
      era.slides.flatMap((slide) =>
        shown(slide).flatMap((text) =>
          [...text.matchAll(BRACKETS)].flatMap(([brackets, written = ""]) => {
            const key = written.replace(/[^\p{L}\p{N}_]+$/u, "");
            if (!keys.has(key)) return [];
            return warning(
              "not-a-citation",
              placeOf(brackets, slide, files),
              `"${brackets}" is shown as it is`,
              {
                hint: `a citation begins with its key, and what follows has a comma before it: see [@${key}, p. 12]`,
                length: brackets.length,
              },
            );
          }),
        ),
      ),
    );
  },
};

/** What readers see, code left out. */
const shown = ({ slots, narration }: Slide): string[] =>
  [...Object.values(slots), ...narration.map(({ text }) => text)]
    .filter((text) => text.includes("@"))
    .map((text) => text.replace(/<(code|pre)\b[^>]*>[^]*?<\/\1>/g, ""));

function placeOf(brackets: string, { at, endLine }: Slide, files: DeckFiles): At {
  const file = files.files.get(at.file);
  const lines = file === undefined ? [] : readText(file).text.split("\n");
  for (let line = at.line; line <= endLine; line++) {
    const column = lines[line - 1]?.indexOf(brackets) ?? -1;
    if (column !== -1) return { file: at.file, line, column: column + 1 };
  }
  return at;
}
