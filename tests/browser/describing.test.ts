import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { look, playedTo, seekTo, useSite } from "./helper.ts";

const site = useSite();

/** Waits until this file plays. */
const hears = (page: Page, file: string) =>
  page.waitForFunction(
    (wanted) => {
      const audio = document.querySelector("audio");
      return audio !== null && !audio.paused && audio.currentTime > 0.2 && audio.currentSrc.endsWith(wanted);
    },
    {},
    file,
  );

test("pictures are described before the slide's narration, and the lecture's time waits", async () => {
  const { page } = await site.open();
  await page.click(".start-describe");
  await page.click("#start-with-sound");
  await page.click("#captions");
  await seekTo(page, 3_200);
  await hears(page, "war-whose-war-picture.mp3");
  expect(await look(page)).toMatchObject({
    slide: "Whose war?",
    positionMs: 3_500,
    caption: "A map of the peninsula.",
    playing: true,
  });
  await hears(page, "war-whose-war.mp3");
  await playedTo(page, 3_700);
  expect(await look(page)).toMatchObject({ slide: "Whose war?", caption: "Whose war was it?" });
});

test("a description can be paused, and is left by moving on", async () => {
  const { page } = await site.open();
  await page.click(".start-describe");
  await page.click("#start-with-sound");
  await seekTo(page, 3_500);
  await hears(page, "war-whose-war-picture.mp3");
  await page.click("#play");
  const at = await page.$eval("audio", (audio) => audio.currentTime);
  await page.waitForFunction(() => document.querySelector("audio")?.paused);
  await page.click("#play");
  await page.waitForFunction(
    (before) => (document.querySelector("audio")?.currentTime ?? 0) > before,
    {},
    at,
  );
  expect((await look(page)).positionMs).toBe(3_500);
  await seekTo(page, 12_500);
  await hears(page, "peace-who.mp3");
});

test("the wish is remembered; without it nothing is described, nor its sound fetched", async () => {
  const { page, requests } = await site.open();
  const boxes = () =>
    page.$$eval("[data-describe-pictures]", (all) => all.map((box) => Reflect.get(box, "checked")));
  expect(await boxes()).toEqual([false, false]);
  await page.click("#start-with-sound");
  await seekTo(page, 3_300);
  await hears(page, "war-whose-war.mp3");
  expect(requests.filter((url) => url.includes("picture"))).toEqual([]);
  await page.click("#more");
  await page.click("#settings");
  await page.click("#settings-dialog [data-describe-pictures]");
  expect(await boxes()).toEqual([true, true]);
  await page.reload();
  await page.waitForSelector("#start-silent", { visible: true });
  expect(await boxes()).toEqual([true, true]);
});
