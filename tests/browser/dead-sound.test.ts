import { rm, truncate } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { look, playedTo, seekTo, useSite } from "./helper.ts";

const site = useSite();

/** The page's clock and the lecture's, both in a frame that was just drawn. */
const clocks = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        // The player asked for this frame before, and has drawn it.
        requestAnimationFrame(() =>
          resolve([performance.now(), Number(document.querySelector<HTMLInputElement>("#seek")?.value)]),
        );
      }),
  );

test("a sound that is missing or cut short is said so, and the lecture goes on with captions in time", async () => {
  await rm(join(site.folder, "audio/war-whose-war.mp3"));
  await truncate(join(site.folder, "audio/peace-who.mp3"), 6_000);
  const { page } = await site.open();
  await page.click("#start-with-sound");
  await playedTo(page, 2_500);
  expect(await page.$eval("#notice", (notice) => notice.textContent)).toBe("");

  await playedTo(page, 4_000);
  expect(await look(page)).toMatchObject({
    slide: "Whose war?",
    caption: "Whose war was it?",
    playing: true,
  });
  expect(await page.$eval("#notice", (notice) => notice.textContent)).toContain("does not play");
  const before = await clocks(page);
  await playedTo(page, 6_000);
  const after = await clocks(page);
  const [realMs, lectureMs] = [0, 1].map((n) => (after[n] ?? 0) - (before[n] ?? 0));
  expect(Math.abs((realMs ?? 0) - (lectureMs ?? 0))).toBeLessThan(100);

  // The next sound is whole again: the notice goes.
  await playedTo(page, 8_300);
  expect(await page.$eval("#notice", (notice) => notice.textContent)).toBe("");
  expect(await page.$eval("audio", (audio) => audio.paused)).toBe(false);

  await seekTo(page, 12_600);
  await playedTo(page, 15_000);
  expect(await look(page)).toMatchObject({
    slide: "Who needs whom?",
    caption: "Who needs whom?",
    playing: true,
  });
  expect(await page.$eval("#notice", (notice) => notice.textContent)).toContain("does not play");
});
