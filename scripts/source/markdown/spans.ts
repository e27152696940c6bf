/** `[words]{.step}`: words with attributes, as in Pandoc. */
import type { MarkdownIt, StateInline } from "markdown-it";
import { give, readAttributes } from "./attributes.ts";

/** Adds tokens `span_open` and `span_close`. */
export function spans(md: MarkdownIt): void {
  md.inline.ruler.before("link", "span", span);
}

function span(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b) return false;
  const start = state.pos;
  const end = state.md.helpers.parseLinkLabel(state, start);
  if (end < 0 || state.src.charCodeAt(end + 1) !== 0x7b) return false;
  const found = readAttributes(state.src, end + 1);
  if (found === undefined) return false;
  if (!silent) {
    const max = state.posMax;
    give(state.push("span_open", "span", 1), found.attributes);
    state.pos = start + 1;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.posMax = max;
    state.push("span_close", "span", -1);
  }
  state.pos = found.to;
  return true;
}
