/** A rehearsal in the speaker view, on a clock that stands still until a test lets it go on. */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import type { Lecture } from "../../scripts/model.ts";
import { tonesLecture } from "./fixture.ts";
import { downloaded } from "./downloads.ts";
import { useSite } from "./helper.ts";
import { inStep, MOMENTS, openTalk } from "./talk.ts";

/** The first era is planned for a minute, its second slide for half of it; the rest for another minute and a half. */
async function plannedLecture(language = "en"): Promise<Lecture> {
  const lecture = await tonesLecture({ language });
  const [war, ...others] = lecture.deck.eras;
  if (war === undefined) throw new Error("the fixture has no era");
  const slides = war.slides.map((slide) => (slide.id === "whose-war" ? { ...slide, minutes: 0.5 } : slide));
  const meta = { ...lecture.deck.meta, minutes: 2.5 };
  return { ...lecture, deck: { ...lecture.deck, meta, eras: [{ ...war, minutes: 1, slides }, ...others] } };
}

/** Opens the speaker view alone, at a fixed time. */
async function speakerView(
  site: ReturnType<typeof useSite>,
  size: { widthPx?: number; heightPx?: number } = {},
) {
  const recorded = await site.open(size);
  const { page } = recorded;
  await page.evaluateOnNewDocument(() => {
    const begun = Date.parse("2026-01-02T09:30:00Z");
    Date.now = () => begun + Number(sessionStorage.getItem("ahead") ?? 0);
  });
  await page.goto(site.address().replace("index.html", "speaker.html"));
  await page.waitForFunction(() => document.querySelector("#now-slide")?.textContent !== "");
  // Steps are known once the era's data has come.
  await page.waitForFunction(() => document.querySelector("#now-step")?.textContent !== "");
  return recorded;
}

const goOn = (page: Page, ms: number) =>
  page.evaluate((by) => {
    sessionStorage.setItem("ahead", String(Number(sessionStorage.getItem("ahead") ?? 0) + by));
  }, ms);

/** Waits for so long, presses so often. */
async function press(page: Page, seconds: number, times: number, button = "#forward"): Promise<void> {
  await goOn(page, seconds * 1000);
  for (let i = 0; i < times; i += 1)
    await page.$eval(button, (it) => it instanceof HTMLElement && it.click());
}

async function start(page: Page): Promise<void> {
  await page.click("#rehearse");
  await page.click("#rehearsal-start");
}

const rows = (page: Page) =>
  page.$$eval("#rehearsal-table tr", (all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent?.trim()).join(" | ")),
  );

const line = (page: Page) =>
  page.$$eval("#slide-time > span", (parts) =>
    parts.flatMap((part) => (part.textContent === "" ? [] : [part.textContent])),
  );

/** Waits until the line under the slide says something: it is drawn once a second. */
const lineSays = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector("#slide-time")?.textContent?.includes(wanted),
    {},
    text,
  );

/** Four seconds over two presses, half a minute, back for ten seconds, on; the last slide is never come to. */
async function rehearse(page: Page): Promise<void> {
  await start(page);
  await press(page, 2, 2);
  await press(page, 12, 2); // on the second slide from 14 s on
  await press(page, 46, 1); // the third from 60 s
  await press(page, 5, 1, "#back"); // the second again from 65 s
  await press(page, 10, 1); // the third from 75 s
  await press(page, 20, 1); // the ceasefire from 95 s
  await goOn(page, 30_000);
  await page.click("#rehearse");
}

const site = useSite(() => plannedLecture());

