/** A slide as it stands alone in a file: its own lines, and after them the definitions of links and footnotes that it uses. */
import { usedBy } from "./labels.ts";
import { joined, type Line } from "./lines.ts";
import type { SourceSlide } from "./source-deck.ts";

/** The text of a slide, without empty lines at its ends. */
export function standaloneSlide({
  pieces,
  definitions,
}: Pick<SourceSlide, "pieces" | "definitions">): string {
  const { before, heading, content, narration, notes } = pieces;
  const own = joined(before, heading?.lines ?? [], content, narration, notes);
  const used = usedBy(own, definitions);
  return textOf(joined(own, ...used.map(({ lines }) => lines)));
}

const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join("\n");
