import { expect, test } from "vitest";
import type { Page } from "puppeteer-core";
import { showTime } from "../../scripts/player/show-time.ts";
import { look, playedTo, seekTo, useSite } from "./helper.ts";

const site = useSite();

async function reopen(page: Page, fragment = ""): Promise<void> {
  await page.goto("about:blank");
  await page.goto(site.address(fragment));
  await page.waitForSelector("#start-silent", { visible: true });
}

test("opened again, it offers to go on where the listener stopped", async () => {
  const { page } = await site.open();
  expect(await page.$("#go-on-where:not([hidden])")).toBeNull();
  await page.click("#start-silent");
  await playedTo(page, 200);
  await seekTo(page, 8_700, "#play");
  const { positionMs } = await look(page);
  await reopen(page);
  const button = await page.waitForSelector("#go-on-where", { visible: true });
  expect(await button?.evaluate((element) => element.textContent?.trim())).toBe(
    `Go on where you stopped: ${showTime(positionMs)}, The ceasefire`,
  );
  // The two start buttons begin at the beginning, and nothing plays by itself.
  expect(await page.$("#start-at:not([hidden])")).toBeNull();
  expect(await look(page)).toMatchObject({ positionMs: 0, playing: false });
  // Looked at in the same moment: soon the lecture comes to a wait.
  const plays = await button?.evaluate((element) => {
    if (element instanceof HTMLElement) element.click();
    return document.querySelector("#play")?.classList.contains("is-playing");
  });
  expect(plays).toBe(true);
  const after = await look(page);
  expect(after.positionMs).toBeGreaterThanOrEqual(Math.floor(positionMs));
  expect(after).toMatchObject({
    slide: "The ceasefire",
    caption: "What would you have signed?",
  });
  expect(await page.$eval("#mute", (mute) => mute.getAttribute("aria-pressed"))).toBe("true");

  // Closed while it plays, it is kept as well; an address that names a slide comes first.
  await seekTo(page, 12_600);
  await reopen(page, "#/war/whose-war");
  expect(await page.$("#go-on-where:not([hidden])")).toBeNull();
  await reopen(page);
  await page.waitForFunction(() =>
    /00:1[2-6], Who needs whom\?/.test(
      document.querySelector("#go-on-where:not([hidden])")?.textContent ?? "",
    ),
  );

  // Played to the end there is no place to go on from.
  await page.click("#start-silent");
  await seekTo(page, 16_400);
  await playedTo(page, 16_500);
  await page.waitForSelector("#play:not(.is-playing)");
  await reopen(page);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith("place")))).toEqual(
    [],
  );
});

test("where the browser keeps nothing, all else works", async () => {
  const { page, complaints } = await site.open();
  await page.evaluateOnNewDocument(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  for (const time of [1, 2]) {
    await reopen(page);
    expect([time, await page.$("#go-on-where:not([hidden])")]).toEqual([time, null]);
    await page.click("#start-silent");
    await seekTo(page, 9_000);
    await playedTo(page, 9_100);
    await page.click("#play");
  }
  expect(complaints).toEqual([]);
});