describe("a rehearsal", () => {
  test("ends with a table of what was planned, spoken and rehearsed", async () => {
    const { page, complaints } = await speakerView(site);
    await rehearse(page);
    expect(await rows(page)).toEqual([
      "Slide | Planned | Narration | Rehearsed | Difference",
      "Permission to invade | 01:00 | 00:08 | 01:35 | +00:35",
      "A telegram in January | 00:21 | 00:04 | 00:14 | −00:07",
      "Whose war? | 00:30 | 00:03 | 00:56 | slow +00:26",
      "A slide without words | 00:09 | 00:02 | 00:25 | slow +00:16",
      "After </script> the war | 01:30 | 00:09 | 00:30 | −00:18",
      "The ceasefire | 00:48 | 00:05 | 00:30 | −00:18",
      "Who needs whom? | 00:42 | 00:04 |  | ",
      "Whole lecture | 02:30 | 00:17 | 02:05 | +00:17",
    ]);
    expect(await page.$eval("#rehearsal-words", (words) => words.textContent)).toMatch(
      /^Last rehearsal, January 2, 2026 at .+: 02:05\. One slide was not reached\.$/,
    );
    expect(await page.$$eval("#rehearsal-table th", (all) => all.map((th) => th.scope).join(" "))).toBe(
      "col col col col col rowgroup row row row rowgroup row row row",
    );
    expect(complaints).toEqual([]);
  });

  test("leaves pauses out, and is gone on with after a stop", async () => {
    const { page } = await speakerView(site);
    await start(page);
    await goOn(page, 10_000);
    await page.click("#stopwatch-run");
    await goOn(page, 600_000);
    await page.click("#stopwatch-run");
    await goOn(page, 4_000);
    await page.click("#rehearse");
    expect((await rows(page)).at(-1)).toBe("Whole lecture | 02:30 | 00:17 | 00:14 | −00:07");
    await goOn(page, 60_000);
    await page.click("#rehearsal-go-on");
    await press(page, 6, 4);
    await goOn(page, 1_000);
    await page.click("#rehearse");
    expect((await rows(page)).slice(1, 4)).toEqual([
      "Permission to invade | 01:00 | 00:08 | 00:21 | −00:30",
      "A telegram in January | 00:21 | 00:04 | 00:20 | −00:01",
      "Whose war? | 00:30 | 00:03 | 00:01 | −00:29",
    ]);
  });

  test("outlives a reload of the speaker view", async () => {
    const { page } = await speakerView(site);
    await start(page);
    await press(page, 14, 4);
    await goOn(page, 6_000);
    await page.reload();
    await page.waitForSelector("#rehearse.is-rehearsing");
    await goOn(page, 2_000);
    await page.click("#rehearse");
    expect((await rows(page)).at(-1)).toBe("Whole lecture | 02:30 | 00:17 | 00:22 | −00:29");
  });

  test("says during the next one, on each slide, how long it was last time, and where it was slow", async () => {
    const { page } = await speakerView(site);
    expect(await line(page)).toEqual(["planned 00:21"]);
    await rehearse(page);
    await page.click("#rehearsal-close");
    await page.keyboard.press("Home");
    expect(await line(page)).toEqual(["planned 00:21", "last time 00:14"]);
    await start(page);
    await press(page, 14, 4);
    await goOn(page, 40_000);
    await lineSays(page, "over");
    expect(await line(page)).toEqual([
      "This slide 00:40, 00:10 over",
      "planned 00:30",
      "last time 00:56, slow",
    ]);
    await page.keyboard.press("End");
    expect(await line(page)).toEqual(["This slide 00:00", "planned 00:42"]);
  });
});

test("presses in the window with the slides are noted", async () => {
  const { slides, speaker } = await openTalk(site);
  await speaker.evaluate(() => {
    const begun = Date.parse("2026-01-02T09:30:00Z");
    Date.now = () => begun + Number(sessionStorage.getItem("ahead") ?? 0);
  });
  await start(speaker);
  for (const [place, , step] of MOMENTS.slice(1, 5)) {
    await goOn(speaker, 3_000);
    await slides.keyboard.press("PageDown");
    await inStep(speaker, place, step);
  }
  await goOn(speaker, 5_000);
  await speaker.click("#rehearse");
  expect((await rows(speaker)).slice(2, 4)).toEqual([
    "A telegram in January | 00:21 | 00:04 | 00:12 | −00:09",
    "Whose war? | 00:30 | 00:03 | 00:05 | −00:25",
  ]);
});

