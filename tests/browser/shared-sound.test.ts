import { expect, test } from "vitest";
import type { Lecture } from "../../scripts/model.ts";
import { tonesLecture } from "./fixture.ts";
import { playedTo, useSite } from "./helper.ts";

/** The first two slides say the same words, so that they share one file. */
async function sharing(): Promise<Lecture> {
  const lecture = await tonesLecture();
  const [first, second, ...rest] = lecture.timeline.slides;
  if (first?.sound === undefined || second === undefined) throw new Error("the fixture is empty");
  const slides = [first, { ...second, sound: { ...first.sound, durationMs: 2_500 } }, ...rest];
  return { ...lecture, timeline: { ...lecture.timeline, slides } };
}

const site = useSite(sharing);

test("two slides that share a file are both heard from its start", async () => {
  const { page } = await site.open();
  await page.click("#start-with-sound");
  await playedTo(page, 4_200);
  const heard = await page.$eval("audio", (audio) => ({
    paused: audio.paused,
    ms: audio.currentTime * 1000,
  }));
  expect(heard.paused).toBe(false);
  expect(Math.abs(heard.ms - 69 - 700)).toBeLessThan(250);
  expect(await page.$eval("#notice", (notice) => notice.textContent)).toBe("");
});
