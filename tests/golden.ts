/** Golden files: what a test makes is compared with what was made and looked at before. */
import { readFile, rm, writeFile } from "node:fs/promises";

/**
 * What stands in a golden file, to be compared with what was made. If the two differ, the new one is left beside it
 * as `NAME-changed.EXT`: look at the difference, and if the new one is right, rename it.
 */
export async function golden(path: string, made: string): Promise<string> {
  const changed = path.replace(/(\.[^./]+)$/, "-changed$1");
  const known = await readFile(path, "utf8").catch(() => "");
  if (known === made) await rm(changed, { force: true });
  else await writeFile(changed, made);
  return known;
}
