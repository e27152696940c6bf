import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { loadAnew, look, playedTo, seekTo, useSite } from "./helper.ts";
import { presents } from "./talk.ts";

const site = useSite();

async function present(): Promise<Page> {
  const { page } = await site.open();
  await page.click("#start-present");
  await presents(page, "war/telegram", 0);
  return page;
}

const isVisible = (page: Page, selector: string): Promise<boolean> =>
  page.$eval(selector, (element) => element.getClientRects().length > 0);

test("presenting is silent: nothing plays, no captions, and the slide has the window", async () => {
  const page = await present();
  await page.keyboard.press("ArrowRight");
  expect(await look(page)).toMatchObject({ items: ["Months of pleading"], caption: "", playing: false });
  expect(await page.$eval("audio", (audio) => audio.paused)).toBe(true);
  for (const hidden of ["#play", "#seek", "#captions"]) expect(await isVisible(page, hidden)).toBe(false);
  const stage = await page.$eval("#stage", (element) => element.getBoundingClientRect().height);
  expect(stage).toBe(800);
});

test("arrows, Space and what clickers send move by cues; Up and Down by slides", async () => {
  const page = await present();
  const moves: readonly [key: Parameters<Page["keyboard"]["press"]>[0], slide: string, step: number][] = [
    ["PageDown", "war/telegram", 1],
    ["ArrowRight", "war/telegram", 2],
    ["Space", "war/telegram", 3],
    ["ArrowRight", "war/whose-war", 0],
    ["PageUp", "war/telegram", 3],
    ["ArrowLeft", "war/telegram", 2],
    ["ArrowDown", "war/whose-war", 0],
    ["ArrowDown", "war/silence", 0],
    ["ArrowUp", "war/whose-war", 0],
    ["End", "peace/who", 0],
    ["PageDown", "peace/who", 0],
    ["Home", "war/telegram", 0],
    ["PageUp", "war/telegram", 0],
  ];
  for (const [key, slide, step] of moves) {
    await page.keyboard.press(key);
    await presents(page, slide, step);
  }
  expect((await look(page)).slide).toBe("A telegram in January");
});

test("clickers begin and end with F5 and Escape, with Shift too", async () => {
  const { page } = await site.open();
  await page.keyboard.press("F5");
  await presents(page, "war/telegram", 0);
  await page.keyboard.press("Escape");
  await page.waitForSelector("#player:not(.is-presenting)");
  await page.keyboard.down("Shift");
  await page.keyboard.press("F5");
  await page.keyboard.up("Shift");
  await presents(page, "war/telegram", 0);
  expect((await look(page)).playing).toBe(false);
});

test("b and . make the screen black and bring the slide back; so does any move, which moves nothing", async () => {
  const page = await present();
  for (const key of ["b", "."] as const) {
    await page.keyboard.press(key);
    await page.waitForSelector("#black-screen", { visible: true });
    await page.keyboard.press(key);
    await page.waitForSelector("#black-screen", { hidden: true });
  }
  await page.keyboard.press("b");
  await page.keyboard.press("PageDown");
  await page.waitForSelector("#black-screen", { hidden: true });
  await presents(page, "war/telegram", 0);
  expect((await look(page)).items).toEqual([]);
});

test("Escape ends black first, then presenting", async () => {
  const page = await present();
  await page.keyboard.press("b");
  await page.keyboard.press("Escape");
  await page.waitForSelector("#black-screen", { hidden: true });
  await presents(page, "war/telegram", 0);
  await page.keyboard.press("Escape");
  await page.waitForSelector("#player:not(.is-presenting)");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("play");
});

test("p leads to presenting and back to watching at the same moment, with sound as it was", async () => {
  const { page } = await site.open();
  await page.click("#start-with-sound");
  await playedTo(page, 100);
  await seekTo(page, 1_600, "#play");
  const before = await look(page);
  expect(before).toMatchObject({ playing: false, focused: "Months of pleading" });
  await page.keyboard.press("p");
  await presents(page, "war/telegram", 2);
  expect((await look(page)).positionMs).toBe(before.positionMs);
  await page.keyboard.press("p");
  await page.waitForSelector("#player:not(.is-presenting)");
  expect(await look(page)).toEqual(before);
  expect(await page.$eval("#mute", (button) => button.getAttribute("aria-pressed"))).toBe("false");
  // And a step that was presented is where watching goes on.
  await page.keyboard.press("p");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("p");
  expect(await look(page)).toMatchObject({ positionMs: 2_000, items: ["Months of pleading", "Consent"] });
  await page.keyboard.press("Space");
  await playedTo(page, 2_100);
});

test("what plays stops when presenting begins", async () => {
  const { page } = await site.open();
  await page.click("#start-with-sound");
  await playedTo(page, 100);
  await page.keyboard.press("p");
  expect((await look(page)).playing).toBe(false);
  expect(await page.$eval("audio", (audio) => audio.paused)).toBe(true);
});

test("loaded anew, presenting goes on at the same step", async () => {
  const page = await present();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await presents(page, "war/telegram", 2);
  await loadAnew(page);
  await page.waitForSelector("#player.is-presenting .is-focused");
  await presents(page, "war/telegram", 2);
  expect(await look(page)).toMatchObject({ items: ["Months of pleading"], focused: "Months of pleading" });
});

test("the sheet of keys opens with ? and shows what holds while presenting first", async () => {
  const page = await present();
  await page.keyboard.press("?");
  await page.waitForSelector("#keys-dialog[open]");
  const [first] = await page.$$eval(".keys", (tables) => tables.map((table) => table.textContent ?? ""));
  expect(first).toMatch(/^While presenting/);
  expect(first).toContain("Black screen");
  await page.keyboard.press("Escape");
  await presents(page, "war/telegram", 0);
});

test("letters turned off are off while presenting too; arrows still move", async () => {
  const page = await present();
  await page.mouse.move(600, 400);
  await page.click("#more");
  await page.click("#settings");
  await page.click("#letter-keys");
  await page.click("#settings-close");
  await page.keyboard.type("bpg.?5");
  await page.keyboard.press("ArrowRight");
  await presents(page, "war/telegram", 1);
  expect(await page.$("dialog[open]")).toBeNull();
});
