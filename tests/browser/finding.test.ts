import { rename } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { look, useSite } from "./helper.ts";
import { makeHost } from "./host.ts";

const host = makeHost(() => site.folder);
const site = useSite(undefined, { host: host.address });
beforeAll(host.start);
afterAll(host.stop);

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? "");
const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent);
const hasText = (page: Page, selector: string, text: string) =>
  page.waitForFunction(
    (where, wanted) => document.querySelector(where)?.textContent?.includes(wanted) === true,
    {},
    selector,
    text,
  );

/** What is on the clipboard, pasted where text can be. */
async function pasted(page: Page): Promise<string> {
  await page.focus("#find");
  await page.keyboard.press("Enter");
  await page.$eval("#find-field", (field) => field instanceof HTMLInputElement && field.select());
  await page.keyboard.press("V", { commands: ["Paste"] });
  return page.$eval("#find-field", (field) => (field instanceof HTMLInputElement ? field.value : ""));
}

test("from disk, a quotation is found and copied with its source by keyboard alone", async () => {
  const { page, complaints } = await site.open({ heightPx: 900 });
  await page.goto(site.address());
  await page.waitForSelector("#start-silent", { visible: true });
  await page.focus("#start-silent");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Space");
  await page.focus("#transcript");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("find");
  await page.keyboard.press("Enter");
  expect(await focused(page)).toBe("find-field");
  await page.keyboard.type("SIGNED a");
  await hasText(page, "#find-count", "1 hit.");
  await hasText(page, "#announcement", "1 hit.");
  expect(await page.$$eval("#find-list h3", (all) => all.map((era) => era.textContent))).toEqual([
    "After </script> the war",
  ]);
  expect(await textOf(page, "#find-list mark")).toBe("signed a");
  expect(await page.$$eval("#find-marks span", (marks) => marks.map((mark) => mark.style.left))).toEqual([
    `${(Math.round((10_000 / 16_500) * 400) / 400) * 100}%`,
  ]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await look(page)).toMatchObject({ slide: "The ceasefire", positionMs: 10_000 });

  await page.keyboard.press("Escape");
  expect(await focused(page)).toBe("find");
  expect(await page.$$("#find-marks span")).toEqual([]);
  await page.focus("#copy-citation");
  await page.keyboard.press("Enter");
  await hasText(page, "#announcement", "Copied");
  expect(await pasted(page)).toBe(
    "“They signed a ceasefire.” Ada Example, Tones & <silences>, After </script> the war, The ceasefire, 00:10.",
  );
  expect(complaints).toEqual([]);
});

test("from a host, the moment of a quotation and its link are copied by keyboard alone", async () => {
  const { page } = await site.open();
  await page.keyboard.press("Tab");
  for (let stop = 0; stop < 10 && (await focused(page)) !== "start-silent"; stop += 1)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("/");
  await page.keyboard.type("signed a");
  await hasText(page, "#find-count", "1 hit.");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("k");
  await page.focus("#transcript");
  await page.keyboard.press("Enter");
  await page.focus("#copy-citation");
  await page.keyboard.press("Enter");
  await hasText(page, "#toast", "Copied with its source.");
  const cited = await pasted(page);
  const link = /00:10\. (http\S+)$/.exec(cited)?.[1] ?? cited;
  expect(link).toMatch(/^http:\/\/[^#]+\/index\.html#\/peace\/ceasefire\?t=s2\.\w+\.0$/);

  // Who opens it begins with that sentence.
  await page.goto("about:blank");
  await page.goto(link);
  await page.waitForSelector("#start-silent", { visible: true });
  await hasText(page, "#start-at", "00:10, The ceasefire");
});

test("what does not load is named, and all else is searched; slides, titles and sentences are found", async () => {
  const path = join(site.folder, "assets/eras/01-peace.js");
  await rename(path, `${path}.away`);
  const { page } = await site.open();
  await page.click("#start-silent");
  await page.keyboard.press("/");
  expect(await focused(page)).toBe("find-field");
  expect((await look(page)).playing).toBe(false);
  await hasText(page, "#find-note", "After </script> the war");
  await page.keyboard.type("w");
  const places = () => page.$$eval("#find-list li", (all) => all.map((row) => row.textContent));
  expect(await places()).toEqual([
    "The answer came on 30 January. 00:01 · A telegram in January",
    "Whose war? 00:03",
    "Ask who has read it 1 00:03 · Whose war?",
    "Whose war was it? 00:03 · Whose war?",
    "A slide without words 00:06",
    "Who needs whom? 00:12",
  ]);
  await rename(`${path}.away`, path);

  // A bullet is found at the step that shows it; the lecture, which waited meanwhile, goes on from there.
  await page.$eval("#find-field", (field) => field instanceof HTMLInputElement && field.select());
  await page.keyboard.type("consent");
  await page.keyboard.press("Enter");
  const there = await look(page);
  expect(there).toMatchObject({ playing: true, items: ["Months of pleading", "Consent"] });
  expect(there.positionMs).toBeGreaterThanOrEqual(2_000);
  await page.keyboard.press("Escape");

  // Without letter keys a typed character is nothing but that.
  await page.click("#more");
  await page.click("#settings");
  await page.click("#letter-keys");
  await page.keyboard.press("Escape");
  await page.focus("#play");
  await page.keyboard.press("/");
  expect(await focused(page)).toBe("play");
});
