import { expect, test } from "vitest";
import { look, playedTo, useSite } from "./helper.ts";

const site = useSite();

/** The middle one of the speeds from each frame to the one a quarter of them later: a late frame, or a sound that stops for a moment, says nothing. */
function speedOf(frames: readonly (readonly [number, number])[]): number {
  const quarter = Math.floor(frames.length / 4);
  const speeds = frames.slice(quarter).map(([ms, position], i) => {
    const [beforeMs = 0, before = 0] = frames[i] ?? [];
    return (position - before) / (ms - beforeMs);
  });
  return speeds.toSorted((a, b) => a - b)[Math.floor(speeds.length / 2)] ?? 0;
}

test("speed holds for every slide's sound and for the silences", async () => {
  const { page } = await site.open();
  await page.click("#start-with-sound");
  await page.select("#speed", "2");
  await page.evaluate(() => {
    const frames: number[][] = [];
    Object.assign(window, { drawn: frames });
    const record = () => {
      frames.push([performance.now(), Number(document.querySelector<HTMLInputElement>("#seek")?.value)]);
      requestAnimationFrame(record);
    };
    requestAnimationFrame(record);
  });
  await playedTo(page, 8_000);
  expect(await page.$eval("audio", (audio) => audio.playbackRate)).toBe(2);
  const frames = await page.evaluate(() => Reflect.get(window, "drawn") as [number, number][]);
  // Within two sounds and one silence: how long a sound takes to begin is not its speed.
  for (const [from, to] of [
    [600, 2_900],
    [3_900, 5_900],
    [6_600, 7_700],
  ] as const) {
    const inside = frames.filter(([, ms]) => ms >= from && ms <= to);
    const ratio = speedOf(inside);
    expect(ratio, `from ${from}`).toBeGreaterThan(1.8);
    expect(ratio, `from ${from}`).toBeLessThan(2.2);
  }
  const [start = [0, 0], end = [0, 0]] = [frames.find(([, ms]) => ms >= 400), frames.at(-1)];
  expect((end[1] - start[1]) / (end[0] - start[0])).toBeLessThan(2.05);

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
