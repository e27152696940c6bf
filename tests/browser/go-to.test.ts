import { expect, test } from "vitest";
import { useSite } from "./helper.ts";
import { presents } from "./talk.ts";

const site = useSite();

test("a number typed while presenting goes to the slide at that place", async () => {
  const { page } = await site.open();
  await page.click("#start-present");
  await page.keyboard.type("4");
  await page.waitForSelector("#go-to-dialog[open]");
  expect(await page.$$eval("#go-to-list li", (rows) => rows.map(({ textContent }) => textContent))).toEqual([
    "4 The ceasefire After </script> the war ",
  ]);
  await page.keyboard.press("Enter");
  await presents(page, "peace/ceasefire", 0);
  expect(await page.$("#go-to-dialog[open]")).toBeNull();
});

test("words suggest slides as they are typed, titles first, and arrows choose", async () => {
  const { page } = await site.open();
  await page.click("#start-present");
  await page.keyboard.press("g");
  await page.type("#go-to-field", "whose war");
  await page.waitForSelector("#go-to-list li");
  await page.$eval("#go-to-field", (field) => {
    if (field instanceof HTMLInputElement) field.select();
  });
  await page.type("#go-to-field", "e");
  await page.waitForFunction(() => document.querySelectorAll("#go-to-list li").length === 5);
  await page.keyboard.press("ArrowDown");
  const second = await page.$eval("#go-to-list [aria-selected=true]", ({ id }) => id);
  expect(await page.$eval("#go-to-field", (field) => field.getAttribute("aria-activedescendant"))).toBe(
    second,
  );
  await page.keyboard.press("Enter");
  await page.waitForFunction((hash) => location.hash !== hash, {}, "#/war/telegram?present");
});

test("what no slide has is said, and Enter goes nowhere", async () => {
  const { page } = await site.open();
  await page.click("#start-present");
  await page.keyboard.press("g");
  await page.type("#go-to-field", "zebra");
  expect(await page.$eval("#go-to-count", (line) => line.textContent)).toBe(
    "No slide has this number or these words.",
  );
  await page.keyboard.press("Enter");
  expect(await page.$("#go-to-dialog[open]")).not.toBeNull();
  await page.keyboard.press("Escape");
  await presents(page, "war/telegram", 0);
});

test("while watching, digits keep their meaning and g opens the field", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await page.click("#play");
  await page.keyboard.press("5");
  expect(await page.$("#go-to-dialog[open]")).toBeNull();
  expect(await page.$eval("#seek", (bar) => (bar instanceof HTMLInputElement ? bar.value : ""))).toBe("8250");
  await page.keyboard.press("g");
  await page.type("#go-to-field", "2");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash === "#/war/whose-war");
});
