import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { useSite } from "./helper.ts";
import { openRemix, rowButton, selected, tick } from "./remix.ts";

const site = useSite();
const ALL = ["A telegram in January", "Whose war?", "A slide without words", "The ceasefire"];

/** Middle of a row's grip, or of its title. */
const middleOf = (page: Page, place: number, part: string) =>
  page.evaluate(
    (n, selector) => {
      const box = document.querySelectorAll(`#items .item ${selector}`)[n]?.getBoundingClientRect();
      return { x: (box?.left ?? 0) + (box?.width ?? 0) / 2, y: (box?.top ?? 0) + (box?.height ?? 0) / 2 };
    },
    place,
    part,
  );

test("a slide is moved by its buttons and by arrow keys, which keep the focus and say where it is", async () => {
  const { page } = await openRemix(site);
  await tick(page, ...ALL);
  await page.focus(rowButton("Move down: A telegram in January"));
  await page.keyboard.press("Enter");
  expect(await selected(page)).toMatchObject({
    titles: [ALL[1], ALL[0], ALL[2], ALL[3]],
    said: "A telegram in January: now 2 of 4.",
  });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect((await selected(page)).titles).toEqual([ALL[1], ALL[2], ALL[3], ALL[0]]);
  await page.keyboard.press("ArrowDown");
  expect((await selected(page)).said).toBe("A telegram in January is at the end already.");
  await page.keyboard.press("ArrowUp");
  expect(await selected(page)).toMatchObject({
    titles: [ALL[1], ALL[2], ALL[0], ALL[3]],
    said: "A telegram in January: now 3 of 4.",
  });
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
    "Move down: A telegram in January",
  );
});

test("slides are taken out one after the other by key, and the focus stays in the list", async () => {
  const { page } = await openRemix(site);
  await tick(page, ...ALL);
  await page.focus(rowButton("Move up: Whose war?"));
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  expect((await selected(page)).titles).toEqual([ALL[0], ALL[3]]);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  expect((await selected(page)).titles).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("add-own");
});

test("a slide is dragged with the mouse; Escape puts it back", async () => {
  const { page } = await openRemix(site);
  await tick(page, ...ALL);
  const from = await middleOf(page, 0, ".item-title");
  const to = await middleOf(page, 2, ".item-buttons");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, to.y + 20, { steps: 8 });
  await page.mouse.up();
  expect(await selected(page)).toMatchObject({
    titles: [ALL[1], ALL[2], ALL[0], ALL[3]],
    said: "A telegram in January: now 3 of 4.",
  });
  await page.click("#undo");
  expect((await selected(page)).titles).toEqual(ALL);

  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, to.y + 20, { steps: 8 });
  expect((await selected(page)).titles).not.toEqual(ALL);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect((await selected(page)).titles).toEqual(ALL);
  expect(await page.$$eval(".is-dragged, .is-dragging", (left) => left.length)).toBe(0);
});

test("a finger drags by the grip", async () => {
  const { page } = await openRemix(site, { widthPx: 390, heightPx: 844 });
  await tick(page, ...ALL);
  await page.click("#show-tray");
  const from = await middleOf(page, 1, ".item-grip");
  const to = await middleOf(page, 0, ".item-title");
  const finger = await page.touchscreen.touchStart(from.x, from.y);
  for (const y of [from.y - 20, to.y + 10, to.y - 20]) await finger.move(from.x, y);
  await finger.end();
  expect((await selected(page)).titles).toEqual([ALL[1], ALL[0], ALL[2], ALL[3]]);
});
