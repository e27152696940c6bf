import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { look, seekTo, useSite } from "./helper.ts";

const site = useSite();

/** Opens the settings and sets how late the sound is, as assistive technology does. */
async function setLag(page: Page, ms: number): Promise<void> {
  await page.click("#more");
  await page.click("#settings");
  await page.$eval(
    "#sound-lag",
    (slider, value) => {
      if (!(slider instanceof HTMLInputElement)) throw new Error("the setting is no slider");
      slider.value = String(value);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    },
    ms,
  );
  await page.keyboard.press("Escape");
}

/**
 * Seeks to a moment while the lecture plays, and compares the bar with the sound in every frame that follows.
 * @returns what the bar showed at once, and the least that it was behind once it moved: a busy machine leaves frames out, and the best counts
 */
const behind = (page: Page, goalMs: number, slideMs: number) =>
  page.evaluate(
    (goal, startMs) =>
      new Promise<{ at: number; behindMs: number }>((resolve) => {
        const slider = document.querySelector<HTMLInputElement>("#seek");
        const audio = document.querySelector("audio");
        if (slider === null || audio === null) throw new Error("the page has no player");
        slider.value = String(goal);
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        const at = Number(slider.value);
        let behindMs = Infinity;
        const read = () => {
          const barMs = Number(slider.value);
          // 69 ms: where the first sample lies in the decoded file.
          const soundMs = startMs + audio.currentTime * 1000 - 69;
          if (barMs > goal && !audio.seeking && !audio.paused) behindMs = Math.min(behindMs, soundMs - barMs);
          if (barMs > goal + 800) resolve({ at, behindMs });
          else requestAnimationFrame(read);
        };
        requestAnimationFrame(read);
      }),
    goalMs,
    slideMs,
  );

test("with late headphones what is shown waits for what is heard, and a seek shows its moment at once", async () => {
  const { page } = await site.open();
  await page.click("#start-with-sound");
  await setLag(page, 400);
  const late = await behind(page, 13_000, 12_500);
  expect(late.at).toBe(13_000);
  expect(late.behindMs).toBeGreaterThan(380);
  expect(late.behindMs).toBeLessThan(460);
  await setLag(page, 0);
  expect((await behind(page, 13_000, 12_500)).behindMs).toBeLessThan(60);
});

test("the setting is kept, and lectures without sound do as before", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await setLag(page, 500);
  await page.reload();
  await page.waitForSelector("#start-silent", { visible: true });
  const kept = await page.$eval("#sound-lag", (slider) => slider.getAttribute("aria-valuetext"));
  expect(kept).toBe("500 ms");
  await page.click("#start-silent");
  // The clock goes by the time of day, at once and as fast.
  const off = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const barMs = () => Number(document.querySelector<HTMLInputElement>("#seek")?.value);
        let best = Infinity;
        let first: { readonly nowMs: number; readonly barMs: number } | undefined;
        const read = (nowMs: number) => {
          first ??= { nowMs, barMs: barMs() };
          const passed = nowMs - first.nowMs;
          if (passed > 200) best = Math.min(best, Math.abs(barMs() - first.barMs - passed));
          if (passed > 1_000) resolve(best);
          else requestAnimationFrame(read);
        };
        requestAnimationFrame(read);
      }),
  );
  expect(off).toBeLessThan(60);
});

test("at a wait the sound stops before the listener comes to it, and goes on from there", async () => {
  const { page } = await site.open();
  await page.click("#start-with-sound");
  await setLag(page, 500);
  const stopped = () =>
    page.$eval("audio", (audio) => ({ paused: audio.paused, ms: audio.currentTime * 1000 - 69 }));
  // A busy machine that leaves out half a second of frames is given another try.
  for (let tries = 0; tries < 4; tries += 1) {
    await seekTo(page, 9_000);
    if (tries > 0) await page.click("#play");
    await page.waitForSelector("#go-on", { visible: true });
    if ((await stopped()).ms < 2_400) break;
  }
  expect(await look(page)).toMatchObject({ slide: "The ceasefire", playing: false });
  const { paused, ms } = await stopped();
  expect(paused).toBe(true);
  // Without care it would be half a second further.
  expect(ms).toBeLessThan(2_400);
  await page.click("#go-on");
  await page.waitForFunction(
    (from) => (document.querySelector("audio")?.currentTime ?? 0) * 1000 - 69 > from + 200,
    {},
    ms,
  );
  expect(await look(page)).toMatchObject({ slide: "The ceasefire", playing: true });
});
