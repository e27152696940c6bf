import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { look, playedTo, useSite } from "./helper.ts";

const site = useSite();

/** Presses Tab until the control with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute("aria-label") ?? element?.textContent?.trim();
    });
    if (focused === name) return;
  }
  throw new Error(`Tab does not reach "${name}"`);
}

test("the whole player can be used by keyboard", async () => {
  const { page } = await site.open();
  await tabTo(page, "Read this lecture as text");
  await tabTo(page, "Start silent, with captions");
  await page.keyboard.press("Enter");
  await playedTo(page, 100);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("play");
  await page.keyboard.press("Space");
  expect((await look(page)).playing).toBe(false);

  await page.keyboard.down("Shift");
  await page.keyboard.press("Tab");
  await page.keyboard.up("Shift");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Seek");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  expect(await look(page)).toMatchObject({
    slide: "Whose war?",
    positionMs: 5_000,
    valueText: "00:05 of 00:16, Whose war?",
  });
  await page.keyboard.press("PageUp");
  expect(await look(page)).toMatchObject({
    positionMs: 6_500,
    valueText: "00:06 of 00:16, A slide without words",
  });
  await page.keyboard.press("End");
  expect((await look(page)).positionMs).toBe(16_500);

  await tabTo(page, "Back");
  await page.keyboard.press("Enter");
  expect(await look(page)).toMatchObject({ slide: "The ceasefire", positionMs: 8_000 });
  await tabTo(page, "Speed");
  await page.keyboard.press("ArrowDown");
  expect(
    await page.$eval("#speed", (select) => (select instanceof HTMLSelectElement ? select.value : "")),
  ).toBe("1.25");
  await tabTo(page, "Captions");
  await page.keyboard.press("Enter");
  expect((await look(page)).caption).toBe("");
  await tabTo(page, "Mute");
  await tabTo(page, "Contents");
  await page.keyboard.press("Enter");
  await tabTo(page, "Whose war? 00:03");
  await page.keyboard.press("Enter");
  expect(await look(page)).toMatchObject({ slide: "Whose war?", positionMs: 3_500 });
});

test("letters, digits and punctuation marks control the player while it has the focus", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await playedTo(page, 100);
  await page.keyboard.press("k");
  expect((await look(page)).playing).toBe(false);
  const positions: number[] = [];
  for (const key of ["5", "l", "j", "9", "0", ".", "."] as const) {
    await page.keyboard.press(key);
    positions.push((await look(page)).positionMs);
  }
  const [half, on, back, nine, none, first = 0, second = 0] = positions;
  expect([half, on, back, nine, none]).toEqual([8_250, 16_500, 6_500, 14_850, 0]);
  expect(first).toBeGreaterThan(0);
  expect(second).toBeGreaterThan(first);
  // The bar is a part of the player: nothing is typed into it. Some keyboards have the digits behind Shift.
  await page.focus("#seek");
  await page.keyboard.down("Shift");
  await page.keyboard.press("5");
  await page.keyboard.up("Shift");
  expect((await look(page)).positionMs).toBe(8_250);
  await page.keyboard.press("0");
  await page.focus("#play");
  const captioned = (await look(page)).caption;
  expect(captioned).not.toBe("");
  await page.keyboard.press("c");
  expect((await look(page)).caption).toBe("");
  await page.keyboard.press("m");
  expect(await page.$eval("#mute", (button) => button.getAttribute("aria-pressed"))).toBe("false");
});

test("they do nothing when they are turned off, so that speech input sets nothing off", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await page.click("#play");
  await page.click("#more");
  await page.click("#settings");
  await page.click("#letter-keys");
  await page.click("#settings-close");
  await page.focus("#play");
  const before = await look(page);
  await page.keyboard.type("kjlmfco0123456789.,?");
  expect(await look(page)).toEqual(before);
});

test("the table of keys names what each of them does", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await page.click("#play");
  await page.click("#more");
  await page.click("#keys");
  const rows = await page.$$eval(".keys tr", (list) =>
    list.map((row) => [...row.children].map((cell) => cell.textContent).join(": ")),
  );
  expect(rows).toContain("J: 10 seconds back");
  expect(rows).toContain("Space: Play or pause");
  await page.keyboard.press("k");
  expect((await look(page)).playing).toBe(false);
});
