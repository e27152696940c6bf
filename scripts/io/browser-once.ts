/** One browser for a whole run: started once, ahead of its use or when first asked for, and again if it has died. */
import type { Browser } from "puppeteer-core";
import type { BrowserOptions } from "./browser.ts";

/** A browser that several parts of a run share. */
export interface BrowserOnce {
  /** Starts it, so that it is there by the time it is asked for. That there is none is told by `open`. */
  readonly start: () => void;
  /** Throws `MissingBrowser` when none can be started. */
  readonly open: () => Promise<Browser>;
  /** Ends it at once, even while it starts: nothing in it is worth keeping. */
  readonly close: () => Promise<void>;
}

/** Remembers the browser it starts. `close` is harmless when none was. */
export function openBrowserOnce(
  options: Omit<BrowserOptions, "chosen"> & { chosen?: string | undefined },
): BrowserOnce {
  const { chosen, signal, ...rest } = options;
  const ended = new AbortController();
  const settings = {
    ...rest,
    ...(chosen === undefined ? {} : { chosen }),
    signal: signal === undefined ? ended.signal : AbortSignal.any([signal, ended.signal]),
  };
  let opening: Promise<Browser> | undefined;
  const start = async (): Promise<Browser> => {
    const starting = launch(settings);
    opening = starting;
    return await starting;
  };
  return {
    // Whoever asks for it is told what went wrong; nobody may ask.
    start: () => void start().catch(() => undefined),
    async open() {
      // The promise is kept and not the browser, so that two callers at once share one.
      const latest = opening;
      if (latest === undefined) return await start();
      const open = await latest;
      if (open.connected) return open;
      // Another caller may have started one meanwhile.
      return await (opening === undefined || opening === latest ? start() : opening);
    },
    async close() {
      ended.abort();
      const open = await opening?.catch(() => undefined);
      await open?.close().catch(() => undefined);
    },
  };
}

/** Most builds of a site need no browser, nor the code that finds one. */
async function launch(options: BrowserOptions): Promise<Browser> {
  const { openBrowser } = await import("./browser.ts");
  return openBrowser(options);
}
