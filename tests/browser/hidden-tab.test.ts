import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { look, playedTo, useSite } from "./helper.ts";

const site = useSite();

/**
 * Puts a page behind another tab. The packaged browser has windows without tabs: there its window becomes small.
 * @returns what brings it back into sight
 */
async function putOutOfSight(page: Page): Promise<() => Promise<void>> {
  const other = await page.browserContext().newPage();
  await other.bringToFront();
  const session = await page.createCDPSession();
  const { windowId } = await session.send("Browser.getWindowForTarget");
  const hasTabs = !(await page.browser().version()).startsWith("HeadlessChrome");
  const become = async (windowState: "minimized" | "normal"): Promise<void> => {
    if (!hasTabs) await session.send("Browser.setWindowBounds", { windowId, bounds: { windowState } });
  };
  await become("minimized");
  return async () => {
    await become("normal");
    await page.bringToFront();
  };
}

test("in a tab out of sight the voice goes on, and the tab shows where it is when it is looked at again", async () => {
  const { page, complaints } = await site.open({ canBeHidden: true });
  await page.click("#start-with-sound");
  await playedTo(page, 300);
  const bringBack = await putOutOfSight(page);
  await page.waitForFunction(() => document.hidden, { polling: 100 });
  const from = await page.$eval("audio", (audio) => audio.currentTime);

  // The third slide has no sound, the one after it another file: both come without a frame being drawn.
  await page.waitForFunction(
    () => {
      const audio = document.querySelector("audio");
      const positionMs = Number(document.querySelector<HTMLInputElement>("#seek")?.value);
      return document.hidden && positionMs > 8_300 && audio?.paused === false && audio.currentTime > 0;
    },
    { polling: 100, timeout: 60_000 },
  );
  expect(from).toBeLessThan(3);

  await bringBack();
  await page.waitForFunction(() => !document.hidden, { polling: 100 });
  expect(await look(page)).toMatchObject({ slide: "The ceasefire", fragment: "#/peace/ceasefire" });
  expect(complaints).toEqual([]);
});
