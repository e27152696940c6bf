import { expect, test } from "vitest";
import type { Lecture } from "../../scripts/model.ts";
import { tonesLecture } from "./fixture.ts";
import { loadAnew, useSite } from "./helper.ts";
import { openRemix, rowButton, selected, tick } from "./remix.ts";

/** The fixture with people: Kim is mentioned on its first slide, and nobody is on the others. */
async function lectureWithPeople(): Promise<Lecture> {
  const lecture = await tonesLecture();
  const [war, ...eras] = lecture.deck.eras;
  if (war === undefined) throw new Error("the fixture has eras");
  return {
    ...lecture,
    deck: { ...lecture.deck, eras: [{ ...war, people: ["Kim Il Sung", "Joseph Stalin"] }, ...eras] },
  };
}

const site = useSite(lectureWithPeople);

test("slides are chosen by their pictures, in the order in which they are clicked, with the total time", async () => {
  const { page, complaints } = await openRemix(site);
  await page.waitForSelector(".card-picture .slide");
  expect(await page.$$eval(".card-picture .slide h2", (titles) => titles.length)).toBe(5);
  // The picture itself, as a hand would.
  const pictures = await page.$$(".card-picture");
  await pictures[3]?.click();
  await pictures[0]?.click();
  expect(await selected(page)).toEqual({
    titles: ["The ceasefire", "A telegram in January"],
    time: "00:08",
    count: "2 slides",
    said: "Chosen: A telegram in January. 2 slides, 00:08.",
  });
  expect(await page.$$eval(".card-number", (numbers) => numbers.map((number) => number.textContent))).toEqual(
    ["2", "", "", "1", ""],
  );
  await pictures[3]?.click();
  expect((await selected(page)).titles).toEqual(["A telegram in January"]);
  expect(complaints).toEqual([]);
});

test("an era is chosen and taken out as a whole", async () => {
  const { page } = await openRemix(site);
  await tick(page, "Whose war?");
  const whole = 'button[aria-label="Choose all: Permission to invade"]';
  await page.click(whole);
  expect(await selected(page)).toMatchObject({
    titles: ["Whose war?", "A telegram in January", "A slide without words"],
    said: "2 slides chosen. 3 slides, 00:08.",
  });
  await page.click('button[aria-label="Take all out: Permission to invade"]');
  expect(await selected(page)).toMatchObject({ titles: [], said: "3 slides taken out. 0 slides, 00:00." });
});

test("all that was done is taken back and done again, by buttons and keys", async () => {
  const { page } = await openRemix(site);
  await tick(page, "Whose war?", "The ceasefire");
  await page.click(rowButton("Take out: Whose war?"));
  await page.click("#undo");
  expect(await selected(page)).toMatchObject({
    titles: ["Whose war?", "The ceasefire"],
    said: "Undone. 2 slides, 00:07.",
  });
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  expect((await selected(page)).titles).toEqual(["Whose war?"]);
  await page.keyboard.press("y");
  await page.keyboard.press("y");
  await page.keyboard.up("Control");
  expect((await selected(page)).titles).toEqual(["The ceasefire"]);
  await page.type("#title", "Mine");
  await page.keyboard.press("Tab");
  await page.click("#undo");
  expect(await page.$eval("#title", (field) => (field as HTMLInputElement).value)).toBe("");
});

test("the selection is there after the page is loaded anew, and the lecture forgets it when asked", async () => {
  const { page } = await openRemix(site);
  await tick(page, "Whose war?", "The ceasefire");
  await page.type("#title", "Kept");
  await page.keyboard.press("Tab");
  await loadAnew(page);
  await page.waitForSelector("#library:not([hidden])");
  expect((await selected(page)).titles).toEqual(["Whose war?", "The ceasefire"]);
  expect(await page.$eval("#title", (field) => (field as HTMLInputElement).value)).toBe("Kept");
  await page.goto(site.address());
  await page.click("#start-silent");
  await page.click("#more");
  await page.click("#knows");
  await page.waitForFunction(() =>
    document.querySelector("#knows-list")?.textContent?.includes("Your selection of slideskept"),
  );
  await page.click("#forget");
  await page.click("#forget-yes");
  await page.waitForFunction(
    () => document.querySelector("#knows-list")?.textContent?.includes("Your selection") === false,
  );
});

