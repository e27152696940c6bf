import { expect, test } from "vitest";
import type { Lecture } from "../../scripts/model.ts";
import { read } from "../../scripts/outputs/read.ts";
import { tonesLecture } from "./fixture.ts";
import { look, playedTo, seekTo, showing, useSite } from "./helper.ts";

const credited = async (): Promise<Lecture> => ({
  ...(await tonesLecture()),
  credits: [{ kind: "works", title: "A map", author: "Natural Earth" }],
});
const site = useSite(credited, { outputs: [read] });
const BACKWARDS = "?only=peace/who,ceasefire,war/silence,whose-war,cable";

const texts = (selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent?.trim());

test("a selection plays in its own order, with its own bar, captions, contents and transcript", async () => {
  const { page, complaints } = await site.open({ fragment: BACKWARDS });
  expect(await page.$eval("#only", (line) => line.textContent)).toBe(
    "A selection of slides from “Tones & <silences>”. The whole lecture",
  );
  expect(await page.$eval("#start-facts", (line) => line.textContent)).toBe("00:16 · 5 slides");
  await page.click("#start-silent");
  // At second 14 of the lecture the ceasefire is on; at second 14 of this selection, the telegram.
  await seekTo(page, 14_200, "#play");
  await showing(page, "A telegram in January");
  expect(await look(page)).toMatchObject({
    caption: "For months Kim had asked.",
    items: ["Months of pleading"],
    valueText: "00:14 of 00:16, A telegram in January",
    fragment: "#/war/telegram",
  });
  await seekTo(page, 4_500);
  await showing(page, "The ceasefire");
  expect((await look(page)).caption).toBe("What would you have signed?");
  expect(await page.$$eval(".seek-era", (eras) => eras.length)).toBe(2);
  await page.click("#contents");
  expect(await page.evaluate(texts, "#contents-list h3, #contents-list a")).toEqual([
    expect.stringMatching("^After </script> the war"),
    "Who needs whom? 00:00",
    "The ceasefire 00:04",
    expect.stringMatching("^Permission to invade"),
    "A slide without words 00:08",
    "Whose war? 00:10",
    "A telegram in January 00:13",
  ]);
  await page.keyboard.press("Escape");
  await page.click("#transcript");
  await page.waitForSelector("#transcript-list .sentence");
  expect(await page.evaluate(texts, "#transcript-list .sentence")).toEqual([
    "Who needs whom?",
    "What would you have signed?",
    "They signed a ceasefire.",
  ]);
  expect(complaints).toEqual([]);
});

test("the voice goes over from one slide of the selection to the next", async () => {
  const { page, requests } = await site.open({ fragment: "?only=peace/who,war/whose-war" });
  await page.click("#start-with-sound");
  await seekTo(page, 3_600);
  await playedTo(page, 4_300);
  await showing(page, "Whose war?");
  expect(requests).toContainEqual(expect.stringMatching(/war-whose-war\.mp3$/));
  expect(requests).not.toContainEqual(expect.stringMatching(/war-telegram\.mp3$/));
  expect((await look(page)).playing).toBe(true);
});

test("a selection has a title of its own, and says from what it comes", async () => {
  const { page } = await site.open({ fragment: `${BACKWARDS}&title=Back%20from%20<peace>` });
  expect(await page.$eval("h1", (title) => title.textContent)).toBe("Back from <peace>");
  expect(await page.title()).toBe("Back from <peace>");
  expect(await page.$eval("#only", (line) => line.textContent)).toContain("“Tones & <silences>”");
});

test("what is gone is named, and the rest plays", async () => {
  const { page } = await site.open({ fragment: "?only=peace/who,war/lost,famine,peace/who" });
  expect(await page.$eval("#only", (line) => line.textContent)).toBe(
    "A selection of slides from “Tones & <silences>”. 2 slides are no longer there: war/lost, famine. Chosen twice, shown once: “Who needs whom?”. The whole lecture",
  );
  await page.click("#start-silent");
  await showing(page, "Who needs whom?");
});

