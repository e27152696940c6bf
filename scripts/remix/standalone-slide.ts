/** A slide as it stands alone in a file: its own lines, and after them the definitions of links and footnotes that it uses. */
import type { DefinitionPiece } from "./era-pieces.ts";
import { joined, type Line } from "./lines.ts";
import type { SourceSlide } from "./source-deck.ts";

/** The text of a slide, without empty lines at its ends. */
export function standaloneSlide({
  pieces,
  definitions,
}: Pick<SourceSlide, "pieces" | "definitions">): string {
  const { before, heading, content, narration, notes } = pieces;
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
