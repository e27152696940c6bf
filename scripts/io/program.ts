/** The program's own files: where the package lies, what version it is. */
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";

/** Absolute path of the package: the nearest folder upwards with a `package.json`, from `scripts/` as from `lib/`. */
export function programFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("the program's package.json is missing: install lanternist again");
    folder = parent;
  }
  return folder;
}

/** The version in `package.json`. */
export function programVersion(): string {
  const text = readFileSync(join(programFolder(), "package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/**
 * Reads a file of the program.
 * @param path in the package, such as `lib/site/player.js`; `node_modules/NAME/…` finds the package NAME wherever npm put it
 */
export async function readProgramFile(path: string): Promise<Uint8Array> {
  return readFile(programPath(path));
}

/** Absolute path of a file of the program; see `readProgramFile`. */
export function programPath(path: string): string {
  const [, name, rest] = /^node_modules\/((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(path) ?? [];
  if (name === undefined || rest === undefined) return join(programFolder(), path);
  const require = createRequire(join(programFolder(), "package.json"));
  for (const base of require.resolve.paths(name) ?? []) {
    const candidate = join(base, name, rest);
    if (existsSync(candidate)) return candidate;
  }
  throw new Error(`the package ${name} is missing: run npm install again`);
}
