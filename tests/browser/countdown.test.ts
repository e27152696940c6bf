import { expect, test } from "vitest";
import { playedTo, seekTo, useSite } from "./helper.ts";

const site = useSite();

test("a slide without words says how long it stands, and stands still when the lecture does", async () => {
  const { page } = await site.open();
  const countdown = () =>
    page.$eval("#countdown", (element) => ({
      shown: element.checkVisibility(),
      text: element.textContent.trim(),
      ring: element.querySelector("circle:last-child")?.getAttribute("stroke-dashoffset"),
    }));
  await page.click("#start-with-sound");
  await playedTo(page, 100);
  expect((await countdown()).shown).toBe(false);
  await page.select("#speed", "0.5");
  await seekTo(page, 6_500);
  await playedTo(page, 6_600);
  expect(await countdown()).toMatchObject({ shown: true, text: expect.stringMatching(/^Next in [1-3] s$/) });
  await page.click("#play");
  // 1.5 s of the lecture, of which 0.4 are left: one of three seconds at half speed.
  await seekTo(page, 7_600);
  const before = await countdown();
  expect(before).toEqual({ shown: true, text: "", ring: "0.667" });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  expect(await countdown()).toEqual(before);
  // The next slide has words.
  await page.keyboard.press("ArrowDown");
  expect((await countdown()).shown).toBe(false);
});
