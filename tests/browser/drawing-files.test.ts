import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import type { Lecture } from "../../scripts/model.ts";
import { drawingFile } from "../../scripts/talk/drawing-file.ts";
import { line } from "../talk/lines.ts";
import { ACROSS, drawByMouse, drawnCount, drawnOn, startDrawing, startStill } from "./drawing.ts";
import { tonesLecture } from "./fixture.ts";
import { downloaded } from "./downloads.ts";
import { useSite } from "./helper.ts";

/** A lecture whose deck carries a line on its first slide and one on the first of its second era. */
async function drawnLecture(): Promise<Lecture> {
  const lecture = await tonesLecture();
  const drawn = { "war/telegram": [line("deck-1")], "peace/ceasefire": [line("deck-2")] };
  return { ...lecture, deck: { ...lecture.deck, drawn } };
}

const site = useSite(drawnLecture);

/** Presses *Save drawings* and gives the file that the browser saves. */
const saved = (page: Page): Promise<string> =>
  downloaded(page, site.folder, "deck-drawings.json", async () => {
    await page.click("#draw-more");
    await page.click("#draw-save");
  });

/** Picks a file in *Open drawings*, and gives what is said about it. */
async function opened(page: Page, text: string): Promise<string> {
  const path = join(site.folder, "picked.json");
  await writeFile(path, text);
  await page.$eval("#toast", (line) => (line.textContent = ""));
  await page.click("#draw-more");
  const [chooser] = await Promise.all([page.waitForFileChooser(), page.click("#draw-open")]);
  await chooser.accept([path]);
  await page.waitForFunction(() => document.querySelector("#toast")?.textContent !== "");
  return page.$eval("#toast", (line) => line.textContent ?? "");
}

test("what the deck carries is shown, and saved with what is drawn here, era by era", async () => {
  const { page, complaints } = await site.open();
  await startStill(page);
  await page.keyboard.press("Home");
  await drawnCount(page, 1);
  await startDrawing(page);
  // What is the deck's is not undone by mistake.
  expect(await page.$eval("#draw-undo", (button) => button.getAttribute("aria-disabled"))).toBe("true");
  await drawByMouse(page, ACROSS);
  const file = JSON.parse(await saved(page)) as { slides: Record<string, { id: string }[]> };
  expect(Object.keys(file.slides)).toEqual(["war/telegram", "peace/ceasefire"]);
  expect(file.slides["war/telegram"]?.map(({ id }) => id)).toEqual(["deck-1", expect.any(String)]);
  expect(file.slides["peace/ceasefire"]).toEqual([line("deck-2")]);
  // Only what was drawn here is kept in the browser.
  await page.reload();
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).not.toContain("deck-1");
  await startStill(page);
  await page.keyboard.press("Home");
  await drawnCount(page, 2);
  expect(complaints).toEqual([]);
});

test("a line of the deck that is erased stays erased here", async () => {
  const { page } = await site.open();
  await startStill(page);
  await page.keyboard.press("Home");
  await startDrawing(page);
  await page.click("#draw-more");
  await page.click("#draw-clear");
  await drawnCount(page, 0);
  await page.reload();
  await startStill(page);
  await page.keyboard.press("Home");
  await page.waitForSelector(".present > .present h2");
  expect(await drawnOn(page)).toEqual([]);
});

test("a file is opened and can be undone, old ids of slides are found, and what has no slide is counted", async () => {
  const { page } = await site.open();
  await startStill(page);
  await page.keyboard.press("Home");
  await startDrawing(page);
  const text = drawingFile("deck", {
    "war/cable": [line("f1", [0.1, 0.3, 0.2, 0.3]), line("f2", [0.1, 0.4, 0.2, 0.4])],
    "peace/gone": [line("f3")],
  });
  expect(await opened(page, text)).toBe(
    "Drawings opened; slides with lines: 1. Slides of the file that this lecture does not have: 1.",
  );
  await drawnCount(page, 3);
  // A second time nothing is added.
  await opened(page, text);
  await drawnCount(page, 3);
  await page.click("#draw-undo");
  await drawnCount(page, 1);
});

test.each([
  ["of another kind", "not JSON", "This file holds no drawings."],
  ["of a newer program", '{"format":"lanternist-drawings","version":2,"slides":{}}', "newer program"],
  [
    "that is damaged",
    JSON.stringify({ format: "lanternist-drawings", version: 1, slides: { "war/telegram": [{ id: "x" }] } }),
    "slides · war/telegram · 0 · tool",
  ],
])("a file %s opens nothing, and is said to be wrong", async (_, text, said) => {
  const { page, complaints } = await site.open();
  await startStill(page);
  await page.keyboard.press("Home");
  await startDrawing(page);
  expect(await opened(page, text)).toContain(said);
  expect(await drawnOn(page)).toHaveLength(1);
  expect(complaints).toEqual([]);
});
