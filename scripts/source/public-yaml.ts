/** YAML as others may have it: without comments. In `deck.yaml`, front matter and the blocks that are drawn. */
import type { Token } from "markdown-it";
import { Lexer } from "yaml";
import { blockKinds } from "../blocks/index.ts";

/** What the lexer of YAML marks its own findings with: a document's start, an end of flow, a scalar. */
const LEXER_MARKS = new Set(["\u0002", "\u0018", "\u001F"]);
const SCALAR_FOLLOWS = "\u001F";

/** YAML without its comments; lines stay. */
export function publicYaml(text: string): string {
  if (!text.includes("#")) return text;
  let out = "";
  let before = "";
  for (const lexeme of new Lexer().lex(text)) {
    // A block of text may begin with #, and is no comment.
    const isComment = lexeme.startsWith("#") && before !== SCALAR_FOLLOWS;
    if (!isComment && !LEXER_MARKS.has(lexeme)) out += lexeme;
    before = lexeme;
  }
  return out;
}

/**
 * Markdown without the comments in its drawn blocks. A `#` in code that is only shown is part of what is shown.
 * @param body lines of Markdown
 * @param tokens as the reader found them in these lines
 */
export function publicBlocks(body: readonly string[], tokens: readonly Token[]): string[] {
  const lines = [...body];
  for (const { type, info, content, map } of tokens) {
    const [kind = ""] = info.trim().split(/\s+/);
    if (type !== "fence" || map === null || !blockKinds.includes(kind)) continue;
    const before = content.split("\n");
    const after = publicYaml(content).split("\n");
    for (const [index, written] of before.entries()) {
      const at = map[0] + 1 + index;
      const line = lines[at];
      // In a list or a quotation every line begins with its indent or mark.
      if (line === undefined || written === after[index] || !line.endsWith(written)) continue;
      lines[at] = line.slice(0, line.length - written.length) + (after[index] ?? "");
    }
  }
  return lines;
}
