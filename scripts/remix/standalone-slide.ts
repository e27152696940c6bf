/** A slide as it stands alone in a file: its own lines, and after them the definitions of links and footnotes that it uses. */
import type { DefinitionPiece, EraPieces } from "./era-pieces.ts";
import { joined, type Line } from "./lines.ts";

/**
 * The text of one slide of an era, without empty lines at its ends.
 * @param index of the slide in the era
 */
export function standaloneSlide({ slides, definitions }: EraPieces, index: number): string {
  const slide = slides[index];
  if (slide === undefined) return "";
  const { before, heading, content, narration, notes } = slide;
  const own = joined(before, heading?.lines ?? [], content, narration, notes);
  const used = usedDefinitions(own, definitions);
  return textOf(joined(own, ...used.map(({ lines }) => lines)));
}

/** Those that the lines use, and those that these use in turn, in the order of the file. */
function usedDefinitions(own: readonly Line[], definitions: readonly DefinitionPiece[]): DefinitionPiece[] {
  const used = new Set<DefinitionPiece>();
  for (let size = -1; used.size > size;) {
    size = used.size;
    const text = textOf([...own, ...[...used].flatMap(({ lines }) => lines)]).toLowerCase();
    for (const definition of definitions) if (text.includes(`[${definition.label}]`)) used.add(definition);
  }
  return definitions.filter((definition) => used.has(definition));
}

const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join("\n");
