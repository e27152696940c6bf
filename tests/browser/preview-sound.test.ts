import { expect, test } from "vitest";
import { DECK, says, usePreview } from "./preview.ts";

const preview = usePreview([]);

/** Whether every slide that says something has its sound, in the page. */
async function allSaid(): Promise<boolean> {
  const answer = await fetch("/lecture.json");
  const lecture: { timeline: { slides: { sound?: object; sentences: object[] }[] } } = await answer.json();
  return lecture.timeline.slides.every(
    ({ sound, sentences }) => sentences.length === 0 || sound !== undefined,
  );
}

test("an edited sentence is shown at once, and heard when it is said", async () => {
  const { page, loads, complaints } = await preview.open();
  await page.waitForSelector("#start-with-sound", { visible: true });
  await page.evaluate(() => {
    document.querySelector<HTMLElement>("#start-with-sound")?.click();
    document.querySelector<HTMLElement>("#play")?.click();
  });
  await page.keyboard.press("ArrowDown");
  await says(page, "Stone");
  const heard = (): Promise<string | undefined> =>
    page.$eval("#narration", (audio) => (audio instanceof HTMLAudioElement ? audio.src : undefined));
  const playing = () =>
    page.waitForFunction(
      () => {
        const audio = document.querySelector("#narration");
        return audio instanceof HTMLAudioElement && audio.src !== "" && audio.currentTime > 0.2;
      },
      { timeout: 60_000 },
    );

  await page.waitForFunction(allSaid, { timeout: 60_000, polling: 200 });
  await page.keyboard.press("k");
  await playing();
  await page.keyboard.press("k");
  const first = await heard();

  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  await preview.write(
    "01-war.md",
    (DECK["01-war.md"] ?? "").replace("A stone is laid.", "Seven stones were laid."),
  );
  const arrived = page.waitForResponse(
    (response) => response.url().includes("/audio/") && response.url() !== first,
    {
      timeout: 60_000,
    },
  );
  await page.keyboard.press("k");
  expect((await arrived).status()).toBeLessThan(400);
  await playing();
  expect(await heard()).not.toBe(first);
  expect(loads()).toBe(1);
  expect(complaints).toEqual([]);
});
