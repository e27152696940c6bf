/**
 * A deck's text as others may have it: without private notes, and without what is written in comments. Every line stays
 * where it is, so that the same lecture comes out, and messages about it name the same lines.
 */
import type { Token } from "markdown-it";
import { splitComments } from "./comments.ts";
import { makeMarkdown, type BlockTokens, type MarkdownReader } from "./markdown.ts";
import { definitionsIn, type Definition } from "./definitions.ts";
import { makePlaces } from "./places.ts";
import { cutFrontMatter } from "./front-matter.ts";
import { publicBlocks, publicYaml } from "./public-yaml.ts";
import { splitSlides } from "./slides.ts";

/** Lines with their own ends. */
const linesOf = (text: string): string[] => text.split(/(?<=\n|\r(?!\n))/);

/** A line's end, without the line. */
const endOf = (line: string): string => /[\r\n]*$/.exec(line)?.[0] ?? "";

/**
 * An era's file without its notes and comments. Definitions of links and footnotes belong to the whole file: those
 * that stand among notes stay when something public uses them.
 * @param raw the file's text without a byte order mark
 * @param separators comments that end a slide in a reveal-md deck
 * @param markdown one reader is enough for a whole deck
 */
export function publicEra(
  raw: string,
  separators: readonly string[] = [],
  markdown: MarkdownReader = makeMarkdown(),
): string {
  const front = cutFrontMatter(raw.replace(/\r\n?/g, "\n"), "");
  const body = withoutComments(front.body, separators, markdown);
  const lines = linesOf(raw);
  const [head, tail] = [lines.slice(0, front.lines), lines.slice(front.lines)];
  const { tokens } = markdown.blocks(body);
  const split = splitSlides(tokens, makePlaces("", body, front.lines), separators);
  const written = publicBlocks(body.split("\n"), tokens);
  const isPrivate = written.map(() => false);
  for (const { notes, toLine } of split.slides)
    if (notes !== undefined) isPrivate.fill(true, notes.line, toLine);
  const rules = tokens.filter(({ type, level }) => type === "hr" && level === 0);
  const ends = [...split.slides.map(({ toLine }) => toLine), ...rules.flatMap(({ map }) => map?.[0] ?? [])];
  sortDefinitions(written, isPrivate, definitionsIn(written, tokens), ends);
  const shown = tail.map(
    (line, index) => (isPrivate[index] === true ? "" : (written[index] ?? "")) + endOf(line),
  );
  return publicYaml(head.join("")) + shown.join("");
}

/** The body with every comment empty: `<!-- … -->` becomes `<!---->`, with as many line ends inside. */
function withoutComments(text: string, separators: readonly string[], markdown: MarkdownReader): string {
  if (!text.includes("<!--")) return text;
  const body = text.split("\n");
  const { tokens, env } = markdown.blocks(text);
  for (const token of tokens) {
    if (token.map === null || !hasComment(token, markdown, env)) continue;
    const [from, to] = token.map;
    const before = body.slice(from, to).join("\n");
    const after = token.type === "html_block" ? emptyBlock(before, separators) : emptyInline(before);
    body.splice(from, to - from, ...after.split("\n"));
  }
  return body.join("\n");
}

function hasComment(token: Token, { inline }: MarkdownReader, env: BlockTokens["env"]): boolean {
  if (token.type === "html_block") return token.content.includes("<!--");
  if (token.type !== "inline" || !token.content.includes("<!--")) return false;
  return inline([token], env).some(
    (read) => read.children?.some(({ type }) => type === "html_inline") ?? false,
  );
}

/** reveal-md's own comments say how a slide looks. */
const MEANS = /^<!--\s*\.(?:slide|element):/;

function emptyBlock(html: string, separators: readonly string[]): string {
  return splitComments(html)
    .map(({ comment, text }) =>
      !comment || MEANS.test(text) || separators.includes(text.trim()) ? text : emptied(text, ""),
    )
    .join("");
}

/** A stretch of code, or a comment. */
const CODE_OR_COMMENT = /(`+)[^`](?:[^]*?[^`])?\1(?!`)|<!--[^]*?-->/g;

function emptyInline(text: string): string {
  return text.replace(CODE_OR_COMMENT, (found) =>
    found.startsWith("`") || MEANS.test(found) ? found : emptied(found, "."),
  );
}

/**
 * A comment without its words.
 * @param filler stands on each line of a comment inside a paragraph, which an empty line would end
 */
function emptied(comment: string, filler: string): string {
  const inner = comment.split("\n").slice(1);
  // The marks of quotations and the indents of lists stay, or the lines would leave them.
  const lines = inner.map((line) => `\n${/^[\s>]*/.exec(line)?.[0] ?? ""}${filler}`);
  return `<!--${lines.join("")}-->`;
}

/**
 * Makes definitions public that something public uses, and what those use in turn; others that end a slide private: what
 * they are for stands in notes. One in the midst of a slide may part two lists, and stays.
 * @param ends lines before which something ends: the slides, and what stands above a rule
 */
function sortDefinitions(
  lines: readonly string[],
  isPrivate: boolean[],
  definitions: readonly Definition[],
  ends: readonly number[],
): void {
  const skipped = lines.map((line, index) => isPrivate[index] === true || line.trim() === "");
  for (const { from, to } of definitions) skipped.fill(true, from, to);
  const isEnd = new Set([...ends, lines.length]);
  /** Whether nothing else follows in the slide, by line. */
  const closes = [...lines.map(() => false), true];
  for (let at = lines.length - 1; at >= 0; at--)
    closes[at] = isEnd.has(at) || (skipped[at] === true && closes[at + 1] === true);
  const closing = definitions.filter(({ from, to }) => isPrivate[from] === true || closes[to] === true);
  for (const { from, to } of closing) isPrivate.fill(true, from, to);
  for (let found = true; found;) {
    const shown = lines
      .filter((_, index) => isPrivate[index] !== true)
      .join("\n")
      .toLowerCase();
    const used = closing.filter(
      ({ label, from }) => isPrivate[from] === true && shown.includes(`[${label}]`),
    );
    for (const { from, to } of used) isPrivate.fill(false, from, to);
    found = used.length > 0;
  }
}

/** Fields of BibTeX that reference managers write for their owner, from the comma before: where the PDF lies on the disk, and notes on it. */
const OWN_FIELD = /,\s*(?:file|annote|annotation|bdsk-file-\d+|local-url|timestamp|owner)\s*=\s*/iy;

/** A bibliography without what its owner alone should see: paths on the disk and private annotations. Lines stay. */
export function publicBibtex(text: string): string {
  let out = "";
  let from = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "\\") at += 1;
    else if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    // Inside braces within an entry it is text.
    else if (character === "," && depth === 1) {
      OWN_FIELD.lastIndex = at;
      const field = OWN_FIELD.exec(text)?.[0];
      if (field === undefined) continue;
      const end = endOfValue(text, at + field.length);
      out += text.slice(from, at) + text.slice(at, end).replace(/[^\r\n]/g, "");
      from = end;
      at = end - 1;
    }
  }
  return out + text.slice(from);
}

/** The place after a value in braces or quotation marks, or after a bare word. */
function endOfValue(text: string, start: number): number {
  const opener = text.charAt(start);
  if (opener !== "{" && opener !== '"')
    return start + (/^[^,}\s]*/.exec(text.slice(start, start + 1000))?.[0].length ?? 0);
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "\\") at += 1;
    else if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    if (depth === 0 && (opener === "{" || (character === '"' && at > start))) return at + 1;
  }
  return text.length;
}
