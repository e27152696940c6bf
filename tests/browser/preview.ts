/** A deck that is previewed as a user does it, and a page that looks at it. */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { networkInterfaces, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, BrowserContext, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { openBrowser } from "../../scripts/io/browser.ts";
import { browserCache } from "../shared-browser.ts";

/** Two eras, four slides; two of them have sound where sound is made. */
export const DECK: Readonly<Record<string, string>> = {
  "deck.yaml": "title: A small lecture\nlanguage: en\n",
  "01-war.md":
    "---\ntitle: War\n---\n\n## Stone {#stone}\n\n- One\n- Two\n\nNarration:\n[click] A stone is laid. [click] Another one follows.\n\nNote:\nThink of stones.\n\n---\n\n## Iron {#iron}\n\nNarration:\nIron is cast.\n",
  "02-peace.md":
    "---\ntitle: Peace\n---\n\n## Bread {#bread}\n\nNarration:\nBread is baked.\n\n---\n\n## Salt {#salt}\n\nSalt.\n",
};

/** Names and addresses of this machine, and no others. */
const OWN = [
  "localhost",
  "127.0.0.1",
  ...Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address)),
];

/** A running preview. */
export interface Previewed {
  readonly folder: string;
  readonly address: string;
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  /**
   * A new page with the preview, in a browser that was never there.
   * @param from another address at which the preview is asked for
   */
  readonly open: (path?: string, from?: string) => Promise<Looking>;
  /** What the program has printed. */
  readonly printed: () => string;
}

/** A page that looks. */
export interface Looking {
  readonly page: Page;
  /** How often it was loaded. */
  readonly loads: () => number;
  readonly complaints: readonly string[];
}

/** Starts a preview before the tests of a file; it is gone after them. */
export function usePreview(
  options: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = DECK,
): Previewed {
  let base = "";
  let address = "";
  let output = "";
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  let program: ReturnType<typeof spawn> | undefined;
  const write = async (path: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(base, "deck", path)), { recursive: true });
    await writeFile(join(base, "deck", path), content);
  };
  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), "lanternist-previewed-"));
    for (const [path, content] of Object.entries(files)) await write(path, content);
    const cli = join(import.meta.dirname, "../../lib/cli.js");
    const started = spawn(process.execPath, [cli, "preview", "deck", "--port", "0", ...options], {
      cwd: base,
      env: { ...process.env, XDG_CACHE_HOME: join(base, "cache"), XDG_CONFIG_HOME: join(base, "config") },
      stdio: ["ignore", "pipe", "pipe"],
    });
    program = started;
    address = await new Promise((resolve, reject) => {
      const hear = (data: Buffer): void => {
        output += data.toString();
        const found = /→ (http:\/\/localhost:\d+)\//.exec(output)?.[1];
        if (found !== undefined) resolve(found);
      };
      started.stdout.on("data", hear);
      started.stderr.on("data", hear);
      started.on("exit", () => reject(new Error(`the preview ended: ${output}`)));
    });
    browser = await openBrowser({
      cacheFolder: browserCache,
      network: "loopback",
      // Other addresses of this machine are asked for as well.
      args: [
        "--proxy-bypass-list=*",
        `--host-resolver-rules=MAP * ~NOTFOUND, ${OWN.map((name) => `EXCLUDE ${name}`).join(", ")}`,
      ],
    });
  });
  // A window that still presents would be where the talk of the next test is.
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    program?.kill("SIGTERM");
    await rm(base, { recursive: true, force: true, maxRetries: 5 });
  });
  return {
    get folder() {
      return join(base, "deck");
    },
    get address() {
      return address;
    },
    write,
    printed: () => output,
    open: async (path = "/", from = address) => {
      if (browser === undefined) throw new Error("the browser is not open yet");
      const context = await browser.createBrowserContext();
      contexts.push(context);
      const page = await context.newPage();
      await page.emulateFocusedPage(true);
      let count = 0;
      const complaints: string[] = [];
      page.on("load", () => (count += 1));
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => {
        if (["error", "warn"].includes(message.type())) complaints.push(message.text());
      });
      await page.setViewport({ width: 1280, height: 800 });
      await page.goto(`${from}${path}`);
      return { page, loads: () => count, complaints };
    },
  };
}

/** Waits until the slide on show says this. */
export async function says(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector(".present > .present")?.textContent?.includes(wanted),
    { timeout: 30_000, polling: "mutation" },
    text,
  );
}
