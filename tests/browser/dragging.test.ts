import { expect, test } from "vitest";
import { look, playedTo, useSite } from "./helper.ts";

const site = useSite();

test("dragging along the bar shows the slides on the way; let go, it plays from there", async () => {
  const { page } = await site.open();
  await page.click("#start-with-sound");
  await playedTo(page, 200);
  const bar = await page.$eval("#seek", (slider) => {
    const { left, top, width, height } = slider.getBoundingClientRect();
    return { left, width, y: top + height / 2 };
  });
  const x = (share: number) => bar.left + bar.width * share;
  await page.mouse.move(x(0.1), bar.y);
  await page.mouse.down();
  await page.mouse.move(x(0.3), bar.y, { steps: 4 });
  expect(await look(page)).toMatchObject({ slide: "Whose war?", playing: true });
  expect(await page.$eval("audio", (audio) => audio.paused)).toBe(true);
  await page.mouse.move(x(0.82), bar.y, { steps: 4 });
  const dragged = (await look(page)).positionMs;
  expect(Math.abs(dragged - 0.82 * 16_500)).toBeLessThan(300);
  await page.mouse.up();
  await playedTo(page, dragged + 300);
  expect(await look(page)).toMatchObject({ slide: "Who needs whom?", playing: true });
  expect(await page.$eval("audio", (audio) => [audio.paused, audio.currentSrc.split("/").at(-1)])).toEqual([
    false,
    "peace-who.mp3",
  ]);
});
