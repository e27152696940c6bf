/**
 * Writes several files of a deck so that each is whole or as it was: all are written beside their places first, then renamed in their
 * order. What stops the program before the first rename leaves nothing behind that a deck would read; what stops it between two
 * leaves the first ones, so that the order says what the next run finds.
 */
import * as disk from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { WrongUsage } from "../exit-codes.ts";

/** The file operations that are used: passed in, so that tests can have a disk that fills up. */
export type WritingDisk = Pick<typeof disk, "mkdir" | "writeFile" | "rename" | "rm" | "realpath">;

/** A file to write. */
export interface FileToWrite {
  /** In `root`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes them.
 * @param root absolute real path of the deck's folder; a link that leads out of it is refused
 * @throws WrongUsage when a folder leads out of the deck
 * @throws the system's error when one cannot be written
 */
export async function writeTogether(
  root: string,
  files: readonly FileToWrite[],
  signal: AbortSignal,
  fs: WritingDisk = disk,
): Promise<void> {
  const waiting = new Map<string, string>();
  try {
    for (const { path, bytes } of files) {
      const target = join(root, path);
      await fs.mkdir(dirname(target), { recursive: true });
      const folder = await fs.realpath(dirname(target));
      if (folder !== root && !folder.startsWith(root + sep))
        throw new WrongUsage(
          `${dirname(path)} is a link that leads out of the deck's folder; make it a folder`,
        );
      const part = join(folder, `.${basename(target)}.lanternist-part`);
      waiting.set(part, join(folder, basename(target)));
      await fs.writeFile(part, bytes);
    }
    signal.throwIfAborted();
    for (const [part, target] of waiting) {
      await fs.rename(part, target);
      waiting.delete(part);
    }
  } finally {
    for (const part of waiting.keys()) await fs.rm(part, { force: true });
  }
}
