/** Opens a deck that a course borrows from: a folder, an archive, or the folder of a built site. */
import { realpath, stat } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import type { DeckFiles } from "../model.ts";
import { deckAccess, type DeckAccess } from "./inside-deck.ts";
import { deckInMemory, readDeck } from "./read-deck.ts";
import { readArchive, unpackZip } from "./unpack-zip.ts";

/** The archive of its source that every built site holds. */
const SITE_SOURCE = "source.zip";

/** A deck's files, and how the rest of them is read. */
export interface OpenedDeck extends DeckAccess {
  readonly files: DeckFiles;
}

/** Why a deck cannot be opened, in a sentence without a full stop, and what to do. */
export class NoDeck extends Error {
  override readonly name = "NoDeck";
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/**
 * Opens it.
 * @param path of a folder or an archive
 * @param within absolute real path of a folder that it must not lie outside of; anywhere when undefined
 * @throws NoDeck
 * @throws BadArchive when it is an archive that cannot be used
 */
export async function openSourceDeck(path: string, within?: string): Promise<OpenedDeck> {
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined) throw new NoDeck(`there is nothing at "${path}"`, "name a folder, or a source.zip");
  if (within !== undefined && real !== within && !real.startsWith(within + sep))
    throw new NoDeck(
      `"${path}" lies outside the deck's folder`,
      "copy it into the deck's folder, or add --trust if you know who wrote this course",
    );
  if (!(await stat(real)).isDirectory()) return openArchive(real);
  const site = join(real, SITE_SOURCE);
  const isSite = await stat(site).then(
    (info) => info.isFile(),
    () => false,
  );
  if (
    isSite &&
    (await stat(join(real, "index.html")).then(
      () => true,
      () => false,
    ))
  )
    return openArchive(site);
  const { deck } = await readDeck(real);
  return { files: deck, ...deckAccess(real) };
}

/** Decks of archives live in memory: the archive was bounded when it was unpacked. */
async function openArchive(path: string): Promise<OpenedDeck> {
  const archive = await readArchive(path);
  const entries = [...unpackZip(archive, basename(path))];
  const changed = (await stat(path)).mtimeMs;
  const tops = new Set(entries.map(([name]) => name.split("/")[0] ?? ""));
  const [top = ""] = tops;
  const isInFolder = tops.size === 1 && entries.every(([name]) => name.includes("/"));
  const contents = new Map(
    entries.map(([name, bytes]) => [isInFolder ? name.slice(top.length + 1) : name, bytes]),
  );
  return {
    files: deckInMemory(isInFolder ? top : basename(path).replace(/\.zip$/i, ""), contents),
    async readDeck(name) {
      const bytes = contents.get(name);
      if (bytes === undefined) throw new Error(`${basename(path)} holds no ${name}`);
      return bytes;
    },
    changedMs: async () => changed,
  };
}
