/** One browser for a whole run: started when first asked for, started again if it has died. */
import type { Browser } from "puppeteer-core";
import type { BrowserOptions } from "./browser.ts";

/** A browser that several parts of a run share. */
export interface BrowserOnce {
  /** Throws `MissingBrowser` when none can be started. */
  readonly open: () => Promise<Browser>;
  readonly close: () => Promise<void>;
}

/** Remembers the browser it starts. `close` is harmless when none was. */
export function openBrowserOnce(
  options: Omit<BrowserOptions, "chosen"> & { chosen?: string | undefined },
): BrowserOnce {
  const { chosen, ...rest } = options;
  let opening: Promise<Browser> | undefined;
  return {
    async open() {
      // The promise is kept and not the browser, so that two callers at once share one.
      const latest = opening;
      const open = await latest?.catch(() => undefined);
      if (open?.connected === true) return open;
      // Another caller may have started one meanwhile.
      if (opening !== undefined && opening !== latest) return opening;
      opening = start({ ...rest, ...(chosen === undefined ? {} : { chosen }) });
      return opening;
    },
    async close() {
      const open = await opening?.catch(() => undefined);
      await open?.close().catch(() => undefined);
    },
  };
}

/** Most builds of a site need no browser, nor the code that finds one. */
async function start(options: BrowserOptions): Promise<Browser> {
  const { openBrowser } = await import("./browser.ts");
  return openBrowser(options);
}
