import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
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

it("is there already when it was started before", async () => {
  browser.start();
  const [a, b] = await Promise.all([browser.open(), browser.open()]);
  expect(b).toBe(a);
  expect(a.connected).toBe(true);
});

it("that could not be started ahead says so when it is asked for, and each time", async () => {
  const none = openBrowserOnce({ cacheFolder: folder, chosen: join(folder, "no-such-browser") });
  none.start();
  await setTimeout(50);
  await expect(none.open()).rejects.toThrow("ways to get one");
  await expect(none.open()).rejects.toThrow("ways to get one");
  await none.close();
});

it.skipIf(process.platform !== "linux")("ends with all its processes, even while it starts", async () => {
  const profile = join(folder, "profile");
  // What the browser started ends when it finds that the browser is gone, a moment later.
  const left = (): Promise<string[]> => processesNaming(profile);
  const early = openBrowserOnce({ cacheFolder: folder, args: [`--user-data-dir=${profile}`] });
  early.start();
  await setTimeout(150);
  await early.close();
  await expect.poll(left).toEqual([]);
  const open = openBrowserOnce({ cacheFolder: folder, args: [`--user-data-dir=${profile}`] });
  const started = await open.open();
  expect((await left()).length).toBeGreaterThan(0);
  await open.close();
  expect(started.connected).toBe(false);
  await expect.poll(left).toEqual([]);
});

/** Processes of this machine with a text in their command line. */
async function processesNaming(text: string): Promise<string[]> {
  const names = await readdir("/proc");
  const lines = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => await readFile(`/proc/${name}/cmdline`, "utf8").catch(() => "")),
  );
  return lines.filter((line) => line.includes(text));
}
