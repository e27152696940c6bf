/** What a slide shows: from its blocks to the HTML of its slots, with everything on it that has a name or waits. */
import type { Token } from "markdown-it";
import type { Blocks } from "../blocks/index.ts";
import { error, warning } from "../diagnostics.ts";
import type { At, DeckFiles, Problem } from "../model.ts";
import type { ContentKind } from "../render/layouts.ts";
import type { Apparatus } from "./apparatus.ts";
import { isOnlyComments } from "./comments.ts";
import { drawFence } from "./drawings.ts";
import type { MarkdownReader } from "./markdown.ts";
import { attribute, readAttributes } from "./markdown/attributes.ts";
import { classesOf, plainClasses, stepAction } from "./markdown/step-classes.ts";
import type { Names } from "./names.ts";
import { drawPicture } from "./pictures.ts";
import type { Places } from "./places.ts";
import { rewriteTags } from "./raw-html.ts";
import type { Marked } from "./steps.ts";

export interface ContentContext {
  readonly files: DeckFiles;
  readonly paths: ReadonlySet<string>;
  readonly blocks: Blocks;
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

export interface Content {
  /** `main` first, then the others as they were opened. */
  readonly slots: readonly OpenedSlot[];
  readonly marked: readonly Marked[];
  readonly descriptions: readonly string[];
  readonly kinds: readonly ContentKind[];
  /** Words in the main slot. */
  readonly words: number;
}

interface Walk extends ContentContext {
  readonly marked: Marked[];
  /** Items of the outermost lists. */
  readonly items: { readonly token: Token; readonly at: At }[];
  readonly descriptions: string[];
}

/** Reads a slide's blocks. Their inline tokens must have children, and their attributes must be in place. */
export function readContent(tokens: readonly Token[], context: ContentContext): Content {
  const walk: Walk = { ...context, marked: [], items: [], descriptions: [] };
  const slots = new Map<string, { tokens: Token[]; at: At | undefined }>([
    ["main", { tokens: [], at: undefined }],
  ]);
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
    kinds,
    words,
  };
}

