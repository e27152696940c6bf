/** Markdown as this format reads it: CommonMark and GFM tables, with the rules of `markdown/`. */
import MarkdownIt, { type Token } from "markdown-it";
import deflist from "markdown-it-deflist";
import footnote from "markdown-it-footnote";
import { applyAttributes } from "./markdown/attributes.ts";
import { marks, NARRATION } from "./markdown/marks.ts";
import { say } from "./markdown/say.ts";
import { sections } from "./markdown/sections.ts";
import { slots } from "./markdown/slots.ts";
import { spans } from "./markdown/spans.ts";

/** A file's blocks, and what all of the file shares. */
export interface BlockTokens {
  readonly tokens: Token[];
  /** Definitions of links, for `readInline`. */
  readonly env: Readonly<Record<string, unknown>>;
}

/** A reader and writer of Markdown. It holds no state between calls. */
export interface MarkdownReader {
  /** Reads blocks; the text inside them is not read yet. */
  readonly blocks: (text: string) => BlockTokens;
  /** Reads the text of blocks, and moves attributes in braces to their elements. */
  readonly inline: (tokens: readonly Token[], env: BlockTokens["env"], where?: "narration") => Token[];
  /** Reads a single line of text. */
  readonly line: (text: string, env: BlockTokens["env"]) => Token[];
  readonly render: (tokens: Token[]) => string;
  readonly renderInline: (children: Token[]) => string;
  /** A token of finished HTML. */
  readonly html: (type: "html_block" | "html_inline", content: string) => Token;
  readonly escape: (text: string) => string;
}

/** How deep blocks may lie inside one another, a list and its item counted apart; markdown-it leaves out all that follows a deeper one. */
export const MAX_NESTING = 100;

/** Makes the reader. One is enough for a whole deck. */
export function makeMarkdown(): MarkdownReader {
  const md = MarkdownIt({ html: true, maxNesting: MAX_NESTING });
  md.use(sections).use(slots).use(deflist).use(footnote).use(say).use(spans).use(marks);
  // The plugin's block rule finds the definitions; marks are ours, since footnotes belong to their slide.
  md.inline.ruler.disable(["footnote_inline", "footnote_ref"]);
  // What cleaning takes out it names; what Markdown refuses it leaves as raw text without a word.
  md.validateLink = () => true;
  const { Token: TokenClass } = new md.core.State("", md, {});
  const normal = md.normalizeLink.bind(md);
  md.normalizeLink = (url) => (url.startsWith("say:") ? url : normal(url));

  const inlineOf = (content: string, env: BlockTokens["env"], narration: boolean): Token[] => {
    const children: Token[] = [];
    md.inline.parse(content, md, narration ? { ...env, [NARRATION]: true } : { ...env }, children);
    return children;
  };
  return {
    blocks: (text) => {
      const tokens: Token[] = [];
      const env: Record<string, unknown> = {};
      md.block.parse(text, md, env, tokens);
      return { tokens, env };
    },
    inline: (tokens, env, where) => {
      for (const token of tokens) {
        if (token.type === "inline") token.children = inlineOf(token.content, env, where === "narration");
      }
      const placed = where === "narration" ? [...tokens] : applyAttributes([...tokens]);
      for (const token of placed) if (token.children !== null) token.children = joined(token.children);
      return placed;
    },
    line: (text, env) => joined(inlineOf(text, env, false)),
    render: (tokens) => md.renderer.render(tokens, md.options, {}),
    renderInline: (children) => md.renderer.renderInline(children, md.options, {}),
    html: (type, content) => Object.assign(new TokenClass(type, "", 0), { content }),
    escape: md.utils.escapeHtml,
  };
}

/** Joins neighbouring text, as markdown-it's own chain does at its end. Escaped characters are text of their own until then. */
function joined(children: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const token of children) {
    const last = out.at(-1);
    if (token.type === "text_special") token.type = "text";
    if (token.type === "text" && last?.type === "text") last.content += token.content;
    else out.push(token);
  }
  return out;
}
