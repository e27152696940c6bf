/** One browser for all the tests of a worker, since to start one takes longer than many a test. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { openBrowser, type BrowserOptions } from "../scripts/io/browser.ts";
import "./environment.ts";

/** Where tests unpack the packaged browser, once for all of them. */
export const browserCache = join(tmpdir(), "lanternist-test-browser");

/** Renderers that full Chrome starts in advance, for sites and menus that no test opens: a third of what a page costs. */
const NOTHING_IN_ADVANCE = "--disable-features=SpareRendererForSitePerProcess,PreloadTopChromeWebUI";

type Network = NonNullable<BrowserOptions["network"]>;
const started = new Map<Network, Promise<Browser>>();

/**
 * The worker's browser, started when it is first asked for. Whoever asks opens a context of their own in it, as a reader
 * who was never here, and closes that again; the browser stays.
 */
export async function sharedBrowser(network: Network = "none"): Promise<Browser> {
  const running = await started.get(network);
  if (running?.connected === true) return running;
  const starting = openBrowser({ cacheFolder: browserCache, network, args: [NOTHING_IN_ADVANCE] });
  started.set(network, starting);
  globalThis.atWorkerEnd.push(async () => await (await starting).close());
  return await starting;
}
