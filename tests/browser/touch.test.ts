import { expect, test } from "vitest";
import { look, useSite } from "./helper.ts";

const site = useSite();

test("on a phone a swipe goes on and back, and everything to press is 44 px or more", async () => {
  const { page } = await site.open({ widthPx: 390, heightPx: 844 });
  await page.click("#start-silent");
  await page.click("#play");
  await page.keyboard.press("Home");
  const swipe = async (fromX: number, toX: number) => {
    const touch = await page.touchscreen.touchStart(fromX, 100);
    await touch.move(toX, 105);
    await touch.end();
  };
  await swipe(300, 100);
  expect(await look(page)).toMatchObject({ items: ["Months of pleading"], positionMs: 1_000 });
  await swipe(100, 300);
  expect(await look(page)).toMatchObject({ items: [], positionMs: 0 });

  const small = await page.$$eval("#player button, #player select, #player input", (controls) =>
    controls
      .map((control) => ({ id: control.id, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
      .map(({ id }) => id),
  );
  expect(small).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
});
