/**
 * A page that can read one folder and nothing else. The folder is shown under an address of its own that no
 * network has; every request is answered here from disk or refused, so the browser itself never opens a file.
 */
import { readFile, realpath } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import type { Browser, HTTPRequest, Page } from "puppeteer-core";
import { mediaType } from "../media-types.ts";

/** The made-up address of the folder. `.invalid` never resolves (RFC 2606). */
export const FOLDER_ORIGIN = "https://lecture.invalid";

/** A page over a folder. */
export interface FolderPage {
  readonly page: Page;
  /** Addresses that the page asked for and did not get, in order. */
  readonly refused: readonly string[];
  /** Ends when nothing that the page asked for is still on its way. */
  readonly answered: () => Promise<void>;
}

/** The kinds of files that a page without scripts has a use for. */
const SHOWN = /\.(?:html|css|svg|png|jpe?g|gif|webp|avif|woff2?)$/i;

/**
 * Opens a page that reads files of `folder` only and runs no scripts. Go to `FOLDER_ORIGIN + "/read.html"`.
 * Links out, other hosts, `file:` addresses, paths and symbolic links that lead outside, and kinds of files that a
 * page has no use for are refused. A page that would move on stays. Pictures in `data:` addresses are shown.
 * @param texts files that are not on disk, by their path in the folder: they go before those that are
 */
export async function openFolderPage(
  browser: Browser,
  folder: string,
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<FolderPage> {
  const root = await realpath(folder);
  const refused: string[] = [];
  const asked = new Set<HTTPRequest>();
  const waiting: (() => void)[] = [];
  // A window of its own can be put away.
  const page = await browser.newPage({ type: "window" });
  await Promise.all([page.setJavaScriptEnabled(false), page.setRequestInterception(true)]);
  page.on("request", (request) => {
    // It brings its own answer.
    if (request.url().startsWith("data:image/")) return;
    asked.add(request);
    void answer(request, { root, texts }, refused, moved(page, request));
  });
  const end = (request: HTTPRequest): void => {
    asked.delete(request);
    if (asked.size === 0) for (const tell of waiting.splice(0)) tell();
  };
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  return {
    page,
    refused,
    async answered() {
      if (asked.size > 0) await new Promise<void>((resolve) => void waiting.push(resolve));
    },
  };
}

/** The page as a whole would go elsewhere, after it was opened. */
const moved = (page: Page, request: HTTPRequest): boolean =>
  request.isNavigationRequest() && request.frame() === page.mainFrame() && page.url() !== "about:blank";

/** What the page may read. */
interface Readable {
  /** Real path of the folder. */
  readonly root: string;
  readonly texts: ReadonlyMap<string, string>;
}

async function answer(
  request: HTTPRequest,
  readable: Readable,
  refused: string[],
  isMove: boolean,
): Promise<void> {
  const file = isMove ? undefined : await readInside(request, readable).catch(() => undefined);
  try {
    if (isMove) {
      refused.push(request.url());
      // An answer without content leaves the page as it is; a refusal would show the browser's own page in its place.
      await request.respond({ status: 204 });
    } else if (file === undefined) {
      // Full Chrome asks for this by itself.
      if (request.url() !== `${FOLDER_ORIGIN}/favicon.ico`) refused.push(request.url());
      await request.abort("blockedbyclient");
    } else {
      await request.respond({ status: 200, contentType: file.type, body: file.bytes });
    }
  } catch {
    // The page was closed meanwhile; nobody waits for the answer.
  }
}

async function readInside(
  request: HTTPRequest,
  { root, texts }: Readable,
): Promise<{ type: string; bytes: Uint8Array } | undefined> {
  const url = new URL(request.url());
  if (url.origin !== FOLDER_ORIGIN || request.method() !== "GET") return undefined;
  const type = SHOWN.test(url.pathname) ? mediaType(extname(url.pathname)) : undefined;
  if (type === undefined) return undefined;
  const written = decodeURIComponent(url.pathname);
  const text = texts.get(written.slice(1));
  if (text !== undefined) return { type, bytes: new TextEncoder().encode(text) };
  const path = await realpath(join(root, written));
  if (!path.startsWith(root + sep)) return undefined;
  return { type, bytes: await readFile(path) };
}
