import { expect, test } from "vitest";
import { audit } from "./audit.ts";
import { datedLecture } from "./dated.ts";
import { playedTo, seekTo, useSite } from "./helper.ts";

const site = useSite(datedLecture);
test.each([
  [1280, 800],
  [390, 844],
])("axe finds nothing in any state at %d × %d", async (widthPx, heightPx) => {
  const { page } = await site.open({ widthPx, heightPx });
  // What fades in has less contrast for a moment: the states are looked at when they are there.
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  expect(await audit(page), "opening").toEqual([]);
  await page.click("#start-with-sound");
  await page.click("#captions");
  await playedTo(page, 200);
  expect(await audit(page), "playing").toEqual([]);
  await seekTo(page, 6_600);
  await page.waitForSelector("#countdown", { visible: true });
  expect(await audit(page), "a slide without words").toEqual([]);
  await page.focus("#seek");
  await page.keyboard.press("PageDown");
  await page.waitForSelector("#seek-picture", { visible: true });
  expect(await audit(page), "the tip over the bar").toEqual([]);
  await page.keyboard.press("Escape");
  await seekTo(page, 9_500);
  expect(await audit(page), "seeking").toEqual([]);
  await page.waitForSelector("#go-on", { visible: true });
  expect(await audit(page), "waiting").toEqual([]);
  await page.click("#contents");
  expect(await audit(page), "contents").toEqual([]);
  await page.keyboard.press("Escape");
  await page.click("#more");
  await page.click("#bookmark");
  await page.click("#more");
  expect(await audit(page), "menu and a word on what was done").toEqual([]);
  await page.click("#notes");
  await page.waitForSelector("#notes-list textarea");
  expect(await audit(page), "notes").toEqual([]);
  await page.keyboard.press("Escape");
  await page.click("#more");
  await page.click("#settings");
  expect(await audit(page), "settings").toEqual([]);
  await page.keyboard.press("Escape");
  await page.click("#more");
  await page.click("#knows");
  await page.click("#forget");
  expect(await audit(page), "what the lecture knows").toEqual([]);
  await page.keyboard.press("Escape");
  await page.click("#transcript");
  expect(await audit(page), "transcript").toEqual([]);
  await page.click("#find");
  await page.type("#find-field", "war");
  await page.waitForSelector("#find-list mark");
  expect(await audit(page), "finding").toEqual([]);
  await page.click("#find");
  await page.click("#transcript");
  await page.click("#more");
  await page.click("#draw");
  await page.click("#draw-more");
  expect(await audit(page), "drawing, and its menu").toEqual([]);
  await page.click("#draw-off");
  // A phone has no overview, only the contents; it can enlarge a slide instead.
  await page.click(widthPx < 700 ? "#enlarge" : "#overview");
  await page.waitForSelector(".reveal.overview, .stage.is-enlarged");
  expect(await audit(page), "overview or enlarged").toEqual([]);
});

test("slides that are not on show are out of reach, and no part is an application", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await page.click("#play");
  const reach = await page.evaluate(() => ({
    inert: [...document.querySelectorAll(".slides > section > section:not(.present)")].every(
      (section) => section.closest("[inert]") !== null,
    ),
    applications: document.querySelectorAll("[role=application]").length,
    regions: [...document.querySelectorAll("[aria-live]")].length,
  }));
  expect(reach).toEqual({ inert: true, applications: 0, regions: 0 });
});

test("a slide can be read and used again after the overview", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await page.click("#play");
  await page.click("#overview");
  await page.waitForSelector(".reveal.overview");
  await page.click("#overview");
  await page.waitForSelector(".reveal:not(.overview)");
  await page.keyboard.press("ArrowDown");
  const link = await page.waitForSelector(".present > .present a[href]");
  expect(await link?.evaluate((element) => element.closest("[inert]"))).toBeNull();
  await link?.focus();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("A");
});
