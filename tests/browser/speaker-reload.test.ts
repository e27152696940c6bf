import { expect, test } from "vitest";
import { loadAnew, look, useSite } from "./helper.ts";
import { inStep, openTalk, popupOf, presents } from "./talk.ts";

const site = useSite();

test("after the slides are loaded anew, both windows are where they were and keep in step", async () => {
  const { slides, speaker } = await openTalk(site);
  await speaker.click("#forward");
  await speaker.click("#forward");
  await presents(slides, "war/telegram", 2);
  await loadAnew(slides);
  await presents(slides, "war/telegram", 2);
  await slides.waitForSelector("#player.is-presenting");
  await inStep(speaker, "1 / 5", 2);
  await slides.keyboard.press("PageDown");
  await inStep(speaker, "1 / 5", 3);
  await speaker.click("#back");
  await presents(slides, "war/telegram", 2);
  expect((await look(slides)).focused).toBe("Months of pleading");
});

test("after the speaker view is loaded anew it shows the same, and keeps its clock", async () => {
  const { slides, speaker } = await openTalk(site);
  await slides.keyboard.press("PageDown");
  await inStep(speaker, "1 / 5", 1);
  await speaker.click("#stopwatch-run");
  await loadAnew(speaker);
  await inStep(speaker, "1 / 5", 1);
  expect(await speaker.$eval("#stopwatch-run", (button) => button.getAttribute("aria-label"))).toBe(
    "Pause the clock",
  );
  await speaker.click("#forward");
  await presents(slides, "war/telegram", 2);
  await slides.keyboard.press("PageDown");
  await inStep(speaker, "1 / 5", 3);
});

test("both loaded anew find each other again", async () => {
  const { slides, speaker } = await openTalk(site);
  await slides.keyboard.press("End");
  await inStep(speaker, "5 / 5", 0);
  await Promise.all([loadAnew(slides), loadAnew(speaker)]);
  await inStep(speaker, "5 / 5", 0);
  await speaker.keyboard.press("Home");
  await presents(slides, "war/telegram", 0);
  expect((await look(slides)).items).toEqual([]);
});

test("asked for again, the window that is open is used", async () => {
  const { slides, speaker } = await openTalk(site);
  await slides.bringToFront();
  const closed = new Promise<void>((resolve) => speaker.once("load", () => resolve()));
  await slides.keyboard.press("s");
  await closed;
  await inStep(speaker, "1 / 5", 0);
  expect((await slides.browserContext().pages()).length).toBe(2);
});

test("when the window with the slides is closed, the speaker view says so and opens it again", async () => {
  const { slides, speaker } = await openTalk(site);
  await speaker.click("#forward");
  await presents(slides, "war/telegram", 1);
  await slides.close();
  await speaker.waitForSelector("#alone", { visible: true });
  // It can still be leafed through.
  await speaker.click("#forward");
  await speaker.waitForFunction(() => document.querySelector("#now-step")?.textContent?.startsWith("step 2"));
  const opened = new Promise((resolve) => speaker.once("popup", resolve));
  await speaker.click("#open-lecture");
  await opened;
  await inStep(speaker, "1 / 5", 2);
  const again = (await speaker.browserContext().pages()).find((page) => page.url().includes("index.html"));
  if (again === undefined) throw new Error("the slides did not open");
  expect((await look(again)).fragment).toBe("#/war/telegram/2?present");
  await again.keyboard.press("PageDown");
  await inStep(speaker, "1 / 5", 3);
});

test("a pop-up that is blocked is offered as a link, which opens it in step", async () => {
  const { page } = await site.open();
  await page.evaluate(() => {
    window.open = () => null;
  });
  await page.click("#start-present");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("s");
  await page.waitForSelector("#speaker-dialog[open] #speaker-link", { visible: true });
  const speaker = await popupOf(page, () => page.click("#speaker-link"));
  await inStep(speaker, "1 / 5", 1);
  await speaker.click("#forward");
  await presents(page, "war/telegram", 2);
  expect(await page.$("#speaker-dialog[open]")).toBeNull();
});
