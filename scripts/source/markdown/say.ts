/** `[words](say:other words)`: how one occurrence is said. A link's address may hold no spaces; what is said may. */
import type { MarkdownIt, StateInline } from "markdown-it";

/** Longer is prose. */
const MAX_LENGTH = 300;

/** Adds links whose address begins with `say:`. */
export function say(md: MarkdownIt): void {
  md.inline.ruler.before("link", "say", saying);
}

function saying(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b) return false;
  const start = state.pos;
  const end = state.md.helpers.parseLinkLabel(state, start);
  if (end < 0 || !state.src.startsWith("](say:", end)) return false;
  const close = state.src.indexOf(")", end);
  if (close === -1 || close - end > MAX_LENGTH) return false;
  const spoken = state.src.slice(end + "](say:".length, close);
  if (spoken.includes("(")) return false;
  if (!silent) {
    const max = state.posMax;
    const href = `say:${encodeURIComponent(spoken.replace(/\s+/g, " ").trim())}`;
    state.push("link_open", "a", 1).attrSet("href", href);
    state.pos = start + 1;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.posMax = max;
    state.push("link_close", "a", -1);
  }
  state.pos = close + 1;
  return true;
}
