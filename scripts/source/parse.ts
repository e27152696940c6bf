/** The whole of reading: a deck's files become a deck and the problems in it. Pure; asks no disk. */
import type { Blocks } from "../blocks/index.ts";
import { warning } from "../diagnostics.ts";
import type { Deck, DeckFiles, DeckMeta, Era, Problem, Reference, Slide } from "../model.ts";
import { themeNames } from "../render/themes.ts";
import { deckMeta, defined, readDeckYaml } from "./deck.ts";
import { findEras, titled, type EraFile } from "./eras.ts";
import { readFrontMatter, type FrontMatter } from "./front-matter.ts";
import { freeId, slug } from "./ids.ts";
import { makeMarkdown, type MarkdownReader } from "./markdown.ts";
import { makePlaces } from "./places.ts";
import { readReferences, type BibtexReader } from "./references.ts";
import { deckSchema, eraSchema, plainSchema, REVEAL_KEYS, type DeckYaml, type EraYaml } from "./schema.ts";
import { draftSlide, readSlide, type SlideContext, type SlideDraft } from "./slide.ts";
import { splitSlides } from "./slides.ts";
import { readText } from "./text.ts";
import type { EraSource } from "./write.ts";

export interface ParseOptions {
  /** The kinds of blocks that the deck uses (`loadBlocks`). */
  readonly blocks: Blocks;
  /** For a bibliography in BibTeX (`loadBibtex`). */
  readonly bibtex?: BibtexReader;
}

export interface Parsed {
  /** Undefined when there is nothing to show: no era could be read. */
  readonly deck: Deck | undefined;
  readonly problems: readonly Problem[];
  /** Every era's file as it was written, piece by piece. */
  readonly sources: readonly EraSource[];
}

/** What an era's front matter may say; nothing when it has none. */
type EraFront = { readonly [K in keyof EraYaml]?: EraYaml[K] | undefined };

/** An era read as far as its slides' ids. */
interface EraDraft {
  readonly file: EraFile;
  readonly front: EraFront;
  /** Keys of the deck in the front matter of a plain folder. */
  readonly deck: Readonly<Record<string, unknown>>;
  readonly context: Omit<SlideContext, "meta">;
  readonly split: ReturnType<typeof splitSlides>;
  readonly source: EraSource;
}

/** Reads a deck. */
export function parse(files: DeckFiles, options: ParseOptions): Parsed {
  const data = readDeckYaml(files);
  const found = findEras(files, data.exists);
  const problems: Problem[] = [...data.problems, ...found.problems];
  const markdown = makeMarkdown();
  const paths = new Set(files.files.keys());
  const drafts = found.eras.map((file) =>
    draftEra(file, { files, paths, markdown, blocks: options.blocks, strict: data.exists }, problems),
  );
  if (drafts.length === 0) return { deck: undefined, problems, sources: [] };

  const yaml = data.yaml ?? plainDeck(files, drafts);
  const media = new Set<string>();
  const eras: Era[] = [];
  for (const draft of drafts) {
    const context: SlideContext = { ...draft.context, meta: yaml };
    const first = eras.every((era) => era.slides.length === 0);
    eras.push(readEra(draft, context, { first, strict: data.exists, media, problems }));
  }
  const meta = deckMeta(yaml, {
    hasDeckYaml: data.exists,
    firstLayout: eras.find((era) => era.slides.length > 0)?.slides[0]?.layout,
  });
  const deck: Deck = {
    id: slug(files.name) || "deck",
    meta: titledMeta(meta, data.exists, eras, files),
    eras,
    references: readBibliography(yaml, files, options, problems),
    media: [...media],
  };
  return { deck, problems, sources: drafts.map((draft) => draft.source) };
}

interface FileContext {
  readonly files: DeckFiles;
  readonly paths: ReadonlySet<string>;
  readonly markdown: MarkdownReader;
  readonly blocks: Blocks;
  /** The deck has a `deck.yaml`. */
  readonly strict: boolean;
}

