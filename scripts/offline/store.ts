/**
 * Keeps saved lectures in the browser's cache. Files are named by their hash, so that two versions share what they have in common, and a version is
 * whole or not at all: it becomes the current one by one write, after the last of its files is here.
 */
import { parseList, sizeOf, type OfflineFile, type OfflineList } from "./list.ts";

/** The store of one lecture. */
export interface Store {
  /** The version that is saved whole. */
  readonly current: () => Promise<OfflineList | undefined>;
  /** A version that is being saved. */
  readonly next: () => Promise<OfflineList | undefined>;
  readonly setNext: (list: OfflineList | undefined) => Promise<void>;
  /** Makes the version that was being saved the current one. */
  readonly promote: (list: OfflineList) => Promise<void>;
  /** Those of a version's files that are not here. */
  readonly missing: (list: OfflineList) => Promise<readonly OfflineFile[]>;
  /** @throws QuotaExceededError when there is no room */
  readonly put: (file: OfflineFile, response: Response) => Promise<void>;
  readonly file: (file: OfflineFile) => Promise<Response | undefined>;
  /** Remembers which version a page was opened from: it stays with it to its end. */
  readonly tie: (client: string, list: OfflineList) => Promise<void>;
  /** The version that a page was opened from. */
  readonly tied: (client: string) => Promise<OfflineList | undefined>;
  /** Takes out what neither the current version, nor the next, nor an open page needs. */
  readonly tidy: (isOpen: (client: string) => Promise<boolean>) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/**
 * Opens the store of a lecture.
 * @param scope address of the folder of its `index.html`: several lectures may share a host
 */
export function openStore(scope: string): Store {
  const name = `lanternist ${scope}`;
  const cache = () => caches.open(name);
  // Looking must not make an empty store where there is none.
  const existing = async () => ((await caches.has(name)) ? await cache() : undefined);
  // Names of entries only: nothing is ever served under these addresses.
  const key = (kind: string, id = "") => new URL(`.saved/${kind}/${encodeURIComponent(id)}`, scope).href;

  const readList = async (at: string): Promise<OfflineList | undefined> => {
    const found = await (await existing())?.match(at);
    return found === undefined ? undefined : parseList(`(${await found.text()})`);
  };
  const writeList = async (at: string, list: OfflineList): Promise<void> =>
    (await cache()).put(at, new Response(JSON.stringify(list)));

  return {
    current: () => readList(key("current")),
    next: () => readList(key("next")),
    setNext: async (list) => {
      if (list === undefined) await (await existing())?.delete(key("next"));
      else await writeList(key("next"), list);
    },
    promote: async (list) => {
      await writeList(key("current"), list);
      await (await cache()).delete(key("next"));
    },
    missing: async (list) => {
      const here = new Set(((await (await existing())?.keys()) ?? []).map(({ url }) => url));
      return list.files.filter(({ sha256 }) => !here.has(key("file", sha256)));
    },
    put: async ({ sha256 }, response) => (await cache()).put(key("file", sha256), response),
    file: async ({ sha256 }) => (await existing())?.match(key("file", sha256)),
    tie: (client, list) => writeList(key("client", client), list),
    tied: (client) => readList(key("client", client)),
    tidy: async (isOpen) => {
      const kept = await existing();
      if (kept === undefined) return;
      const urls = (await kept.keys()).map(({ url }) => url);
      const wanted = new Set([key("current"), key("next")]);
      for (const url of urls.filter((one) => one.startsWith(key("client")))) {
        if (await isOpen(decodeURIComponent(url.slice(key("client").length)))) wanted.add(url);
      }
      for (const url of urls.filter((one) => wanted.has(one))) {
        const list = await readList(url);
        for (const { sha256 } of list?.files ?? []) wanted.add(key("file", sha256));
      }
      await Promise.all(urls.filter((url) => !wanted.has(url)).map((url) => kept.delete(url)));
    },
    remove: async () => {
      await caches.delete(name);
    },
  };
}

/** How much of a version is here. */
export async function progressOf(
  store: Store,
  list: OfflineList,
): Promise<{ readonly doneBytes: number; readonly totalBytes: number }> {
  const missing = await store.missing(list);
  const totalBytes = sizeOf(list);
  return { doneBytes: totalBytes - missing.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0), totalBytes };
}
