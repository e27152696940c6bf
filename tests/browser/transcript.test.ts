import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { look, playedTo, seekTo, useSite } from "./helper.ts";

const site = useSite();

const present = (page: Page): Promise<string[]> =>
  page.$$eval("#transcript-list [aria-current]", (list) => list.map((one) => one.textContent ?? ""));

test("the transcript marks what is said, and a sentence leads to its moment by click and by key", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await page.click("#play");
  await page.click("#transcript-button");
  await seekTo(page, 1_600);
  expect(await present(page)).toEqual(["The answer came on 30 January."]);
  expect(await page.$$eval("#transcript-list h3", (list) => list.map((one) => one.textContent))).toContain(
    "A slide without words",
  );
  await page.click("#transcript-list [data-ms='0']");
  expect((await look(page)).positionMs).toBe(0);
  expect(await present(page)).toEqual(["For months Kim had asked."]);

  // One stop for Tab, arrows from sentence to sentence; the lecture stays where it is until Enter.
  expect(await page.$$eval("#transcript-list [tabindex='0']", (list) => list.length)).toBe(1);
  await page.focus("#transcript-list [tabindex='0']");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect((await look(page)).positionMs).toBe(0);
  await page.keyboard.press("Enter");
  expect(await look(page)).toMatchObject({ slide: "Whose war?", positionMs: 3_500 });
  expect(await present(page)).toEqual(["Whose war was it?"]);
});

test("it follows the voice until the reader scrolls, and again when asked; it comes back as it was left", async () => {
  const { page } = await site.open({ widthPx: 390, heightPx: 500 });
  await page.click("#start-silent");
  await page.click("#play");
  await page.click("#transcript-button");
  await seekTo(page, 100);
  const follows = () => page.$eval("#transcript-follow", (button) => (button as HTMLButtonElement).hidden);
  expect(await follows()).toBe(true);
  await page.$eval("#transcript-list", (list) => {
    list.dispatchEvent(new WheelEvent("wheel"));
    list.scrollTop = 0;
  });
  expect(await follows()).toBe(false);
  await seekTo(page, 4_000);
  expect(await present(page)).toEqual(["Whose war was it?"]);
  expect(await page.$eval("#transcript-list", (list) => list.scrollTop)).toBe(0);
  await page.click("#transcript-follow");
  await page.waitForFunction(() => {
    const list = document.querySelector("#transcript-list")?.getBoundingClientRect();
    const now = document.querySelector("#transcript-list [aria-current]")?.getBoundingClientRect();
    return list !== undefined && now !== undefined && now.top >= list.top && now.bottom <= list.bottom;
  });
  expect(await follows()).toBe(true);

  // Another era brings its own sentences, and only them.
  await page.click("#play");
  await seekTo(page, 9_000);
  await playedTo(page, 9_000);
  await page.waitForFunction(
    () => !document.querySelector("#transcript-list")?.textContent?.includes("Whose war was it?"),
  );
  await page.reload();
  await page.waitForSelector("#start-silent", { visible: true });
  expect(await page.$eval("#transcript", (panel) => (panel as HTMLElement).hidden)).toBe(false);
});
