/** A phone on a slow line: the first slide plays after some seconds, not after a minute. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sharedBrowser } from "../shared-browser.ts";
import { makeHost } from "../browser/host.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const FIRST_SLIDE_BYTES = 350_000;
/** Ten seconds of a voice's MP3, 40 kbit/s: the sound plays long before its file has come whole. */
const FIRST_SOUND_BYTES = 50_000;

let folder = "";
const host = makeHost(() => folder);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lanternist-download-"));
  const options = ["--only", "site", "--no-audio", "--out", join(folder, "site")];
  await promisify(execFile)(process.execPath, [
    join(root, "lib/cli.js"),
    "build",
    join(root, "slides"),
    ...options,
  ]);
  folder = join(folder, "site");
  await host.start();
}, 60_000);
afterAll(async () => {
  await host.stop();
  await rm(join(folder, ".."), { recursive: true, force: true });
});

/** As a static host sends it: text compressed by gzip, fonts as they are. */
async function sentBytes(path: string): Promise<number> {
  const bytes = await readFile(join(folder, path));
  return path.endsWith(".woff2") ? bytes.length : gzipSync(bytes, { level: 6 }).length;
}

test("the first slide needs at most 350 kB, the beginning of its sound among them", async () => {
  const reader = await (await sharedBrowser("loopback")).createBrowserContext();
  const asked: string[] = [];
  try {
    const page = await reader.newPage();
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.protocol === "http:") asked.push(url.pathname.slice(1));
    });
    await page.goto(`${host.address()}/index.html`);
    await page.waitForSelector("#start-silent", { visible: true });
    await page.click("#start-silent");
    await page.waitForSelector(".reveal .present > .present h2");
  } finally {
    await reader.close();
  }
  const sizes = await Promise.all(asked.map(sentBytes));
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  expect(asked).toContain("assets/player.js");
  expect(total).toBeLessThanOrEqual(FIRST_SLIDE_BYTES - FIRST_SOUND_BYTES);
});
