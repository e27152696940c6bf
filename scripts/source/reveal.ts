/** reveal-md's comments: `<!-- .slide: … -->` sets the slide, `<!-- .element: … -->` the element before it. */
import type { Token } from "markdown-it";
import { splitComments } from "./comments.ts";
import { give, type Attributes } from "./markdown/attributes.ts";

const COMMENT = /^<!--\s*\.(slide|element):([\s\S]*)-->$/;
/** reveal.js's own grammar of these attributes (plugin/markdown, `addAttributeInElement`). */
const PAIR = /([^"=\s]+)="([^"]*)"|(data-[^"=\s]+)/g;

/** Reads the attributes in one comment. */
function readPairs(text: string): Attributes {
  let id: string | undefined;
  const classes: string[] = [];
  const pairs: [string, string][] = [];
  for (const [, key, value = "", flag] of text.matchAll(PAIR)) {
    if (key === "id") id = value;
    else if (key === "class") classes.push(...value.split(/\s+/).filter((name) => name !== ""));
    else if (key !== undefined) pairs.push([key, value]);
    else if (flag !== undefined) pairs.push([flag, ""]);
  }
  return { ...(id !== undefined && { id }), classes, pairs };
}

/** Applies `.element:` comments to their elements, and gives back what `.slide:` comments say. */
export function applyRevealComments(tokens: readonly Token[]): Attributes {
  const slide: { id?: string; classes: string[]; pairs: (readonly [string, string])[] } = {
    classes: [],
    pairs: [],
  };
  const read = (content: string, owner: Token | undefined): void => {
    if (!content.includes("<!--")) return;
    for (const part of splitComments(content)) {
      const [, kind, text = ""] = (part.comment ? COMMENT.exec(part.text) : null) ?? [];
      if (kind === undefined) continue;
      const { id, classes, pairs } = readPairs(text);
      if (kind === "element") {
        if (owner !== undefined) give(owner, { ...(id !== undefined && { id }), classes, pairs });
        continue;
      }
      if (id !== undefined) slide.id = id;
      slide.classes.push(...classes);
      slide.pairs.push(...pairs);
    }
  };
  const open: Token[] = [];
  const ended: (Token | undefined)[] = [];
  for (const token of tokens) {
    if (token.nesting === 1) {
      open.push(token);
      ended[open.length] = undefined;
    } else if (token.nesting === -1) ended[open.length - 1] = open.pop();
    else if (token.type === "inline") readInline(token.children ?? [], visible(open), read);
    else if (token.type === "html_block") read(token.content, ended[open.length] ?? visible(open));
    else ended[open.length] = token;
  }
  return slide;
}

/** The innermost open block that is an element on the page: a tight item's paragraph is none. */
function visible(open: readonly Token[]): Token | undefined {
  return open.findLast((token) => !token.hidden);
}

/** Inside a text the comment belongs to the element that ended before it, else to the block. */
function readInline(
  children: readonly Token[],
  block: Token | undefined,
  read: (content: string, owner: Token | undefined) => void,
): void {
  const open: Token[] = [];
  let ended: Token | undefined;
  for (const token of children) {
    if (token.nesting === 1) open.push(token);
    else if (token.nesting === -1) ended = open.pop();
    else if (token.type === "image" || token.type === "code_inline") ended = token;
    else if (token.type === "html_inline") read(token.content, ended ?? open.at(-1) ?? block);
  }
}
