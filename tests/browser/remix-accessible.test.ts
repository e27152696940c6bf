import { expect, test } from "vitest";
import { audit } from "./audit.ts";
import { useSite } from "./helper.ts";
import { openRemix, selected, tick } from "./remix.ts";

const site = useSite();

test.each([
  [1280, 800],
  [390, 844],
])("axe finds nothing in any state of remix.html at %d × %d", async (widthPx, heightPx) => {
  const { page } = await openRemix(site, { widthPx, heightPx, search: "?only=gone,peace/who" });
  await page.waitForSelector(".card-picture .slide");
  expect(await audit(page), "opening").toEqual([]);
  await tick(page, "Whose war?", "The ceasefire");
  await page.type("#filter-words", "war");
  expect(await audit(page), "chosen and filtered").toEqual([]);
  const narrow = await page.$eval("#show-tray", (tab) => tab.checkVisibility());
  if (narrow) await page.click("#show-tray");
  await page.click("#add-own");
  expect(await audit(page), "own slide").toEqual([]);
  await page.type("#own-title", "Mine");
  await page.keyboard.press("Enter");
  await page.click("#course");
  expect(await audit(page), "selection").toEqual([]);
  await page.click("#folder");
  expect(await audit(page), "folder").toEqual([]);
  await page.keyboard.press("Escape");
  if (narrow) await page.click("#show-library");
  await page.$eval(".card:not([hidden]) .card-closer", (button) => (button as HTMLElement).click());
  await page.waitForSelector("#closer-picture .slide");
  expect(await audit(page), "looking closer").toEqual([]);
});

test("targets are 44 px, and nothing goes beyond the edges of a phone", async () => {
  const { page } = await openRemix(site, { widthPx: 390, heightPx: 844 });
  await tick(page, "Whose war?", "The ceasefire");
  const small = () =>
    page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      return [...document.querySelectorAll("button, a, input, select, label.card-label")]
        .filter((one) => one.checkVisibility() && one.closest("[inert], .card-words") === null)
        .map((one) => ({
          name: one.id || (one.getAttribute("aria-label") ?? one.className),
          box: one.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width < 44 || box.height < 44 || box.left < 0 || box.right > width)
        .map(({ name, box }) => `${name} ${box.width} × ${box.height}`);
    });
  expect(await small()).toEqual([]);
  await page.click("#show-tray");
  expect(await small()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("everything is reached and done by keyboard alone", async () => {
  const { page } = await openRemix(site);
  const reach = async (label: string) => {
    for (let n = 0; n < 60; n += 1) {
      const here = await page.evaluate(() => {
        const { activeElement, body } = document;
        if (activeElement === body) return "";
        return (
          activeElement?.getAttribute("aria-label") ??
          activeElement?.closest("label")?.textContent ??
          activeElement?.textContent ??
          ""
        );
      });
      if (here.includes(label)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not lead to ${label}`);
  };
  await reach("The ceasefire");
  await page.keyboard.press("Space");
  await reach("Who needs whom?");
  await page.keyboard.press("Space");
  await reach("Move up: Who needs whom?");
  await page.keyboard.press("ArrowUp");
  expect(await selected(page)).toMatchObject({ titles: ["Who needs whom?", "The ceasefire"] });
  await reach("Copy link");
});
