/** One slide: from its blocks to the slide of the model. */
import type { Token } from "markdown-it";
import type { Blocks } from "../blocks/index.ts";
import { error, suggestion } from "../diagnostics.ts";
import type { At, DeckFiles, DeckMeta, Problem, Slide } from "../model.ts";
import { chooseLayout, findLayout, layouts } from "../render/layouts.ts";
import { makeApparatus, type Apparatus } from "./apparatus.ts";
import { cleanHtml } from "./clean.ts";
import { readContent, type Content } from "./content.ts";
import { problemLocator } from "./locate.ts";
import type { MarkdownReader } from "./markdown.ts";
import { trailingAttributes, type Attributes } from "./markdown/attributes.ts";
import { positionOf } from "./markdown/marks.ts";
import { makeNames } from "./names.ts";
import { hasClicks, readNarration } from "./narration.ts";
import { renderNotes } from "./notes.ts";
import type { Places } from "./places.ts";
import { htmlIds } from "./raw-html.ts";
import { applyRevealComments } from "./reveal.ts";
import type { Sanitizer } from "./sanitizer.ts";
import { readSettings, type Settings } from "./settings.ts";
import type { SlideBlocks } from "./slides.ts";
import { makeSteps } from "./steps.ts";

/** What the slides of one file share. */
export interface SlideContext {
  readonly files: DeckFiles;
  readonly paths: ReadonlySet<string>;
  readonly blocks: Blocks;
  readonly sanitizer: Sanitizer;
  readonly meta: Pick<DeckMeta, "language" | "accounts">;
  readonly markdown: MarkdownReader;
  readonly places: Places;
  /** The file's definitions of links. */
  readonly env: Readonly<Record<string, unknown>>;
  readonly footnotes: ReadonlyMap<string, readonly Token[]>;
  readonly era: string;
}

/** A slide read as far as its id: ids must be known before elements can have theirs. */
export interface SlideDraft {
  readonly blocks: SlideBlocks;
  readonly at: At;
  /** Where the written id stands; `at` when there is none. */
  readonly idAt: At;
  /** Empty when there is no heading. */
  readonly title: string;
  readonly heading: readonly Token[];
  readonly settings: Settings;
  /** The content with its text read, where settings had to be looked for in it. */
  readonly shown: readonly Token[] | undefined;
  readonly problems: readonly Problem[];
}

/** Reads heading and settings. */
export function draftSlide(blocks: SlideBlocks, context: SlideContext): SlideDraft {
  const { markdown, places, env } = context;
  const problems: Problem[] = [];
  const at =
    blocks.heading === undefined ? places.line(blocks.firstLine) : places.block(blocks.heading.inline);
  const inline = blocks.heading?.inline;
  const found = inline === undefined ? undefined : trailingAttributes(inline.content);
  const written = inline === undefined ? "" : inline.content.slice(0, found?.from).trimEnd();
  const heading = inline === undefined ? [] : markdown.line(written, env);
  const none: Attributes = { classes: [], pairs: [] };
  // Reading the text costs most, and its tokens are large: they live no longer than their slide is read.
  const early = blocks.content.some((token) => token.content.includes(".slide:"));
  const shown = early ? markdown.inline(blocks.content, env) : undefined;
  const reveal = shown === undefined ? none : applyRevealComments(shown);
  const { id, classes, pairs } = found?.attributes ?? none;
  const itsId = id ?? reveal.id;
  const placeOf = (text: string): At =>
    inline === undefined
      ? at
      : places.text(inline, Math.max(0, inline.content.indexOf(text, found?.from ?? 0)));
  const setting: Problem[] = [];
  const settings = readSettings(
    {
      ...(itsId !== undefined && { id: itsId }),
      classes: [...classes, ...reveal.classes],
      pairs: [...pairs, ...reveal.pairs],
    },
    {
      paths: context.paths,
      accounts: context.meta.accounts,
      at: placeOf,
      problems: setting,
    },
  );
  // What a comment sets stands in no heading.
  const located = reveal.pairs.length === 0 ? setting : setting.map(problemLocator(places, blocks));
  problems.push(...located);
  return {
    blocks,
    at,
    idAt: id === undefined ? at : placeOf(`#${id}`),
    title: plainText(heading),
    heading,
    settings,
    shown,
    problems,
  };
}

