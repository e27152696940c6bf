import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { useSite } from "./helper.ts";

const site = useSite();

/** How loud the voice is, what the slider says, and whether *Mute* is pressed. */
const sound = (page: Page) =>
  page.evaluate(() => ({
    volume: document.querySelector("audio")?.volume,
    says: document.querySelector("#volume")?.getAttribute("aria-valuetext"),
    muted: document.querySelector("#mute")?.getAttribute("aria-pressed"),
  }));

test("the volume is set beside Mute, kept, and heard at once by who was muted", async () => {
  const { page } = await site.open();
  await page.click("#start-with-sound");
  expect(await sound(page)).toEqual({ volume: 1, says: "100 %", muted: "false" });
  await page.click("#mute");
  await page.focus("#volume");
  for (let n = 0; n < 4; n += 1) await page.keyboard.press("ArrowLeft");
  expect(await sound(page)).toEqual({ volume: 0.8, says: "80 %", muted: "false" });
  await page.click("#mute");
  expect(await sound(page)).toEqual({ volume: 0.8, says: "80 %", muted: "true" });

  await page.reload();
  await page.waitForSelector("#start-silent", { visible: true });
  expect(await sound(page)).toMatchObject({ volume: 0.8, says: "80 %" });
});

test("a device that sets its volume itself has no slider", async () => {
  const { page } = await site.open();
  await page.evaluateOnNewDocument(() => {
    Object.defineProperty(HTMLMediaElement.prototype, "volume", {
      get: () => 1,
      set(volume: number) {
        void volume;
      },
    });
  });
  await page.reload();
  await page.waitForSelector("#start-with-sound", { visible: true });
  await page.click("#start-with-sound");
  const shown = await page.evaluate(() =>
    ["#mute", "#volume"].map((id) => document.querySelector(id)?.checkVisibility()),
  );
  expect(shown).toEqual([true, false]);
});
