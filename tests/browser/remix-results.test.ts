import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { read } from "../../scripts/outputs/read.ts";
import { downloaded, downloadedBytes } from "./downloads.ts";
import { look, seekTo, showing, useSite } from "./helper.ts";
import { openRemix, selected, tick } from "./remix.ts";

const site = useSite(undefined, { outputs: [read] });
const told = () => document.querySelector("#told")?.textContent;

test("the link plays just the selection, in its order and under its title", async () => {
  const { page } = await openRemix(site);
  await tick(page, "Who needs whom?", "A telegram in January");
  await page.type("#title", "Back & forth");
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: (text: string) => ((window as unknown as { copied: string }).copied = text) },
    });
  });
  await page.click("#copy-selection");
  await page.waitForSelector("#told", { visible: true });
  expect(await page.evaluate(told)).toBe("The link is copied. It plays just these slides, in this order.");
  const link = await page.evaluate(() => (window as unknown as { copied: string }).copied);
  expect(link).toBe(site.address("?only=peace/who,war/telegram&title=Back%20%26%20forth"));
  expect(await page.$eval("#play", (play) => (play as HTMLAnchorElement).href)).toBe(link);
  await page.goto(link);
  await page.waitForSelector("#start-silent", { visible: true });
  expect(await page.title()).toBe("Back & forth");
  await page.click("#start-silent");
  await seekTo(page, 5_100, "#play");
  await showing(page, "A telegram in January");
  expect(await look(page)).toMatchObject({ valueText: "00:05 of 00:07, A telegram in January" });
  // And back, to change it.
  await page.click("#more");
  expect(await page.$eval("#remix", (remix) => remix.getAttribute("href"))).toBe(
    "remix.html?only=peace/who,war/telegram&title=Back%20%26%20forth",
  );
});

test("where the browser does not copy, the link is shown, selected", async () => {
  const { page } = await openRemix(site);
  await tick(page, "Whose war?");
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  });
  await page.click("#copy-selection");
  await page.waitForSelector("#copy-dialog[open]");
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(
    site.address("?only=war/whose-war"),
  );
});

test("just these slides are printed; the text to read leads back", async () => {
  const { page } = await openRemix(site);
  await tick(page, "Who needs whom?", "Whose war?");
  await page.goto(await page.$eval("#print", (link) => (link as HTMLAnchorElement).href));
  await page.waitForSelector("#print", { visible: true });
  expect(await page.$$eval(".part-title", (titles) => titles.map((title) => title.textContent))).toEqual([
    "Who needs whom?",
    "Whose war?",
  ]);
  await page.click("#selection a");
  await page.waitForSelector(".cover");
  await page.click('.cover a[href="remix.html"]');
  await page.waitForSelector("#library:not([hidden])");
  expect((await selected(page)).titles).toEqual(["Who needs whom?", "Whose war?"]);
});

test("the course file is what courses/ wants", async () => {
  const { page } = await openRemix(site);
  await tick(page, "The ceasefire", "Who needs whom?", "A telegram in January");
  await page.type("#title", "Mine: first");
  const text = await downloaded(page, site.folder, "mine-first.yaml", () => page.click("#course"));
  expect(parse(text)).toEqual({ title: "Mine: first", slides: [{ use: "peace" }, { use: "war/telegram" }] });
  expect(await page.evaluate(told)).toContain("mine-first.yaml is saved.");
});

test("slides of one's own go into the course file, and are left out elsewhere with a word", async () => {
  const { page } = await openRemix(site);
  await tick(page, "The ceasefire");
  await page.click("#add-own");
  await page.type("#own-title", "What would you ask?");
  await page.type("#own-text", "- Who signed");
  await page.type("#own-narration", "Think of three questions.");
  await page.click("#own-form button[type=submit]");
  expect(await selected(page)).toMatchObject({
    titles: ["The ceasefire", "What would you ask?"],
    time: "00:04",
    said: "Kept: What would you ask?. 2 slides, 00:04.",
  });
  await page.click('#items button[aria-label="Change: What would you ask?"]');
  expect(await page.$eval("#own-text", (field) => (field as HTMLTextAreaElement).value)).toBe("- Who signed");
  await page.type("#own-title", "!");
  await page.keyboard.press("Enter");
  await tick(page, "Whose war?");
  expect((await selected(page)).titles).toEqual(["The ceasefire", "What would you ask?!", "Whose war?"]);
  expect(await page.$eval("#own-note", (note) => (note as HTMLElement).hidden)).toBe(false);
  expect(await page.$eval("#play", (play) => play.getAttribute("href"))).toBe(
    "index.html?only=peace/ceasefire,war/whose-war",
  );
  await page.type("#title", "Asked");
  const archive = await downloadedBytes(page, site.folder, "asked.zip", () => page.click("#course"));
  const files = Object.fromEntries(
    Object.entries(unzipSync(archive)).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
  );
  expect(Object.keys(files)).toEqual(["asked.yaml", "asked/own-1.md"]);
  expect(parse(files["asked.yaml"] ?? "")).toEqual({
    title: "Asked",
    slides: [{ use: "peace/ceasefire" }, { file: "asked/own-1.md" }, { use: "war/whose-war" }],
  });
  expect(files["asked/own-1.md"]).toContain("## What would you ask?! {#own-1}");
});

test("with nothing chosen, every result says what is missing", async () => {
  const { page } = await openRemix(site);
  for (const button of ["#play", "#print", "#copy-selection", "#course", "#folder"]) {
    await page.$eval("#told", (line) => ((line as HTMLElement).hidden = true));
    await page.click(button);
    await page.waitForSelector("#told", { visible: true });
    expect(await page.evaluate(told)).toBe("Choose slides first.");
  }
  expect((await page.browserContext().pages()).length).toBe(1);
});

test("from disk the folder cannot be packed, and the page says why and what else to do", async () => {
  const { page } = await openRemix(site);
  await tick(page, "Whose war?");
  await page.click("#folder");
  await page.waitForSelector("#folder-dialog[open]");
  expect(await page.$eval("#folder-words", (words) => words.textContent)).toMatch(
    /may not read its own files.*web address.*copy the link.*course file/s,
  );
  expect(await page.$eval("#folder-save", (button) => (button as HTMLElement).hidden)).toBe(true);
});

test("a slide is looked at closely, with its words and its sound", async () => {
  const { page } = await openRemix(site);
  const closer = 'button[aria-label="Look closer: A slide without words"]';
  await page.$eval(closer, (button) => (button as HTMLElement).click());
  await page.waitForSelector("#closer-picture .slide");
  expect(await page.$eval("#closer-sound", (sound) => (sound as HTMLElement).hidden)).toBe(true);
  await page.click("#closer-back");
  await page.waitForFunction(
    () => document.querySelector("#closer-words")?.textContent?.trim() === "Whose war was it?",
  );
  await page.$eval("#closer-sound", (sound) => (sound as HTMLAudioElement).play());
  await page.waitForFunction(
    () => (document.querySelector("#closer-sound") as HTMLAudioElement).currentTime > 0.2,
  );
  await page.click("#closer-choose");
  expect((await selected(page)).titles).toEqual(["Whose war?"]);
  expect(await page.$eval("#closer-choose", (button) => button.textContent)).toBe("Take this slide out");
  expect(await page.$eval("#closer-facts", (facts) => facts.textContent)).toBe(
    "Permission to invade · 00:03 · number 1 of your selection",
  );
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => (document.querySelector("#closer-sound") as HTMLAudioElement).paused);
});
