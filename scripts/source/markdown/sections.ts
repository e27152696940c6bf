/**
 * `Narration:` and `Note:` at the left margin begin a slide's trailing section. The rule ends paragraphs, lists,
 * quotes and tables above it, so that the line is never taken for more of them.
 */
import type { MarkdownIt, StateBlock } from "markdown-it";

/** A line that begins a section; what follows the colon on the line belongs to it. */
const SECTION = /^(narration|notes?):[ \t]*/i;

/** Adds tokens of type `section`, whose `info` is `narration` or `note`. */
export function sections(md: MarkdownIt): void {
  md.block.ruler.before("table", "section", section, {
    alt: ["paragraph", "reference", "blockquote", "list", "table"],
  });
}

function section(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = state.bMarks[startLine] ?? 0;
  // The left margin of the file, not of a quotation or list: those move the mark.
  if (state.tShift[startLine] !== 0 || (start > 0 && state.src[start - 1] !== "\n")) return false;
  const first = state.src.charCodeAt(start) | 0x20;
  if (first !== 0x6e) return false;
  const end = state.eMarks[startLine] ?? start;
  const match = SECTION.exec(state.src.slice(start, Math.min(end, start + 40)));
  if (match === null) return false;
  if (silent) return true;

  const token = state.push("section", "", 0);
  token.info = match[1]?.toLowerCase() === "narration" ? "narration" : "note";
  token.map = [startLine, startLine + 1];
  token.block = true;
  const rest = start + match[0].length;
  if (state.src.slice(rest, end).trim() === "") {
    state.line = startLine + 1;
    return true;
  }
  // The rest of the line begins an ordinary block: the line is read again from after the colon.
  state.bMarks[startLine] = rest;
  for (const rule of state.md.block.ruler.getRules("")) {
    if (rule(state, startLine, endLine, false)) break;
  }
  return true;
}
