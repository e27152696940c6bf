/**
 * What stands in brackets and is no link: citations `[@key, p. 12]`, footnote marks `[^1]`, inline footnotes `^[…]`
 * and, in narration, cues `[click]`. Each becomes one token that knows its place.
 */
import type { MarkdownIt, StateInline, Token } from "markdown-it";
import { CUE_VERBS, firstWord, nearCue } from "../cues.ts";

/** Set in the environment while narration is read: only there are cues cues. */
export const NARRATION = "narration";

/** A citation's key: letters and digits, joined by the punctuation that Pandoc allows inside keys. */
const KEY = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*/u;
/** Longer brackets are prose. */
const MAX_LENGTH = 300;

/** Adds tokens of type `citation`, `footnote`, `inline_footnote` and `cue`; `content` is what the brackets hold. */
export function marks(md: MarkdownIt): void {
  md.inline.ruler.before("link", "marks", bracket);
  md.inline.ruler.before("marks", "inline_footnote", inlineFootnote);
}

function bracket(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b) return false;
  const content = inBrackets(state.src, state.pos + 1);
  if (content === undefined) return false;
  const type = kindOf(content, state);
  if (type === undefined) return false;
  if (!silent) push(state, type, content, state.pos);
  state.pos += content.length + 2;
  return true;
}

/** Text up to the closing bracket, if there is none inside. */
function inBrackets(src: string, from: number): string | undefined {
  const end = Math.min(src.length, from + MAX_LENGTH);
  for (let i = from; i < end; i++) {
    const c = src.charCodeAt(i);
    if (c === 0x5d) return src.slice(from, i);
    if (c === 0x5b) return undefined;
  }
  return undefined;
}

function kindOf(content: string, state: StateInline): string | undefined {
  if (content.startsWith("@")) return readCitations(content) === undefined ? undefined : "citation";
  if (content.startsWith("^")) return /^\^[^\s^]+$/.test(content) ? "footnote" : undefined;
  if (state.env[NARRATION] !== true) return undefined;
  // `[pause](address)` is a link.
  if (state.src.charCodeAt(state.pos + content.length + 2) === 0x28) return undefined;
  const word = firstWord(content);
  if (word === "") return undefined;
  return CUE_VERBS.some((verb) => verb === word.toLowerCase()) || nearCue(word) !== undefined
    ? "cue"
    : undefined;
}

function inlineFootnote(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5e || state.src.charCodeAt(state.pos + 1) !== 0x5b) return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos + 1);
  if (end < 0) return false;
  if (!silent) push(state, "inline_footnote", state.src.slice(state.pos + 2, end), state.pos);
  state.pos = end + 1;
  return true;
}

function push(state: StateInline, type: string, content: string, position: number): void {
  const token = state.push(type, "", 0);
  token.content = content;
  token.meta = { position };
}

/** Where a mark stands in the text of its paragraph. */
export function positionOf(token: Token): number {
  const position = token.meta?.["position"];
  return typeof position === "number" ? position : 0;
}

/** One source as cited: its key, the locator after it, and where in the brackets it begins. */
export interface CitedKey {
  readonly key: string;
  readonly locator?: string;
  readonly offset: number;
}

/** Reads `@a, p. 12; @b`; undefined when it is not of that form. */
export function readCitations(content: string): CitedKey[] | undefined {
  const cited: CitedKey[] = [];
  let offset = 0;
  for (const part of content.split(";")) {
    const trimmed = part.trim();
    const key = trimmed.startsWith("@") ? KEY.exec(trimmed.slice(1))?.[0] : undefined;
    if (key === undefined) return undefined;
    const rest = trimmed.slice(1 + key.length);
    if (rest !== "" && !/^,\s*\S/.test(rest)) return undefined;
    const locator = rest.slice(1).trim().replace(/\s+/g, " ");
    cited.push({ key, ...(locator !== "" && { locator }), offset: offset + part.indexOf("@") });
    offset += part.length + 1;
  }
  return cited;
}