test("an era that the selection comes back to is two columns, and moments are found in both", async () => {
  const { page } = await site.open({
    fragment: "?only=war/silence,peace/who,war/whose-war#/war/whose-war",
  });
  await page.click("#start-silent");
  await showing(page, "Whose war?");
  expect(await page.$$eval(".seek-era", (eras) => eras.length)).toBe(3);
  expect((await look(page)).positionMs).toBeGreaterThanOrEqual(5_500);
  await page.keyboard.press("Home");
  await showing(page, "A slide without words");
});

test("just the selection is printed, in its order, with its credits", async () => {
  const { page } = await site.open({ fragment: `${BACKWARDS}&title=Backwards` });
  await page.click("#start-silent");
  await page.click("#more");
  expect(await page.$eval("#print-era", (link) => link.textContent)).toBe("Print just this part");
  const href = await page.$eval("#print-era", (link) => link.getAttribute("href"));
  expect(href).toBe(
    "read.html?only=peace/who,peace/ceasefire,war/silence,war/whose-war,war/telegram&title=Backwards",
  );
  await page.goto(site.address().replace("index.html", href ?? ""));
  await page.waitForSelector("#print", { visible: true });
  await page.emulateMediaType("print");
  expect(await page.evaluate(texts, "h1, .opening-title, .part-title, .part-heading")).toEqual([
    "Backwards",
    "After </script> the war",
    "Who needs whom?",
    "The ceasefire",
    "Permission to invade",
    "A slide without words",
    "Whose war?",
    "A telegram in January",
    "Credits and licence",
  ]);
  expect(await page.$eval("#selection", (head) => head.textContent)).toContain(
    "A selection of slides from “Tones & <silences>”. Ada Example.",
  );
});

test("the text to read names what is gone, and is whole where nothing is left", async () => {
  const { page } = await site.open();
  const titles = () => page.evaluate(texts, ".part-title");
  await page.goto(site.address().replace("index.html", "read.html?only=war/lost,peace/who"));
  await page.waitForSelector("#print", { visible: true });
  expect(await titles()).toEqual(["Who needs whom?"]);
  expect(await page.$eval("#selection-gone", (line) => (line as HTMLElement).innerText)).toBe(
    "No longer there: war/lost",
  );
  await page.goto(site.address().replace("index.html", "read.html?only=war/lost"));
  await page.waitForSelector("#print", { visible: true });
  expect(await titles()).toHaveLength(5);
});

test("a bookmark made in a selection is the same moment of the whole lecture, and the other way round", async () => {
  const { page } = await site.open({ fragment: "?only=peace/who,war/whose-war" });
  await page.click("#start-silent");
  await seekTo(page, 5_000, "#play");
  await showing(page, "Whose war?");
  await page.click("#more");
  await page.click("#bookmark");
  const places = async () => {
    await page.click("#more");
    await page.click("#notes");
    await page.waitForSelector("#notes-list .note-place");
    const found = await page.evaluate(texts, "#notes-list h3, #notes-list .note-place");
    await page.keyboard.press("Escape");
    return found;
  };
  expect(await places()).toEqual(["Permission to invade", "00:05 Whose war?"]);
  await page.goto(site.address());
  await page.click("#start-silent");
  await seekTo(page, 9_000, "#play");
  await page.click("#more");
  await page.click("#bookmark");
  expect(await places()).toEqual([
    "Permission to invade",
    "00:04 Whose war?",
    "After </script> the war",
    "00:09 The ceasefire",
  ]);
  // What is not in a selection is listed under that it is not.
  await page.goto(site.address("?only=peace/who,war/whose-war"));
  await page.click("#start-silent");
  expect(await places()).toEqual([
    "Permission to invade",
    "00:05 Whose war?",
    "No longer in what is open here",
    "The ceasefire",
  ]);
});
