/** The deck's files as they are on the disk now: only what is said to have changed is read again. */
import { isDeckPath, readDeck, readDeckFileAgain } from "../io/read-deck.ts";
import type { DeckFile, DeckFiles, Problem } from "../model.ts";

/** Paths in the deck that may have changed. */
export type ChangedPaths = ReadonlySet<string> | "all";

/** A deck's files and what could not be read. Files that are the same are the same objects. */
export interface DeckOnDisk {
  readonly source: DeckFiles;
  readonly problems: readonly Problem[];
}

/**
 * Reads what has changed.
 * @param folder path of the deck's folder
 * @param before as it was read last; undefined at first
 * @throws the system's error when the folder itself cannot be read
 */
export async function readChanged(
  folder: string,
  before: DeckOnDisk | undefined,
  changed: ChangedPaths,
): Promise<DeckOnDisk> {
  if (before === undefined || changed === "all") return readAll(folder, before);
  const files = new Map(before.source.files);
  let problems = before.problems;
  let isNew = false;
  for (const path of changed) {
    if (!isDeckPath(path)) continue;
    const read = await readDeckFileAgain(folder, path);
    if (read === "whole" || (read === "gone" && !files.has(path))) return readAll(folder, before);
    problems = problems.filter(({ file }) => file !== path);
    if (read === "gone") files.delete(path);
    else {
      isNew ||= !files.has(path);
      files.set(path, kept(files.get(path), read.file));
      problems = [...problems, ...read.problems];
    }
  }
  const listed = isNew ? new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))) : files;
  return { source: { name: before.source.name, files: listed }, problems };
}

async function readAll(folder: string, before: DeckOnDisk | undefined): Promise<DeckOnDisk> {
  const { deck, problems } = await readDeck(folder);
  const files = [...deck.files].map(
    ([path, file]) => [path, kept(before?.source.files.get(path), file)] as const,
  );
  return { source: { name: deck.name, files: new Map(files) }, problems };
}

/** The file as it was, where it is the same. A picture that was saved again is another one, whatever its size. */
function kept(before: DeckFile | undefined, now: DeckFile): DeckFile {
  if (before?.bytes === undefined || now.bytes === undefined) return now;
  return Buffer.compare(before.bytes, now.bytes) === 0 ? before : now;
}

/**
 * Whether a file looks as if it were being written at this moment: it has become empty, or is gone until another takes its name.
 * @param before as it was
 */
export const looksHalfWritten = (before: DeckFile | undefined, now: DeckFile | undefined): boolean =>
  before !== undefined && before.sizeBytes > 0 && (now === undefined || now.sizeBytes === 0);
