/** Lists the browsers that a machine may have, in the order in which they are tried. */
import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, dirname, isAbsolute, join } from "node:path";
import { puppeteerCache } from "./download.ts";

/** Where a browser comes from, in the order of trying. */
export type Source = "chosen" | "system" | "puppeteer" | "packaged";

/** One browser that may be here. */
export interface Candidate {
  readonly source: Source;
  /** An executable; for `packaged`, the folder of its compressed files. */
  readonly path: string;
}

interface Where {
  readonly chosen?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly sources?: readonly Source[];
}

/** Program names on Linux, the ones whose updates a system cares for most first. */
const LINUX_NAMES = [
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
  "microsoft-edge-stable",
  "microsoft-edge",
];

const MAC_APPS = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Chromium.app/Contents/MacOS/Chromium",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const WINDOWS_PATHS = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

/** Every browser that exists on disk and may be started, best first. A chosen one is listed even if it is not there. */
export async function listCandidates(where: Where): Promise<Candidate[]> {
  const chosen = where.chosen ?? where.env["PUPPETEER_EXECUTABLE_PATH"];
  const all: Candidate[] = [];
  if (chosen !== undefined && chosen !== "") all.push({ source: "chosen", path: chosen });
  for (const path of systemPaths(where.env)) if (await isProgram(path)) all.push({ source: "system", path });
  for (const path of await puppeteerPaths(where.env)) {
    if (await isProgram(path)) all.push({ source: "puppeteer", path });
  }
  const packaged = packagedFolder();
  if (packaged !== undefined) all.push({ source: "packaged", path: packaged });
  return all.filter(({ source }) => where.sources?.includes(source) ?? true);
}

function systemPaths(env: Where["env"]): string[] {
  switch (process.platform) {
    case "darwin":
      return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
        MAC_APPS.map((app) => join(folder, app)),
      );
    case "win32":
      return ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
        const folder = env[name];
        return folder === undefined ? [] : WINDOWS_PATHS.map((path) => join(folder, path));
      });
    default: {
      // A relative entry of PATH could lead into the deck.
      const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => isAbsolute(folder));
      return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
    }
  }
}

/** What `npx puppeteer browsers install` put into Puppeteer's cache folder, newest version first. */
async function puppeteerPaths(env: Where["env"]): Promise<string[]> {
  const cacheDir = puppeteerCache(env);
  if (!(await exists(cacheDir))) return [];
  const { getInstalledBrowsers, Browser } = await import("@puppeteer/browsers");
  const installed = await getInstalledBrowsers({ cacheDir });
  const usable: string[] = [Browser.CHROMEHEADLESSSHELL, Browser.CHROME, Browser.CHROMIUM];
  return installed
    .filter(({ browser }) => usable.includes(browser))
    .sort(
      (a, b) => usable.indexOf(a.browser) - usable.indexOf(b.browser) || newestFirst(a.buildId, b.buildId),
    )
    .map(({ executablePath }) => executablePath);
}

function newestFirst(a: string, b: string): number {
  const [left, right] = [a, b].map((id) => id.split(".").map(Number));
  for (const [i, part] of (left ?? []).entries()) {
    const difference = (right?.[i] ?? 0) - part;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The folder of `@sparticuz/chromium` with its compressed files: 64-bit Linux only. */
export function packagedFolder(): string | undefined {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  try {
    return join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..", "bin");
  } catch {
    return undefined;
  }
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
