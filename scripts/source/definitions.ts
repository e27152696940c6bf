/** Definitions of links and footnotes: they belong to a whole file, wherever in it they stand. */
import type { Token } from "markdown-it";

/** A definition of a link or footnote. Lines count from 0 in the body; `to` is not included. */
export interface Definition {
  /** As marks name it, in lower case: `the site`, `^1`. */
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** What begins a definition of a link (CommonMark 4.7), with its label. */
const LINK = /\[([^\]]+)\]:/;

/** Where the definitions of a file stand, in order. The first of one label counts. */
export function definitionsIn(lines: readonly string[], tokens: readonly Token[]): Definition[] {
  const found: Definition[] = [];
  let footnote: { label: string; from: number; to: number } | undefined;
  for (const { type, map, meta } of tokens) {
    if (type === "footnote_reference_open") {
      const label = meta?.["label"];
      footnote = {
        label: `^${typeof label === "string" ? label.toLowerCase() : ""}`,
        from: lines.length,
        to: 0,
      };
    } else if (type === "footnote_reference_close" && footnote !== undefined) {
      found.push(footnote);
      footnote = undefined;
    } else if (type === "reference_definition" && map !== null) {
      const label = LINK.exec(lines[map[0]] ?? "")?.[1] ?? "";
      found.push({ label: label.toLowerCase(), from: map[0], to: map[1] });
    }
    if (footnote !== undefined && map !== null) {
      footnote.from = Math.min(footnote.from, map[0]);
      footnote.to = Math.max(footnote.to, map[1]);
    }
  }
  const labels = new Set<string>();
  return found.sort((a, b) => a.from - b.from).filter(({ label }) => !labels.has(label) && labels.add(label));
}
