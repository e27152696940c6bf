/** Downloads the browser that this version of Puppeteer drives, where the user asks for it: `doctor --get browser`. */
import { homedir } from "node:os";
import { join } from "node:path";

/** What a download needs. */
export interface Download {
  /** Environment: `PUPPETEER_CACHE_DIR`, `HOME`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly progress: (doneBytes: number, totalBytes: number) => void;
  /** Where to download from, instead of Google's storage. */
  readonly baseUrl?: string;
}

/** The download failed; the message says why. */
export class DownloadFailed extends Error {
  override readonly name = "DownloadFailed";
}

/** Where Puppeteer keeps what it downloads, and where this program looks for it. */
export function puppeteerCache(env: Download["env"]): string {
  return env["PUPPETEER_CACHE_DIR"] ?? join(env["HOME"] ?? homedir(), ".cache", "puppeteer");
}

/**
 * Downloads and unpacks Chrome's headless shell into Puppeteer's cache.
 * @returns the path of its program
 * @throws DownloadFailed
 */
export async function downloadBrowser({ env, progress, baseUrl }: Download): Promise<string> {
  const [{ Browser, install }, { PUPPETEER_REVISIONS }] = await Promise.all([
    import("@puppeteer/browsers"),
    import("puppeteer-core/internal/revisions.js"),
  ]);
  try {
    const { executablePath } = await install({
      browser: Browser.CHROMEHEADLESSSHELL,
      buildId: PUPPETEER_REVISIONS["chrome-headless-shell"],
      cacheDir: puppeteerCache(env),
      downloadProgressCallback: progress,
      ...(baseUrl === undefined ? {} : { baseUrl }),
    });
    return executablePath;
  } catch (cause) {
    throw new DownloadFailed(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
