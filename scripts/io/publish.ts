/**
 * Puts a finished build where the user wants it: whole or not at all. A build is made in a folder of its own beside
 * the old one; publishing renames the old aside and the new one in. Whatever stops the program, the last good
 * result is there, at the latest after the next run has mended an interrupted swap.
 */
import * as disk from "node:fs/promises";
import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { OutputFile } from "../model.ts";
import { errorCode } from "./error-code.ts";
import { deckAccess, insideDeck, type DeckAccess } from "./inside-deck.ts";
import { isAlive, withLock } from "./lock.ts";
import { MARKER, markerText, readMarker } from "./marker.ts";

/** The folder named by `--out` cannot be used; the message says why and what to name instead. A wrong usage, exit code 2. */
export class BadOutFolder extends Error {
  override readonly name = "BadOutFolder";
}

/** Files written at once: enough to keep the disk busy, few enough for any limit of open files. */
const AT_ONCE = 8;

/** Ends the name of a file that is being replaced in place. */
const PARTIAL = ".lanternist-part";

/** The file operations that staging uses: passed in, so that tests can have a disk that fills up. */
export type Disk = Pick<
  typeof disk,
  "mkdir" | "writeFile" | "copyFile" | "rename" | "rm" | "readdir" | "readFile" | "lstat" | "realpath"
>;

/** A build in the making. */
export interface Staging extends DeckAccess {
  /** Absolute path of the folder in which it is made. */
  readonly folder: string;
  /** Absolute path of the folder it will become. */
  readonly out: string;
  /** Text of a file of the last finished build; undefined when there is none. */
  readonly readLast: (path: string) => Promise<string | undefined>;
  /** Writes the files of an output, several at once; when one fails, the others have ended too. */
  readonly write: (files: readonly OutputFile[]) => Promise<void>;
  /**
   * Swaps the build in. Files in the old folder that this program did not make are kept.
   * @param whole what is made from the whole result just before the swap, when everything else is in its place
   * @returns paths of what `whole` made
   */
  readonly publish: (whole?: Whole) => Promise<readonly string[]>;
  /** Takes the unfinished build away. Harmless after `publish`. */
  readonly discard: () => Promise<void>;
}

/** Files that are made from all others, and so never outlive them. */
export interface Whole {
  /** Paths that it may make; an old file of such a name is not kept. */
  readonly paths: readonly string[];
  /**
   * @param folder absolute path of the result as it will be
   * @param files paths in it, sorted, of all that this program made
   */
  readonly make: (folder: string, files: readonly string[]) => Promise<readonly OutputFile[]>;
}

/** Where a build comes from and goes to. */
export interface StagingOptions {
  /** Where the result shall be. */
  readonly out: string;
  /** The deck's folder, which `out` must neither hold nor lie in. */
  readonly deck: string;
  /** Keep what earlier builds made and this one does not make: for `--only`. */
  readonly keepOld?: boolean;
  /** It holds private notes: neither kind of build goes into a folder of the other. */
  readonly speaker?: boolean;
  readonly disk?: Disk;
}

/**
 * Checks `out`, mends what an interrupted build left there, and opens a folder to build in.
 * @throws BadOutFolder when `out` must not be used
 */
