import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { look, seekTo, seen, useSite, type Seen } from "./helper.ts";

const site = useSite();

/** Plays to the end, through the wait, and says what was seen in every frame on the way. */
async function play(page: Page): Promise<Seen[]> {
  await page.evaluate(`window.seen = ${seen.toString()}`);
  return page.evaluate(
    () =>
      new Promise<Seen[]>((resolve) => {
        const { seen: now } = window as unknown as { seen: () => Seen };
        const frames: Seen[] = [];
        const read = () => {
          document.querySelector<HTMLElement>("#go-on:not([hidden])")?.click();
          const frame = now();
          frames.push(frame);
          if (frame.positionMs >= 16_500) resolve(frames);
          else requestAnimationFrame(read);
        };
        read();
      }),
  );
}

const state = ({ slide, items, focused, caption, fragment }: Seen) => ({
  slide,
  items,
  focused,
  caption,
  fragment,
});

test("seeking to the start, middle or end of a slide, from before or from behind, shows what playing showed there", async () => {
  const { page } = await site.open();
  await page.click("#start-with-sound");
  await page.click("#captions");
  await page.select("#speed", "2.5");
  const frames = await play(page);
  const slides = [...new Set(frames.map(({ slide }) => slide))];
  expect(slides).toHaveLength(5);
  for (const slide of slides) {
    const own = frames.filter((frame) => frame.slide === slide);
    for (const frame of [own[0], own[Math.floor(own.length / 2)], own.at(-1)]) {
      if (frame === undefined) throw new Error(`${slide} was not seen`);
      for (const from of [0, 16_500]) {
        await seekTo(page, from);
        await seekTo(page, frame.positionMs);
        expect(state(await look(page)), `${frame.positionMs} ms, from ${from}`).toEqual(state(frame));
      }
    }
  }
});
