/** What is said where no browser can be started. Apart from the browser itself, which is loaded only to print. */
import type { Source } from "./browser/candidates.ts";

/** One place that was looked at. */
export interface Trial {
  readonly source: Source;
  readonly path: string;
  /** Such as `Chrome/156.0.8078.79`, when it started. */
  readonly version?: string;
  /** Why it cannot be used, when it cannot. */
  readonly rejected?: string;
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

/** Shown under a missing browser, one way a line. */
const WAYS_TO_GET_ONE = [
  "ways to get one:",
  "  run `npm install` again: a browser for 64-bit Linux comes with the packages",
  "  install Chrome, Chromium or Edge (Debian: apt-get install chromium)",
  "  lanternist doctor --get browser: downloads Chrome's headless shell",
  "  name one that you have: PUPPETEER_EXECUTABLE_PATH=/path/to/chrome",
];

function describe(trials: readonly Trial[]): string[] {
  if (trials.length === 0) return ["no browser was found on this machine, which the PDF needs"];
  return [
    "no browser on this machine could be started, which the PDF needs; tried:",
    ...trials.map((t) => `  ${t.path}: ${t.rejected ?? "works"}`),
  ];
}
