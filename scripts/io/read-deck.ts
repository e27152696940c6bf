/** Reads a deck's folder into plain data. The only place where a deck's files are listed; nothing outside the folder is touched. */
import type { Dirent } from "node:fs";
import { lstat, open, readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { imageSize } from "image-size";
import { error, warning } from "../diagnostics.ts";
import type { DeckFile, DeckFiles, Problem } from "../model.ts";
import { errorCode } from "./error-code.ts";

/** A deck's files, and what could not be read. */
export interface ReadDeck {
  readonly deck: DeckFiles;
  readonly problems: readonly Problem[];
}

/** Bounds on what one deck may hold: far above any lecture, low enough that a hostile folder ends in a message. */
const LIMITS = {
  files: 20_000,
  depth: 12,
  /** A text file, in bytes. */
  textBytes: 16 * 1024 * 1024,
} as const;

/** The kinds that the parser reads; everything else stays on disk until an output copies it. */
const TEXT = /\.(md|markdown|ya?ml|json|bib|svg|css|hbs|txt)$/i;
const RASTER = /\.(png|jpe?g|gif|webp|avif)$/i;
/** Folders that belong to tools, never to a lecture. */
const SKIPPED = new Set(["node_modules", "dist"]);
/** image-size needs only a picture's header. */
const HEADER_BYTES = 256 * 1024;

/**
 * Reads a deck.
 * @param folder path of the deck's folder
 * @throws Node's own error when the folder itself cannot be read
 */
export async function readDeck(folder: string): Promise<ReadDeck> {
  const root = await realpath(resolve(folder));
  const files = new Map<string, DeckFile>();
  const problems: Problem[] = [];
  await readFolder(root, "", 0, { root, files, problems });
  return { deck: { name: basename(root), files: sorted(files) }, problems };
}

/**
 * A deck whose files lie in memory, such as those of an archive.
 * @param name stands in for the folder's name
 * @param contents path → content
 */
export function deckInMemory(name: string, contents: ReadonlyMap<string, Uint8Array>): DeckFiles {
  const files = [...contents].filter(([path]) => isDeckPath(path));
  return {
    name,
    files: sorted(
      new Map(
        files.map(([path, bytes]): [string, DeckFile] => {
          const sizeBytes = bytes.length;
          const picture = RASTER.test(path) ? sizeOf(bytes) : undefined;
          if (TEXT.test(path)) return [path, { path, sizeBytes, bytes }];
          return [path, { path, sizeBytes, ...(picture !== undefined && { picture }) }];
        }),
      ),
    ),
  };
}

/**
 * Reads one file of a deck again.
 * @param folder path of the deck's folder
 * @param path of the file in the deck
 * @returns the file; `gone` when there is none any more; `whole` when only reading the whole folder tells: for folders and links
 */
export async function readDeckFileAgain(
  folder: string,
  path: string,
): Promise<{ readonly file: DeckFile; readonly problems: readonly Problem[] } | "gone" | "whole"> {
  const root = await realpath(resolve(folder));
  const absolute = join(root, path);
  const info = await lstat(absolute).catch((reason: unknown) => {
    if (errorCode(reason) === "ENOENT" || errorCode(reason) === "ENOTDIR") return undefined;
    throw reason;
  });
  if (info === undefined) return "gone";
  // A folder above it may be a link: then the real place is another one.
  if (!info.isFile() || (await realpath(absolute)) !== absolute) return "whole";
  const problems: Problem[] = [];
  return { file: await readDeckFile(absolute, path, info.size, problems), problems };
}

/** Whether a path is read as a part of the deck, were it there. */
export const isDeckPath = (path: string): boolean =>
  path !== "" && path.split("/").every((name) => !name.startsWith(".") && !SKIPPED.has(name));

interface Reading {
  readonly root: string;
  readonly files: Map<string, DeckFile>;
  readonly problems: Problem[];
}

async function readFolder(root: string, folder: string, depth: number, reading: Reading): Promise<void> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".") || SKIPPED.has(entry.name)) continue;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    await readEntry(entry, path, depth, reading);
  }
}

async function readEntry(entry: Dirent, path: string, depth: number, reading: Reading): Promise<void> {
  const { root, files, problems } = reading;
  const at = { file: path, line: 1, column: 1 };
  const absolute = join(root, path);
  if (entry.isSymbolicLink() && !(await staysInside(root, absolute))) {
    problems.push(
      error("outside-deck", at, "this link leads out of the deck's folder", {
        hint: "copy the file into the deck instead of linking it",
      }),
    );
    return;
  }
  const info = await stat(absolute);
  if (info.isDirectory()) {
    if (entry.isSymbolicLink())
      problems.push(
        warning("linked-folder", at, "a linked folder is not read", {
          hint: "move the folder into the deck",
        }),
      );
    else if (depth >= LIMITS.depth)
      problems.push(warning("too-deep", at, `folders deeper than ${LIMITS.depth} levels are not read`));
    else await readFolder(root, path, depth + 1, reading);
    return;
  }
  if (!info.isFile()) return;
  if (files.size >= LIMITS.files) {
    if (files.size === LIMITS.files && !problems.some((p) => p.code === "too-many-files"))
      problems.push(
        error("too-many-files", at, `a deck may hold ${LIMITS.files} files`, {
          hint: "move what the lecture does not use out of the folder",
        }),
      );
    return;
  }
  files.set(path, await readDeckFile(absolute, path, info.size, problems));
}

async function readDeckFile(
  absolute: string,
  path: string,
  sizeBytes: number,
  problems: Problem[],
): Promise<DeckFile> {
  const at = { file: path, line: 1, column: 1 };
  if (TEXT.test(path)) {
    if (sizeBytes <= LIMITS.textBytes) {
      const bytes = await readFile(absolute);
      return { path, sizeBytes: bytes.length, bytes };
    }
    problems.push(error("file-too-large", at, "a text file may hold 16 MB", { hint: "split it" }));
  }
  const picture = RASTER.test(path) ? await pictureSize(absolute) : undefined;
  if (RASTER.test(path) && picture === undefined)
    problems.push(
      warning("unreadable-picture", at, "this file does not read as a picture", {
        hint: "open it and save it again as PNG or JPEG",
      }),
    );
  return { path, sizeBytes, ...(picture === undefined ? {} : { picture }) };
}

async function staysInside(root: string, absolute: string): Promise<boolean> {
  try {
    const inside = relative(root, await realpath(absolute));
    return inside !== ".." && !inside.startsWith(`..${sep}`);
  } catch {
    return false;
  }
}

async function pictureSize(absolute: string): Promise<{ widthPx: number; heightPx: number } | undefined> {
  const file = await open(absolute, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return sizeOf(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Undefined for what does not read as a picture. */
function sizeOf(header: Uint8Array): { widthPx: number; heightPx: number } | undefined {
  try {
    const { width, height, orientation } = imageSize(header);
    // EXIF orientations 5 to 8 turn the picture on its side (EXIF 2.32, tag 0x0112).
    const turned = orientation !== undefined && orientation >= 5;
    return turned ? { widthPx: height, heightPx: width } : { widthPx: width, heightPx: height };
  } catch {
    return undefined;
  }
}

/** By path in code-unit order, whatever the file system's order is. */
function sorted(files: ReadonlyMap<string, DeckFile>): Map<string, DeckFile> {
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
