import { expect, test } from "vitest";
import { playedTo, seekTo, useSite } from "./helper.ts";

const site = useSite();

test("the reader sees what is kept, and can have all of it forgotten", async () => {
  const { page } = await site.open();
  const kept = () => page.evaluate(() => Object.keys(localStorage).sort());
  const rows = () =>
    page.$$eval("#knows-list dd", (values) => values.map((value) => value.textContent ?? ""));
  expect(await kept()).toEqual([]);
  await page.click("#start-silent");
  await seekTo(page, 9_000);
  await playedTo(page, 9_100);
  await page.click("#play");
  await page.click("#more");
  await page.click("#bookmark");
  await page.click("#more");
  await page.click("#settings");
  await page.click("#letter-keys");
  await page.keyboard.press("Escape");
  expect(await kept()).toEqual([
    `lanternist:deck@${site.folder}/:notes`,
    `lanternist:deck@${site.folder}/:place`,
    "lanternist:player:settings",
  ]);

  await page.click("#more");
  await page.click("#knows");
  await page.waitForSelector("#knows-list dd");
  expect(await rows()).toEqual(["kept", "1", "nothing", "kept"]);
  await page.click("#forget");
  // Nothing is lost by pressing Enter twice; the notes can be taken away first.
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("forget-no");
  expect(await page.$("#forget-export:not([hidden])")).not.toBeNull();
  await page.click("#forget-yes");
  await page.waitForFunction(() => document.activeElement?.id === "knows-words");
  expect(await rows()).toEqual(["nothing", "nothing", "nothing", "nothing"]);
  expect(await kept()).toEqual([]);

  // Nor does anything come back by playing on and leaving.
  await page.keyboard.press("Escape");
  await seekTo(page, 12_600);
  await page.goto("about:blank");
  await page.goto(site.address());
  await page.waitForSelector("#start-silent", { visible: true });
  expect(await kept()).toEqual([]);
});
