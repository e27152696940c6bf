/**
 * A deck's own source for others: what its lecture is made of, without private notes, comments and files that no slide
 * shows. Built again, it gives the same lecture.
 */
import type { Deck, DeckFiles } from "../model.ts";
import { recordedWordsPath, recordingPath } from "../narration/recording-path.ts";
import { BESIDE, matches } from "../source/credits.ts";
import { readDeckYaml } from "../source/deck.ts";
import { readFrontMatter } from "../source/front-matter.ts";
import { makeMarkdown } from "../source/markdown.ts";
import { readRevealKeys } from "../source/plain.ts";
import { publicBibtex, publicEra } from "../source/public-text.ts";
import { publicYaml } from "../source/public-yaml.ts";
import { needsBibtex } from "../source/references.ts";
import { plainSchema } from "../source/schema.ts";
import { shownDrawings } from "../source/shown-drawings.ts";
import { readText } from "../source/text.ts";
import type { SourceBundle } from "./tools.ts";
import { zipFiles } from "./zip.ts";

/** One file of the source, by its path in the deck. `deckPath` is copied as it is. */
export type SourceFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly deckPath: string };

const DECK_YAML = "deck.yaml";
const DRAWINGS = "drawings.json";
/** The terms under which the deck may be used go with it. */
const LICENCE = /^licen[cs]e(?:\.(?:md|markdown|txt))?$/i;

/**
 * The files, by path. Left out: recordings, which are somebody's voice, unless the deck says `recordings: public`;
 * templates and styles, which are code; drafts, and whatever else no slide shows. Pictures, films and sounds are
 * copied as they are: comments in a drawing often say whose it is.
 * @param files the deck's folder as it was read
 */
export function sourceFiles(deck: Deck, files: DeckFiles): SourceFile[] {
  const hasDeckYaml = files.files.has(DECK_YAML);
  const fronts = hasDeckYaml ? [] : deck.eras.map(({ at }) => frontOf(files, at.file));
  const { yaml } = readDeckYaml(files);
  const named = yaml?.sources ?? fronts.find(({ sources }) => sources !== undefined)?.sources;
  const sources = typeof named === "string" ? named : undefined;
  const markdown = makeMarkdown();
  const texts = deck.eras.map(({ at }, index): SourceFile => {
    const separators = readRevealKeys(at.file, fronts[index] ?? {}, []);
    return publicText(files, at.file, (text) => publicEra(text, separators, markdown));
  });
  const drawings = texts.flatMap((file) =>
    "text" in file ? shownDrawings(file.text, { fromFile: file.path, paths: files.files }) : [],
  );
  const shown = [
    ...new Set([...deck.media, ...drawings]),
    ...(deck.meta.recordings === "public" ? recordings(deck) : []),
    ...(deck.drawn === undefined ? [] : [DRAWINGS]),
    ...[...files.files.keys()].filter((path) => LICENCE.test(path)),
  ];
  const copied = [...shown, ...creditedOnly(yaml?.credits ?? [], files, shown)];
  const all: SourceFile[] = [
    ...copied.map((path) => ({ path, deckPath: path })),
    // Whose they are goes with them.
    ...copied
      .map((path) => path + BESIDE)
      .filter((path) => files.files.has(path))
      .map((path) => publicText(files, path, publicYaml)),
    ...texts,
    ...(hasDeckYaml ? [publicText(files, DECK_YAML, publicYaml)] : []),
    ...(sources === undefined ? [] : [publicText(files, sources, publicSources(sources))]),
  ];
  return [...new Map(all.map((file) => [file.path, file])).values()]
    .filter(({ path }) => files.files.has(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What is taken out of a bibliography. JSON has no comments. */
function publicSources(path: string): (text: string) => string {
  if (needsBibtex(path)) return publicBibtex;
  return /\.ya?ml$/i.test(path) ? publicYaml : (text) => text;
}

function publicText({ files }: DeckFiles, path: string, change: (text: string) => string): SourceFile {
  const { mark, raw } = readText(files.get(path) ?? { path, sizeBytes: 0 });
  return { path, text: mark + change(raw) };
}

/** A credit must still find a file, though no slide shows what it is about: the first that it names. */
function creditedOnly(
  credits: readonly { readonly files?: readonly string[] | undefined }[],
  { files }: DeckFiles,
  shown: readonly string[],
): string[] {
  const paths = [...files.keys()].filter((path) => !path.startsWith("recordings/"));
  return credits
    .flatMap((credit) => credit.files ?? [])
    .filter((written) => !shown.some((path) => matches(written, path)))
    .flatMap((written) => paths.find((path) => matches(written, path)) ?? []);
}

/** Where the recordings of slides would be, and the words as they were read. */
const recordings = ({ eras }: Deck): string[] =>
  eras
    .flatMap(({ slides }) => slides)
    .filter(({ narration }) => narration.length > 0)
    .flatMap(({ fullId }) => [recordingPath(fullId), recordedWordsPath(fullId)]);

/** The front matter of a plain file, which may say what `deck.yaml` says elsewhere. */
function frontOf({ files }: DeckFiles, path: string): Readonly<Record<string, unknown>> {
  const file = files.get(path);
  return file === undefined ? {} : { ...readFrontMatter(readText(file).text, path, plainSchema).value };
}

/**
 * The source for the outputs of a build: in one archive, in a folder named as the deck's, since a deck without
 * `deck.yaml` is named after it.
 * @param readDeck reads a file of the deck, by its path in the deck
 * @param where which outputs have it
 */
export function sourceBundle(
  deck: Deck,
  files: DeckFiles,
  readDeck: (path: string) => Promise<Uint8Array>,
  where: Pick<SourceBundle, "inSite" | "inHandouts">,
): SourceBundle {
  let found: readonly SourceFile[] | undefined;
  const shared = (): readonly SourceFile[] => (found ??= sourceFiles(deck, files));
  const pack = async (): Promise<Uint8Array> => {
    const packed = new Map<string, Uint8Array>();
    for (const file of shared()) {
      const bytes = "text" in file ? new TextEncoder().encode(file.text) : await readDeck(file.deckPath);
      packed.set(`${files.name}/${file.path}`, bytes);
    }
    return zipFiles(packed);
  };
  let zip: Promise<Uint8Array> | undefined;
  return { ...where, paths: () => shared().map(({ path }) => path), zip: () => (zip ??= pack()) };
}
