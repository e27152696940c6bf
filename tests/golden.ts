/** Golden files: what a test makes is compared with what was made and looked at before. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { expect } from "vitest";

/**
 * Expects `made` to be what stands in the file. If it is not, it is left beside it as `NAME-changed.EXT`:
 * look at the difference, and if the new one is right, rename it.
 */
export async function expectGolden(path: string, made: string): Promise<void> {
  const changed = path.replace(/(\.[^./]+)$/, "-changed$1");
  const known = await readFile(path, "utf8").catch(() => undefined);
  if (known === made) await rm(changed, { force: true });
  else await writeFile(changed, made);
  expect(made, `see ${changed}`).toBe(known);
}