export async function openStaging(options: StagingOptions): Promise<Staging> {
  const { disk: fs = disk } = options;
  const out = await realPath(resolve(options.out), fs);
  const deck = await realPath(resolve(options.deck), fs);
  refuseOverlap(options.out, out, deck);
  await fs.mkdir(dirname(out), { recursive: true });
  await refuseForeign(options, out, fs);
  await withLock(besides(out, "lock"), () => mend(out, fs));

  const folder = besides(out, `building-${process.pid}-${nextNumber(out)}`);
  await fs.rm(folder, { recursive: true, force: true });
  await fs.mkdir(folder);
  const made = new Set<string>();

  async function write(files: readonly OutputFile[]): Promise<void> {
    const rest = files.values();
    const hand = async (): Promise<void> => {
      for (const file of rest) await writeOne(file);
    };
    const hands = await Promise.allSettled(Array.from({ length: AT_ONCE }, hand));
    for (const ended of hands) if (ended.status === "rejected") throw ended.reason;
  }

  async function writeOne(file: OutputFile): Promise<void> {
    const target = join(folder, file.path);
    if (relative(folder, target).startsWith(".."))
      throw new Error(`an output names a path outside its folder: ${file.path}`);
    await fs.mkdir(dirname(target), { recursive: true });
    if ("text" in file) await fs.writeFile(target, file.text);
    else if ("bytes" in file) await fs.writeFile(target, file.bytes);
    else await fs.copyFile(await insideDeck(deck, file.deckPath, fs), target);
    made.add(file.path);
  }

  return {
    folder,
    out,
    ...deckAccess(deck, fs),
    async readLast(path) {
      // Without it only the comparison with the last build is lost; publishing meets the same obstacle and says so.
      const bytes = await fs.readFile(join(out, path)).catch(() => undefined);
      return bytes?.toString();
    },
    write,
    async publish(whole) {
      return withLock(besides(out, "lock"), async () => {
        await mend(out, fs, folder);
        await refuseForeign(options, out, fs);
        const fresh = new Set([...made, ...(whole?.paths ?? [])]);
        const kept = await carryOver(out, folder, fresh, options.keepOld ?? false, fs);
        const last = (await whole?.make(folder, [...made, ...kept].sort())) ?? [];
        await write(last);
        await fs.writeFile(join(folder, MARKER), markerText([...made, ...kept], options.speaker ?? false));
        await swap(folder, out, fs);
        return last.map(({ path }) => path);
      });
    },
    async discard() {
      await fs.rm(folder, { recursive: true, force: true });
    },
  };
}

/** `dist` → `.dist.WHAT`, in the same folder, so that a rename never crosses a file system. */
const besides = (out: string, what: string): string => join(dirname(out), `.${basename(out)}.${what}`);

/** One process may build several times into one place. */
function nextNumber(out: string): number {
  let number = 1;
  while (existsSync(besides(out, `building-${process.pid}-${number}`))) number += 1;
  return number;
}

async function realPath(path: string, fs: Disk): Promise<string> {
  try {
    return await fs.realpath(path);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
    if ((await fs.lstat(path).catch(() => undefined))?.isSymbolicLink() === true)
      throw new BadOutFolder(`${path} is a link that leads nowhere; remove it, or make the folder it names`);
    const parent = dirname(path);
    return parent === path ? path : join(await realPath(parent, fs), basename(path));
  }
}

function refuseOverlap(written: string, out: string, deck: string): void {
  const inside = (a: string, b: string): boolean => a === b || a.startsWith(b.endsWith(sep) ? b : b + sep);
  if (inside(deck, out))
    throw new BadOutFolder(
      `--out ${written} holds the deck, which publishing would replace; name another folder, such as dist`,
    );
  if (inside(out, deck))
    throw new BadOutFolder(`--out ${written} lies inside the deck; name a folder beside it, such as dist`);
}

async function refuseForeign(
  { out: written, speaker = false }: StagingOptions,
  out: string,
  fs: Disk,
): Promise<void> {
  const entries = await namesIn(out, fs).catch((error: unknown) => {
    if (errorCode(error) === "ENOTDIR")
      throw new BadOutFolder(`--out ${written} is a file; name a folder, such as dist`);
    throw error;
  });
  if (entries.length > 0 && !entries.includes(MARKER))
    throw new BadOutFolder(
      `--out ${written} holds files that lanternist did not make; name a new or empty folder, such as dist`,
    );
  if (entries.length === 0) return;
  const { speaker: holdsNotes = false } = await readMarker(out, fs);
  if (holdsNotes && !speaker)
    throw new BadOutFolder(
      `${written} holds a build with private notes (--speaker); name another folder for one that others may see, such as --out dist`,
    );
  if (!holdsNotes && speaker)
    throw new BadOutFolder(
      `${written} holds a build that others may see, and --speaker adds your private notes; name another folder, such as --out dist-speaker`,
    );
}