/** The name after the colons; undefined for a plain group, `::: {.class}`. */
const slotName = (token: Token): string | undefined => /^\s*([^\s{]+)/.exec(token.info)?.[1];

/** Words on the line of the colons would be lost. */
function warnOfWords(token: Token, at: At, problems: Problem[]): void {
  const [, written = ""] = /^\s*[^\s{]*\s*(.*)$/.exec(token.info) ?? [];
  const words = written.slice(readAttributes(written, 0)?.to ?? 0).trim();
  if (words === "" || /^:+$/.test(words)) return;
  const hint = "put them under it, after an empty line";
  problems.push(
    error("words-after-slot", at, `"${words}" stands on the line of the colons`, { hint, length: 3 }),
  );
}

function openSlot(
  token: Token,
  slots: Map<string, { tokens: Token[]; at: At | undefined }>,
  at: At,
  { problems, places }: ContentContext,
): string {
  const name = slotName(token) ?? "main";
  const length = 4 + name.length;
  warnOfWords(token, at, problems);
  const last = places.lines[token.map?.[1] ?? 0] ?? "";
  if (!/^\s{0,3}:{3,}\s*$/.test(last)) {
    problems.push(
      error("unclosed-slot", at, `the slot "${name}" is never closed`, {
        hint: "end it with a line of :::",
        length,
      }),
    );
  }
  const open = slots.get(name);
  if (open === undefined) slots.set(name, { tokens: [], at });
  else if (name !== "main")
    problems.push(
      error("duplicate-slot", at, `the slot "${name}" is opened twice`, {
        hint: "put both parts into one",
        length,
      }),
    );
  return name;
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

/** One block token, ready to be rendered. */
function block(token: Token, at: At, walk: Walk): Token[] {
  if (token.type === "inline") {
    token.children = inline(token, walk);
    return [token];
  }
  if (token.type === "fence") return fence(token, at, walk);
  if (token.type === "html_block") {
    token.content = rawHtml(token.content, at, walk);
    return [token];
  }
  if (token.type === "container_slot_open" || token.type === "container_slot_close")
    return group(token, at, walk);
  if (token.nesting !== -1 && token.attrs !== null) nameAndMark(token, inBraces(token, at, walk), walk);
  return [token];
}

/** How the id or the first class of an element is written in braces. */
function signOf(token: Token): string {
  const id = attribute(token, "id");
  const [first] = classesOf(attribute(token, "class"));
  return id !== undefined ? `#${id}` : first !== undefined ? `.${first}` : "";
}

/** The place of a block's braces, if they stand in its first line. */
function inBraces(token: Token, at: At, { places }: Walk): At {
  const line = token.map?.[0];
  const sign = signOf(token);
  if (line === undefined || sign === "") return at;
  const column = (places.lines[line] ?? "").lastIndexOf(sign);
  return column === -1 ? at : places.line(line, column);
}

function group(token: Token, at: At, walk: Walk): Token[] {
  const name = token.nesting === 1 ? slotName(token) : undefined;
  if (name !== undefined) {
    walk.problems.push(
      error("nested-slot", at, `the slot "${name}" is opened inside something else`, {
        hint: "close what is open above it; a plain group is ::: {.class}",
        length: 4 + name.length,
      }),
    );
  }
  if (token.nesting === 1) {
    warnOfWords(token, at, walk.problems);
    const found = readAttributes(token.info, Math.max(0, token.info.indexOf("{")));
    if (found?.attributes.id !== undefined) token.attrSet("id", found.attributes.id);
    for (const name of found?.attributes.classes ?? []) token.attrJoin("class", name);
    nameAndMark(token, at, walk);
  }
  token.type = token.nesting === 1 ? "group_open" : "group_close";
  return [token];
}

/** Registers a token's id and step, and writes the id as the page has it. */
function nameAndMark(token: Token, at: At, walk: Walk): void {
  if (token.attrs === null) return;
  const name = attribute(token, "id");
  const classes = classesOf(attribute(token, "class"));
  let id = name === undefined ? undefined : walk.names.claim(name, at);
  const action = stepAction(classes);
  if (action !== undefined) {
    id ??= walk.names.anonymous();
    mark(walk, id, action, attribute(token, "data-fragment-index"), name, at);
    token.attrs = token.attrs.filter(([key]) => key !== "class" && key !== "data-fragment-index");
    const plain = plainClasses(classes);
    if (plain.length > 0) token.attrSet("class", plain.join(" "));
  }
  if (id !== undefined) token.attrSet("id", id);
}

function mark(
  walk: Walk,
  id: string,
  action: Marked["action"],
  index: string | undefined,
  name: string | undefined,
  at: At,
): void {
  const order = index === undefined || index === "" ? Number.NaN : Number(index);
  const label = name === undefined ? "this element" : `"${name}"`;
  walk.marked.push({ id, action, index: Number.isFinite(order) ? order : undefined, at, label });
}

function rawHtml(html: string, at: At, walk: Walk): string {
  return rewriteTags(html, (attributes) => {
    const name = attributes.get("id");
    const classes = classesOf(attributes.get("class"));
    const action = stepAction(classes);
    if (name === undefined && action === undefined) return undefined;
    const id =
      name === undefined ? walk.names.anonymous() : walk.names.claim(name, at, attributes.get("alt"));
    if (action === undefined) return { id, classes, without: [] };
    mark(walk, id, action, attributes.get("data-fragment-index"), name, at);
    return { id, classes: plainClasses(classes), without: ["data-fragment-index"] };
  });
}

function figure(image: Token, paragraph: Token, at: At, walk: Walk): Token[] {
  // Braces at the end of the paragraph belong to its only picture.
  for (const [key, value] of paragraph.attrs ?? []) {
    if (key === "class") image.attrJoin("class", String(value));
    else image.attrSet(key, value);
  }
  return [walk.markdown.html("html_block", picture(image, at, walk, true))];
}

function picture(image: Token, at: At, walk: Walk, alone: boolean): string {
  const classes = classesOf(attribute(image, "class"));
  const name = attribute(image, "id");
  const {
    html: made,
    id,
    description,
  } = drawPicture(
    {
      src: attribute(image, "src") ?? "",
      alt: (image.children ?? []).map((child) => child.content).join(""),
      caption: attribute(image, "title") ?? "",
      name,
      classes: plainClasses(classes),
      alone,
      at,
    },
    {
      files: walk.files,
      paths: walk.paths,
      names: walk.names,
      escape: walk.markdown.escape,
      problems: walk.problems,
    },
  );
  walk.descriptions.push(description);
  const action = stepAction(classes);
  if (action !== undefined) mark(walk, id, action, attribute(image, "data-fragment-index"), name, at);
  return made;
}

function fence(token: Token, at: At, walk: Walk): Token[] {
  const classes = classesOf(attribute(token, "class"));
  const name = attribute(token, "id");
  const [kind = "", ...rest] = token.info.trim().split(/\s+/);
  const drawn = drawFence(
    { kind, content: token.content, name, classes, at, indent: at.column - 1 },
    { blocks: walk.blocks, names: walk.names, language: walk.language, problems: walk.problems },
  );
  if (drawn === undefined) {
    // reveal-md's `js [1-3|5]` chooses lines to show.
    const [, lines] = /\[([\d\s,|-]+)\]/.exec(token.info) ?? [];
    if (lines !== undefined) token.attrSet("data-line-numbers", lines);
    token.info = kind.replace(/\[.*$/, "");
    if (rest.length === 0 && token.attrs === null) return [token];
    nameAndMark(token, at, walk);
    return [token];
  }
  walk.descriptions.push(drawn.description);
  const action = stepAction(classes);
  if (action !== undefined) mark(walk, drawn.id, action, attribute(token, "data-fragment-index"), name, at);
  return [walk.markdown.html("html_block", drawn.html)];
}

/** The text of a block: marks, pictures and HTML become finished HTML. */
function inline(token: Token, walk: Walk): Token[] {
  const out: Token[] = [];
  let cursor = 0;
  let saying = 0;
  for (const child of token.children ?? []) {
    if (child.type === "image") {
      cursor = Math.max(0, token.content.indexOf("![", cursor)) + 2;
      out.push(
        walk.markdown.html("html_inline", picture(child, walk.places.text(token, cursor - 2), walk, false)),
      );
      continue;
    }
    const made = walk.apparatus.mark(child, walk.places.text(token, Number(child.meta?.["position"] ?? 0)));
    if (made !== undefined) out.push(walk.markdown.html("html_inline", made));
    else if (child.type === "html_inline") {
      child.content = rawHtml(child.content, walk.places.block(token), walk);
      out.push(child);
    } else if (child.type === "link_open" && (attribute(child, "href") ?? "").startsWith("say:")) {
      saying++;
      walk.problems.push(
        warning("say-on-slide", walk.places.block(token), "say: has a meaning only in narration", {
          hint: "put how a word is said into pronunciations: or the narration",
        }),
      );
    } else if (child.type === "link_close" && saying > 0) saying--;
    else {
      if (child.nesting === 1 || child.type === "code_inline") {
        const sign = signOf(child);
        const found = sign === "" ? -1 : token.content.indexOf(sign, cursor);
        if (found !== -1) cursor = found + 1;
        nameAndMark(child, found === -1 ? walk.places.block(token) : walk.places.text(token, found), walk);
      }
      out.push(child);
    }
  }
  return out;
}

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
