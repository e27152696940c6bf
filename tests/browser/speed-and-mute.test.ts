import { expect, test } from "vitest";
import { look, playedTo, useSite } from "./helper.ts";

const site = useSite();

test("speed holds for every slide's sound and for the silences", async () => {
  const { page } = await site.open();
  await page.click("#start-with-sound");
  await page.select("#speed", "2");
  await playedTo(page, 400);
  const clock = () =>
    page.evaluate(() => ({
      realMs: performance.now(),
      lectureMs: Number(document.querySelector<HTMLInputElement>("#seek")?.value),
    }));
  const before = await clock();
  await playedTo(page, 7_500);
  const after = await clock();
  expect(await page.$eval("audio", (audio) => audio.playbackRate)).toBe(2);
  const ratio = (after.lectureMs - before.lectureMs) / (after.realMs - before.realMs);
  // A busy machine may wait for a sound; none plays faster than asked.
  expect(ratio).toBeGreaterThan(1.2);
  expect(ratio).toBeLessThan(2.05);

  await page.reload();
  await page.waitForSelector("#start-silent", { visible: true });
  expect(await page.$eval("#speed", (select) => (select as HTMLSelectElement).value)).toBe("2");
});

test("muted, the lecture goes on without its sound; unmuted, the sound is where the lecture is", async () => {
  const { page } = await site.open();
  await page.click("#start-with-sound");
  await playedTo(page, 500);
  await page.click("#mute");
  expect(await page.$eval("#mute", (button) => button.getAttribute("aria-pressed"))).toBe("true");
  expect(await page.$eval("audio", (audio) => audio.muted)).toBe(true);
  await playedTo(page, 1_500);
  expect((await look(page)).playing).toBe(true);
  await page.click("#mute");
  await page.waitForFunction(() => {
    const audio = document.querySelector("audio");
    return audio !== null && !audio.muted && !audio.paused && audio.currentTime > 1.5;
  });
});
