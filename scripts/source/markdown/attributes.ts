/**
 * Attributes in braces, as in Pandoc: `{#id .class key=value}` after an inline element, at the end of a block, in a
 * fence's first line or in a paragraph of their own after a table, list or quotation. Braces that hold anything else
 * are the author's words.
 */
import type { Token } from "markdown-it";

/** What the braces say. */
export interface Attributes {
  readonly id?: string;
  readonly classes: readonly string[];
  readonly pairs: readonly (readonly [key: string, value: string])[];
}

/** Attributes and where they stood in the text. */
export interface FoundAttributes {
  readonly attributes: Attributes;
  /** Of the opening brace. */
  readonly from: number;
  /** After the closing brace. */
  readonly to: number;
}

const ITEM =
  /\s*(?:#([^\s{}#"'=]+)|\.([^\s{}#"'=.]+)|([\p{L}_][\p{L}\p{N}_:.-]*)=(?:"([^"]*)"|'([^']*)'|([^\s{}"']+)))(?=[\s}])/uy;
/** Longer braces are prose. */
const MAX_LENGTH = 2000;

/** Reads braces that begin at `from`; undefined when they hold anything but attributes. */
export function readAttributes(text: string, from: number): FoundAttributes | undefined {
  if (text[from] !== "{") return undefined;
  let id: string | undefined;
  const classes: string[] = [];
  const pairs: [string, string][] = [];
  let position = from + 1;
  const end = Math.min(text.length, from + MAX_LENGTH);
  while (position < end) {
    ITEM.lastIndex = position;
    const item = ITEM.exec(text);
    if (item === null) break;
    const [all, itsId, itsClass, key, double, single, bare] = item;
    if (itsId !== undefined) id = itsId;
    else if (itsClass !== undefined) classes.push(itsClass);
    else if (key !== undefined) pairs.push([key, double ?? single ?? bare ?? ""]);
    position += all.length;
  }
  while (/\s/.test(text[position] ?? "")) position++;
  if (text[position] !== "}" || (id === undefined && classes.length + pairs.length === 0)) return undefined;
  return { attributes: { ...(id !== undefined && { id }), classes, pairs }, from, to: position + 1 };
}

/** Reads braces at the very end of a text. */
export function trailingAttributes(text: string): FoundAttributes | undefined {
  const trimmed = text.trimEnd();
  if (!trimmed.endsWith("}")) return undefined;
  const from = trimmed.lastIndexOf("{");
  for (
    let at = from;
    at >= 0 && trimmed.length - at < MAX_LENGTH;
    at = at === 0 ? -1 : trimmed.lastIndexOf("{", at - 1)
  ) {
    const found = readAttributes(trimmed, at);
    if (found?.to === trimmed.length) return found;
  }
  return undefined;
}

/** Gives a token attributes. */
export function give(token: Token, { id, classes, pairs }: Attributes): void {
  if (id !== undefined) token.attrSet("id", id);
  for (const name of classes) token.attrJoin("class", name);
  for (const [key, value] of pairs) {
    if (key === "class") token.attrJoin("class", value);
    else token.attrSet(key, value);
  }
}

/** The value of a token's attribute. */
export function attribute(token: Token, name: string): string | undefined {
  const value = token.attrGet(name);
  return value === null ? undefined : String(value);
}

/** Moves the braces in a list of block tokens to the elements that they belong to. Inline tokens must have their children. */
export function applyAttributes(tokens: Token[]): Token[] {
  const open: Token[] = [];
  /** The element that ended last at each level, for braces in a paragraph of their own. */
  const ended: (Token | undefined)[] = [];
  const dropped = new Set<Token>();
  for (const [i, token] of tokens.entries()) {
    if (token.nesting === 1) {
      open.push(token);
      ended[open.length] = undefined;
    } else if (token.nesting === -1) {
      const opener = open.pop();
      if (opener !== undefined && !dropped.has(opener)) ended[open.length] = opener;
      if (opener !== undefined && dropped.has(opener)) dropped.add(token);
    } else if (token.type === "fence") applyToFence(token);
    else if (token.type === "inline" && token.children !== null) {
      joinBroken(token.children);
      applyInline(token.children);
      applyToBlock(token, tokens, i, open, ended, dropped);
    }
  }
  return dropped.size === 0 ? tokens : tokens.filter((token) => !dropped.has(token));
}

function applyToFence(token: Token): void {
  const found = trailingAttributes(token.info);
  if (found === undefined) return;
  give(token, found.attributes);
  token.info = token.info.slice(0, found.from).trim();
}

/** Braces that a formatter broke over two lines are one text again. */
function joinBroken(children: Token[]): void {
  for (let i = children.length - 3; i >= 0; i--) {
    const [text, softbreak, rest] = children.slice(i, i + 3);
    if (text?.type !== "text" || softbreak?.type !== "softbreak" || rest?.type !== "text") continue;
    const from = text.content.lastIndexOf("{");
    if (from === -1 || text.content.includes("}", from)) continue;
    const whole = `${text.content}\n${rest.content}`;
    if (readAttributes(whole, from) === undefined) continue;
    text.content = whole;
    children.splice(i + 1, 2);
  }
}

/** Braces straight after an inline element. */
function applyInline(children: Token[]): void {
  for (const [i, token] of children.entries()) {
    const before = children[i - 1];
    if (token.type !== "text" || before === undefined || !token.content.startsWith("{")) continue;
    const owner = before.nesting === -1 ? opener(children, i - 1) : isAtom(before) ? before : undefined;
    const found = owner === undefined ? undefined : readAttributes(token.content, 0);
    if (owner === undefined || found === undefined) continue;
    give(owner, found.attributes);
    token.content = token.content.slice(found.to);
  }
}

const isAtom = (token: Token): boolean => token.type === "image" || token.type === "code_inline";

function opener(children: readonly Token[], close: number): Token | undefined {
  const level = children[close]?.level;
  for (let i = close - 1; i >= 0; i--) {
    const token = children[i];
    if (token?.nesting === 1 && token.level === level) return token;
  }
  return undefined;
}

/** Braces at the end of a block's text, on its line or the next: the item's or cell's, or the block's own. */
function applyToBlock(
  token: Token,
  tokens: readonly Token[],
  index: number,
  open: readonly Token[],
  ended: readonly (Token | undefined)[],
  dropped: Set<Token>,
): void {
  const children = token.children ?? [];
  const last = children.at(-1);
  if (last?.type !== "text") return;
  const found = trailingAttributes(last.content);
  if (found === undefined) return;
  const block = open.at(-1);
  const holder = open.at(-2);
  const alone = last.content.slice(0, found.from).trim() === "";
  if (alone && children.length === 1 && block?.type === "paragraph_open" && !block.hidden) {
    const before = ended[open.length - 1];
    if (before === undefined) return;
    give(before, found.attributes);
    dropped.add(block);
    dropped.add(token);
    return;
  }
  const inItem = isItem(holder) && tokens[index - 2] === holder;
  const ownLine = alone && children.at(-2)?.type === "softbreak";
  const owner = inItem ? holder : block;
  if (owner === undefined) return;
  give(owner, found.attributes);
  last.content = last.content.slice(0, found.from).trimEnd();
  if (ownLine) children.splice(-2);
}

const isItem = (token: Token | undefined): boolean =>
  token?.type === "list_item_open" || token?.type === "dd_open";
