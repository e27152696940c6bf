/** Splits the blocks of a file into slides, and each slide into heading, content, narration and notes. */
import type { Token } from "markdown-it";
import { error, warning } from "../diagnostics.ts";
import type { Problem } from "../model.ts";
import { isOnlyComments } from "./comments.ts";
import { locateCells, type Places } from "./places.ts";

/** One slide's blocks. Lines count from 0 in the body. */
export interface SlideBlocks {
  /** The opening heading's `inline` token and level, if the slide begins with one. */
  readonly heading: { readonly inline: Token; readonly level: number } | undefined;
  readonly content: readonly Token[];
  readonly narration: Section | undefined;
  readonly notes: Section | undefined;
  /** The first line that holds anything. */
  readonly firstLine: number;
  /** The slide's whole part of the file, blank lines included; the break that ends it is not in it. */
  readonly fromLine: number;
  readonly toLine: number;
}

/** A trailing section, from the line of its label on. */
export interface Section {
  readonly line: number;
  readonly tokens: readonly Token[];
}

/** A file's slides, as blocks. */
export interface SplitFile {
  readonly slides: readonly SlideBlocks[];
  /** Footnotes' blocks by label; they belong to the whole file. */
  readonly footnotes: ReadonlyMap<string, readonly Token[]>;
  readonly problems: readonly Problem[];
}

/**
 * Splits a file.
 * @param separators HTML comments that end a slide instead of `---`, from a reveal-md deck's front matter
 */
export function splitSlides(
  tokens: readonly Token[],
  places: Places,
  separators: readonly string[] = [],
): SplitFile {
  locateCells(tokens);
  const problems: Problem[] = [];
  const footnotes = new Map<string, Token[]>();
  const blocks = withoutFootnotes(tokens, footnotes);
  const isBreak = (token: Token): boolean =>
    separators.length > 0
      ? token.type === "html_block" && separators.includes(token.content.trim())
      : token.type === "hr" && token.markup.startsWith("-");
  const breaks = blocks.some((token) => token.level === 0 && isBreak(token));
  const starts = (token: Token): boolean =>
    !breaks && token.type === "heading_open" && (token.tag === "h1" || token.tag === "h2");

  const slides: SlideBlocks[] = [];
  let current: Token[] = [];
  let fromLine = 0;
  const finish = (toLine: number): void => {
    const slide = readSlide(current, { fromLine, toLine, breaks }, places, problems);
    if (slide !== undefined) slides.push(slide);
    current = [];
  };
  for (const token of blocks) {
    if (token.level === 0 && isBreak(token)) {
      finish(token.map?.[0] ?? 0);
      fromLine = token.map?.[1] ?? 0;
    } else {
      if (token.level === 0 && starts(token) && current.length > 0) {
        finish(token.map?.[0] ?? 0);
        fromLine = token.map?.[0] ?? 0;
      }
      current.push(token);
    }
  }
  finish(places.lines.length);
  return { slides, footnotes, problems };
}

/** Takes the definitions of footnotes out. The first of one label counts. */
function withoutFootnotes(tokens: readonly Token[], footnotes: Map<string, Token[]>): Token[] {
  const rest: Token[] = [];
  let inside: Token[] | undefined;
  for (const token of tokens) {
    if (token.type === "footnote_reference_open") {
      inside = [];
      const written = token.meta?.["label"];
      const label = typeof written === "string" ? written : "";
      if (!footnotes.has(label)) footnotes.set(label, inside);
    } else if (token.type === "footnote_reference_close") inside = undefined;
    else (inside ?? rest).push(token);
  }
  return rest;
}

interface Extent {
  readonly fromLine: number;
  readonly toLine: number;
  /** Whether the file has breaks: without them a heading may begin a slide. */
  readonly breaks: boolean;
}

function readSlide(
  tokens: readonly Token[],
  extent: Extent,
  places: Places,
  problems: Problem[],
): SlideBlocks | undefined {
  const firstLine = tokens.find((token) => token.map !== null)?.map?.[0];
  if (firstLine === undefined || outsideFootnotes(tokens).every(showsNothing)) return undefined;
  const parts = bySection(tokens, places, problems);
  const start = parts.content.findIndex((token) => !isComment(token));
  const opener = parts.content[start];
  const inline = opener?.type === "heading_open" ? parts.content[start + 1] : undefined;
  const heading = inline === undefined ? undefined : { inline, level: Number(opener?.tag.slice(1)) };
  const content = heading === undefined ? parts.content : parts.content.toSpliced(start, 3);
  warnOfSetext(tokens, opener, extent.breaks, places, problems);
  return {
    heading,
    content,
    narration: parts.narration,
    notes: parts.notes,
    firstLine,
    fromLine: extent.fromLine,
    toLine: extent.toLine,
  };
}

