/** A link to a moment that was copied before the deck was edited. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sharedBrowser } from "../shared-browser.ts";
import { makeHome, type Home } from "../cli/helper.ts";
import { showing } from "./helper.ts";

const WAR = `## Stone {#stone}

Narration:
A stone is laid. Another one follows it. A third one closes the wall.

---

## Bread {#bread}

Narration:
Bread is baked. Bread is eaten.

---

## Salt {#salt}

Narration:
Salt is carried home.
`;
/** Sentences before and between, one moved, one reworded, a slide renamed, a slide gone. */
const EDITED = `## A new beginning {#new}

Narration:
This came later, and takes its time to be said.

---

## Stone {#stone}

Narration:
Before all else there is a plan. A third one closes the wall. A stone is laid. Another follows.

---

## Loaves {#loaves aliases=bread}

Narration:
Bread is baked. Bread is eaten.
`;

let home: Home;
let reader: BrowserContext;
beforeAll(async () => {
  home = await makeHome();
  reader = await (await sharedBrowser()).createBrowserContext();
});
afterAll(async () => {
  await reader.close();
  await home.remove();
});

async function build(war: string): Promise<void> {
  await home.write("talk", { "deck.yaml": "title: Walls\nlanguage: en\n", "01-war.md": war });
  expect(await home.run("build", "talk", "--no-audio", "--only", "site")).toMatchObject({ code: 0 });
}

async function open(fragment: string): Promise<Page> {
  const page = await reader.newPage();
  await page.goto(`${pathToFileURL(join(home.folder, "dist/index.html")).href}${fragment}`);
  await page.waitForSelector("#start-silent", { visible: true });
  return page;
}

/** Moves the bar on until this caption is there. */
const seekToCaption = (page: Page, wanted: string) =>
  page.$eval(
    "#seek",
    (slider, text) => {
      if (!(slider instanceof HTMLInputElement)) throw new Error("the seek bar is no slider");
      for (let ms = 0; ms < Number(slider.max); ms += 300) {
        slider.value = String(ms);
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        if (document.querySelector("#caption")?.textContent === text) return;
      }
      throw new Error(`no moment has the caption “${text}”`);
    },
    wanted,
  );

/** The caption and the place in it that a link opens at, and what the start panel says of it. */
async function opened(fragment: string) {
  const page = await open(fragment);
  const note = await page.$eval("#start-note", (line) => line.textContent);
  await page.waitForFunction(
    () => document.querySelector("#start-at:not([hidden])") !== null || location.hash.includes("salt"),
  );
  const startsAt = await page.$eval("#start-at", (line) => line.textContent);
  expect(await page.$eval("#play", (button) => button.classList.contains("is-playing"))).toBe(false);
  // In one go: nothing may be played between the two.
  await page.evaluate(() => {
    for (const id of ["start-silent", "play"]) document.getElementById(id)?.click();
  });
  await page.waitForFunction(() => document.querySelector("#caption")?.textContent !== "");
  const caption = await page.$eval("#caption", (line) => line.textContent);
  await page.close();
  return { note, startsAt, caption };
}

test("old links find their words, their slide by its alias, and else the start of the era", async () => {
  await build(WAR);
  const page = await open("");
  await page.evaluate(() => {
    // What was copied last, where the browser lets nobody read it.
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: (text: string) => Promise.resolve(void (document.title = text)) },
    });
  });
  await page.click("#start-silent");
  await page.click("#play");
  const links: string[] = [];
  // A moment in the third, the second and, on the slide Bread, the second sentence; and one on Salt.
  for (const caption of [
    "A third one closes the wall.",
    "Another one follows it.",
    "Bread is eaten.",
    "Salt is carried home.",
  ]) {
    await seekToCaption(page, caption);
    await page.evaluate(() => {
      document.title = "";
      document.querySelector<HTMLElement>("#link-to-moment")?.click();
    });
    await page.waitForFunction(() => document.title.includes("#/"));
    links.push(new URL(await page.title()).hash);
  }
  await page.close();
  expect(links.map((link) => link.replace(/[0-9a-z]+\.\d+$/, "…"))).toEqual([
    "#/war/stone?t=s3.…",
    "#/war/stone?t=s2.…",
    "#/war/bread?t=s2.…",
    "#/war/salt?t=s1.…",
  ]);

  await build(EDITED);
  const [moved, reworded, renamed, gone] = [
    await opened(links[0] ?? ""),
    await opened(links[1] ?? ""),
    await opened(links[2] ?? ""),
    await opened(links[3] ?? ""),
  ];
  expect(moved).toMatchObject({ note: "", caption: "A third one closes the wall." });
  expect(moved.startsAt).toMatch(/^Starts at: 00:\d\d, Stone$/);
  expect(reworded).toMatchObject({ note: "", caption: "A third one closes the wall." });
  expect(renamed).toMatchObject({ note: "", caption: "Bread is eaten." });
  expect(renamed.startsAt).toMatch(/, Loaves$/);
  expect(gone.note).toBe(
    "The slide that the link leads to is no longer in this lecture. Its era begins here.",
  );
  expect(gone.caption).toContain("This came later");
});

test("after edits, the place where a listener stopped is the same sentence", async () => {
  await build(WAR);
  const page = await open("");
  await page.evaluate(() => {
    for (const id of ["start-silent", "play"]) document.getElementById(id)?.click();
  });
  await seekToCaption(page, "Bread is eaten.");
  await page.close();

  await build(EDITED);
  const again = await open("");
  const goOn = await again.waitForSelector("#go-on-where", { visible: true });
  expect(await goOn?.evaluate((button) => button.textContent?.trim())).toMatch(/: 00:\d\d, Loaves$/);
  // Gone on and stopped in one go: nothing may be played between the two.
  await goOn?.evaluate((button) => {
    if (button instanceof HTMLElement) button.click();
    document.getElementById("play")?.click();
  });
  await again.waitForFunction(() => document.querySelector("#caption")?.textContent === "Bread is eaten.");
  await again.close();
});

test("a link followed in the open lecture goes there, too", async () => {
  await build(WAR);
  const page = await open("");
  await page.click("#start-silent");
  await page.click("#play");
  await page.evaluate(() => location.assign("#/war/bread?t=600"));
  await showing(page, "Bread");
  const first = await page.$eval("#seek", (slider) => Number((slider as HTMLInputElement).value));
  await page.evaluate(() => location.assign("#/war/bread?t=700"));
  await page.waitForFunction(
    (ms) => Number(document.querySelector<HTMLInputElement>("#seek")?.value) === ms,
    {},
    first + 100,
  );
  await page.waitForFunction(() => location.hash === "#/war/bread");
  await page.evaluate(() => location.assign("#/war/nothing"));
  await page.waitForSelector("#toast", { visible: true });
  await showing(page, "Stone");
  expect(await page.$eval("#toast", (line) => line.textContent)).toContain("Its era begins here");
  await page.close();
});
