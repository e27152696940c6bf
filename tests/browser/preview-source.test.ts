import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { DECK, says, usePreview } from "./preview.ts";

/** An editor that writes down what it was asked for. */
const EDITOR = [
  process.execPath,
  "-e",
  "require('node:fs').appendFileSync('opened.txt', process.argv[1] + '\\n')",
  "{file}:{line}",
];
const preview = usePreview(["--no-audio"], {
  ...DECK,
  "02-peace.md":
    "---\ntitle: Peace\n---\n\n## Bread {#bread}\n\n[A link to iron](#war--iron)\n\nNarration:\nBread is baked.\n\n---\n\n## Salt {#salt}\n\nSalt is carried home.\n",
  "../config/lanternist/config.yaml": `editor: ${JSON.stringify(EDITOR)}\n`,
});

/** All that the editor was asked for, as `file:line` in the deck. */
async function opened(): Promise<string[]> {
  const text = await readFile(join(preview.folder, "../opened.txt"), "utf8").catch(() => "");
  return text.split("\n").flatMap((line) => (line === "" ? [] : [line.slice(line.lastIndexOf("/") + 1)]));
}

async function watching(slide: string, words: string): Promise<Page> {
  const { page } = await preview.open(`/#/${slide}`);
  await page.locator("#start-silent").click();
  await page.locator("#play").click();
  await says(page, words);
  return page;
}

/** The middle of what matches, on screen. */
async function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await (await page.waitForSelector(selector, { visible: true }))?.boundingBox();
  if (!box) throw new Error(`${selector} is not on screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Waits for the editor to be asked once more. */
async function nextOpened(before: readonly string[]): Promise<string[]> {
  await expect.poll(opened, { timeout: 30_000 }).not.toEqual(before);
  return (await opened()).slice(before.length);
}

test("a click on a slide opens the line where it begins", async () => {
  const page = await watching("peace/salt", "Salt");
  const before = await opened();
  const { x, y } = await middleOf(page, "#stage");
  await page.mouse.click(x, y);
  expect(await nextOpened(before)).toEqual(["02-peace.md:14"]);
});

test("links, words that are selected, and presenting keep their clicks", async () => {
  const page = await watching("peace/salt", "Salt");
  const before = await opened();
  const words = await middleOf(page, ".present > .present p");
  // A word, by a double click; then the click that takes the selection away.
  await page.mouse.click(words.x, words.y, { count: 2 });
  expect(await page.evaluate(() => document.getSelection()?.toString().trim())).not.toBe("");
  const { x, y } = await middleOf(page, "#stage");
  await page.mouse.click(x, y);
  expect(await page.evaluate(() => document.getSelection()?.isCollapsed)).toBe(true);
  // Several words, by dragging.
  await page.mouse.move(words.x - 40, words.y);
  await page.mouse.down();
  await page.mouse.move(words.x + 40, words.y);
  await page.mouse.up();
  await page.mouse.click(x, y);

  await page.keyboard.press("ArrowUp");
  const link = await middleOf(page, ".present > .present a[href='#war--iron']");
  await page.mouse.click(link.x, link.y);
  await says(page, "Iron");

  await page.keyboard.press("p");
  await page.waitForSelector("#player.is-presenting");
  await page.mouse.click(x, y);
  await page.keyboard.press("p");
  await page.waitForSelector("#player:not(.is-presenting)");

  // A click that does open comes after all of these, and is the only one.
  await page.mouse.click(x, y);
  expect(await nextOpened(before)).toEqual(["01-war.md:18"]);
});
