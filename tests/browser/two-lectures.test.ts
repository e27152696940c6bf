/** Two lectures of one name on one host: here the same files under two addresses. */
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seekTo, useSite } from "./helper.ts";
import { makeHost } from "./host.ts";

const host = makeHost(() => site.folder);
const site = useSite(undefined, { host: host.address });
beforeAll(async () => {
  await symlink(site.folder, join(site.folder, "other"));
  await host.start();
});
afterAll(host.stop);

async function openAt(page: Page, path: string): Promise<void> {
  await page.goto(`${host.address()}${path}`);
  await page.waitForSelector("#start-silent", { visible: true });
}

/** Stops at a place, bookmarks it, and makes a setting. */
async function leaveTraces(page: Page): Promise<void> {
  await page.click("#start-silent");
  await page.click("#play");
  await seekTo(page, 14_000);
  await page.click("#more");
  await page.click("#bookmark");
  await page.click("#transcript");
}

const offersPlace = (page: Page) => page.waitForSelector("#go-on-where:not([hidden])");
/** Whether the place is kept, how many bookmarks and drawn lines there are, and whether there are settings. */
async function known(page: Page): Promise<string[]> {
  await page.click("#start-silent");
  await page.click("#play");
  await page.click("#more");
  await page.click("#knows");
  await page.waitForSelector("#knows-list dd");
  const rows = await page.$$eval("#knows-list dd", (values) => values.map((its) => its.textContent ?? ""));
  return rows.slice(0, 4);
}

test("each keeps its own place and notes, both have the settings, and one forgets nothing of the other", async () => {
  const { page } = await site.open();
  await openAt(page, "/");
  await leaveTraces(page);
  await openAt(page, "/other/index.html");
  expect(await page.$("#go-on-where:not([hidden])")).toBeNull();
  expect(await known(page)).toEqual(["nothing", "nothing", "nothing", "kept"]);
  await page.keyboard.press("Escape");
  await seekTo(page, 14_000);

  // The first, under another address of the same page, still has all of its own.
  await openAt(page, "/index.html?only=peace");
  await offersPlace(page);
  expect(await known(page)).toEqual(["kept", "1", "nothing", "kept"]);
  await page.click("#forget");
  expect(await page.$eval("#forget-sure", (sure) => sure.textContent)).toMatch(
    /every lecture at this address/,
  );
  await page.click("#forget-yes");
  await page.waitForFunction(() => document.activeElement?.id === "knows-words");

  await openAt(page, "/other/");
  await offersPlace(page);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(["lanternist:deck@/other/:place"]);
});
