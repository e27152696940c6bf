import type { CDPSession, Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { ACROSS, BELOW, drawnCount, onSlide, startDrawing, startStill } from "./drawing.ts";
import { look, useSite } from "./helper.ts";

const site = useSite();

async function swipe(page: Page, places: Parameters<typeof onSlide>[1]): Promise<void> {
  const [first, ...rest] = await onSlide(page, places);
  if (first === undefined) return;
  const touch = await page.touchscreen.touchStart(first.x, first.y);
  for (const { x, y } of rest) await touch.move(x, y);
  await touch.end();
}

/** A pen with pressure; Puppeteer has none of its own. */
async function drawByPen(session: CDPSession, page: Page, places: Parameters<typeof onSlide>[1]) {
  const points = await onSlide(page, places);
  for (const [i, { x, y }] of points.entries()) {
    const common = { x, y, pointerType: "pen" as const, button: "left" as const, buttons: 1, clickCount: 1 };
    if (i === 0)
      await session.send("Input.dispatchMouseEvent", { ...common, type: "mousePressed", force: 0.3 });
    else await session.send("Input.dispatchMouseEvent", { ...common, type: "mouseMoved", force: 0.9 });
  }
  const { x = 0, y = 0 } = points.at(-1) ?? {};
  await session.send("Input.dispatchMouseEvent", {
    x,
    y,
    type: "mouseReleased",
    pointerType: "pen",
    button: "left",
    clickCount: 1,
  });
}

/** Backwards, as a swipe to the next step goes. */
const SWIPE = [...ACROSS].reverse();

test("a finger draws while drawing is on, and goes to the next step while it is off", async () => {
  const { page } = await site.open({ widthPx: 390, heightPx: 844 });
  await startStill(page);
  await page.keyboard.press("Home");
  await startDrawing(page);
  await swipe(page, SWIPE);
  await drawnCount(page, 1);
  expect(await look(page)).toMatchObject({ positionMs: 0, items: [] });
  const small = await page.$$eval("#draw-bar button", (buttons) =>
    buttons
      .map((button) => ({ name: button.getAttribute("aria-label"), box: button.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
      .map(({ name }) => name),
  );
  expect(small).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);

  await page.click("#draw-off");
  await swipe(page, SWIPE);
  expect(await look(page)).toMatchObject({ positionMs: 1_000, items: ["Months of pleading"] });
  await drawnCount(page, 1);
});

test("a pen draws thicker where it is pressed, and the palm beside it draws nothing", async () => {
  const { page } = await site.open({ widthPx: 1024, heightPx: 768 });
  const session = await page.createCDPSession();
  await startStill(page);
  await startDrawing(page);
  await drawByPen(session, page, [...ACROSS, [0.5, 0.5]]);
  await drawnCount(page, 1);
  expect(await page.$$(".ink-pens .ink-shape")).toHaveLength(1);
  await swipe(page, BELOW);
  await drawByPen(session, page, BELOW);
  await drawnCount(page, 2);

  // Turned off and on again, fingers draw as before.
  await page.click("#draw-off");
  await startDrawing(page);
  await swipe(page, SWIPE);
  await drawnCount(page, 3);
});