describe("a rehearsal as a file", () => {
  const saved = (page: Page, button: string, name: string): Promise<string> =>
    downloaded(page, site.folder, name, () => page.click(button));

  async function open(page: Page, text: string): Promise<void> {
    const path = join(site.folder, "rehearsal-to-open.json");
    await writeFile(path, text);
    const input = await page.$("input#rehearsal-file");
    if (input === null) throw new Error("the page has no field for files");
    await input.uploadFile(path);
  }

  test("is saved as JSON and as CSV, and opened again elsewhere", async () => {
    const { page } = await speakerView(site);
    const base = await page.evaluate(() => {
      const two = (n: number) => String(n).padStart(2, "0");
      const at = new Date(Date.now());
      return `deck-rehearsal-2026-01-${two(at.getDate())}-${two(at.getHours())}${two(at.getMinutes())}`;
    });
    await rehearse(page);
    const json = await saved(page, "#rehearsal-save", `${base}.json`);
    const csv = await saved(page, "#rehearsal-sheet", `${base}.csv`);
    expect(csv).toContain("\r\nPermission to invade,Whose war?,30,3,56,26\r\n");
    expect(JSON.parse(json)).toMatchObject({
      format: "lanternist-rehearsal",
      version: 1,
      lecture: { title: "Tones & <silences>" },
      durationMs: 125_000,
    });

    const { page: elsewhere } = await speakerView(site);
    await elsewhere.click("#rehearse");
    expect(await rows(elsewhere)).toEqual([]);
    await open(elsewhere, json);
    await elsewhere.waitForSelector("#rehearsal-table table");
    expect((await rows(elsewhere)).at(-1)).toBe("Whole lecture | 02:30 | 00:17 | 02:05 | +00:17");
    await elsewhere.reload();
    await lineSays(elsewhere, "last time 00:14");
  });

  test.each([
    ["something else", "title: A talk", "This file is no saved rehearsal."],
    [
      "a newer version",
      '{"format":"lanternist-rehearsal","version":9}',
      "A newer version of the program saved this file.",
    ],
    ["damage", '{"format":"lanternist-rehearsal","version":1}', "This file is damaged."],
    [
      "another lecture",
      JSON.stringify({
        format: "lanternist-rehearsal",
        version: 1,
        lecture: { id: "shoes", title: "Shoes" },
        began: "2026-01-02T09:30:00.000Z",
        durationMs: 9,
        clicks: [{ slide: "shoes/laces", step: 0, ms: 0 }],
      }),
      "This is a rehearsal of another lecture, “Shoes”.",
    ],
  ])("with %s is refused, and says why", async (_, text, message) => {
    const { page } = await speakerView(site);
    await page.click("#rehearse");
    await open(page, text);
    await page.waitForSelector("#rehearsal-wrong", { visible: true });
    expect(await page.$eval("#rehearsal-wrong", (wrong) => wrong.textContent)).toBe(message);
    expect(await rows(page)).toEqual([]);
  });
});

test.each([
  [1280, 800],
  [390, 844],
])("the dialog can be used by everyone, %i × %i", async (widthPx, heightPx) => {
  const { page } = await speakerView(site, { widthPx, heightPx });
  await rehearse(page);
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    // Without preload axe does not fetch the style sheets, which the page's policy would refuse it.
    const found = await axe.run({ preload: false });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  });
  expect(violations).toEqual([]);
  const overflowing = await page.evaluate(() => {
    const room = document.querySelector("#rehearsal-table");
    return room === null ? 0 : room.scrollWidth - room.clientWidth;
  });
  expect(overflowing).toBe(0);
});

describe("in German", () => {
  const german = useSite(() => plannedLecture("de"));
  test("the table and the line speak German", async () => {
    const { page } = await speakerView(german);
    await rehearse(page);
    expect((await rows(page))[0]).toBe("Folie | Geplant | Sprechtext | Geprobt | Unterschied");
    expect(await page.$eval("#rehearsal-words", (words) => words.textContent)).toMatch(
      /^Letzte Probe, 2\. Januar 2026 .+: 02:05\. Eine Folie wurde nicht erreicht\.$/,
    );
    await page.click("#rehearsal-close");
    expect(await line(page)).toEqual(["geplant 00:48", "letztes Mal 00:30"]);
  });
});
