import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { wholeSite } from "../../scripts/outputs/whole.ts";
import { look, playedTo, seekTo, useSite } from "./helper.ts";
import { makeHost } from "./host.ts";

const host = makeHost(() => site.folder);
const site = useSite(undefined, { host: host.address });
beforeAll(host.start);
afterAll(host.stop);
beforeEach(writeList);

/** What a build does last. */
async function writeList(): Promise<void> {
  const entries = await readdir(site.folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(site.folder.length + 1));
  const made = await wholeSite({ zip: false, folders: [""] }).make(
    site.folder,
    files.filter((path) => path !== "offline-list.js").sort(),
  );
  for (const file of made) if ("text" in file) await writeFile(join(site.folder, file.path), file.text);
}

async function openDialog(page: Page): Promise<void> {
  await page.click("#more");
  await page.click("#offline");
  await page.waitForSelector("#offline-dialog[open] button:not([hidden]):not(#offline-close)");
}

const says = (page: Page, words: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector("#offline-text")?.textContent?.includes(wanted),
    {},
    words,
  );

const kept = (page: Page) =>
  page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));

async function save(page: Page): Promise<void> {
  await page.click("#start-silent");
  await page.click("#play");
  await openDialog(page);
  await page.click("#offline-save");
  await says(page, "Saved in this browser");
}

async function remove(page: Page): Promise<void> {
  await page.click("#offline-remove");
  await page.waitForSelector("#offline-save", { visible: true });
  expect(await kept(page)).toEqual({ caches: [], workers: 0 });
}

test("nothing is saved before a person asks, and the dialog says first how much it is", async () => {
  const { page, complaints } = await site.open();
  await page.click("#start-silent");
  await openDialog(page);
  expect(await page.$eval("#offline-text", (text) => text.textContent)).toMatch(
    /^Saves the whole lecture in this browser, 0\.\d MB\./,
  );
  expect(await kept(page)).toEqual({ caches: [], workers: 0 });
  expect(complaints).toEqual([]);
});

test("saved, it opens, plays and seeks with the host gone; removed, nothing is left", async () => {
  const { page, complaints } = await site.open();
  await save(page);
  await host.stop();
  try {
    await page.reload();
    await page.waitForSelector("#start-with-sound", { visible: true });
    await page.click("#start-with-sound");
    await playedTo(page, 300);
    expect(await page.$eval("audio", (audio) => [audio.paused, audio.error])).toEqual([false, null]);
    for (const [goal, title] of [
      [2_200, "A telegram in January"],
      [13_500, "Who needs whom?"],
      [5_000, "Whose war?"],
    ] as const) {
      await seekTo(page, goal);
      await playedTo(page, goal + 200);
      expect((await look(page)).slide).toBe(title);
      // The sound is where the slide is: the tone plays on from the place that was asked for.
      expect(await page.$eval("audio", (audio) => [audio.paused, audio.error])).toEqual([false, null]);
    }
    // Only the worker's own question for a newer version went unanswered.
    expect(complaints.filter((line) => !line.includes("ERR_CONNECTION_REFUSED"))).toEqual([]);
    await page.click("#play");
    await openDialog(page);
    await says(page, "Saved in this browser");
    await page.click("#offline-remove");
    await says(page, "does not answer");
    expect(await kept(page)).toEqual({ caches: [], workers: 0 });
  } finally {
    await host.start();
  }
});

test("what is saved opens as a part, too, and goes when all is to be forgotten", async () => {
  const { page } = await site.open();
  await save(page);
  await host.stop();
  try {
    await page.goto(`${host.address()}/index.html?only=peace`);
    await page.waitForSelector("#start-silent", { visible: true });
    expect(await page.$eval("#total", (total) => total.textContent)).toBe("00:08");
    await page.click("#start-silent");
    await playedTo(page, 300);
    await page.click("#play");
    await page.click("#more");
    await page.click("#knows");
    await page.waitForFunction(() =>
      document.querySelector("#knows-list dd:last-child")?.textContent?.includes("kept"),
    );
    await page.click("#forget");
    await page.click("#forget-yes");
    await page.waitForFunction(() => document.activeElement?.id === "knows-words");
    expect(await kept(page)).toEqual({ caches: [], workers: 0 });
  } finally {
    await host.start();
  }
});

test("a part of a sound that is asked for is what comes, from what is saved", async () => {
  // The lecture's page may not fetch; this one of the same folder has no such policy.
  await writeFile(join(site.folder, "plain.html"), "<!doctype html><title>Plain</title>");
  await writeList();
  const { page } = await site.open();
  await save(page);
  await page.reload();
  await page.waitForSelector("#start-silent", { visible: true });
  const whole = await readFile(join(site.folder, "audio/war-telegram.mp3"));
  const other = await page.browserContext().newPage();
  await other.goto(`${host.address()}/plain.html`);
  const part = await other.evaluate(async () => {
    const response = await fetch("audio/war-telegram.mp3", { headers: { Range: "bytes=100-199" } });
    const bytes = [...new Uint8Array(await response.arrayBuffer())];
    return { status: response.status, range: response.headers.get("Content-Range"), bytes };
  });
  await other.close();
  expect(part).toEqual({
    status: 206,
    range: `bytes 100-199/${whole.length}`,
    bytes: [...whole.subarray(100, 200)],
  });
  await page.click("#start-silent");
  await page.click("#play");
  await openDialog(page);
  await remove(page);
});

test("a newer version is offered, and taken whole or not at all", async () => {
  const { page } = await site.open();
  await save(page);
  const index = join(site.folder, "index.html");
  const old = await readFile(index, "utf8");
  const title = () => page.$eval("#start-title", (heading) => heading.textContent);
  await writeFile(index, old.replace('<h1 id="start-title">', '<h1 id="start-title">New: '));
  // Uploaded in part: the page is new and the list is old.
  await page.reload();
  await page.waitForSelector("#start-silent", { visible: true });
  expect(await title()).toBe("Tones & <silences>");
  await writeList();
  // The list has come, and the page of that list has not.
  const fresh = await readFile(index, "utf8");
  await writeFile(index, old);
  await page.reload();
  await page.waitForSelector("#newer", { visible: true });
  await page.click("#newer-show");
  await page.waitForSelector("#offline-save", { visible: true });
  await page.click("#offline-save");
  await says(page, "does not agree with its own list");
  await page.reload();
  await page.waitForSelector("#newer-show", { visible: true });
  expect(await title()).toBe("Tones & <silences>");

  await writeFile(index, fresh);
  await page.click("#newer-show");
  await page.waitForSelector("#offline-save", { visible: true });
  await page.click("#offline-save");
  await page.waitForFunction(() => document.querySelector("#start-title")?.textContent?.startsWith("New: "));
  await page.waitForFunction(() => document.querySelector<HTMLElement>("#newer")?.hidden === true);
  await writeFile(index, old);
  await page.waitForSelector("#start-silent", { visible: true });
  await page.click("#start-silent");
  await page.click("#play");
  await openDialog(page);
  await remove(page);
});

test("where there is no room, it says so and keeps nothing", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await page.click("#play");
  await openDialog(page);
  const session = await page.createCDPSession();
  const origin = host.address();
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 60_000 });
  await page.click("#offline-save");
  await says(page, "has no room");
  await page.waitForSelector("#offline-save", { visible: true });
  expect(
    await page.evaluate(async () => {
      const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      return (await Promise.all(stores.map((store) => store.keys()))).flat().length;
    }),
  ).toBe(0);
  await session.send("Storage.overrideQuotaForOrigin", { origin });
});
