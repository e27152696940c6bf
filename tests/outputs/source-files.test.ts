import { strFromU8, unzipSync } from "fflate";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadDeck } from "../../scripts/load-deck.ts";
import { loadBlocks } from "../../scripts/blocks/index.ts";
import { readFile } from "node:fs/promises";
import type { Deck, DeckFile, DeckFiles } from "../../scripts/model.ts";
import { source } from "../../scripts/outputs/source.ts";
import { sourceBundle, sourceFiles } from "../../scripts/outputs/source-files.ts";
import { parse } from "../../scripts/source/parse.ts";
import { loadBibtex } from "../../scripts/source/references.ts";
import { filesOf } from "../source/deck-of.ts";
import { sampleLecture } from "./sample-lecture.ts";
import { openStaging } from "./staging.ts";

const root = join(import.meta.dirname, "../..");
const DECKS = [
  "slides",
  ...["plain", "reveal-md", "scripts", "syntax", "telegram"].map((name) => `tests/decks/${name}/deck`),
];

const load = async (folder: string): Promise<{ deck: Deck; source: DeckFiles }> => {
  const { deck, source } = await loadDeck(join(root, folder));
  if (deck === undefined) throw new Error(`${folder} is no deck`);
  return { deck, source };
};

const sourceZip = (
  deck: Deck,
  source: DeckFiles,
  read: (path: string) => Promise<Uint8Array>,
): Promise<Uint8Array> => sourceBundle(deck, source, read, { inSite: true, inHandouts: false }).zip();

/** A deck's folder that has only its source. */
const shared = (deck: Deck, source: DeckFiles): DeckFiles => ({
  name: source.name,
  files: new Map(
    sourceFiles(deck, source).map((file): [string, DeckFile] => {
      const whole = source.files.get(file.path);
      if (whole === undefined) throw new Error(`${file.path} is not in the deck`);
      if (!("text" in file)) return [file.path, whole];
      const bytes = new TextEncoder().encode(file.text);
      return [file.path, { ...whole, bytes, sizeBytes: bytes.length }];
    }),
  ),
});

/** The deck without its notes, and without the lines where slides end: those of notes at an end are no part of a slide. */
const quiet = (deck: Deck): Deck => ({
  ...deck,
  eras: deck.eras.map((era) => ({
    ...era,
    slides: era.slides.map((slide) => ({ ...slide, notes: "", endLine: 0 })),
  })),
});

describe.each(DECKS)("the source of %s", (folder) => {
  test("reads as the same deck, at the same places, without its notes", async () => {
    const { deck, source } = await load(folder);
    const files = shared(deck, source);
    const options = { blocks: await loadBlocks(files), bibtex: await loadBibtex() };
    const { deck: again, problems } = await parse(files, options);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(again === undefined ? undefined : quiet(again)).toEqual(quiet(deck));
  });

  test("is the same archive each time, in a folder of the deck's name", async () => {
    const { deck, source } = await load(folder);
    const read = (path: string): Promise<Uint8Array> => readFile(join(root, folder, path));
    const zip = await sourceZip(deck, source, read);
    expect(Buffer.compare(zip, await sourceZip(deck, source, read))).toBe(0);
    const paths = Object.keys(unzipSync(zip));
    expect(paths.every((path) => path.startsWith(`${source.name}/`))).toBe(true);
    expect(paths).toContain(`${source.name}/${deck.eras[0]?.at.file}`);
  });
});

test("holds what the lecture uses and its licence, and nothing else of the folder", async () => {
  const files: Record<string, string> = {
    "deck.yaml": "title: Small # secret\nlanguage: en\nsources: sources.bib\n",
    "sources.bib": "@book{a, title = {A}, file = {/home/secret/a.pdf}}",
    "01-first.md": "## One\n\n![Shown](media/shown.svg) [@a]\n\nNote:\n![secret](media/secret.svg)\n",
    "media/shown.svg": "<svg/>",
    "media/secret.svg": "<svg/>",
    "recordings/first/one.wav": "secret",
    "templates/site/index.hbs": "secret",
    "drafts.md": "secret",
    "README.md": "secret",
    LICENSE: "CC BY 4.0",
  };
  const source: DeckFiles = {
    name: "talk",
    files: new Map(
      Object.entries(files).map(([path, text]) => [
        path,
        { path, sizeBytes: text.length, bytes: new TextEncoder().encode(text) },
      ]),
    ),
  };
  const { deck } = await parse(source, { blocks: await loadBlocks(source), bibtex: await loadBibtex() });
  if (deck === undefined) throw new Error("there is a deck");
  const zip = unzipSync(
    await sourceZip(deck, source, (path) => Promise.resolve(new TextEncoder().encode(files[path]))),
  );
  expect(Object.keys(zip).sort()).toEqual([
    "talk/01-first.md",
    "talk/LICENSE",
    "talk/deck.yaml",
    "talk/media/shown.svg",
    "talk/sources.bib",
  ]);
  expect(
    Object.values(zip)
      .map((bytes) => strFromU8(bytes))
      .join("\n"),
  ).not.toContain("secret");
});

test("holds the credits beside its files, and what a credit names though no slide shows it", async () => {
  const files: Record<string, string> = {
    "deck.yaml":
      "title: Small\nlanguage: en\ncredits:\n  - { title: Old map, files: [media/old.svg] }\n  - { title: Ada speaks, files: [recordings/first/one.wav] }\n",
    "01-first.md": "## One {#one}\n\n![Shown](media/shown.svg)\n\nNarration:\nWords.\n",
    "media/shown.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    "media/shown.svg.credit.yaml": "title: Shown # secret\n",
    "media/old.svg": "<svg/>",
    "media/other.svg": "<svg/>",
    "media/other.svg.credit.yaml": "title: secret\n",
    "recordings/first/one.wav": "secret",
  };
  const source = filesOf(files);
  const { deck } = await parse(source, { blocks: await loadBlocks(source) });
  if (deck === undefined) throw new Error("there is a deck");
  const again = shared(deck, source);
  expect([...again.files.keys()]).toEqual([
    "01-first.md",
    "deck.yaml",
    "media/old.svg",
    "media/shown.svg",
    "media/shown.svg.credit.yaml",
  ]);
  expect((await parse(again, { blocks: await loadBlocks(again) })).problems).toEqual([]);
});

test("names for which others could not unpack the source are a warning", async () => {
  const paths = ["media/loaf.png", "media/Loaf.png", "media/a\\b.png"];
  const bundle = { zip: async () => new Uint8Array(), paths: () => paths, inSite: true, inHandouts: false };
  const { tools, close } = await openStaging({ source: bundle });
  const { files, problems } = await source.make(sampleLecture(), tools);
  await close();
  expect(files.map(({ path }) => path)).toEqual(["source.zip"]);
  expect(problems.map(({ code, file, message }) => [code, file, message])).toEqual([
    [
      "source-name",
      "media/a\\b.png",
      "source.zip cannot be unpacked: this file has a backslash in its name, which is a folder's end on some systems",
    ],
    [
      "source-name",
      "media/Loaf.png",
      'source.zip cannot be unpacked: "media/Loaf.png" and "media/loaf.png" are one file on some systems',
    ],
  ]);
});
