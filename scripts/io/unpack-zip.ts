/**
 * Unpacks zip archives that others made. Nothing of an archive is believed: its list is checked as a whole before the
 * first file, and every file while it is unpacked. `fflate`, which packs ours, trusts sizes and does not look at links,
 * so the list is read here (`zip/directory.ts`), and Node's own zlib inflates: it stops at a given size.
 */
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { crc32, inflateRawSync } from "node:zlib";
import { BadArchive } from "./zip/bad-archive.ts";
import { readDirectory, type ZipEntry } from "./zip/directory.ts";
import { findClash, refusal } from "./zip/paths.ts";

export { BadArchive } from "./zip/bad-archive.ts";

/** What an archive may hold. */
export interface UnpackLimits {
  /** Files and folders. */
  readonly entries: number;
  /** One unpacked file, in bytes. */
  readonly fileBytes: number;
  /** All unpacked files together, in bytes. */
  readonly totalBytes: number;
  /** The archive itself, in bytes. */
  readonly archiveBytes: number;
  /** How many times bigger than packed a file may be that is bigger than `RATIO_FROM_BYTES`. */
  readonly ratio: number;
}

const MB = 1024 * 1024;

/** Far above any lecture, low enough that a hostile archive ends in a message. As many files as a deck may hold. */
export const UNPACK_LIMITS: UnpackLimits = {
  entries: 20_000,
  fileBytes: 512 * MB,
  totalBytes: 1024 * MB,
  archiveBytes: 1024 * MB,
  // Text and drawings pack 3 to 20 times smaller. DEFLATE ends at 1,032 (RFC 1951, 258 bytes from 2 bits).
  ratio: 200,
};

/** Small files may be as empty as they like. */
const RATIO_FROM_BYTES = MB;

/**
 * The files of an archive, one after another, so that only one at a time need be in memory. Folders are left out. Its
 * list is checked before the first file comes; later ones can still turn out broken, so whoever writes them to disk does so in a
 * folder that goes when this throws.
 * @param name the archive as the user named it, for messages
 * @returns path, with `/` between folders, and content
 * @throws BadArchive
 */
export function* unpackZip(
  archive: Uint8Array,
  name: string,
  limits: UnpackLimits = UNPACK_LIMITS,
): Generator<[path: string, content: Uint8Array], void, undefined> {
  const entries = readDirectory(archive, name, limits.entries);
  checkEntries(entries, name, limits);
  for (const entry of entries) if (!entry.path.endsWith("/")) yield [entry.path, unpackEntry(entry, name)];
}

/**
 * Reads an archive from disk, to be unpacked.
 * @throws BadArchive when it is too big, or no file
 * @throws the system's error when it cannot be read
 */
export async function readArchive(path: string, limits: UnpackLimits = UNPACK_LIMITS): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const info = await file.stat();
    // A device has no size and may never end.
    if (!info.isFile()) throw new BadArchive(basename(path), "it is no file");
    if (info.size > limits.archiveBytes)
      throw new BadArchive(basename(path), `it ${tooBig(limits.archiveBytes)}`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** @throws BadArchive for the first entry that may not be unpacked, and when they are too much together */
function checkEntries(entries: readonly ZipEntry[], name: string, limits: UnpackLimits): void {
  let totalBytes = 0;
  for (const entry of entries) {
    const { path, sizeBytes, packed } = entry;
    const why = refusal(entry);
    if (why !== undefined) throw new BadArchive(name, why, path);
    if (sizeBytes > limits.fileBytes) throw new BadArchive(name, tooBig(limits.fileBytes), path);
    if (sizeBytes > RATIO_FROM_BYTES && sizeBytes > packed.length * limits.ratio)
      throw new BadArchive(name, `would become more than ${limits.ratio} times its size`, path);
    totalBytes += sizeBytes;
    if (totalBytes > limits.totalBytes)
      throw new BadArchive(name, `it would become more than ${megabytes(limits.totalBytes)}`);
  }
  const clash = findClash(entries.map(({ path }) => path));
  if (clash === undefined) return;
  const { path, other } = clash;
  const why = path === other ? "is in it twice" : `and ${JSON.stringify(other)} are one file on some systems`;
  throw new BadArchive(name, why, path);
}

/** Unpacks one file. Its size was checked as it is listed; here it has to be true. */
function unpackEntry({ path, method, packed, sizeBytes, crc32: sum }: ZipEntry, name: string): Uint8Array {
  const content = method === "stored" ? packed : inflate(packed, sizeBytes);
  if (content?.length !== sizeBytes)
    throw new BadArchive(name, "is broken, or not as big as the archive says", path);
  if (crc32(content) !== sum) throw new BadArchive(name, "is broken: its check sum is wrong", path);
  return content;
}

/** @returns undefined when the bytes cannot be inflated, to no more than `sizeBytes`, or when some are left over */
function inflate(packed: Uint8Array, sizeBytes: number): Uint8Array | undefined {
  try {
    const inflated: unknown = inflateRawSync(packed, {
      info: true,
      maxOutputLength: Math.max(1, sizeBytes),
    });
    return isInflated(inflated) && inflated.engine.bytesWritten === packed.length
      ? inflated.buffer
      : undefined;
  } catch {
    return undefined;
  }
}

/** What zlib gives with the option `info`, of which the types of Node do not know: the engine knows how much it has read. */
function isInflated(
  value: unknown,
): value is { readonly buffer: Uint8Array; readonly engine: { readonly bytesWritten: number } } {
  return (
    typeof value === "object" &&
    value !== null &&
    "buffer" in value &&
    value.buffer instanceof Uint8Array &&
    "engine" in value &&
    typeof value.engine === "object" &&
    value.engine !== null &&
    "bytesWritten" in value.engine
  );
}

const megabytes = (bytes: number): string => `${Math.floor(bytes / MB)} MB`;
const tooBig = (bytes: number): string => `is bigger than ${megabytes(bytes)}`;
