import { expect, test } from "vitest";
import { audit } from "./audit.ts";
import { useSite } from "./helper.ts";
import { inStep, openTalk, presents } from "./talk.ts";

const site = useSite(undefined, { speaker: true });

test.each([
  [1280, 800],
  [390, 844],
])("axe finds nothing in any state of the speaker view at %d × %d", async (widthPx, heightPx) => {
  const { slides, speaker } = await openTalk(site, { widthPx, heightPx });
  await speaker.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  await speaker.waitForFunction(() =>
    document.querySelector("#private-notes")?.textContent?.includes("For the lecturer only."),
  );
  expect(await audit(speaker), "opening").toEqual([]);
  await speaker.click("#forward");
  await inStep(speaker, "1 / 5", 1);
  await speaker.click("#stopwatch-run");
  await speaker.click("#black");
  await speaker.waitForSelector("#now-black", { visible: true });
  expect(await audit(speaker), "black, with the clock running").toEqual([]);
  await speaker.click("#go-to");
  await speaker.type("#go-to-field", "war");
  expect(await audit(speaker), "the field for a slide").toEqual([]);
  await speaker.keyboard.press("Escape");
  // On a phone there is no button for it.
  await speaker.keyboard.press("?");
  expect(await audit(speaker), "keys").toEqual([]);
  await speaker.keyboard.press("Escape");
  await speaker.click("#draw");
  await speaker.click("#draw-more");
  expect(await audit(speaker), "drawing, and its menu").toEqual([]);
  await speaker.click("#draw-off");
  await slides.close();
  await speaker.waitForSelector("#alone", { visible: true });
  expect(await audit(speaker), "alone").toEqual([]);
});

test.each([
  [1280, 800],
  [390, 844],
])("axe finds nothing while presenting at %d × %d", async (widthPx, heightPx) => {
  const { page } = await site.open({ widthPx, heightPx });
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  await page.click("#start-present");
  await presents(page, "war/telegram", 0);
  expect(await audit(page), "the slide alone").toEqual([]);
  await page.mouse.move(200, 200);
  await page.waitForSelector("#player.is-awake");
  expect(await audit(page), "with the bar").toEqual([]);
  await page.keyboard.press("b");
  await page.waitForSelector("#black-screen", { visible: true });
  expect(await audit(page), "black").toEqual([]);
  await page.keyboard.press("b");
  await page.keyboard.press("?");
  expect(await audit(page), "keys").toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.type("#go-to-field", "war");
  expect(await audit(page), "the field for a slide").toEqual([]);
  await page.keyboard.press("Escape");
  await page.evaluate(() => {
    window.open = () => null;
  });
  await page.keyboard.press("s");
  expect(await audit(page), "a pop-up that is blocked").toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("o");
  await page.waitForSelector(".reveal.overview");
  expect(await audit(page), "overview").toEqual([]);
});
