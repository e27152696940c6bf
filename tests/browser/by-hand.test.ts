import { expect, test } from "vitest";
import { look, useSite } from "./helper.ts";

const site = useSite();

async function pausedAtStart() {
  const { page } = await site.open();
  await page.click("#start-silent");
  await page.click("#play");
  await page.keyboard.press("Home");
  await page.evaluate(() => document.querySelector<HTMLElement>("#play")?.blur());
  return page;
}

test("arrow keys go step by step, over the edge of a slide, and take the time along", async () => {
  const page = await pausedAtStart();
  await page.keyboard.press("ArrowRight");
  expect(await look(page)).toMatchObject({ items: ["Months of pleading"], positionMs: 1_000 });
  await page.keyboard.press("ArrowRight");
  expect(await look(page)).toMatchObject({ focused: "Months of pleading", positionMs: 1_500 });
  await page.keyboard.press("ArrowRight");
  expect(await look(page)).toMatchObject({ items: ["Months of pleading", "Consent"], positionMs: 2_000 });
  await page.keyboard.press("ArrowRight");
  expect(await look(page)).toMatchObject({ slide: "Whose war?", positionMs: 3_500 });
  await page.keyboard.press("ArrowLeft");
  expect(await look(page)).toMatchObject({ slide: "A telegram in January", positionMs: 2_000 });
  await page.keyboard.press("End");
  expect(await look(page)).toMatchObject({ slide: "Who needs whom?", positionMs: 12_500 });
  await page.keyboard.press("ArrowUp");
  expect(await look(page)).toMatchObject({ slide: "The ceasefire", positionMs: 8_000 });
});

test("a link to a slide moves the time, an old name of the slide too", async () => {
  const page = await pausedAtStart();
  const follow = (fragment: string) =>
    page.evaluate((hash) => {
      location.hash = hash;
      return new Promise((resolve) => window.addEventListener("hashchange", resolve, { once: true }));
    }, fragment);
  await follow("#/peace/who");
  expect(await look(page)).toMatchObject({ slide: "Who needs whom?", positionMs: 12_500 });
  await follow("#/war/cable");
  expect(await look(page)).toMatchObject({ slide: "A telegram in January", positionMs: 0 });
  await follow("#/nowhere/at-all");
  expect(await look(page)).toMatchObject({ slide: "A telegram in January", positionMs: 0 });
});

test("the contents lead to a slide", async () => {
  const page = await pausedAtStart();
  await page.click("#contents");
  await page.waitForSelector("#contents-dialog[open]");
  await page.click("#contents-list a[href='#/peace/ceasefire']");
  expect(await look(page)).toMatchObject({ slide: "The ceasefire", positionMs: 8_000 });
  expect(await page.$("#contents-dialog[open]")).toBeNull();
});

test("the overview shows the eras as columns, and a click leads to a slide", async () => {
  const page = await pausedAtStart();
  await page.click("#overview");
  await page.waitForSelector(".reveal.overview");
  const columns = await page.$$eval(".slides > section", (stacks) =>
    stacks.map((stack) => [...stack.querySelectorAll("h2")].map((title) => title.textContent?.trim())),
  );
  expect(columns).toEqual([
    ["A telegram in January", "Whose war?", "A slide without words"],
    ["The ceasefire", "Who needs whom?"],
  ]);
  await page.click(".slides > section:nth-of-type(2) > section:nth-of-type(1)");
  await page.waitForSelector(".reveal:not(.overview)");
  expect(await look(page)).toMatchObject({ slide: "The ceasefire", positionMs: 8_000 });
});

test("a mark on a slide leads to its note, and leaves address and slide as they are", async () => {
  const page = await pausedAtStart();
  await page.keyboard.press("ArrowDown");
  await page.click(".slides > section.present > section.present a");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("A book");
  expect(await look(page)).toMatchObject({ slide: "Whose war?", fragment: "#/war/whose-war" });
});
