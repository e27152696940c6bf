/** The file that says a folder was made by this program, which of its files were, and whether they hold private notes. */
import type * as disk from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { programVersion } from "./program.ts";

/** The marker's name, in every result's folder. */
export const MARKER = ".lanternist.json";

/** Where a speaker's build keeps the notes. */
const NOTES = "assets/notes";

/** What the marker holds: `files` are the paths that builds made; `speaker` says that private notes may be among them. */
const markerSchema = z.object({
  lanternist: z.string(),
  files: z.array(z.string()),
  speaker: z.literal(true).optional(),
});
type Marker = z.infer<typeof markerSchema>;

/** Reads the marker of a folder. A damaged one names no file as ours: everything is kept, and notes are looked for. */
export async function readMarker(
  folder: string,
  fs: Pick<typeof disk, "readFile" | "readdir">,
): Promise<Marker> {
  try {
    return markerSchema.parse(JSON.parse(await fs.readFile(join(folder, MARKER), "utf8")));
  } catch {
    const notes = await fs.readdir(join(folder, NOTES)).catch(() => []);
    return { lanternist: "", files: [], ...(notes.length > 0 && { speaker: true }) };
  }
}

/** The marker's text. */
export function markerText(files: readonly string[], speaker: boolean): string {
  const marker: Marker = {
    lanternist: programVersion(),
    ...(speaker && { speaker: true }),
    files: [...files].sort(),
  };
  return `${JSON.stringify(marker, null, 1)}\n`;
}
