import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { look, playedTo, seekTo, useSite } from "./helper.ts";

const site = useSite();

/** The panel as a reader finds it. */
const panel = (page: Page) =>
  page.evaluate(() => {
    const list = document.querySelector("#transcript-list");
    const current = list?.querySelector("[aria-current]");
    const room = list?.getBoundingClientRect();
    const box = current?.getBoundingClientRect();
    return {
      headings: [...(list?.querySelectorAll("h3, h4") ?? [])].map((heading) => heading.textContent),
      current: current?.textContent ?? "",
      isInSight: room !== undefined && box !== undefined && box.top >= room.top && box.bottom <= room.bottom,
      scrollPx: list?.scrollTop ?? 0,
      pageScrollPx: document.scrollingElement?.scrollTop ?? 0,
      tabStops: list?.querySelectorAll("[tabindex='0']").length ?? 0,
      live: document.querySelectorAll("#transcript-panel :is([aria-live], [role=status], [role=alert])")
        .length,
      offersToFollow: document.querySelector("#follow-voice")?.checkVisibility() ?? false,
    };
  });
const says = (page: Page, sentence: string) =>
  page.waitForFunction(
    (text) => document.querySelector("#transcript-list [aria-current]")?.textContent === text,
    {},
    sentence,
  );
const WAR = ["Permission to invade", "A telegram in January", "Whose war?", "A slide without words"];
const PEACE = ["After </script> the war", "The ceasefire", "Who needs whom?"];

test("the transcript follows the voice until the reader looks elsewhere, and again when asked", async () => {
  // So low, and with so large a text, that the list must scroll.
  const { page } = await site.open({ heightPx: 510 });
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "30px";
  });
  await page.click("#start-with-sound");
  await page.click("#transcript");
  await says(page, "For months Kim had asked.");
  expect(await panel(page)).toMatchObject({ headings: WAR, isInSight: true, tabStops: 1, live: 0 });
  await says(page, "Whose war was it?");
  const followed = await panel(page);
  expect(followed).toMatchObject({ isInSight: true, pageScrollPx: 0, offersToFollow: false });
  expect(followed.scrollPx).toBeGreaterThan(0);

  // Who reads elsewhere keeps the era they read when the voice comes to the next.
  await page.hover("#transcript-list");
  await page.mouse.wheel({ deltaY: -2_000 });
  await page.waitForFunction(() => document.querySelector("#transcript-list")?.scrollTop === 0);
  await playedTo(page, 8_100);
  expect(await panel(page)).toMatchObject({ headings: WAR, scrollPx: 0, current: "", offersToFollow: true });
  await page.click("#follow-voice");
  await says(page, "What would you have signed?");
  expect(await panel(page)).toMatchObject({ headings: PEACE, isInSight: true, offersToFollow: false });

  // From the beginning of a sentence the voice plays on: the one before it is not marked again, nor its wait kept.
  await page.click("#play");
  await seekTo(page, 8_500);
  await page.evaluate(() => {
    const list = document.querySelector("#transcript-list");
    if (list === null) throw new Error("the page has no transcript");
    const marked: string[] = [];
    Reflect.set(window, "marked", marked);
    new MutationObserver((changes) => {
      for (const { target } of changes)
        if (target instanceof Element && target.hasAttribute("aria-current"))
          marked.push(target.textContent ?? "");
    }).observe(list, { subtree: true, attributeFilter: ["aria-current"] });
  });
  await page.click(".sentence[data-slide='3'][data-sentence='1']");
  await page.click("#play");
  await playedTo(page, 10_500);
  expect(await page.evaluate(() => Reflect.get(window, "marked"))).toEqual(["They signed a ceasefire."]);
  expect((await look(page)).playing).toBe(true);
});

test("a sentence is a way to its moment, by mouse and by keyboard; the open panel is remembered", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await page.click("#play");
  await page.click("#transcript");
  await page.click(".sentence[data-slide='0'][data-sentence='1']");
  expect(await look(page)).toMatchObject({ positionMs: 1_500, caption: "The answer came on 30 January." });
  await page.keyboard.press("ArrowDown");
  expect((await panel(page)).offersToFollow).toBe(true);
  expect((await look(page)).positionMs).toBe(1_500);
  await page.keyboard.press("Enter");
  expect(await look(page)).toMatchObject({ positionMs: 3_500, slide: "Whose war?" });
  expect(await panel(page)).toMatchObject({
    current: "Whose war was it?",
    tabStops: 1,
    offersToFollow: false,
  });

  // A jump takes the panel along, also one that is made elsewhere.
  await seekTo(page, 13_000);
  expect(await panel(page)).toMatchObject({ headings: PEACE, current: "Who needs whom?" });
  await page.reload();
  await page.waitForSelector("#start-silent", { visible: true });
  await page.click("#start-silent");
  await page.waitForSelector("#transcript-panel", { visible: true });

  // A phone held flat shows the slide alone.
  await page.setViewport({ width: 844, height: 390 });
  expect(await page.$eval("#transcript-panel", (part) => part.checkVisibility())).toBe(false);
  expect(await page.$eval("#stage", (stage) => stage.clientWidth)).toBe(844);
});
