import { expect, test } from "vitest";
import { says, usePreview } from "./preview.ts";
import { selected, tick } from "./remix.ts";

const preview = usePreview(["--no-audio"]);

test("a preview has the page too, and plays what is chosen", async () => {
  const { page, complaints } = await preview.open("/");
  await page.goto(page.url().replace(/\/[^/]*$/, "/remix.html"));
  await page.waitForSelector(".card-picture .slide");
  await tick(page, "Bread", "Iron");
  expect((await selected(page)).titles).toEqual(["Bread", "Iron"]);
  await page.click("#folder");
  expect(await page.$eval("#folder-words", (words) => words.textContent)).toContain("This is a preview.");
  await page.keyboard.press("Escape");
  await page.goto(await page.$eval("#play", (play) => (play as HTMLAnchorElement).href));
  await page.locator("#start-silent").click();
  await says(page, "Bread");
  expect(complaints).toEqual([]);
});
