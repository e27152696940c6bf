/** Reads files of a deck after it was read, by their paths in the deck; what was put there since must not lead out of it. */
import * as disk from "node:fs/promises";
import { join, sep } from "node:path";

/** The file operations that are used. */
type Disk = Pick<typeof disk, "readFile" | "lstat" | "realpath">;

/** A deck's files on the disk. */
export interface DeckAccess {
  /** Reads a file of the deck, by its path in the deck; a link that leads out of the deck is refused. */
  readonly readDeck: (path: string) => Promise<Uint8Array>;
  /** When a file of the deck was last changed, in milliseconds since 1970. */
  readonly changedMs: (path: string) => Promise<number>;
}

/** @param deck absolute real path of the deck's folder */
export function deckAccess(deck: string, fs: Disk = disk): DeckAccess {
  return {
    async readDeck(path) {
      return fs.readFile(await insideDeck(deck, path, fs));
    },
    async changedMs(path) {
      return (await fs.lstat(await insideDeck(deck, path, fs))).mtimeMs;
    },
  };
}

/** The absolute path of a deck's file; a link that was put there since the deck was read must not lead out. */
export async function insideDeck(deck: string, path: string, fs: Pick<Disk, "realpath">): Promise<string> {
  const real = await fs.realpath(join(deck, path));
  if (!real.startsWith(deck + sep)) throw new Error(`${path} leads out of the deck's folder`);
  return real;
}
