/** Packs files so that the same files give the same bytes. */
import type { Zippable } from "fflate";

/** Compressed already: packing these again costs time and gains nothing. */
const PACKED = /\.(?:mp3|woff2|pdf|png|jpe?g|webp|avif|mp4|webm)$/i;

/** @param files by their paths in the archive */
export async function zipFiles(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const { zipSync } = await import("fflate");
  // The earliest time that a zip can hold, in whatever time zone this machine is.
  const mtime = new Date(1980, 0, 1);
  const packed: Zippable = {};
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    packed[path] = [content, { level: PACKED.test(path) ? 0 : 6, mtime }];
  return zipSync(packed);
}
