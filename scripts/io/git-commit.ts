/**
 * At which commit a folder stands, read from git's own files (gitrepository-layout(5)). The program git is not asked: it would run what the
 * folder's own configuration names.
 */
import { lstat, open } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Larger than any file that is read here, but for lists of packed references. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * The commit that is checked out in the work tree that a folder lies in.
 * @returns 40 or 64 hexadecimal digits; undefined without git, before the first commit, and where git keeps references in another form
 */
export async function gitCommit(folder: string): Promise<string | undefined> {
  const git = await gitFolder(resolve(folder));
  const head = git === undefined ? undefined : (await read(join(git, "HEAD")))?.trim();
  if (git === undefined || head === undefined) return undefined;
  if (COMMIT.test(head)) return head;
  const ref = /^ref: (refs\/[^\s:\\]+)$/.exec(head)?.[1];
  if (ref === undefined || ref.split("/").includes("..")) return undefined;
  // A work tree of its own shares its references with the first one.
  const common = resolve(git, (await read(join(git, "commondir")))?.trim() ?? ".");
  const loose = (await read(join(common, ref)))?.trim();
  const packed = (await read(join(common, "packed-refs")))?.split("\n");
  const found = loose ?? packed?.find((line) => line.endsWith(` ${ref}`))?.split(" ")[0];
  return found !== undefined && COMMIT.test(found) ? found : undefined;
}

/** The folder `.git` of the work tree, or where a file of that name says that it is. */
async function gitFolder(from: string): Promise<string | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, ".git");
    const info = await lstat(path).catch(() => undefined);
    if (info?.isDirectory() === true) return path;
    if (info?.isFile() === true) {
      const named = /^gitdir: (.+)$/m.exec((await read(path)) ?? "")?.[1];
      return named === undefined ? undefined : resolve(folder, named.trim());
    }
    if (dirname(folder) === folder) return undefined;
  }
}

/** The text of a file; undefined for what is none, cannot be read or is too large: then nothing is known of a commit, and nothing is lost. */
async function read(path: string): Promise<string | undefined> {
  const file = await open(path, "r").catch(() => undefined);
  try {
    const info = await file?.stat();
    return info?.isFile() === true && info.size <= MAX_BYTES ? await file?.readFile("utf8") : undefined;
  } catch {
    return undefined;
  } finally {
    await file?.close();
  }
}
