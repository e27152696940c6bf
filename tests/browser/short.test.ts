/** A short lecture: whatever led to a slide that it leaves out leads to the nearest one, and says so. */
import { expect, test } from "vitest";
import { tonesLecture } from "./fixture.ts";
import { look, showing, useSite } from "./helper.ts";

const site = useSite(async () => {
  const lecture = await tonesLecture();
  const instead = { "war/bread": "war/whose-war", "war/loaf": "war/whose-war", hunger: "peace/ceasefire" };
  return { ...lecture, deck: { ...lecture.deck, short: { leftOut: 2, instead } } };
});

test("its start says that it is short", async () => {
  const { page } = await site.open();
  expect(await page.$eval("#start-facts", (facts) => facts.textContent)).toBe(
    "00:16 · 5 slides · short version",
  );
});

test.each([
  ["#/war/bread", "Whose war?"],
  ["#/war/bread/2", "Whose war?"],
  ["#/war/loaf?t=1250", "Whose war?"],
  ["#/hunger", "The ceasefire"],
])("%s leads to %s", async (fragment, title) => {
  const { page, complaints } = await site.open({ fragment });
  await showing(page, title);
  await page.waitForSelector("#start-note", { visible: true });
  expect(await page.$eval("#start-note", (note) => note.textContent)).toBe(
    "The slide that the link leads to is left out of this short version. This is the nearest one.",
  );
  await page.click("#start-silent");
  await page.click("#play");
  expect((await look(page)).slide).toBe(title);
  expect(complaints).toEqual([]);
});