/** The text of inline tokens, marks left out. */
function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === "text" || token.type === "code_inline") return token.content;
      if (token.type === "image") return plainText(token.children ?? []);
      return token.type === "softbreak" || token.type === "hardbreak" ? " " : "";
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/** A slide of the model, and what its era collects. */
export interface ReadSlide {
  readonly slide: Slide;
  readonly media: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the rest of a slide.
 * @param id the slide's part of its full id
 * @param first whether it is the first slide of the deck
 */
export function readSlide(draft: SlideDraft, id: string, first: boolean, context: SlideContext): ReadSlide {
  const { blocks, settings, at } = draft;
  const { markdown, places, env, meta } = context;
  const problems: Problem[] = [...draft.problems];
  const fullId = `${context.era}/${id}`;
  const shown = draft.shown ?? markdown.inline(blocks.content, env);
  if (draft.shown === undefined) applyRevealComments(shown);
  const names = makeNames(fullId, writtenNames(shown), problems);
  const apparatus = slideApparatus(fullId, context, problems);
  const said = markdown.inline(blocks.narration?.tokens ?? [], env, "narration");
  const titleHtml = headingHtml(draft, apparatus, context);
  const content = readContent(shown, {
    ...context,
    language: meta.language,
    names,
    apparatus,
    clicks: hasClicks(said),
    problems,
  });
  const narration = readNarration(said, { markdown, places, apparatus, language: meta.language, problems });
  const {
    waiting,
    steps,
    cues,
    problems: stepProblems,
  } = makeSteps({
    marked: content.marked,
    elements: names.elements,
    cues: narration.cues,
    sentences: narration.sentences.length,
  });
  problems.push(...stepProblems);
  const layout = layoutOf(draft, content, first, problems);

  const media: string[] = [...settings.media];
  const locate = problemLocator(places, blocks);
  const clean = (html: string): string => {
    const cleaned = cleanHtml(html, at, context);
    problems.push(...cleaned.problems.map(locate));
    media.push(...cleaned.media);
    return cleaned.html;
  };
  const slide: Slide = {
    id,
    fullId,
    aliases: settings.aliases,
    title: draft.title,
    titleHtml: clean(titleHtml),
    layout,
    classes: settings.classes,
    settings: settings.others,
    ...(settings.account !== undefined && { account: settings.account }),
    slots: Object.fromEntries(content.slots.map(({ name, html }) => [name, clean(html)])),
    citations: apparatus.citations,
    footnotes: apparatus.footnotes.map(clean),
    elements: names.elements,
    waiting,
    steps,
    narration: narration.sentences.map((sentence, i) =>
      Object.assign({}, sentence, { html: clean(sentence.html), cues: cues[i] ?? [] }),
    ),
    notes:
      blocks.notes === undefined
        ? ""
        : renderNotes(blocks.notes, at, context, (p) => problems.push(locate(p))),
    descriptions: content.descriptions,
    ...(content.dates.length > 0 && { dates: content.dates }),
    ...(settings.minutes !== undefined && { minutes: settings.minutes }),
    ...(settings.optional && { optional: true }),
    at,
    endLine: lastLine(blocks, places),
  };
  const files = [...new Set([...media, ...content.drawings])];
  return { slide: files.length === 0 ? slide : { ...slide, files }, media, problems };
}

/** The names that the author gives, so that derived ones keep clear of them. */
function writtenNames(tokens: readonly Token[]): Set<string> {
  const names = new Set<string>();
  for (const token of tokens) {
    const all = token.type === "inline" ? (token.children ?? []) : [token];
    for (const one of all) {
      const id = one.attrGet("id");
      if (id !== null) names.add(String(id));
      if (one.type === "html_block" || one.type === "html_inline")
        for (const found of htmlIds(one.content)) names.add(found);
    }
  }
  return names;
}

function headingHtml(
  { heading, blocks }: SlideDraft,
  apparatus: Apparatus,
  { markdown, places }: SlideContext,
): string {
  const inline = blocks.heading?.inline;
  if (inline === undefined) return "";
  const tokens = heading.map((token) => {
    const mark = apparatus.mark(token, places.text(inline, positionOf(token)));
    return mark === undefined ? token : markdown.html("html_inline", mark);
  });
  return markdown.renderInline(tokens).trim();
}

function slideApparatus(
  fullId: string,
  { markdown, places, env, footnotes }: SlideContext,
  problems: Problem[],
): Apparatus {
  const marked = (tokens: readonly Token[], inline: Token | undefined, mark: Apparatus["mark"]): Token[] =>
    tokens.map((child) => {
      const at = inline === undefined ? places.line(0) : places.text(inline, positionOf(child));
      const html = mark(child, at);
      return html === undefined ? child : markdown.html("html_inline", html);
    });
  return makeApparatus({
    fullId,
    labels: [...footnotes.keys()],
    footnote: (label, mark) => {
      const tokens = markdown.inline(footnotes.get(label) ?? [], env);
      for (const token of tokens) {
        if (token.children !== null) token.children = marked(token.children, token, mark);
        token.attrs = token.attrs?.filter(([key]) => key !== "id") ?? null;
      }
      const html = markdown.render(tokens).trim();
      return /^<p>(?:(?!<p>)[\s\S])*<\/p>$/.test(html) ? html.slice(3, -4) : html;
    },
    inline: (text, mark) => markdown.renderInline(marked(markdown.line(text, env), undefined, mark)),
    escape: markdown.escape,
    problems,
  });
}

/** The layout, and whether it has the slots that the slide opens. */
function layoutOf(
  { blocks, title, settings }: SlideDraft,
  content: Content,
  first: boolean,
  problems: Problem[],
): string {
  const opened = content.slots.filter(({ name }) => name !== "main");
  const name =
    settings.layout ??
    chooseLayout({
      title,
      headingLevel: blocks.heading?.level ?? 0,
      first,
      slots: opened.map((slot) => slot.name),
      kinds: content.kinds,
      words: content.words,
    });
  const has = findLayout(name)?.slots ?? [];
  for (const slot of opened) {
    if (has.includes(slot.name) || slot.at === undefined) continue;
    const known = has.length > 0 ? has : [...new Set(layouts.flatMap((layout) => layout.slots))];
    const fitting = layouts.filter((layout) => layout.slots.includes(slot.name)).map((layout) => layout.name);
    const hint =
      fitting.length > 0 ? `layouts with this slot: ${fitting.join(", ")}` : suggestion(slot.name, known);
    const details = { ...(hint !== undefined && { hint }), length: 4 + slot.name.length };
    problems.push(error("unknown-slot", slot.at, `the layout "${name}" has no slot "${slot.name}"`, details));
  }
  return name;
}

function lastLine({ toLine, firstLine }: SlideBlocks, places: Places): number {
  let line = toLine - 1;
  while (line > firstLine && (places.lines[line] ?? "").trim() === "") line--;
  return places.line(line).line;
}
