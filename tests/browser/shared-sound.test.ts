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
  // Both clocks in a frame that was just drawn, however late it is on a busy machine.
  const heard = await page.evaluate(
    () =>
      new Promise<{ paused: boolean; ms: number; lectureMs: number }>((resolve) => {
        requestAnimationFrame(() => {
          const audio = document.querySelector("audio");
          resolve({
            paused: audio?.paused ?? true,
            ms: (audio?.currentTime ?? 0) * 1000,
            lectureMs: Number(document.querySelector<HTMLInputElement>("#seek")?.value),
          });
        });
      }),
  );
  expect(heard.paused).toBe(false);
  // The second slide begins at 3.5 s, and its sound 69 ms into the file.
  expect(Math.abs(heard.ms - 69 - (heard.lectureMs - 3_500))).toBeLessThan(250);
  expect(await page.$eval("#notice", (notice) => notice.textContent)).toBe("");
});
