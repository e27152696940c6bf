/**
 * The clip store: sound that was made once and is kept, in a folder of the user's own. Several builds may use it at once: a file
 * appears whole by renaming, says by its checksum whether it is whole, and is never changed.
 */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { errorCode } from "../io/error-code.ts";

/** What a store can do. Keys are hexadecimal hashes. */
export interface ClipStore {
  /** What was kept under this key; undefined when there is nothing or it is damaged. */
  readonly read: (kind: Kind, key: string) => Promise<Uint8Array | undefined>;
  /** Keeps it. A store that cannot be written says so once through `onTrouble` and stays silent then. */
  readonly write: (kind: Kind, key: string, bytes: Uint8Array) => Promise<void>;
}

/** Spoken sentences, encoded slides, measured gains. */
export type Kind = "clip" | "sound" | "gain";

/** How a store meets the world. */
export interface StoreOptions {
  /** Told once, in words for people, when nothing can be written: a full disk, a folder that is not ours. */
  readonly onTrouble: (message: string, hint: string) => void;
  readonly files?: StoreFiles;
}

/** The writing part of the disk, so that tests can pass one that is full. */
export interface StoreFiles {
  /** Creates a new file with these bytes, flushed to the disk. */
  readonly create: (path: string, bytes: Uint8Array) => Promise<void>;
}

const MAGIC = Buffer.from("lantern1");
const CHECKSUM_BYTES = 32;

/** Opens a store. The folder is made when something is first kept. */
export function clipStore(folder: string, { onTrouble, files = disk }: StoreOptions): ClipStore {
  let troubled = false;
  return {
    read: async (kind, key) => {
      const path = pathOf(folder, kind, key);
      const bytes = await readFile(path).catch(() => undefined);
      if (bytes === undefined) return undefined;
      const content = unseal(bytes);
      if (content === undefined) {
        await rm(path, { force: true }).catch(() => {});
        return undefined;
      }
      await keepYoung(path);
      return content;
    },
    write: async (kind, key, bytes) => {
      if (troubled) return;
      const path = pathOf(folder, kind, key);
      const partial = `${path}.${process.pid}-${randomBytes(6).toString("hex")}.part`;
      try {
        await mkdir(dirname(path), { recursive: true });
        await files.create(partial, seal(bytes));
        await rename(partial, path);
      } catch (error) {
        await rm(partial, { force: true }).catch(() => {});
        if (troubled) return;
        troubled = true;
        const full = errorCode(error) === "ENOSPC" || errorCode(error) === "EDQUOT";
        const reason = full ? "the disk is full" : error instanceof Error ? error.message : String(error);
        onTrouble(
          `spoken sentences cannot be kept in ${folder}: ${reason}; this build goes on, the next one speaks them again`,
          full ? "free some space, or run `lanternist cache prune`" : "name another folder with --cache",
        );
      }
    },
  };
}

const disk: StoreFiles = {
  create: async (path, bytes) => {
    const file = await open(path, "wx");
    try {
      await file.writeFile(bytes);
    } finally {
      await file.close();
    }
  },
};

function pathOf(folder: string, kind: Kind, key: string): string {
  return join(folder, `${kind}s`, key.slice(0, 2), `${key}.${kind}`);
}

function seal(content: Uint8Array): Uint8Array {
  return Buffer.concat([MAGIC, createHash("sha256").update(content).digest(), content]);
}

/** The content, or undefined when it is not what was written. */
function unseal(bytes: Buffer): Uint8Array | undefined {
  const start = MAGIC.length + CHECKSUM_BYTES;
  if (bytes.length < start || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const content = bytes.subarray(start);
  const sum = createHash("sha256").update(content).digest();
  return sum.equals(bytes.subarray(MAGIC.length, start)) ? content : undefined;
}

const DAY_MS = 86_400_000;

/** What is used stays: a file's time is when it was last used, to the day. */
async function keepYoung(path: string): Promise<void> {
  try {
    const { mtimeMs } = await stat(path);
    const now = new Date();
    if (now.getTime() - mtimeMs > DAY_MS) await utimes(path, now, now);
  } catch {
    // A store that can only be read is still good for reading.
  }
}

interface Kept {
  readonly path: string;
  readonly sizeBytes: number;
  readonly usedMs: number;
}

async function kept(folder: string): Promise<Kept[]> {
  const found: Kept[] = [];
  for (const kind of ["clips", "sounds", "gains"]) {
    for (const shelf of await readdir(join(folder, kind)).catch(() => [])) {
      for (const name of await readdir(join(folder, kind, shelf)).catch(() => [])) {
        const path = join(folder, kind, shelf, name);
        // Another build may have pruned it meanwhile.
        const info = await stat(path).catch(() => undefined);
        if (info?.isFile() === true) found.push({ path, sizeBytes: info.size, usedMs: info.mtimeMs });
      }
    }
  }
  return found;
}

/** What a store holds. */
export interface StoreStats {
  readonly clips: number;
  readonly sounds: number;
  readonly sizeBytes: number;
  /** Milliseconds since 1970 when the file used longest ago was used; undefined for an empty store. */
  readonly oldestMs: number | undefined;
}

/** Counts what a store holds; a folder that is not there holds nothing. */
export async function storeStats(folder: string): Promise<StoreStats> {
  const files = await kept(folder);
  const count = (ending: string): number => files.filter(({ path }) => path.endsWith(ending)).length;
  return {
    clips: count(".clip"),
    sounds: count(".sound"),
    sizeBytes: files.reduce((sum, file) => sum + file.sizeBytes, 0),
    oldestMs:
      files.length === 0
        ? undefined
        : files.reduce((oldest, file) => Math.min(oldest, file.usedMs), Infinity),
  };
}

/** What a store may keep. */
export interface PruneOptions {
  /** Files that were not used for longer go. */
  readonly maxAgeMs: number;
  /** Then those used longest ago, until no more than this is left. */
  readonly maxBytes: number;
  readonly nowMs: number;
}

/** Removes what is old or too much, and what killed builds left half written. @returns what went */
export async function pruneStore(
  folder: string,
  options: PruneOptions,
): Promise<{ files: number; bytes: number }> {
  const files = (await kept(folder)).sort((a, b) => b.usedMs - a.usedMs || (a.path < b.path ? -1 : 1));
  let left = 0;
  let gone = 0;
  let bytes = 0;
  for (const file of files) {
    const ageMs = options.nowMs - file.usedMs;
    // A part younger than a day may belong to a build that runs now.
    const abandoned = file.path.endsWith(".part") && ageMs > DAY_MS;
    const tooMuch =
      !file.path.endsWith(".part") && (ageMs > options.maxAgeMs || left + file.sizeBytes > options.maxBytes);
    if (abandoned || tooMuch) {
      await rm(file.path, { force: true });
      gone++;
      bytes += file.sizeBytes;
    } else left += file.sizeBytes;
  }
  return { files: gone, bytes };
}
