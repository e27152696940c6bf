import { expect, test } from "vitest";
import { ACROSS, BELOW, drawByMouse, drawnCount, drawnOn, startDrawing, startStill } from "./drawing.ts";
import { look, useSite } from "./helper.ts";

const site = useSite();

test("what is drawn stays on its slide, is undone and done again, and is there after a reload", async () => {
  const { page, complaints } = await site.open();
  await startStill(page);
  await page.keyboard.press("Home");
  await startDrawing(page);
  await drawByMouse(page, ACROSS);
  await page.click('[data-tool="marker"]');
  await drawByMouse(page, BELOW);
  expect(await drawnOn(page)).toEqual(["m yellow", "p red"]);

  await page.keyboard.press("ArrowDown");
  await drawnCount(page, 0);
  await page.keyboard.press("ArrowUp");
  await drawnCount(page, 2);
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  expect(await drawnOn(page)).toEqual(["p red"]);
  await page.keyboard.press("y");
  await page.keyboard.up("Control");
  expect(await drawnOn(page)).toEqual(["m yellow", "p red"]);

  await page.reload();
  await startStill(page);
  await page.keyboard.press("Home");
  expect(await drawnOn(page)).toEqual(["m yellow", "p red"]);
  await startDrawing(page);
  await page.click("#draw-undo");
  expect(await drawnOn(page)).toEqual(["p red"]);
  expect(complaints).toEqual([]);
});

test("the eraser takes out the lines that it touches, and undo brings them back at once", async () => {
  const { page } = await site.open();
  await startStill(page);
  await startDrawing(page);
  await drawByMouse(page, ACROSS);
  await page.click('[data-ink="blue"]');
  await drawByMouse(page, BELOW);
  await page.click('[data-ink="green"]');
  await drawByMouse(page, [
    [0.7, 0.2],
    [0.7, 0.7],
  ]);
  await page.click('[data-tool="eraser"]');
  await drawByMouse(page, [
    [0.3, 0.1],
    [0.3, 0.8],
  ]);
  expect(await drawnOn(page)).toEqual(["p green"]);
  await page.click("#draw-undo");
  expect(await drawnOn(page)).toEqual(["p red", "p blue", "p green"]);
});

test("a slide is cleared, or all of them, and undo brings back the slide on show", async () => {
  const { page } = await site.open();
  await startStill(page);
  await page.keyboard.press("Home");
  await startDrawing(page);
  await drawByMouse(page, ACROSS);
  await page.keyboard.press("ArrowDown");
  await drawnCount(page, 0);
  await drawByMouse(page, ACROSS);
  await drawByMouse(page, BELOW);
  await page.click("#draw-more");
  await page.click("#draw-clear");
  await drawnCount(page, 0);
  await page.click("#draw-undo");
  await drawnCount(page, 2);
  await page.click("#draw-more");
  await page.click("#draw-clear-all");
  await drawnCount(page, 0);
  await page.keyboard.press("ArrowUp");
  expect(await drawnOn(page)).toEqual([]);
  await page.click("#draw-undo");
  await drawnCount(page, 1);
});

test("drawing stops what plays, and playing ends drawing; Escape ends it too", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await startDrawing(page);
  expect(await look(page)).toMatchObject({ playing: false });
  await page.keyboard.press("k");
  await page.waitForSelector("#draw-bar", { hidden: true });
  expect(await look(page)).toMatchObject({ playing: true });
  await startDrawing(page);
  await page.keyboard.press("Escape");
  await page.waitForSelector("#draw-bar", { hidden: true });
});

test("with drawing off the slide takes every press; with it on the focus stays where keys are heard", async () => {
  const { page } = await site.open();
  await startStill(page);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  const link = await page.waitForSelector(".present > .present a[href]");
  const box = await link?.boundingBox();
  if (!box) throw new Error("the slide has no link");
  const atLink = () =>
    page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.closest("a, svg")?.tagName, {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
    });
  expect(await atLink()).toBe("A");
  await startDrawing(page);
  expect(await atLink()).toBe("svg");
  await drawByMouse(page, ACROSS);
  await page.keyboard.press("d");
  await page.waitForSelector("#draw-bar", { hidden: true });
  expect(await atLink()).toBe("A");
});

test("the pointer shows a dot and leaves nothing behind", async () => {
  const { page } = await site.open();
  await startStill(page);
  await startDrawing(page);
  await page.click('[data-tool="laser"]');
  await drawByMouse(page, ACROSS);
  await page.waitForSelector(".laser-dot");
  await page.mouse.move(2, 2);
  await page.waitForFunction(() => document.querySelector(".laser-dot, .laser-trail") === null);
  expect(await drawnOn(page)).toEqual([]);
  await page.reload();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(":drawings");
});

test("what is drawn can be hidden, and is part of what the lecture forgets", async () => {
  const { page } = await site.open();
  await startStill(page);
  await startDrawing(page);
  await drawByMouse(page, ACROSS);
  await page.click("#draw-off");
  await page.click("#more");
  await page.click("#settings");
  await page.click("#show-drawings");
  expect(await drawnOn(page)).toEqual([]);
  await page.click("#show-drawings");
  expect(await drawnOn(page)).toHaveLength(1);
  await page.keyboard.press("Escape");
  await page.click("#more");
  await page.click("#knows");
  await page.waitForFunction(() =>
    /Slides with drawings1/.test(document.querySelector("#knows-list")?.textContent ?? ""),
  );
  await page.click("#forget");
  await page.click("#forget-yes");
  await drawnCount(page, 0);
  await page.reload();
  await startStill(page);
  expect(await drawnOn(page)).toEqual([]);
});

test("two tabs of one lecture keep the lines of both, and forget them together", async () => {
  const { page: one } = await site.open();
  const two = await one.browserContext().newPage();
  await two.setViewport({ width: 1280, height: 800 });
  await two.goto(site.address());
  for (const [page, places] of [
    [one, ACROSS],
    [two, BELOW],
  ] as const) {
    await page.bringToFront();
    await startStill(page);
    await page.keyboard.press("Home");
    await startDrawing(page);
    await drawByMouse(page, places);
  }
  await drawnCount(two, 2);
  await one.bringToFront();
  await drawnCount(one, 2);
  await two.bringToFront();
  await two.reload();
  await startStill(two);
  await two.keyboard.press("Home");
  await drawnCount(two, 2);
  await two.click("#more");
  await two.click("#knows");
  await two.click("#forget");
  await two.click("#forget-yes");
  await one.bringToFront();
  await drawnCount(one, 0);
  await one.reload();
  await startStill(one);
  expect(await drawnOn(one)).toEqual([]);
});
