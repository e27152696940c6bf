import { expect, test } from "vitest";
import { ACROSS, BELOW, drawByMouse, drawnAre, drawnCount, drawnOn, onSlide } from "./drawing.ts";
import { loadAnew, useSite } from "./helper.ts";
import { openTalk } from "./talk.ts";

const site = useSite();

test("what one window draws, erases and undoes is seen in the other at once, both ways", async () => {
  const { slides, speaker, complaints } = await openTalk(site);
  await speaker.bringToFront();
  await speaker.click("#draw");
  await drawByMouse(speaker, ACROSS);
  await drawnCount(slides, 1);

  await slides.bringToFront();
  await slides.keyboard.press("d");
  await slides.click('[data-tool="marker"]');
  await drawByMouse(slides, BELOW);
  await drawnAre(speaker, ["m yellow", "p red"]);
  await slides.click("#draw-undo");
  await drawnCount(speaker, 1);
  await slides.click("#draw-undo");
  await drawnCount(speaker, 0);
  expect(await drawnOn(slides)).toEqual([]);

  // What was undone there is done again here.
  await speaker.bringToFront();
  await speaker.click("#draw-redo");
  await drawnCount(slides, 1);
  expect(complaints()).toEqual([]);
});

test("a line is seen in the other window while it grows", async () => {
  const { slides, speaker } = await openTalk(site);
  await speaker.bringToFront();
  await speaker.keyboard.press("d");
  const [from, to] = await onSlide(speaker, ACROSS);
  if (from === undefined || to === undefined) throw new Error("nowhere to draw");
  await speaker.mouse.move(from.x, from.y);
  await speaker.mouse.down();
  await speaker.mouse.move(to.x, to.y, { steps: 6 });
  await drawnCount(slides, 1);
  await speaker.mouse.up();
  await drawnCount(speaker, 1);
  await drawnAre(slides, ["p red"]);
  expect(await drawnOn(slides)).toEqual(["p red"]);
});

test("a window that is loaded anew learns what is drawn, where the browser keeps nothing", async () => {
  const { slides, speaker } = await openTalk(site);
  await speaker.bringToFront();
  await speaker.click("#draw");
  await drawByMouse(speaker, ACROSS);
  await drawnCount(slides, 1);
  for (const page of [slides, speaker])
    await page.evaluateOnNewDocument(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("no", "SecurityError");
        },
      });
    });
  await loadAnew(slides);
  await slides.waitForSelector("#start-present, .is-presenting");
  await drawnCount(slides, 1);
  await loadAnew(speaker);
  await drawnCount(speaker, 1);
  expect(await drawnOn(speaker)).toEqual(["p red"]);
});

test("the pointer of the slides is seen in the speaker view", async () => {
  const { slides, speaker } = await openTalk(site);
  await slides.bringToFront();
  await slides.keyboard.press("d");
  await slides.click('[data-tool="laser"]');
  await drawByMouse(slides, ACROSS);
  await speaker.waitForSelector("#now-dot", { visible: true });
  await slides.keyboard.press("Escape");
  await speaker.waitForSelector("#now-dot", { hidden: true });
  await slides.waitForSelector("#draw-bar", { hidden: true });
  // It ended drawing, and not presenting.
  expect(await slides.$(".is-presenting")).not.toBeNull();
});
