import { unzipSync } from "fflate";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Lecture } from "../../scripts/model.ts";
import { parseList } from "../../scripts/offline/list.ts";
import { accessibility } from "../../scripts/outputs/accessibility.ts";
import { read } from "../../scripts/outputs/read.ts";
import { downloadedBytes } from "./downloads.ts";
import { tonesLecture } from "./fixture.ts";
import { look, playedTo, showing, useSite } from "./helper.ts";
import { makeHost } from "./host.ts";
import { openRemix, selected, tick } from "./remix.ts";

/** The fixture with its credits at the end. */
async function lectureWithCredits(): Promise<Lecture> {
  const lecture = await tonesLecture();
  const { timeline } = lecture;
  const credits = { kind: "credits", fullId: "back/credits", title: "Credits" } as const;
  const startMs = timeline.durationMs;
  const shown = {
    slide: credits.fullId,
    startMs,
    endMs: startMs + 5_000,
    sentences: [],
    stepsMs: [],
    waitsMs: [],
  };
  return {
    ...lecture,
    back: [credits],
    credits: [{ kind: "works", title: "A map", author: "Natural Earth" }],
    timeline: { ...timeline, durationMs: startMs + 5_000, slides: [...timeline.slides, shown] },
  };
}

const site = useSite(lectureWithCredits, {
  host: () => host.address(),
  outputs: [read, accessibility],
  speaker: true,
});
const host = makeHost(() => site.folder);
let unpacked = "";
beforeAll(async () => {
  await host.start();
  unpacked = await mkdtemp(join(tmpdir(), "lanternist-unpacked-"));
});
afterAll(async () => {
  await host.stop();
  await rm(unpacked, { recursive: true, force: true });
});

/** Packs what is selected, and gives the archive. */
async function packed(page: Page, name: string): Promise<Uint8Array> {
  await page.click("#folder");
  const file = `${name}.zip`;
  const bytes = await downloadedBytes(page, site.folder, file, () => page.click("#folder-save"));
  expect(await page.$eval("#folder-words", (words) => words.textContent)).toBe(`${file} is saved.`);
  return bytes;
}

test("over http the selection is saved as a folder that plays by itself from disk, with its credits", async () => {
  const { page, complaints } = await openRemix(site);
  await tick(page, "Who needs whom?", "A telegram in January", "The ceasefire");
  await page.type("#title", "From <peace> to war");
  await page.keyboard.press("Tab");
  const archive = await packed(page, "from-peace-to-war");
  expect(complaints).toEqual([]);
  const files = unzipSync(archive);
  const paths = Object.keys(files).map((path) => path.replace(/^from-peace-to-war\//, ""));
  expect(paths).toEqual(
    expect.arrayContaining([
      "index.html",
      "read.html",
      "remix.html",
      "speaker.html",
      "accessibility.html",
      "assets/theme.css",
      "assets/player.js",
      "audio/peace-who.mp3",
      "audio/war-telegram.mp3",
    ]),
  );
  // What was not chosen stays where it is, and so do the lecturer's notes.
  expect(paths.filter((path) => path.startsWith("audio/")).sort((a, b) => (a < b ? -1 : 1))).toEqual([
    "audio/peace-ceasefire.mp3",
    "audio/peace-who.mp3",
    "audio/war-telegram.mp3",
  ]);
  expect(paths.filter((path) => path.includes("/notes/"))).toEqual([]);
  const all = Object.values(files)
    .map((bytes) => new TextDecoder().decode(bytes))
    .join("\n");
  expect(all).not.toContain("Whose war was it?");
  expect(all).not.toContain("For the lecturer only");

  // What can be saved for offline is listed as it is.
  const list = parseList(new TextDecoder().decode(files["from-peace-to-war/offline-list.js"]));
  expect(list?.files.map(({ path }) => path)).toContain("audio/peace-who.mp3");
  for (const { path, sizeBytes, sha256 } of list?.files ?? []) {
    const bytes = files[`from-peace-to-war/${path}`] ?? new Uint8Array();
    expect([path, bytes.length]).toEqual([path, sizeBytes]);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
  }

  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(unpacked, path)), { recursive: true });
    await writeFile(join(unpacked, path), bytes);
  }
  await host.stop();
  const requests: string[] = [];
  page.on("requestfailed", (request) => requests.push(request.url()));
  const address = pathToFileURL(join(unpacked, "from-peace-to-war/index.html")).href;
  await page.goto(address);
  await page.waitForSelector("#start-with-sound", { visible: true });
  expect(await page.title()).toBe("From <peace> to war");
  expect(await page.$eval(".start-sheet", (sheet) => (sheet as HTMLElement).innerText)).toMatch(
    /From <peace> to war\s+A selection of slides from “Tones & <silences>”\.\s+Ada Example[\s\S]*00:17 · 4 slides/,
  );
  await page.click("#start-with-sound");
  await playedTo(page, 4_300);
  await showing(page, "A telegram in January");
  expect(await look(page)).toMatchObject({ playing: true, fragment: "#/war/telegram" });
  await page.keyboard.press("End");
  await page.waitForFunction(() =>
    document.querySelector(".present > .present")?.textContent?.includes("Natural Earth"),
  );

  await page.goto(address.replace("index.html", "read.html"));
  await page.waitForSelector("#print", { visible: true });
  expect(await page.$$eval(".part-title", (titles) => titles.map((title) => title.textContent))).toEqual([
    "Who needs whom?",
    "A telegram in January",
    "The ceasefire",
  ]);
  await page.goto(address.replace("index.html", "remix.html"));
  await page.waitForSelector(".card-picture .slide");
  expect(await page.$$eval(".card-title", (titles) => titles.length)).toBe(3);
  expect((await selected(page)).titles).toEqual([]);
  expect(requests).toEqual([]);
  expect(complaints).toEqual([]);
  await host.start();
});

test("the same selection gives the same bytes", async () => {
  const { page } = await openRemix(site);
  await tick(page, "The ceasefire");
  const first = await packed(page, "selection");
  await page.keyboard.press("Escape");
  expect(Buffer.from(await packed(page, "selection")).equals(Buffer.from(first))).toBe(true);
});

test("a file that does not come is named, and nothing is saved", async () => {
  const { page } = await openRemix(site);
  await tick(page, "Whose war?");
  await rm(join(site.folder, "audio/war-whose-war.mp3"));
  await page.click("#folder");
  await page.click("#folder-save");
  await page.waitForFunction(
    () =>
      document.querySelector("#folder-words")?.textContent ===
      "audio/war-whose-war.mp3 does not come from the lecture’s host. Nothing was saved.",
  );
  expect(await page.$eval("#folder-save", (button) => (button as HTMLElement).hidden)).toBe(false);
});