test("two tabs show the same selection, and neither writes over the other", async () => {
  const { page } = await openRemix(site);
  await tick(page, "Whose war?");
  const other = await page.browserContext().newPage();
  await other.goto(page.url());
  await other.waitForSelector("#library:not([hidden])");
  await tick(other, "The ceasefire");
  await page.waitForFunction(() => document.querySelectorAll("#items .item").length === 2);
  await tick(page, "Who needs whom?");
  await other.waitForFunction(() => document.querySelectorAll("#items .item").length === 3);
  expect((await selected(other)).titles).toEqual(["Whose war?", "The ceasefire", "Who needs whom?"]);
  await page.click("#undo");
  await other.waitForFunction(() => document.querySelectorAll("#items .item").length === 2);
});

test("it works where the browser keeps nothing, and says so", async () => {
  const { page, complaints } = await site.open();
  await page.evaluateOnNewDocument(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  await page.goto(site.address().replace("index.html", "remix.html"));
  await page.waitForSelector("#library:not([hidden])");
  await tick(page, "Whose war?");
  expect((await selected(page)).titles).toEqual(["Whose war?"]);
  expect(await page.$eval("#told", (line) => line.textContent)).toBe(
    "This browser keeps nothing: copy the link before you leave.",
  );
  expect(complaints).toEqual([]);
});

test("a link brings its slides, names those that are gone, and can be undone", async () => {
  const { page } = await openRemix(site);
  await tick(page, "The ceasefire");
  await page.goto(
    site.address().replace("index.html", "remix.html?only=peace/who,cable,famine,war/lost&title=Back"),
  );
  await page.waitForSelector("#gone:not([hidden])");
  expect((await selected(page)).titles).toEqual(["Who needs whom?", "A telegram in January"]);
  expect(await page.$eval("#gone", (line) => line.textContent)).toBe(
    "2 slides are no longer there: famine, war/lost.",
  );
  await tick(page, "A telegram in January");
  // Loaded anew, it is what it was made into, not what the link brought.
  await loadAnew(page);
  await page.waitForSelector("#library:not([hidden])");
  expect((await selected(page)).titles).toEqual(["Who needs whom?"]);
});

test("what a link brings can be undone: what stood there before comes back", async () => {
  const { page } = await openRemix(site);
  await tick(page, "The ceasefire");
  await page.goto(site.address().replace("index.html", "remix.html?only=peace/who"));
  await page.waitForSelector("#library:not([hidden])");
  await page.click("#undo");
  expect((await selected(page)).titles).toEqual(["The ceasefire"]);
});

test("words and people find slides, and all that are found are chosen at once", async () => {
  const { page } = await openRemix(site);
  const shown = () =>
    page.$$eval(".card:not([hidden]) .card-title", (titles) => titles.map((title) => title.textContent));
  await page.type("#filter-words", "ceasefire");
  await page.waitForFunction(() => document.querySelector("#filter-count")?.textContent === "1 of 5 slides");
  expect(await shown()).toEqual(["The ceasefire"]);
  await page.$eval("#filter-words", (field) => ((field as HTMLInputElement).value = ""));
  // Said on two slides, and in the title of one of them.
  await page.type("#filter-words", "whose war");
  await page.waitForFunction(() => document.querySelector("#filter-count")?.textContent === "1 of 5 slides");
  await page.click("#choose-found");
  expect((await selected(page)).titles).toEqual(["Whose war?"]);
  await page.type("#filter-words", "xyz");
  await page.waitForSelector("#filter-none", { visible: true });
  expect(await page.$eval("#choose-found", (button) => (button as HTMLElement).hidden)).toBe(true);
});

test("a person's slides are found, also together with words", async () => {
  const { page } = await openRemix(site);
  const shown = () =>
    page.$$eval(".card:not([hidden]) .card-title", (titles) => titles.map((title) => title.textContent));
  await page.select("#filter-person", "Kim Il Sung");
  expect(await shown()).toEqual(["A telegram in January"]);
  expect(await page.$$eval(".remix-era:not([hidden])", (eras) => eras.length)).toBe(1);
  await page.select("#filter-person", "Stalin, Joseph");
  expect(await shown()).toHaveLength(3);
  await page.type("#filter-words", "whose");
  expect(await shown()).toEqual(["Whose war?"]);
  await page.select("#filter-person", "");
  expect(await shown()).toEqual(["Whose war?"]);
});
