/** Draws on a slide as a hand does, and says what is drawn. */
import type { Page } from "puppeteer-core";

type Place = readonly [x: number, y: number];

/** Starts the lecture silently and stops it at once. */
export async function startStill(page: Page): Promise<void> {
  await page.click("#start-silent");
  await page.click("#play");
  await page.waitForSelector(".present > .present h2");
}

/** Turns drawing on by its key. */
export async function startDrawing(page: Page): Promise<void> {
  await page.keyboard.press("d");
  await page.waitForSelector("#draw-bar", { visible: true });
}

/** Places of the slide, in fractions of its size, as places of the window. */
export async function onSlide(page: Page, places: readonly Place[]): Promise<{ x: number; y: number }[]> {
  const box = await page.$eval(".ink-pens", (surface) => surface.getBoundingClientRect().toJSON() as DOMRect);
  return places.map(([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height }));
}

/** Draws a line with the mouse. */
export async function drawByMouse(page: Page, places: readonly Place[]): Promise<void> {
  const [first, ...rest] = await onSlide(page, places);
  if (first === undefined) return;
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.up();
}

/** The lines that can be seen, as `ink` with the letter of what drew it: `p red`, `m yellow`. */
export const drawnOn = (page: Page): Promise<string[]> =>
  // In one go: a line that was found and then replaced by its finished self would not be seen.
  page.evaluate(() =>
    [...document.querySelectorAll(".ink :is(.ink-line, .ink-shape)")]
      .filter((path) => path.checkVisibility())
      .map((path) => `${path.closest(".ink-markers") ? "m" : "p"} ${path.getAttribute("data-ink")}`),
  );

/** Waits until these lines are there, and no others. */
export async function drawnAre(page: Page, lines: readonly string[]): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      wanted ===
      [...document.querySelectorAll(".ink :is(.ink-line, .ink-shape)")]
        .map((path) => `${path.closest(".ink-markers") ? "m" : "p"} ${path.getAttribute("data-ink")}`)
        .join(),
    {},
    lines.join(),
  );
}

/** Waits until so many lines can be seen. */
export async function drawnCount(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll(".ink :is(.ink-line, .ink-shape)").length === wanted,
    {},
    count,
  );
}

/** From left to right, a quarter down. */
export const ACROSS: readonly Place[] = [
  [0.2, 0.25],
  [0.5, 0.25],
];
/** The same further down. */
export const BELOW: readonly Place[] = [
  [0.2, 0.6],
  [0.5, 0.6],
];