async function namesIn(folder: string, fs: Disk): Promise<string[]> {
  try {
    return await fs.readdir(folder);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}

/** Brings back a result that an interrupted swap left aside, and clears what dead builds left. */
async function mend(out: string, fs: Disk, own?: string): Promise<void> {
  const prefix = `.${basename(out)}.`;
  const siblings = (await namesIn(dirname(out), fs))
    .filter((name) => name.startsWith(prefix))
    .map((name) => join(dirname(out), name));
  const olds = siblings.filter((path) => path.startsWith(besides(out, "old-")));
  const complete = (await namesIn(out, fs)).includes(MARKER);
  const [old] = olds;
  if (!complete && old !== undefined && !existsSync(out)) await fs.rename(old, out);
  for (const path of olds) await fs.rm(path, { recursive: true, force: true });
  for (const path of siblings) {
    const pid = /\.building-(\d+)-\d+$/.exec(path)?.[1];
    if (pid !== undefined && path !== own && Number(pid) !== process.pid && !isAlive(Number(pid)))
      await fs.rm(path, { recursive: true, force: true });
  }
}

/**
 * Copies from the old result what the new one must not lose: files that are not ours, and with `keepOld` also ours.
 * @param made paths that are not carried over: the new build has its own, or will have
 * @returns those of ours that were kept
 */
async function carryOver(
  out: string,
  folder: string,
  made: ReadonlySet<string>,
  keepOld: boolean,
  fs: Disk,
): Promise<string[]> {
  const ours = new Set((await readMarker(out, fs)).files);
  const kept: string[] = [];
  for (const path of await filesIn(out, "", fs)) {
    if (path === MARKER || path.endsWith(PARTIAL) || made.has(path) || (ours.has(path) && !keepOld)) continue;
    await fs.mkdir(dirname(join(folder, path)), { recursive: true });
    await fs.copyFile(join(out, path), join(folder, path));
    if (ours.has(path)) kept.push(path);
  }
  return kept;
}

async function filesIn(root: string, folder: string, fs: Disk): Promise<string[]> {
  const found: string[] = [];
  for (const name of await namesIn(join(root, folder), fs)) {
    const path = folder === "" ? name : `${folder}/${name}`;
    const info = await fs.lstat(join(root, path));
    if (info.isDirectory()) found.push(...(await filesIn(root, path, fs)));
    else if (info.isFile()) found.push(path);
  }
  return found;
}

/** A mount point, or a folder that another program holds open: what Linux, macOS and Windows say of it. */
const CANNOT_RENAME: ReadonlySet<string> = new Set(["EBUSY", "EXDEV", "EPERM", "EACCES"]);

async function swap(folder: string, out: string, fs: Disk): Promise<void> {
  const old = besides(out, `old-${process.pid}`);
  const hadOld = existsSync(out);
  if (hadOld) {
    try {
      await fs.rename(out, old);
    } catch (error) {
      if (!CANNOT_RENAME.has(errorCode(error) ?? "")) throw error;
      return replaceEntries(folder, out, fs);
    }
  }
  try {
    await fs.rename(folder, out);
  } catch (error) {
    if (hadOld) await fs.rename(old, out);
    throw error;
  }
  if (hadOld) await fs.rm(old, { recursive: true, force: true });
}

/** Replaces a folder's contents file by file, `index.html` last, so that a reader finds the old page or the new one. */
async function replaceEntries(folder: string, out: string, fs: Disk): Promise<void> {
  const before = await filesIn(out, "", fs);
  const after = await filesIn(folder, "", fs);
  const isLast = (path: string): number => (path === "index.html" ? 1 : 0);
  for (const path of after.sort((a, b) => isLast(a) - isLast(b))) {
    await fs.mkdir(dirname(join(out, path)), { recursive: true });
    const partial = join(out, path) + PARTIAL;
    await fs.copyFile(join(folder, path), partial);
    await fs.rename(partial, join(out, path));
  }
  const fresh = new Set(after);
  for (const path of before) if (!fresh.has(path)) await fs.rm(join(out, path), { force: true });
  await fs.rm(folder, { recursive: true, force: true });
}
