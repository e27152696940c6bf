/** What a build gives its outputs, for tests: a staging folder on disk and a browser. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "puppeteer-core";
import { openBrowser } from "../../scripts/io/browser.ts";
import type { Lecture } from "../../scripts/model.ts";
import type { Made, Output } from "../../scripts/outputs/index.ts";
import { browserCache } from "../shared-browser.ts";
import type { Tools } from "../../scripts/outputs/tools.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

export interface Staging {
  readonly tools: Tools;
  readonly folder: string;
  /** Makes an output and puts its files into the folder. */
  readonly make: (output: Output, lecture: Lecture) => Promise<Made>;
  readonly close: () => Promise<void>;
}

export async function openStaging(changes: Partial<Tools> = {}): Promise<Staging> {
  const folder = await mkdtemp(join(tmpdir(), "lanternist-staging-"));
  let browser: Browser | undefined;
  const write = async (files: Made["files"]): Promise<void> => {
    for (const file of files) {
      if ("deckPath" in file) continue;
      await mkdir(dirname(join(folder, file.path)), { recursive: true });
      await writeFile(join(folder, file.path), "text" in file ? file.text : file.bytes);
    }
  };
  const tools: Tools = {
    programFile: (path) => readFile(join(root, path)),
    readDeck: () => Promise.reject(new Error("this deck has no files")),
    staged: folder,
    openBrowser: async () => {
      if (browser?.connected !== true) browser = await openBrowser({ cacheFolder: browserCache });
      return browser;
    },
    progress: () => undefined,
    signal: new AbortController().signal,
    ...changes,
  };
  return {
    tools,
    folder,
    make: async (output, lecture) => {
      const made = await output.make(lecture, tools);
      await write(made.files);
      return made;
    },
    close: async () => {
      await browser?.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
