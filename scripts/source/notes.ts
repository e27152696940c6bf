/** The lecturer's own notes. They have no part in what is public: no sources, footnotes, pictures or names come from them. */
import type { Token } from "markdown-it";
import type { At, Problem } from "../model.ts";
import { cleanHtml } from "./clean.ts";
import type { Sanitizer } from "./sanitizer.ts";
import type { MarkdownReader } from "./markdown.ts";
import type { Section } from "./slides.ts";

/** What rendering notes needs of their file. */
export interface NotesContext {
  readonly markdown: MarkdownReader;
  readonly env: Readonly<Record<string, unknown>>;
  readonly paths: ReadonlySet<string>;
  readonly sanitizer: Sanitizer;
}

/** Renders notes to cleaned HTML. */
export function renderNotes(
  notes: Section,
  at: At,
  context: NotesContext,
  onProblem: (problem: Problem) => void,
): string {
  const { markdown, env } = context;
  const tokens = markdown.inline(notes.tokens, env);
  for (const token of tokens) {
    token.attrs = token.attrs?.filter(([key]) => key !== "id") ?? null;
    if (token.children !== null) token.children = token.children.map((child) => plain(child, markdown));
    if (token.type.startsWith("container_slot"))
      token.type = token.nesting === 1 ? "group_open" : "group_close";
  }
  const cleaned = cleanHtml(markdown.render(tokens).trim(), at, context);
  cleaned.problems.forEach(onProblem);
  return cleaned.html;
}

/** Marks and pictures become their own words: a picture in private notes must not be copied to a public page. */
function plain(child: Token, markdown: MarkdownReader): Token {
  child.attrs = child.attrs?.filter(([key]) => key !== "id") ?? null;
  const text = words(child);
  return text === undefined ? child : markdown.html("html_inline", markdown.escape(text));
}

function words(child: Token): string | undefined {
  if (child.type === "citation" || child.type === "footnote") return `[${child.content}]`;
  if (child.type === "inline_footnote") return ` (${child.content})`;
  return child.type === "image" ? child.content : undefined;
}
