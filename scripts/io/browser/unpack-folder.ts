/**
 * Makes a folder of unpacked files whole or not at all, safe for several processes at once: one makes it under a
 * lock beside its place and renames it when it is complete; all others use what is there.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import * as z from "zod";
import { withLock } from "../lock.ts";

/** What a folder holds: path in it → size in bytes and SHA-256 in hex. */
const manifestSchema = z.record(z.string(), z.object({ size: z.number(), sha256: z.string() }));
type Manifest = Readonly<z.infer<typeof manifestSchema>>;

const MANIFEST = "manifest.json";

/** A complete folder of unpacked files. */
export interface UnpackedFolder {
  readonly folder: string;
  /** Paths of its files in it. */
  readonly paths: readonly string[];
  /** Compares every file with the digest taken when it was unpacked. */
  readonly isIntact: () => Promise<boolean>;
}

/**
 * @param folder where the files shall be
 * @param fill writes them into the folder that it is given, and returns their paths in it
 * @param options `anew` discards what is there
 */
export async function unpackFolder(
  folder: string,
  fill: (part: string) => Promise<string[]>,
  options: { readonly anew?: boolean } = {},
): Promise<UnpackedFolder> {
  const present = options.anew === true ? undefined : await readManifest(folder);
  if (present !== undefined) return describe(folder, present);
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  return await withLock(`${folder}.lock`, async () => {
    // Another process may have done it while this one waited.
    const done = options.anew === true ? undefined : await readManifest(folder);
    return describe(folder, done ?? (await makeFolder(folder, fill)));
  });
}

/** The manifest of a complete folder, or undefined: nothing there, or a file is missing or has another size. */
async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST), "utf8")));
    for (const [path, { size }] of Object.entries(manifest)) {
      if ((await stat(join(folder, path))).size !== size) return undefined;
    }
    return manifest;
  } catch {
    return undefined;
  }
}

async function makeFolder(folder: string, fill: (part: string) => Promise<string[]>): Promise<Manifest> {
  const part = `${folder}.${process.pid}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true, mode: 0o700 });
  try {
    const entries = await Promise.all(
      (await fill(part)).map(async (path) => {
        const file = join(part, path);
        return [path, { size: (await stat(file)).size, sha256: await digestOf(file) }] as const;
      }),
    );
    const manifest: Manifest = Object.fromEntries(entries);
    await writeFile(join(part, MANIFEST), JSON.stringify(manifest));
    await rm(folder, { recursive: true, force: true });
    await rename(part, folder);
    return manifest;
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

function describe(folder: string, manifest: Manifest): UnpackedFolder {
  return {
    folder,
    paths: Object.keys(manifest),
    isIntact: async () => {
      const same = Object.entries(manifest).map(
        async ([path, { sha256 }]) => (await digestOf(join(folder, path)).catch(() => "")) === sha256,
      );
      return (await Promise.all(same)).every(Boolean);
    },
  };
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
