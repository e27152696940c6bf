import { expect, test } from "vitest";
import { look, playedTo, useSite } from "./helper.ts";

const site = useSite();

test("nothing plays, moves or loads sound before a start button is used", async () => {
  const { page, requests } = await site.open();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.mouse.click(300, 30);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  expect(await look(page)).toMatchObject({ slide: "A telegram in January", positionMs: 0, playing: false });
  expect(await page.$eval("audio", (audio) => audio.paused && audio.currentSrc === "")).toBe(true);
  expect(requests.filter((address) => address.includes("/audio/"))).toEqual([]);
});

test("the panel offers sound and silence as equals, and says that the voice is synthetic", async () => {
  const { page } = await site.open();
  const boxes = await page.$$eval(".start-button", (buttons) =>
    buttons.map((button) => {
      const { width, height } = button.getBoundingClientRect();
      return { width, height, text: button.textContent?.trim(), weight: getComputedStyle(button).fontWeight };
    }),
  );
  expect(boxes.map(({ text }) => text)).toEqual(["Start with sound", "Start silent, with captions"]);
  expect({ ...boxes[0], text: "" }).toEqual({ ...boxes[1], text: "" });
  expect(await page.$eval(".start-voice", (line) => line.textContent)).toBe(
    "Voice: Tones, a synthetic voice.",
  );
});

test("started with sound, it is heard from the first slide's start", async () => {
  const { page } = await site.open();
  await page.click("#start-with-sound");
  await playedTo(page, 300);
  expect(
    await page.$eval("audio", (audio) => [audio.paused, audio.muted, audio.currentSrc.split("/").at(-1)]),
  ).toEqual([false, false, "war-telegram.mp3"]);
});

test("started silent, captions show and no sound is loaded", async () => {
  const { page, requests } = await site.open();
  await page.click("#start-silent");
  await playedTo(page, 3_600);
  expect(await look(page)).toMatchObject({
    slide: "Whose war?",
    caption: "Whose war was it?",
    playing: true,
  });
  expect(requests.filter((address) => address.includes("/audio/"))).toEqual([]);
});
