import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { downloaded } from "./downloads.ts";
import { look, seekTo, useSite } from "./helper.ts";

const site = useSite();

async function start(page: Page): Promise<void> {
  await page.click("#start-silent");
  await page.click("#play");
}

async function bookmarkAt(page: Page, ms: number): Promise<void> {
  await seekTo(page, ms);
  await page.click("#more");
  await page.click("#bookmark");
  await page.waitForSelector("#toast", { visible: true });
}

async function openNotes(page: Page): Promise<void> {
  await page.click("#more");
  await page.click("#notes");
  await page.waitForSelector("#notes-list [data-note]");
}

const listed = (page: Page) =>
  page.$$eval("#notes-list [data-note]", (rows) =>
    rows.map((row) => {
      const place = row.querySelector(".note-place, p")?.textContent?.trim() ?? "";
      return `${place} | ${row.querySelector("textarea")?.value ?? "deleted"}`;
    }),
  );

/** Presses *Export* and gives the file that the browser saves. */
const exported = (page: Page): Promise<string> =>
  downloaded(page, site.folder, "deck-notes.md", () => page.click("#notes-export"));

test("bookmarks keep their notes, lead back, can be deleted and put back, and go into a file", async () => {
  const { page, complaints } = await site.open();
  await start(page);
  for (const ms of [12_700, 1_600, 9_000]) await bookmarkAt(page, ms);
  await openNotes(page);
  await page.type("#notes-list textarea", "Why *then*?");
  expect(await listed(page)).toEqual([
    "00:01 A telegram in January | Why *then*?",
    "00:09 The ceasefire | ",
    "00:12 Who needs whom? | ",
  ]);
  expect(await exported(page)).toMatch(
    /^# Tones & \\<silences\\>\n\nExported from index\.html\n\n## Permission to invade\n\n### \[00:01, A telegram in January\]\(<index\.html#\/war\/telegram\?t=s2\.\w+\.100>\)\n\nWhy \*then\*\?\n\n## After \\<\/script\\> the war\n\n### \[00:09, The ceasefire\]/,
  );

  // Deleted by keyboard; the focus is on what puts it back.
  await page.focus("#notes-list [data-note]:first-child .note-head button");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.textContent === "Undo");
  expect((await listed(page))[0]).toBe("Bookmark at A telegram in January deleted. | deleted");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
  expect((await listed(page))[0]).toBe("00:01 A telegram in January | Why *then*?");
  await page.click("#notes-list .notes-era:last-child li:last-child .note-head button");
  await page.waitForFunction(() => document.activeElement?.textContent === "Undo");

  await page.click("#notes-list .notes-era:last-child li:first-child a");
  expect(await look(page)).toMatchObject({ slide: "The ceasefire", positionMs: 9_000 });
  expect(await page.$("dialog[open]")).toBeNull();

  // The next visit.
  await page.goto("about:blank");
  await page.goto(site.address());
  await start(page);
  await openNotes(page);
  expect(await listed(page)).toEqual(["00:01 A telegram in January | Why *then*?", "00:09 The ceasefire | "]);
  expect(await page.$eval("#notes-words", (line) => line.textContent)).toContain("stay in this browser");
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("Who needs whom");
  expect(complaints).toEqual([]);
});

test("two tabs do not overwrite each other's notes", async () => {
  const { page: one } = await site.open();
  const two = await one.browserContext().newPage();
  await two.goto(site.address());
  for (const page of [one, two]) {
    await page.bringToFront();
    await start(page);
  }
  await bookmarkAt(two, 9_000);
  await one.bringToFront();
  await bookmarkAt(one, 1_600);
  await openNotes(one);
  expect(await listed(one)).toEqual(["00:01 A telegram in January | ", "00:09 The ceasefire | "]);
  await one.type("#notes-list textarea", "From one");
  await two.bringToFront();
  await openNotes(two);
  expect((await listed(two))[0]).toBe("00:01 A telegram in January | From one");
  await two.click("#notes-list .notes-era:last-child .note-head button");
  await two.waitForFunction(() => document.activeElement?.textContent === "Undo");
  // The one that is open in the first tab, and was not touched there, is gone there too.
  await one.bringToFront();
  await one.type("#notes-list textarea", "!");
  await one.keyboard.press("Escape");
  await openNotes(one);
  await one.waitForFunction(() => document.querySelectorAll("#notes-list [data-note]").length === 1);
  expect((await listed(one))[0]).toMatch(/^00:01 A telegram in January \| .*From one/);
});

test.each(["blocked", "full"])("with storage %s notes can be written and taken away", async (how) => {
  const { page, complaints } = await site.open();
  await page.evaluateOnNewDocument((why) => {
    const refuse = () => {
      throw new DOMException("no", why === "full" ? "QuotaExceededError" : "SecurityError");
    };
    if (why === "full") Storage.prototype.setItem = refuse;
    else Object.defineProperty(window, "localStorage", { get: refuse });
  }, how);
  await page.reload();
  await start(page);
  await bookmarkAt(page, 1_600);
  expect(await page.$eval("#toast", (line) => line.textContent)).toContain("cannot be kept");
  await openNotes(page);
  expect(await page.$eval("#notes-words", (line) => line.textContent)).toContain("cannot be kept");
  await page.type("#notes-list textarea", "Taken away");
  // Whoever leaves now is asked first; after the export there is nothing to lose.
  const leaving = () =>
    page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  expect(await leaving()).toBe(true);
  expect(await exported(page)).toContain("Taken away");
  expect(await leaving()).toBe(false);
  expect(complaints).toEqual([]);
});
