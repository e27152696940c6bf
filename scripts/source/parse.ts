/** The whole of reading: a deck's files become a deck and the problems in it. Pure; asks no disk. */
import type { Blocks } from "../blocks/index.ts";
import type { Deck, DeckFiles, Era, Problem, Reference } from "../model.ts";
import { readCredits } from "./credits.ts";
import { deckMeta, readDeckYaml, type DeckData } from "./deck.ts";
import { readDeckDrawings } from "./deck-drawings.ts";
import { openEra, readEra, type EraContext, type OpenedEra } from "./era.ts";
import { findEras } from "./eras.ts";
import { slug } from "./ids.ts";
import { makeMarkdown } from "./markdown.ts";
import { plainDeck, titledMeta } from "./plain.ts";
import { readReferences, type BibtexReader } from "./references.ts";
import { loadSanitizer, NeedsSanitizer, noSanitizer, type Sanitizer } from "./sanitizer.ts";
import type { DeckYaml } from "./schema.ts";
import { readText } from "./text.ts";
import type { EraSource } from "./write.ts";

/** What was loaded for this deck. */
export interface ParseOptions {
  /** The kinds of blocks that the deck uses (`loadBlocks`). */
  readonly blocks: Blocks;
  /** For a bibliography in BibTeX (`loadBibtex`). */
  readonly bibtex?: BibtexReader;
  /** Given by those who read a deck again and again and know what has not changed. */
  readonly reader?: DeckReader;
}

/** Reads a deck's files: `deck.yaml`, then each era's front matter, then its slides. */
export interface DeckReader {
  readonly readDeckYaml: typeof readDeckYaml;
  readonly openEra: typeof openEra;
  readonly readEra: typeof readEra;
}

const freshReader: DeckReader = { readDeckYaml, openEra, readEra };

/** A deck's files, understood. */
export interface Parsed {
  /** Undefined when there is nothing to show: no era could be read. */
  readonly deck: Deck | undefined;
  readonly problems: readonly Problem[];
  /** Every era's file as it was written, piece by piece. */
  readonly sources: readonly EraSource[];
}

/** Reads a deck. One that turns out to need the sanitizer is read once more with it. */
export async function parse(files: DeckFiles, options: ParseOptions): Promise<Parsed> {
  try {
    return parseWith(noSanitizer, files, options);
  } catch (reason) {
    if (!(reason instanceof NeedsSanitizer)) throw reason;
    return parseWith(await loadSanitizer(), files, options);
  }
}

function parseWith(sanitizer: Sanitizer, files: DeckFiles, options: ParseOptions): Parsed {
  const reader = options.reader ?? freshReader;
  const data = reader.readDeckYaml(files);
  const found = findEras(files, data.exists);
  const problems: Problem[] = [...data.problems, ...found.problems];
  const context: EraContext = {
    files,
    paths: new Set(files.files.keys()),
    blocks: options.blocks,
    sanitizer,
    markdown: makeMarkdown(),
    strict: data.exists,
  };
  const opened = found.eras.map((file) => reader.openEra(file, context));
  if (opened.length === 0) return { deck: undefined, problems, sources: [] };

  const yaml =
    data.yaml ??
    plainDeck(
      files,
      opened.map(({ front }) => ({ ...front.value })),
    );
  const eras: Era[] = [];
  const sources: EraSource[] = [];
  const media = new Set<string>();
  let first = true;
  for (const era of opened) {
    const read = reader.readEra(era, context, yaml, first);
    eras.push(read.era);
    sources.push(read.source);
    problems.push(...read.problems);
    for (const path of read.media) media.add(path);
    first &&= read.era.slides.length === 0;
  }
  const firstLayout = eras.find((era) => era.slides.length > 0)?.slides[0]?.layout;
  const credits = readCredits(yaml, creditsPlace(data, opened), { files, eras });
  problems.push(...credits.problems);
  const meta = deckMeta(yaml, { hasDeckYaml: data.exists, firstLayout }, credits.credits);
  const drawings = readDeckDrawings(files, eras, meta);
  problems.push(...drawings.problems);
  const deck: Deck = {
    id: slug(files.name) || "deck",
    meta: titledMeta(meta, data.exists, eras, files),
    eras,
    references: readBibliography(yaml, files, options, problems),
    media: [...media],
    ...(drawings.drawn === undefined ? {} : { drawn: drawings.drawn }),
  };
  return { deck, problems, sources };
}

/** Where credits are written: in `deck.yaml`, else in the first front matter that has some. */
const creditsPlace = (data: DeckData, opened: readonly OpenedEra[]): DeckData["at"] =>
  data.exists
    ? data.at
    : (opened.find(({ front }) => Object.hasOwn(front.value ?? {}, "credits"))?.front.at ?? data.at);

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
