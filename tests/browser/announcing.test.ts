import { expect, test } from "vitest";
import { playedTo, useSite } from "./helper.ts";

const site = useSite();

test("a person who moves hears where; while the voice plays, nothing is announced", async () => {
  const { page } = await site.open();
  await page.click("#start-with-sound");
  const said = () => page.$eval("#announcement", (line) => line.textContent);
  await playedTo(page, 3_600);
  expect(await said()).toBe("");
  await page.click("#play");
  await page.keyboard.press("ArrowDown");
  expect(await said()).toBe("Slide 3 of 5, A slide without words");
  await page.keyboard.press("End");
  expect(await said()).toBe("Slide 5 of 5, Who needs whom?");
  await page.keyboard.press("Home");
  await page.click("#play");
  await playedTo(page, 400);
  await page.keyboard.press("ArrowDown");
  expect(await said()).toBe("");
});
