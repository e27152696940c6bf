/** Reads the regular files of a tar archive (POSIX ustar) that lies in memory. */

/** One file of an archive, by its path there. */
export interface TarFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BLOCK = 512;

/**
 * @param archive the uncompressed archive
 * @throws when it ends in the middle of a file
 */
export function tarFiles(archive: Uint8Array): TarFile[] {
  const files: TarFile[] = [];
  const text = (from: number, length: number): string => {
    const field = archive.subarray(from, from + length);
    const end = field.indexOf(0);
    return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end));
  };
  let at = 0;
  while (at + BLOCK <= archive.length) {
    const name = text(at, 100);
    // Two empty blocks end an archive.
    if (name === "") break;
    const size = Number.parseInt(text(at + 124, 12).trim() || "0", 8);
    const kind = text(at + 156, 1);
    const start = at + BLOCK;
    if (!Number.isInteger(size) || start + size > archive.length)
      throw new Error(`archive is cut off in ${name}`);
    if (kind === "" || kind === "0") files.push({ name, bytes: archive.subarray(start, start + size) });
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}
