/** What a slide shows: from its blocks to the HTML of its slots, with everything on it that has a name or waits. */
import type { Token } from "markdown-it";
import type { Blocks } from "../blocks/index.ts";
import type { At, Dated, DeckFiles, Problem } from "../model.ts";
import type { ContentKind } from "../render/layouts.ts";
import type { Apparatus } from "./apparatus.ts";
import { isOnlyComments } from "./comments.ts";
import { block, figure, type Walk } from "./elements.ts";
import type { MarkdownReader } from "./markdown.ts";
import { attribute } from "./markdown/attributes.ts";
import type { Names } from "./names.ts";
import type { Places } from "./places.ts";
import type { Sanitizer } from "./sanitizer.ts";
import { openSlot, slotName, type FilledSlot } from "./slots.ts";
import type { Marked } from "./steps.ts";

/** What rendering a slide's content needs of its file and deck; `problems` is added to. */
export interface ContentContext {
  readonly files: DeckFiles;
  readonly paths: ReadonlySet<string>;
  readonly blocks: Blocks;
  readonly sanitizer: Sanitizer;
  /** BCP 47. */
  readonly language: string;
  readonly markdown: MarkdownReader;
  readonly places: Places;
  readonly names: Names;
  readonly apparatus: Apparatus;
  /** Whether the narration clicks: then the items of lists wait, if nothing is marked. */
  readonly clicks: boolean;
  readonly problems: Problem[];
}

/** A slot and where it was opened. */
export interface OpenedSlot {
  readonly name: string;
  readonly html: string;
  readonly at: At | undefined;
}

/** A slide's content, rendered. */
export interface Content {
  /** `main` first, then the others as they were opened. */
  readonly slots: readonly OpenedSlot[];
  readonly marked: readonly Marked[];
  readonly descriptions: readonly string[];
  readonly dates: readonly Dated[];
  /** Deck paths of the author's drawings on it. */
  readonly drawings: readonly string[];
  readonly kinds: readonly ContentKind[];
  /** Words in the main slot. */
  readonly words: number;
}

/** Reads a slide's blocks. Their inline tokens must have children, and their attributes must be in place. */
export function readContent(tokens: readonly Token[], context: ContentContext): Content {
  const walk: Walk = { ...context, marked: [], items: [], descriptions: [], dates: [], drawings: [] };
  const slots = new Map<string, FilledSlot>([["main", { tokens: [], at: undefined }]]);
  const kinds: ContentKind[] = [];
  let words = 0;
  let slot = "main";
  let lists = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const at = context.places.block(token);
    if (token.type === "container_slot_open" && token.level === 0 && slotName(token) !== undefined) {
      slot = openSlot(token, slots, at, context);
      continue;
    }
    if (token.type === "container_slot_close" && token.level === 0 && slot !== "main") {
      slot = "main";
      continue;
    }
    if (token.type.endsWith("_list_open")) lists++;
    else if (token.type.endsWith("_list_close")) lists--;
    else if (token.type === "list_item_open" && lists === 1) walk.items.push({ token, at });

    const picture = pictureAlone(tokens, i);
    const made = picture === undefined ? block(token, at, walk) : figure(picture, token, at, walk);
    slots.get(slot)?.tokens.push(...made);
    if (slot === "main") {
      if (token.level === 0) kinds.push(...kindOf(token, picture !== undefined, made));
      if (token.type === "inline" && picture === undefined) words += countWords(token);
    }
    if (picture !== undefined) i += 2;
  }
  if (walk.marked.length === 0 && context.clicks) {
    for (const { token, at } of walk.items) {
      const id = attribute(token, "id") ?? context.names.anonymous();
      token.attrSet("id", id);
      walk.marked.push({ id, action: "show", index: undefined, at, label: "this item" });
    }
  }
  return {
    slots: [...slots].map(([name, { tokens: own, at }]) => ({
      name,
      html: context.markdown.render(own),
      at,
    })),
    marked: walk.marked,
    descriptions: walk.descriptions.filter((text) => text !== ""),
    dates: walk.dates,
    drawings: walk.drawings,
    kinds,
    words,
  };
}

/** The image of a paragraph that holds one and nothing else. */
function pictureAlone(tokens: readonly Token[], i: number): Token | undefined {
  const inline = tokens[i + 1];
  if (tokens[i]?.type !== "paragraph_open" || inline?.type !== "inline") return undefined;
  const shown = (inline.children ?? []).filter(
    (child) =>
      child.type !== "softbreak" &&
      !(child.type === "text" && child.content.trim() === "") &&
      !isComment(child),
  );
  return shown.length === 1 && shown[0]?.type === "image" ? shown[0] : undefined;
}

const isComment = (token: Token): boolean =>
  (token.type === "html_inline" || token.type === "html_block") && isOnlyComments(token.content);

function kindOf(token: Token, picture: boolean, made: readonly Token[]): ContentKind[] {
  if (picture) return ["picture"];
  if (token.nesting === -1) return [];
  switch (token.type) {
    case "inline":
      return [];
    case "paragraph_open":
      return ["paragraph"];
    case "bullet_list_open":
    case "ordered_list_open":
      return ["list"];
    case "blockquote_open":
      return ["quote"];
    case "table_open":
      return ["table"];
    case "code_block":
      return ["code"];
    case "fence":
      return [made[0]?.type === "html_block" ? "drawing" : "code"];
    case "html_block":
      return isComment(token)
        ? []
        : [/<(?:img|picture|video|audio)\b/i.test(token.content) ? "picture" : "other"];
    default:
      return ["other"];
  }
}

function countWords(token: Token): number {
  return (token.children ?? [])
    .filter((child) => child.type === "text" || child.type === "code_inline")
    .reduce((sum, child) => sum + (child.content.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
}
