/**
 * The worker of a saved lecture: `offline.js` beside `index.html`. It is registered only when a reader saves the lecture, fetches only from the lecture's
 * own folder, and answers the page from what is saved. The page's policy forbids fetching to the page; it does not govern its worker.
 */
import { parseList, sizeOf, type OfflineFile, type OfflineList } from "./list.ts";
import type { Answer, Ask, Failure } from "./protocol.ts";
import { byteRange } from "./range.ts";
import { openStore, progressOf } from "./store.ts";

declare const self: ServiceWorkerGlobalScope;

const scope = new URL("./", self.location.href).href;
const store = openStore(scope);
/** Which version each open page has, as far as this run of the worker knows. */
const ties = new Map<string, OfflineList>();

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  const ask: unknown = event.data;
  if (port === undefined || !isAsk(ask)) return;
  event.waitUntil(answer(ask).then((said) => port.postMessage(said)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  event.respondWith(serve(event).then((saved) => saved ?? fetch(request)));
});

const ASKS: readonly unknown[] = ["state", "check", "begin", "next", "discard", "remove"] satisfies Ask[];
const isAsk = (data: unknown): data is Ask => ASKS.includes(data);

/** Answers what a page asks. */
async function answer(ask: Ask): Promise<Answer> {
  try {
    if (ask === "remove") await store.remove();
    else if (ask === "discard") await discard();
    else if (ask === "begin") await begin();
    else if (ask === "next") await saveOne();
    const newer = ask === "check" ? await newerBytes() : undefined;
    if (ask === "check") await store.tidy(isOpen);
    return { ...(await state()), ...(newer === undefined ? {} : { newerBytes: newer }) };
  } catch (error) {
    const failure = failureOf(error);
    // What came so far is of use for another try, unless there is no room for it.
    if (failure === "full") await discard();
    if (failure === "changed") await store.setNext(undefined);
    return { ...(await state()), failure };
  }
}

async function state(): Promise<Answer> {
  const [current, next] = [await store.current(), await store.next()];
  return {
    ...(current === undefined ? {} : { savedBytes: sizeOf(current) }),
    ...(next === undefined ? {} : { part: await progressOf(store, next) }),
  };
}

async function newerBytes(): Promise<number | undefined> {
  const current = await store.current();
  const list = await fetchList().catch(() => undefined);
  if (current === undefined || list === undefined || list.version === current.version) return undefined;
  return (await store.missing(list)).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

async function begin(): Promise<void> {
  const list = await fetchList();
  if (list.version === (await store.current())?.version) return store.setNext(undefined);
  await store.setNext(list);
}

/** Saves the first file that is missing; when none is, the version becomes the current one. */
async function saveOne(): Promise<void> {
  const list = await store.next();
  if (list === undefined) return;
  const [file] = await store.missing(list);
  if (file !== undefined) await store.put(file, await download(file));
  if ((await store.missing(list)).length === 0) await store.promote(list);
}

async function discard(): Promise<void> {
  await store.setNext(undefined);
  await store.tidy(isOpen);
}

const isOpen = async (client: string): Promise<boolean> => (await self.clients.get(client)) !== undefined;

/** The host's files are not those of its list: they are being changed, or something rewrites them on the way. */
class Changed extends Error {}

function failureOf(error: unknown): Failure {
  if (error instanceof Changed) return "changed";
  return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "network";
}

/** @throws when it does not come, or is no list */
async function fetchList(): Promise<OfflineList> {
  const response = await fetch(new URL("offline-list.js", scope), { cache: "no-store" });
  const list = response.ok ? parseList(await response.text()) : undefined;
  if (list === undefined) throw new Error("the host has no list of files");
  return list;
}

/**
 * Fetches a file and makes sure that it is the one of the list, so that a version is never half old and half new.
 * @throws Changed when it is another
 */
async function download(file: OfflineFile): Promise<Response> {
  const url = new URL(file.path.split("/").map(encodeURIComponent).join("/"), scope);
  // First what the browser may have already, confirmed by the host; then past every cache on the way.
  for (const cache of ["no-cache", "reload"] as const) {
    const response = await fetch(url, { cache });
    if (response.status === 404) throw new Changed();
    if (!response.ok) throw new Error(`${file.path}: ${response.status}`);
    const bytes = await response.arrayBuffer();
    if ((await sha256(bytes)) !== file.sha256) continue;
    // A new response: a redirected one may not answer for a page.
    const type = response.headers.get("Content-Type") ?? "application/octet-stream";
    return new Response(bytes, {
      headers: { "Content-Type": type, "Content-Length": String(bytes.byteLength) },
    });
  }
  throw new Changed();
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The saved answer to a request; undefined when the host must answer. */
async function serve({ request, clientId, resultingClientId }: FetchEvent): Promise<Response | undefined> {
  const opens = request.mode === "navigate";
  const list = await versionFor(opens ? "" : clientId);
  const file = list && findFile(list, new URL(request.url).pathname.slice(new URL(scope).pathname.length));
  const saved = file && (await store.file(file));
  if (opens && resultingClientId !== "") {
    const tied = list === undefined || saved === undefined ? FROM_HOST : list;
    ties.set(resultingClientId, tied);
    await store.tie(resultingClientId, tied);
  }
  return saved && partOf(saved, request.headers.get("Range"));
}

/** What a page has that the host answered: nothing of it may come from what was saved since. */
const FROM_HOST: OfflineList = { version: "", files: [] };

/** The version that a page was opened from; for a new page, and where a browser does not name its pages, the current one. */
async function versionFor(client: string): Promise<OfflineList | undefined> {
  if (client === "") return store.current();
  const known = ties.get(client) ?? (await store.tied(client));
  if (known !== undefined) ties.set(client, known);
  return known ?? store.current();
}

/** Hosts show `index.html` for its folder, and some leave `.html` out of addresses. */
function findFile({ files }: OfflineList, encoded: string): OfflineFile | undefined {
  const path = decodeURIComponent(encoded);
  const names = path === "" ? ["index.html"] : [path, `${path}.html`];
  return files.find((file) => names.includes(file.path));
}

/** The part of a file that a media element asks for: browsers seek in a sound only if they get it. */
async function partOf(saved: Response, header: string | null): Promise<Response> {
  if (header === null) return saved;
  const whole = await saved.blob();
  const range = byteRange(header, whole.size);
  const type = saved.headers.get("Content-Type") ?? "application/octet-stream";
  if (range === undefined) return new Response(whole, { headers: { "Content-Type": type } });
  if (range === "unsatisfiable") {
    return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${whole.size}` } });
  }
  const { start, end } = range;
  return new Response(whole.slice(start, end + 1, type), {
    status: 206,
    headers: {
      "Accept-Ranges": "bytes",
      "Content-Type": type,
      "Content-Range": `bytes ${start}-${end}/${whole.size}`,
      "Content-Length": String(end - start + 1),
    },
  });
}