/** An HTML block of comments and nothing else. */
const isComment = (token: Token): boolean => token.type === "html_block" && isOnlyComments(token.content);

/** A definition of a link, or comments that say nothing of a slide: these alone make none. */
const showsNothing = (token: Token): boolean =>
  token.type === "reference_definition" || (isComment(token) && !/\.slide:/.test(token.content));

/** Without the definitions of footnotes, which show nothing where they stand. */
function outsideFootnotes(tokens: readonly Token[]): Token[] {
  let depth = 0;
  return tokens.filter(({ type }) => {
    if (type === "footnote_reference_open") depth += 1;
    else if (type === "footnote_reference_close") depth -= 1;
    return depth === 0 && type !== "footnote_reference_close";
  });
}

interface Parts {
  readonly content: Token[];
  readonly narration: Section | undefined;
  readonly notes: Section | undefined;
}

/** Sorts blocks into what is shown, what is said and what is private; what follows `Note:` never leaves it. */
function bySection(tokens: readonly Token[], places: Places, problems: Problem[]): Parts {
  const content: Token[] = [];
  let narration: { line: number; tokens: Token[] } | undefined;
  let notes: { line: number; tokens: Token[] } | undefined;
  let target: Token[] | undefined = content;
  for (const token of tokens) {
    if (token.type !== "section") {
      target?.push(token);
      continue;
    }
    const line = token.map?.[0] ?? 0;
    const at = places.line(line);
    const word = (/^[^:]*:/.exec(places.lines[line] ?? "") ?? ["Note:"])[0];
    const details = { length: word.length };
    if (token.level > 0) {
      const hint = "end the slot above with a line of :::";
      problems.push(error("section-in-slot", at, `"${word}" stands inside a slot`, { ...details, hint }));
      target = undefined;
    } else if (token.info === "note" && notes !== undefined) {
      const hint = "one Note: is enough, all after it is private";
      problems.push(warning("second-section", at, `this slide has a second "${word}"`, { ...details, hint }));
    } else if (token.info === "note") {
      notes = { line, tokens: [] };
      target = notes.tokens;
    } else if (notes !== undefined) {
      const hint = "move the narration before Note:, or end the slide with --- between empty lines";
      problems.push(
        error(
          "narration-after-note",
          at,
          "narration stands after the private note, where nobody would hear it",
          { ...details, hint },
        ),
      );
    } else if (narration !== undefined) {
      const hint = "keep one, or end the slide with --- between empty lines";
      problems.push(error("second-section", at, `this slide has a second "${word}"`, { ...details, hint }));
    } else {
      narration = { line, tokens: [] };
      target = narration.tokens;
    }
  }
  return { content, narration, notes };
}

/** Text with `---` straight under it is a heading to Markdown, and seldom to its author. */
function warnOfSetext(
  tokens: readonly Token[],
  title: Token | undefined,
  breaks: boolean,
  places: Places,
  problems: Problem[],
): void {
  let inSection = false;
  for (const [i, token] of tokens.entries()) {
    if (token.type === "section") inSection = true;
    if (token.type !== "heading_open" || token.markup !== "-" || token.level > 0) continue;
    const text = tokens[i + 1]?.content ?? "";
    const isTitle = token === title && !inSection;
    const at = places.line((token.map?.[1] ?? 1) - 1);
    if (isTitle && text.split("\n").every((line) => /^[a-z][\w-]*:(?:\s|$)/i.test(line))) {
      const hint = "settings stand in the heading: ## Title {layout=figure}";
      problems.push(
        warning("settings-block", at, "there is no block of settings on a slide: this reads as a heading", {
          hint,
          length: 3,
        }),
      );
    } else if (!isTitle || (text.includes("\n") && !breaks) || (!breaks && /[.!?:]$/.test(text))) {
      const hint = "put an empty line before --- to end the slide, or write the heading with ##";
      problems.push(
        warning("setext-heading", at, "this makes the text above it a heading, and ends no slide", {
          hint,
          length: 3,
        }),
      );
    }
  }
}
