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

test("letters and digits do nothing, so that speech input sets nothing off", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await page.click("#play");
  const before = await look(page);
  await page.keyboard.type("kjlmfbo0123456789.,?");
  expect(await look(page)).toEqual(before);
});