function draftEra(
  file: EraFile,
  { files, paths, markdown, blocks, strict }: FileContext,
  problems: Problem[],
): EraDraft {
  const source = readText(files.files.get(file.path) ?? { path: file.path, sizeBytes: 0 });
  const front: FrontMatter<EraFront> = strict
    ? readFrontMatter(source.text, file.path, eraSchema)
    : readFrontMatter(source.text, file.path, plainSchema);
  problems.push(...source.problems, ...front.problems);
  const separators = strict ? [] : readRevealKeys(file.path, front, problems);
  const places = makePlaces(file.path, front.body, front.lines);
  const { tokens, env } = markdown.blocks(front.body);
  const split = splitSlides(tokens, places, separators);
  problems.push(...split.problems);
  const value = front.value ?? {};
  return {
    file,
    front: value,
    deck: strict ? {} : { ...value },
    context: { files, paths, blocks, markdown, places, env, footnotes: split.footnotes, era: file.id },
    split,
    source: {
      path: file.path,
      mark: source.mark,
      raw: source.raw,
      slides: split.slides.map(({ fromLine, toLine }) => ({
        from: fromLine + front.lines,
        to: toLine + front.lines,
      })),
    },
  };
}

/** One warning for what reveal-md would have read and we do not; gives the separators that are HTML comments. */
function readRevealKeys(file: string, front: FrontMatter<object>, problems: Problem[]): string[] {
  const value: Readonly<Record<string, unknown>> = { ...front.value };
  const separators = ["separator", "verticalSeparator"].flatMap((key) => {
    const literal = typeof value[key] === "string" ? /<!--.*-->/.exec(value[key])?.[0] : undefined;
    return literal === undefined ? [] : [literal];
  });
  const dashes = (key: unknown): boolean =>
    typeof key === "string" && /^\W*-{3,}\W*$/.test(key.replaceAll(/\\[rn]/g, ""));
  const skipped = [...REVEAL_KEYS, "theme"].filter((key) => {
    if (value[key] === undefined) return false;
    if (key === "theme") return !themeNames.includes(String(value[key]));
    return (
      !/^(?:v|s)\w*[sS]eparator$/.test(key) || !(dashes(value[key]) || /<!--.*-->/.test(String(value[key])))
    );
  });
  if (skipped.length > 0) {
    const hint = "they can stay: they are for reveal-md alone";
    problems.push(
      warning(
        "reveal-md-keys",
        { file, line: 1, column: 1 },
        `these keys of reveal-md say nothing here: ${skipped.join(", ")}`,
        { hint },
      ),
    );
  }
  return separators;
}

/** The data of a folder without `deck.yaml`: the first front matter that gives a key gives it for the deck. */
function plainDeck(files: DeckFiles, drafts: readonly EraDraft[]): DeckYaml {
  const title = drafts.length === 1 ? drafts[0]?.front.title : undefined;
  const given: Record<string, unknown> = {};
  for (const { deck } of drafts) {
    for (const [key, value] of Object.entries(deck))
      if (key in deckSchema.shape && !(key in given) && key !== "title") given[key] = value;
  }
  if (!themeNames.includes(String(given["theme"]))) delete given["theme"];
  const read = deckSchema.safeParse({ ...given, title: title ?? (titled(files.name) || files.name) });
  return read.success ? read.data : deckSchema.parse({ title: titled(files.name) || "Lecture" });
}

/** A plain folder of one file without a title takes its first heading. */
function titledMeta(meta: DeckMeta, strict: boolean, eras: readonly Era[], files: DeckFiles): DeckMeta {
  if (strict || eras.length !== 1 || meta.title !== (titled(files.name) || files.name)) return meta;
  const heading = eras[0]?.slides[0]?.title;
  return heading === undefined || heading === "" ? meta : { ...meta, title: heading };
}

interface EraReading {
  /** No slide has come before. */
  readonly first: boolean;
  readonly strict: boolean;
  readonly media: Set<string>;
  readonly problems: Problem[];
}

