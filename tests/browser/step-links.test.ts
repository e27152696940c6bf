import { expect, test } from "vitest";
import { loadAnew, look, useSite } from "./helper.ts";
import { presents } from "./talk.ts";

const site = useSite();

test("a link to a step opens the lecture there, paused, once somebody chose how to watch", async () => {
  const { page } = await site.open({ fragment: "#/war/telegram/2" });
  await page.waitForFunction(() => document.querySelector("#start-at")?.textContent?.includes("00:01"));
  expect(await look(page)).toMatchObject({ positionMs: 1_500, playing: false });
  expect(await page.$eval("#player", (player) => player.classList.contains("is-presenting"))).toBe(false);
});

test("a link to a step of a talk presents it there at once; beyond the last step it is the last", async () => {
  const { page } = await site.open();
  await page.goto(site.address("#/war/telegram/2?present"));
  await loadAnew(page);
  await page.waitForSelector("#player.is-presenting .is-focused");
  await presents(page, "war/telegram", 2);
  await page.evaluate(() => location.assign("#/telegram/99?present"));
  await presents(page, "war/telegram", 3);
  expect((await look(page)).items).toEqual(["Months of pleading", "Consent"]);
});

test("a link to a step of a slide that was renamed leads there too", async () => {
  const { page } = await site.open();
  await page.click("#start-present");
  await page.evaluate(() => location.assign("#/war/cable/1?present"));
  await presents(page, "war/telegram", 1);
  expect((await look(page)).items).toEqual(["Months of pleading"]);
});
