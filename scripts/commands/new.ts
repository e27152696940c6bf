/** `lanternist new`: starts a lecture of one's own, from a small deck that shows the format or from one that is there already. */
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { counted } from "../counted.ts";
import { countProblems, hasErrors } from "../diagnostics.ts";
import { EXIT, WrongUsage } from "../exit-codes.ts";
import { errorCode } from "../io/error-code.ts";
import { NoDeck, openSourceDeck, type OpenedDeck } from "../io/open-source-deck.ts";
import { programPath, programVersion } from "../io/program.ts";
import { understand } from "../load-deck.ts";
import type { Deck } from "../model.ts";
import { slug } from "../source/ids.ts";
import type { CommandContext } from "./context.ts";

/** What the user may say besides the folder. */
export interface NewOptions {
  /** A deck to start from: a folder, an archive of one, or the folder of a built site. */
  readonly from?: string;
}

/** Where the deck lies unless it has a name of its own: where `build` looks for one. */
const SLIDES = "slides";

/** What npm does not pack under its own name. */
const RENAMED: Readonly<Record<string, string>> = { gitignore: ".gitignore" };

/**
 * Makes a new or empty folder a lecture's: the deck, npm scripts that build it, recipes that publish it. Nothing is
 * written over, and when it fails nothing is left.
 */
export async function newCommand(
  context: CommandContext,
  folder: string,
  { from }: NewOptions,
): Promise<number> {
  await requireEmpty(folder);
  const source = from === undefined ? undefined : await openSource(from);
  const deckFolder = source === undefined ? SLIDES : folderName(source.opened.files.name);
  const made = await mkdir(folder, { recursive: true });
  const staging = await mkdtemp(join(folder, ".lanternist-new-"));
  try {
    await copySurroundings(staging, deckFolder);
    if (source === undefined)
      await cp(programPath(join(TEMPLATE, SLIDES)), join(staging, SLIDES), NEVER_OVER);
    else await writeDeck(source.opened, join(staging, deckFolder), context.signal);
    for (const name of await readdir(staging)) await rename(join(staging, name), join(folder, name));
    await rm(staging, { recursive: true });
  } catch (error) {
    await rm(made ?? staging, { recursive: true, force: true });
    throw error;
  }
  say(context, folder, deckFolder, source);
  return EXIT.good;
}

/** @throws WrongUsage when something is there */
async function requireEmpty(folder: string): Promise<void> {
  const there = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return [];
    if (errorCode(error) === "ENOTDIR") throw new WrongUsage(`${folder} is a file; name a new folder`);
    throw error;
  });
  if (there.length > 0) throw new WrongUsage(`${folder} is not empty; name a new folder`);
}

interface Source {
  readonly from: string;
  readonly opened: OpenedDeck;
  readonly deck: Deck;
  /** What is wrong with it, if something is: `2 errors, 1 warning`. */
  readonly wrong: string | undefined;
}

/** @throws WrongUsage when there is no deck */
async function openSource(from: string): Promise<Source> {
  const opened = await openSourceDeck(from).catch((error: unknown) => {
    throw error instanceof NoDeck ? new WrongUsage(`${error.message}; ${error.hint}`) : error;
  });
  const { deck, problems } = await understand(opened.files);
  if (deck === undefined || deck.eras.every(({ slides }) => slides.length === 0))
    throw new WrongUsage(
      `there is no deck in ${from}: a deck has deck.yaml and files such as 01-an-era.md at its top`,
    );
  return { from, opened, deck, wrong: hasErrors(problems, false) ? countProblems(problems) : undefined };
}

/** Names that builds and npm use beside the deck. */
const TAKEN = /^(?:dist(?:-short|-speaker|-speaker-short)?|public|node_modules|readme\.md|package\.json)$/i;

/** The deck keeps its folder's name where a command line takes it as it is: a deck without a title is called after it. */
function folderName(name: string): string {
  const safe = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name) ? name : slug(name);
  return safe === "" || TAKEN.test(safe) ? SLIDES : safe;
}

const TEMPLATE = "templates/new";
const NEVER_OVER = { recursive: true, force: false, errorOnExist: true };

/** All that stands around a deck. */
async function copySurroundings(folder: string, deckFolder: string): Promise<void> {
  const names = (await readdir(programPath(TEMPLATE))).filter((name) => name !== SLIDES);
  for (const name of names)
    await cp(programPath(join(TEMPLATE, name)), join(folder, RENAMED[name] ?? name), NEVER_OVER);
  await writeFile(join(folder, "package.json"), packageJson(deckFolder), { flag: "wx" });
}

/** Installs this version of the program, and runs it on the deck. */
function packageJson(deckFolder: string): string {
  const deck = deckFolder === SLIDES ? "" : ` ${deckFolder}`;
  const scripts = Object.fromEntries(
    ["preview", "check", "build"].map((name) => [name, `lanternist ${name}${deck}`]),
  );
  const content = { private: true, scripts, devDependencies: { lanternist: programVersion() } };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Writes a deck's files. Their paths were checked when they were read, and the folder is new. */
async function writeDeck(
  { files, readDeck }: OpenedDeck,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  for (const path of files.files.keys()) {
    signal.throwIfAborted();
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), await readDeck(path), { flag: "wx" });
  }
}

function say(
  { terminal }: CommandContext,
  folder: string,
  deckFolder: string,
  source: Source | undefined,
): void {
  const deck = join(folder, deckFolder);
  if (source !== undefined) {
    const { meta, eras } = source.deck;
    const slides = eras.flatMap((era) => era.slides).length;
    const authors = meta.authors.map(({ name }) => name).join(", ");
    terminal.line(`${deck} is a copy of ${basename(source.from)}:`);
    terminal.line(`  title    ${meta.title}`);
    terminal.line(`  authors  ${authors === "" ? "not named" : authors}`);
    terminal.line(
      `  licence  ${meta.license ?? "none given: ask the authors before you publish or change it"}`,
    );
    terminal.line(`  holds    ${counted(eras.length, "era")}, ${counted(slides, "slide")}`);
    if (source.wrong !== undefined)
      terminal.line(`  It has ${source.wrong}; lanternist check ${deck} shows them.`);
  } else terminal.line(`${deck} is a small deck that shows the format.`);
  terminal.line(`Next: lanternist build ${deck}`);
  terminal.line(`  or: cd ${folder}, npm install, npm run preview`);
}
