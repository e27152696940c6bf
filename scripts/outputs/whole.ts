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

/** The list of files to save, where there is a lecture to play; and with `zip` the whole result in one file. */
export const wholeSite = ({ zip }: { readonly zip: boolean }): Whole => ({
  paths: [LIST, ZIP],
  make: async (folder, files) => {
    const read = (path: string) => readFile(join(folder, path));
    const list = files.includes("index.html") ? [await offlineList(files, read)] : [];
    if (!zip) return list;
    const all = new Map<string, Uint8Array>(
      list.map(({ path, text }) => [path, new TextEncoder().encode(text)]),
    );
    for (const path of files) all.set(path, await read(path));
    return [...list, { path: ZIP, bytes: await zipFiles(all) }];
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
