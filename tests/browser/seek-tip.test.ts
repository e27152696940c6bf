import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { look, useSite } from "./helper.ts";

const site = useSite();

/** What the tip over the bar says, and the title in its picture. */
const tip = (page: Page) =>
  page.evaluate(() => {
    const shown = (id: string) => {
      const element = document.querySelector<HTMLElement>(id);
      return element?.checkVisibility() === true ? element : undefined;
    };
    return {
      time: shown("#seek-time")?.textContent,
      title: shown("#seek-title")?.textContent,
      era: shown("#seek-era")?.textContent,
      picture: shown("#seek-picture")?.querySelector("h2")?.textContent.trim(),
    };
  });

async function point(page: Page, ms: number): Promise<void> {
  const bar = await page.$eval("#seek", (slider) => slider.getBoundingClientRect().toJSON());
  await page.mouse.move(bar.left + (bar.width * ms) / 16_500, bar.top + bar.height / 2);
}

test("the bar tells and shows what is under the pointer, and follows the keyboard", async () => {
  const { page, complaints } = await site.open();
  await page.click("#start-silent");
  await page.click("#play");
  await page.keyboard.press("Home");
  await point(page, 4_500);
  const words = { title: "Whose war?", era: "Permission to invade" };
  expect(await tip(page)).toEqual({ ...words, time: "00:04", picture: "Whose war?" });
  // The picture shows the slide as it is at that moment, and takes no id away from the slide itself.
  await point(page, 1_200);
  const items = await page.$$eval("#seek-picture li", (found) =>
    found.map((item) => [item.id, getComputedStyle(item).visibility]),
  );
  expect(items).toEqual([
    ["picture-war--telegram--pleading", "visible"],
    ["picture-war--telegram--consent", "hidden"],
  ]);
  await page.mouse.move(640, 300);
  expect(await tip(page)).toEqual({});

  await page.focus("#seek");
  await page.keyboard.press("PageUp");
  expect(await tip(page)).toEqual({ ...words, time: "00:03", picture: "Whose war?" });
  await page.keyboard.press("Escape");
  expect(await tip(page)).toEqual({});
  expect(await look(page)).toMatchObject({ slide: "Whose war?" });
  expect(complaints).toEqual([]);
});

test("who saves data sees words only", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await page.click("#play");
  await page.evaluate(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await point(page, 4_500);
  expect(await tip(page)).toEqual({ time: "00:04", title: "Whose war?", era: "Permission to invade" });
});

test("marks stand where slides begin", async () => {
  const { page } = await site.open();
  const marks = await page.$$eval(".seek-marks path", (paths) =>
    paths.map((path) => path.getAttribute("d")?.match(/M/g)?.length),
  );
  // One drawing; five slides in two eras, whose own beginnings are gaps.
  expect(marks).toEqual([3]);
});
