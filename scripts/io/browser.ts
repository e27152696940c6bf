/**
 * Finds a browser on this machine and starts it: what the user names, then Chrome, Chromium or Edge of the
 * system, then what Puppeteer once downloaded, then the one that came with this program's packages.
 */
import type { Browser } from "puppeteer-core";
import { listCandidates, packagedFolder, type Candidate, type Source } from "./browser/candidates.ts";
import { launchBrowser, reasonOf, type LaunchSettings } from "./browser/launch.ts";
import { unpackBrowser, unpackFonts } from "./browser/packaged.ts";

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

/** One place that was looked at. */
export interface Trial {
  readonly source: Source;
  readonly path: string;
  /** Such as `Chrome/156.0.8078.79`, when it started. */
  readonly version?: string;
  /** Why it cannot be used, when it cannot. */
  readonly rejected?: string;
}

/** What `doctor` shows: the browser that a build would use, and every place that was tried before it. */
export interface FoundBrowser {
  readonly found: Trial | undefined;
  readonly trials: readonly Trial[];
}

/** No browser can be started here. The message says what was tried, and how to get one. */
export class MissingBrowser extends Error {
  override readonly name = "MissingBrowser";
  readonly trials: readonly Trial[];
  constructor(trials: readonly Trial[]) {
    super([...describe(trials), ...WAYS_TO_GET_ONE].join("\n"));
    this.trials = trials;
  }
}

/** The first Chrome that prints page margin boxes, which the handout's running titles are. */
const OLDEST_CHROME = 131;

/** Shown under a missing browser, one way a line. */
const WAYS_TO_GET_ONE = [
  "ways to get one:",
  "  run `npm install` again: a browser for 64-bit Linux comes with the packages",
  "  install Chrome, Chromium or Edge (Debian: apt-get install chromium)",
  "  lanternist doctor --get browser: downloads Chrome's headless shell",
  "  name one that you have: PUPPETEER_EXECUTABLE_PATH=/path/to/chrome",
];

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
  const fonts = await privateFonts(options);
  if (candidate.source !== "packaged") {
    const shell = /headless[-_]shell/.test(candidate.path);
    return await launchBrowser(candidate.path, { shell, fonts }, options);
  }
  const unpacked = await unpackBrowser(candidate.path, options.cacheFolder);
  try {
    return await launchBrowser(unpacked.path, { shell: true, libraries: unpacked.libraries, fonts }, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    // Sizes are checked on every use, contents only now: a damaged copy is made anew, once.
    if (await unpacked.isIntact()) throw error;
    const { path, libraries } = await unpackBrowser(candidate.path, options.cacheFolder, { anew: true });
    return await launchBrowser(path, { shell: true, libraries, fonts }, options);
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

function describe(trials: readonly Trial[]): string[] {
  if (trials.length === 0) return ["no browser was found on this machine, which the PDF needs"];
  return [
    "no browser on this machine could be started, which the PDF needs; tried:",
    ...trials.map((t) => `  ${t.path}: ${t.rejected ?? "works"}`),
  ];
}
