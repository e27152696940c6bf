/** One era: from its file to the era of the model. */
import type { Token } from "markdown-it";
import type { Blocks } from "../blocks/index.ts";
import { error } from "../diagnostics.ts";
import type { DeckFiles, DeckMeta, Era, Problem, Slide } from "../model.ts";
import { defined } from "./deck.ts";
import type { EraFile } from "./eras.ts";
import { readFrontMatter, type FrontMatter } from "./front-matter.ts";
import { MAX_NESTING, type MarkdownReader } from "./markdown.ts";
import { makePlaces, type Places } from "./places.ts";
import { readRevealKeys } from "./plain.ts";
import type { Sanitizer } from "./sanitizer.ts";
import { eraSchema, plainSchema, type EraYaml } from "./schema.ts";
import { draftSlide, readSlide, type SlideContext } from "./slide.ts";
import { slideIds } from "./slide-ids.ts";
import { splitSlides } from "./slides.ts";
import { readText, type SourceText } from "./text.ts";
import type { EraSource } from "./write.ts";

/** What the eras of a deck share. */
export interface EraContext {
  readonly files: DeckFiles;
  readonly paths: ReadonlySet<string>;
  readonly blocks: Blocks;
  readonly sanitizer: Sanitizer;
  readonly markdown: MarkdownReader;
  /** The deck has a `deck.yaml`. */
  readonly strict: boolean;
}

/** An era's file, read as far as its front matter. */
export interface OpenedEra {
  readonly file: EraFile;
  readonly source: SourceText;
  readonly front: FrontMatter<EraFront>;
}

/** What an era's front matter may say. In a plain folder it may hold keys of the deck as well. */
export type EraFront = { readonly [K in keyof EraYaml]?: EraYaml[K] | undefined };

/** An era of the model, and what the deck collects from all of them. */
export interface ReadEra {
  readonly era: Era;
  readonly source: EraSource;
  /** Deck paths, in order of first use. */
  readonly media: readonly string[];
  readonly problems: readonly Problem[];
}

/** Reads the front matter. */
export function openEra(file: EraFile, { files, strict }: EraContext): OpenedEra {
  const source = readText(files.files.get(file.path) ?? { path: file.path, sizeBytes: 0 });
  const front = strict
    ? readFrontMatter(source.text, file.path, eraSchema)
    : readFrontMatter(source.text, file.path, plainSchema);
  return { file, source, front };
}

/**
 * Reads the slides.
 * @param first no slide of the deck has come before
 * @param readOne reads a slide; given by those who read an era again and again and know what has not changed
 */
export function readEra(
  { file, source, front }: OpenedEra,
  shared: EraContext,
  meta: Pick<DeckMeta, "language" | "accounts">,
  first: boolean,
  readOne = readSlide,
): ReadEra {
  const problems: Problem[] = [...source.problems, ...front.problems];
  const separators = shared.strict ? [] : readRevealKeys(file.path, { ...front.value }, problems);
  const places = makePlaces(file.path, front.body, front.lines);
  const { tokens, env } = shared.markdown.blocks(front.body);
  const split = splitSlides(tokens, places, separators);
  problems.push(...tooDeep(tokens, places), ...split.problems);

  const context: SlideContext = { ...shared, meta, places, env, footnotes: split.footnotes, era: file.id };
  const drafts = split.slides.map((blocks) => draftSlide(blocks, context));
  const ids = slideIds(drafts, shared.strict, problems);
  const media = new Set<string>();
  const slides = drafts.map((draft, i): Slide => {
    const read = readOne(draft, ids[i] ?? "slide", first && i === 0, context);
    problems.push(...read.problems);
    for (const path of read.media) media.add(path);
    return read.slide;
  });
  const value: EraFront = front.value ?? {};
  const { title = file.name, terms = {}, places: where = [], people = [], questions = [] } = value;
  const { span, summary, minutes } = value;
  const era: Era = {
    id: file.id,
    ...defined({ number: file.number }),
    title,
    ...defined({ span, summary, minutes }),
    places: where,
    people,
    terms: Object.entries(terms).map(([term, definition]) => ({ term, definition })),
    questions,
    slides,
    at: { file: file.path, line: 1, column: 1 },
  };
  return {
    era,
    source: {
      path: file.path,
      mark: source.mark,
      raw: source.raw,
      slides: split.slides.map(({ fromLine, toLine }) => ({
        from: fromLine + front.lines,
        to: toLine + front.lines,
      })),
    },
    media: [...media],
    problems,
  };
}

/** Lists or quotations so deep that the reader gives up on them and on all that follows. */
function tooDeep(tokens: readonly Token[], places: Places): Problem[] {
  const deepest = tokens.find((token) => token.nesting === 1 && token.level >= MAX_NESTING - 1);
  if (deepest === undefined) return [];
  const message = "lists or quotations lie so deep inside one another that nothing from here on is read";
  return [
    error("markup-too-deep", places.line(deepest.map?.[0] ?? 0), message, {
      hint: "write it with fewer levels",
    }),
  ];
}
