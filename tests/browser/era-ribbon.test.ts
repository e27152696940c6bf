import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { datedLecture } from "./dated.ts";
import { look, seekTo, useSite } from "./helper.ts";

const site = useSite(datedLecture);

/** What the ribbon says, and where its mark begins, in per cent of the axis. */
const ribbon = (page: Page) =>
  page.evaluate(() => {
    const axis = document.querySelector("#eras-axis")?.getBoundingClientRect();
    const mark = document.querySelector<HTMLElement>(".eras-marker:not([hidden])")?.getBoundingClientRect();
    return {
      era: document.querySelector("#eras [aria-current]")?.getAttribute("aria-label"),
      date: document.querySelector("#eras-date")?.textContent,
      mark: axis && mark && Math.round(((mark.left - axis.left) / axis.width) * 100),
    };
  });

test("the ribbon marks the era and the dates that the voice names", async () => {
  const { page, complaints } = await site.open();
  await page.click("#start-silent");
  await page.click("#play");
  const war = "Permission to invade, 1950–1953";
  await seekTo(page, 500);
  expect(await ribbon(page)).toEqual({ era: war, date: "1950–1953" });
  await seekTo(page, 1_600);
  expect(await ribbon(page)).toEqual({ era: war, date: "January 1950", mark: 0 });
  await seekTo(page, 8_500);
  // A year far from the lecture's own is no date of it.
  expect(await ribbon(page)).toMatchObject({ date: "1953–1961" });
  await seekTo(page, 10_500);
  expect(await ribbon(page)).toMatchObject({ date: "1958", mark: 67 });
  expect(complaints).toEqual([]);
});

test("its eras are buttons with one tab stop, and between the years a click finds the slide that speaks of one", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await page.click("#play");
  await seekTo(page, 12_600);
  const stops = await page.$$eval("#eras [tabindex='0']", (found) =>
    found.map((one) => one.getAttribute("title")),
  );
  expect(stops).toEqual(["After </script> the war, 1953–1961"]);
  await page.focus("#eras [tabindex='0']");
  await page.keyboard.press("ArrowLeft");
  expect(await look(page)).toMatchObject({ slide: "Who needs whom?" });
  await page.keyboard.press("Enter");
  expect(await look(page)).toMatchObject({ slide: "A telegram in January", positionMs: 0 });

  const axis = await page.$eval("#eras-axis", (element) => element.getBoundingClientRect().toJSON());
  await page.mouse.click(axis.left + axis.width * 0.7, axis.bottom - 4);
  expect(await look(page)).toMatchObject({ slide: "The ceasefire" });
  expect(await page.$eval("#eras-axis", (element) => element.getAttribute("title"))).toBe(
    "1958: The ceasefire",
  );
});

test("a selection that comes back to an era has one button for it, marked in both", async () => {
  const { page } = await site.open({ fragment: "?only=war/silence,peace/who,war/whose-war" });
  await page.click("#start-silent");
  await page.click("#play");
  const labels = () => page.$$eval("#eras button", (found) => found.map((one) => one.ariaLabel));
  expect(await labels()).toEqual(["Permission to invade, 1950–1953", "After </script> the war, 1953–1961"]);
  for (const [ms, era] of [
    [100, "Permission to invade, 1950–1953"],
    [2_000, "After </script> the war, 1953–1961"],
    [6_000, "Permission to invade, 1950–1953"],
  ] as const) {
    await seekTo(page, ms);
    expect((await ribbon(page)).era).toBe(era);
  }
  await page.focus("#eras [tabindex='0']");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  expect(await look(page)).toMatchObject({ slide: "Who needs whom?" });
});

test("a phone has no ribbon", async () => {
  const { page } = await site.open({ widthPx: 390, heightPx: 844 });
  await page.click("#start-silent");
  expect(await page.$eval("#eras", (element) => element.checkVisibility())).toBe(false);
});