function readEra(
  draft: EraDraft,
  context: SlideContext,
  { first, strict, media, problems }: EraReading,
): Era {
  const { file, front, split } = draft;
  const drafts = split.slides.map((blocks) => draftSlide(blocks, context));
  const ids = slideIds(drafts, file, strict, problems);
  const slides: Slide[] = drafts.map((slideDraft, i) => {
    const read = readSlide(slideDraft, ids[i] ?? "slide", first && i === 0, context);
    problems.push(...read.problems);
    for (const path of read.media) media.add(path);
    return read.slide;
  });
  const {
    title = file.name,
    terms = {},
    places = [],
    people = [],
    questions = [],
    span,
    summary,
    minutes,
  } = front;
  return {
    id: file.id,
    title,
    ...defined({ span, summary, minutes }),
    places,
    people,
    terms: Object.entries(terms).map(([term, definition]) => ({ term, definition })),
    questions,
    slides,
    at: { file: file.path, line: 1, column: 1 },
  };
}

/** Written ids first: two that are equal are an error; then those made from titles, which give way. */
function slideIds(
  drafts: readonly SlideDraft[],
  file: EraFile,
  strict: boolean,
  problems: Problem[],
): string[] {
  const taken = new Set<string>();
  for (const { settings, at } of drafts) {
    if (settings.id === undefined) continue;
    if (taken.has(settings.id)) {
      problems.push({ ...duplicateSlide(settings.id), ...at });
    }
    taken.add(settings.id);
  }
  const used = new Set<string>();
  const vague: { id: string; draft: SlideDraft }[] = [];
  const ids = drafts.map((draft) => {
    const written = draft.settings.id;
    if (written !== undefined)
      return used.has(written) ? freeId(written, taken) : (used.add(written), written);
    const base = slug(draft.title);
    const id = freeId(base, taken);
    taken.add(id);
    if (id !== base) vague.push({ id, draft });
    return id;
  });
  warnOfVagueIds(vague, file, strict, problems);
  return ids;
}

const duplicateSlide = (id: string): Problem => ({
  severity: "error",
  code: "duplicate-slide",
  message: `two slides of this era have the id "${id}"`,
  hint: "give each its own, and keep the old one with aliases=",
  file: "",
  line: 1,
  column: 1,
});

/** Ids that come from a slide's position change when it moves, and links to it with them. */
function warnOfVagueIds(
  vague: readonly { id: string; draft: SlideDraft }[],
  { path }: EraFile,
  strict: boolean,
  problems: Problem[],
): void {
  if (!strict && vague.length > 1) {
    const lines = vague.map(({ draft }) => draft.at.line);
    const listed = lines.slice(0, 8).join(", ") + (lines.length > 8 ? " …" : "");
    const message = `${vague.length} slides have no id of their own (lines ${listed})`;
    const first = vague[0]?.draft.at ?? { file: path, line: 1, column: 1 };
    problems.push(
      warning("derived-id", first, message, {
        hint: "links to them last if their headings give one: ## Title {#telegram}",
      }),
    );
    return;
  }
  for (const { id, draft } of vague) {
    const why =
      draft.title === "" ? "this slide has no title to make an id from" : "another slide has the same title";
    const hint = `give it one that stays: ## ${draft.title}${draft.title === "" ? "" : " "}{#${slug(draft.title) || "name"}${draft.title === "" ? "" : "-again"}}`;
    problems.push(warning("derived-id", draft.at, `${why}; its id is "${id}"`, { hint }));
  }
}

function readBibliography(
  yaml: DeckYaml,
  files: DeckFiles,
  options: ParseOptions,
  problems: Problem[],
): readonly Reference[] {
  const file = yaml.sources === undefined ? undefined : files.files.get(yaml.sources);
  if (file === undefined) return [];
  const source = readText(file);
  const read = readReferences(source.text, { file: file.path, line: 1, column: 1 }, options.bibtex);
  problems.push(...source.problems, ...read.problems);
  return read.references;
}
