import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openBrowserOnce, type BrowserOnce } from "../../scripts/io/browser-once.ts";

let folder: string;
let browser: BrowserOnce;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "browser-once-"));
  browser = openBrowserOnce({ cacheFolder: folder });
});
afterEach(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

it("is one browser, however often and at once it is asked for", async () => {
  const [a, b] = await Promise.all([browser.open(), browser.open()]);
  expect(b).toBe(a);
  expect(await browser.open()).toBe(a);
});

it("is started again after it has died", async () => {
  const first = await browser.open();
  const gone = new Promise<void>((resolve) => first.once("disconnected", () => resolve()));
  first.process()?.kill("SIGKILL");
  await gone;
  const second = await browser.open();
  expect(second).not.toBe(first);
  expect(await second.version()).toContain("/");
});

it("cannot be started where there is none, and closing is harmless", async () => {
  const none = openBrowserOnce({ cacheFolder: folder, chosen: join(folder, "no-such-browser") });
  await expect(none.open()).rejects.toThrow("ways to get one");
  await none.close();
});
