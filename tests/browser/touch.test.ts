import { expect, test } from "vitest";
import { look, seekTo, useSite } from "./helper.ts";

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

  // Two rows of buttons leave the slide and its words most of the screen.
  for (const width of [390, 320]) {
    await page.setViewport({ width, height: 700 });
    expect(await page.$eval(".buttons", (buttons) => buttons.clientHeight), `${width} px wide`).toBeLessThan(
      100,
    );
  }
});

test("on a phone a slide is enlarged by a button, moved by a finger, and follows what is in focus", async () => {
  const { page } = await site.open({ widthPx: 390, heightPx: 844 });
  await page.click("#start-silent");
  await page.click("#play");
  await page.keyboard.press("Home");
  const widthPx = () => page.$eval(".present > .present", (slide) => slide.getBoundingClientRect().width);
  const before = await widthPx();
  await page.click("#enlarge");
  await page.waitForFunction(
    (small) =>
      (document.querySelector(".present > .present")?.getBoundingClientRect().width ?? 0) > 2.3 * small,
    {},
    before,
  );
  expect(await page.$eval("#enlarge", (button) => button.getAttribute("aria-pressed"))).toBe("true");
  await page.$eval("#stage", (stage) => stage.scrollTo(400, 0));
  await seekTo(page, 1_600);
  const seen = await page.evaluate(() => {
    const part = document.querySelector(".is-focused")?.getBoundingClientRect();
    const room = document.querySelector("#stage")?.getBoundingClientRect();
    return part && room && { part: part.left + part.right > 0, left: part.left, right: room.right };
  });
  expect(seen?.left).toBeLessThan(seen?.right ?? 0);
  expect(seen?.part).toBe(true);
  // A finger moves the slide now, and does not leave it.
  const touch = await page.touchscreen.touchStart(300, 100);
  await touch.move(100, 105);
  await touch.end();
  expect(await look(page)).toMatchObject({ positionMs: 1_600 });
  await page.click("#enlarge");
  await page.waitForFunction(
    (small) => document.querySelector(".present > .present")?.getBoundingClientRect().width === small,
    {},
    before,
  );
});
