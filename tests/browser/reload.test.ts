import { expect, test } from "vitest";
import { loadAnew, look, playedTo, useSite } from "./helper.ts";

const site = useSite();

test("reloaded in the middle, it offers to start at the slide that was on show", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await playedTo(page, 3_700);
  await loadAnew(page);
  await page.waitForSelector("#start-silent", { visible: true });
  expect(await page.$eval("#start-at", (line) => line.textContent)).toBe("Starts at: Whose war?");
  expect(await look(page)).toMatchObject({ positionMs: 3_500, playing: false });
  await page.click("#start-with-sound");
  await playedTo(page, 3_700);
  expect(await page.$eval("audio", (audio) => audio.currentSrc.split("/").at(-1))).toBe("war-whose-war.mp3");
});
