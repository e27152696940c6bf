import { expect, test } from "vitest";
import { longLecture } from "./long-lecture.ts";
import { useSite } from "./helper.ts";
import { openRemix, selected } from "./remix.ts";

const site = useSite(longLecture);

test("of a thousand slides only those in sight have pictures, and all can be chosen, moved and found", async () => {
  const { page, requests } = await openRemix(site);
  const cost = () =>
    page.evaluate(() => ({
      cards: document.querySelectorAll(".card").length,
      pictures: document.querySelectorAll(".picture > *").length,
    }));
  await page.waitForSelector(".card-picture .slide");
  expect((await cost()).cards).toBe(1_000);
  expect((await cost()).pictures).toBeLessThan(60);
  expect(requests.filter((address) => address.includes("/eras/")).length).toBeLessThan(4);
  await page.$eval(".card:nth-child(50)", (card) => card.scrollIntoView());
  await page.$eval(".remix-era:last-child .card:last-child", (card) => card.scrollIntoView());
  await page.waitForFunction(
    () => document.querySelector(".remix-era:last-child .card:last-child .slide") !== null,
  );
  expect((await cost()).pictures).toBeLessThan(60);
  await page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>(".remix-era-head button")) button.click();
  });
  expect(await selected(page)).toMatchObject({ count: "1000 slides", time: "2:46:40" });
  expect((await cost()).pictures).toBeLessThan(80);
  await page.focus('#items button[aria-label="Move up: Slide 19.49"]');
  await page.keyboard.press("ArrowUp");
  expect((await selected(page)).said).toBe("Slide 19.49: now 999 of 1000.");
  expect(await page.$eval("#play", (play) => play.getAttribute("href"))).toMatch(
    /\?only=era-0,era-1,[^.]*era-19\/s-0\.\.era-19\/s-47,era-19\/s-49,era-19\/s-48$/,
  );
});
