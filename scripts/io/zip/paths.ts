/** Which paths of an archive may become files, on any system. */
import type { ZipEntry } from "./directory.ts";

/** Longest path, in characters: what Windows allows without asking is 260, what Linux allows 4,096. */
const MAX_LENGTH = 1000;

/** The type of a file in a Unix mode (POSIX `<sys/stat.h>`). */
const TYPE = { mask: 0o170000, file: 0o100000, folder: 0o040000, link: 0o120000 } as const;

/** Why an entry may not be unpacked; undefined when it may. */
export function refusal({
  path,
  unixMode,
  sizeBytes,
}: Pick<ZipEntry, "path" | "unixMode" | "sizeBytes">): string | undefined {
  const type = unixMode & TYPE.mask;
  const isFolder = path.endsWith("/");
  if (path.includes("\0")) return "has a zero byte in its name";
  if (path === "" || path.length > MAX_LENGTH) return "has no name, or one that is too long";
  if (path.includes("\\")) return "has a backslash in its name, which is a folder's end on some systems";
  if (path.startsWith("/") || /^[a-z]:/i.test(path)) return "is to be written to a place outside the folder";
  const names = (isFolder ? path.slice(0, -1) : path).split("/");
  if (names.includes("..")) return "leads out of the folder";
  if (names.includes("") || names.includes(".")) return "has an empty name in its path";
  if (type === TYPE.link) return "is a link, which may lead anywhere";
  if (type !== 0 && type !== (isFolder ? TYPE.folder : TYPE.file)) return "is neither a file nor a folder";
  if (isFolder && sizeBytes > 0) return "is a folder with content of its own";
  return undefined;
}

/** Two paths that are one on some system. */
export interface Clash {
  readonly path: string;
  readonly other: string;
}

/**
 * Finds a path that stands for another one's file where upper and lower case, or the ways of writing an accent, are not
 * told apart (macOS, Windows). Folders count: of `media/a` and `Media/b` the one would move into the other's.
 */
export function findClash(paths: readonly string[]): Clash | undefined {
  /** What was seen, by what such a system makes of it. */
  const seen = new Map<string, string>();
  const files = new Set<string>();
  for (const path of paths) {
    const isFolder = path.endsWith("/");
    const names = (isFolder ? path.slice(0, -1) : path).split("/");
    for (let count = 1; count <= names.length; count++) {
      const part = names.slice(0, count).join("/");
      const folded = fold(part);
      const other = seen.get(folded);
      const asFile = count === names.length && !isFolder;
      const same = other === part && !asFile && !files.has(part);
      if (other !== undefined && !same) return { path, other };
      seen.set(folded, part);
      if (asFile) files.add(part);
    }
  }
  return undefined;
}

const fold = (path: string): string => path.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD");
