import { expect, test } from "vitest";
import { useSite } from "./helper.ts";
import { presents } from "./talk.ts";

const site = useSite();

test("F fills the screen and Escape gives it back, presenting goes on", async () => {
  const { page, complaints } = await site.open();
  await page.click("#start-present");
  await page.keyboard.press("f");
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.fullscreenElement === null);
  await presents(page, "war/telegram", 0);
  expect(complaints).toEqual([]);
});

test("the overview has a column for each era, under its title", async () => {
  const { page } = await site.open();
  await page.click("#start-present");
  await page.keyboard.press("o");
  await page.waitForSelector(".reveal.overview .overview-era");
  const columns = await page.$$eval(".slides > section", (stacks) =>
    stacks.map((stack) => ({
      title: stack.querySelector(".overview-era")?.textContent ?? "",
      slides: stack.querySelectorAll(":scope > section").length,
      left: stack.getBoundingClientRect().left,
    })),
  );
  expect(columns.map(({ title, slides }) => [title, slides])).toEqual([
    ["Permission to invade", 3],
    ["After </script> the war", 2],
  ]);
  const [first, second] = columns;
  expect(second?.left).toBeGreaterThan(first?.left ?? Infinity);
});
