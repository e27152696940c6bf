/** What is made from the finished result as a whole: the list for those who save it, and the file to upload. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Whole } from "../io/publish.ts";
import type { OfflineList } from "../offline/list.ts";
import { SAVED } from "../offline/saved.ts";
import { scriptJson } from "./site/json.ts";
import { zipFiles } from "./zip.ts";

/** Read by the page as a script and by its worker as text. */
const LIST = "offline-list.js";
const ZIP = "site.zip";

/** What the result holds. */
export interface WholeOptions {
  /** Also packs the whole result into one file. */
  readonly zip: boolean;
  /** Where the lectures lie: empty for that of the deck, else a path with a slash at its end. */
  readonly folders: readonly string[];
}

/** The list of files to save for each lecture that can be played; and with `zip` the whole result in one file. */
export const wholeSite = ({ zip, folders }: WholeOptions): Whole => ({
  paths: [...folders.map((folder) => folder + LIST), ZIP],
  make: async (root, files) => {
    const read = (path: string) => readFile(join(root, path));
    const lists: { path: string; text: string }[] = [];
    for (const folder of folders) {
      const own = files.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
      if (!own.includes("index.html")) continue;
      const { path, text } = await offlineList(own, (file) => read(folder + file));
      lists.push({ path: folder + path, text });
    }
    if (!zip) return lists;
    const all = new Map<string, Uint8Array>(
      lists.map(({ path, text }) => [path, new TextEncoder().encode(text)]),
    );
    for (const path of files) all.set(path, await read(path));
    return [...lists, { path: ZIP, bytes: await zipFiles(all) }];
  },
});

/** Every file to save with its size and hash, and a version that changes when any of them does. */
async function offlineList(
  files: readonly string[],
  read: (path: string) => Promise<Uint8Array>,
): Promise<{ path: string; text: string }> {
  const listed: OfflineList["files"] = await Promise.all(
    files
      .filter((path) => SAVED.test(path))
      .map(async (path) => {
        const bytes = await read(path);
        return { path, sizeBytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
      }),
  );
  const version = createHash("sha256").update(JSON.stringify(listed)).digest("hex").slice(0, 16);
  const list: OfflineList = { version, files: listed };
  return { path: LIST, text: `lanternist.offline(${scriptJson(list)});\n` };
}
