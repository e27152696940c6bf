/** The elements of a slide: each block becomes tokens that only need rendering, and what has a name or waits is noted. */
import type { Token } from "markdown-it";
import { warning } from "../diagnostics.ts";
import type { At, Dated } from "../model.ts";
import type { ContentContext } from "./content.ts";
import { drawFence } from "./drawings.ts";
import { attribute, readAttributes } from "./markdown/attributes.ts";
import { positionOf } from "./markdown/marks.ts";
import { classesOf, plainClasses, stepAction } from "./markdown/step-classes.ts";
import { drawPicture } from "./pictures.ts";
import { rewriteTags } from "./raw-html.ts";
import { slotName, warnOfNesting, warnOfWords } from "./slots.ts";
import type { Marked } from "./steps.ts";

/** What is gathered while a slide is read. */
export interface Walk extends ContentContext {
  readonly marked: Marked[];
  /** Items of the outermost lists. */
  readonly items: { readonly token: Token; readonly at: At }[];
  readonly descriptions: string[];
  readonly dates: Dated[];
  /** Deck paths of the author's drawings, which become part of the slide. */
  readonly drawings: string[];
}

/** One block token, ready to be rendered. */
export function block(token: Token, at: At, walk: Walk): Token[] {
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
  if (name !== undefined) warnOfNesting(name, at, walk.problems);
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

/** A picture in a paragraph of its own. */
export function figure(image: Token, paragraph: Token, at: At, walk: Walk): Token[] {
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
      sanitizer: walk.sanitizer,
      escape: walk.markdown.escape,
      drawings: walk.drawings,
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
  walk.dates.push(...drawn.dates);
  const action = stepAction(classes);
  if (action !== undefined) mark(walk, drawn.id, action, attribute(token, "data-fragment-index"), name, at);
  return [walk.markdown.html("html_block", drawn.html)];
}

/** The text of a block: marks, pictures and HTML become finished HTML. */
function inline(token: Token, walk: Walk): Token[] {
  warnOfCues(token, walk);
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
    const made = walk.apparatus.mark(child, walk.places.text(token, positionOf(child)));
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

/** Cues outside the narration are words, and seldom meant as such. */
function warnOfCues(token: Token, { places, problems }: Walk): void {
  const cue = /(?<!\\)\[(?:click|wait|pause \d+m?s|(?:show|hide|focus) [\p{L}\p{N}_/-]+)\](?!\()/iu.exec(
    token.content,
  );
  if (cue === null) return;
  const hint = "cues stand after Narration: at the left margin";
  problems.push(
    warning("cue-on-slide", places.text(token, cue.index), `"${cue[0]}" is shown as words`, {
      hint,
      length: cue[0].length,
    }),
  );
}
