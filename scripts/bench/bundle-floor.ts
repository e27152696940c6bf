/** Bundles the floor as the program itself is bundled, so that neither is slowed by looking for its parts. */
import { join } from "node:path";
import * as esbuild from "esbuild";

/**
 * Writes `floor.ts` and all that it needs into one file of a folder.
 * @returns its path; run it with Node, a deck and the page to write
 */
export async function bundleFloor(folder: string): Promise<string> {
  const outfile = join(folder, "floor.mjs");
  await esbuild.build({
    entryPoints: [join(import.meta.dirname, "floor.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    outfile,
    logLevel: "error",
  });
  return outfile;
}
