import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import type { Lecture, OutputFile } from "../../scripts/model.ts";
import { site } from "../../scripts/outputs/site.ts";
import { scriptJson } from "../../scripts/outputs/site/json.ts";
import type { Tools } from "../../scripts/outputs/tools.ts";
import type { ColumnData, LectureIndex } from "../../scripts/player/data.ts";
import { datedLecture } from "../browser/dated.ts";
import { tonesLecture } from "../browser/fixture.ts";
import { line } from "../talk/lines.ts";

const tools: Tools = {
  programFile: () => Promise.resolve(new Uint8Array()),
  readDeck: () => Promise.reject(new Error("not needed")),
  staged: "/nowhere",
  openBrowser: () => Promise.reject(new Error("not needed")),
  progress: () => undefined,
  signal: new AbortController().signal,
};

async function make(
  change: (lecture: Lecture) => Lecture = (lecture) => lecture,
): Promise<readonly OutputFile[]> {
  return (await site.make(change(await tonesLecture()), tools)).files;
}

const textOf = (files: readonly OutputFile[], path: string): string => {
  const file = files.find((candidate) => candidate.path === path);
  if (file === undefined || !("text" in file)) throw new Error(`no text file ${path}`);
  return file.text;
};

/** Runs a data script as a browser would, and gives what it registers. */
function registered(script: string): [number, ColumnData] {
  let seen: [number, ColumnData] | undefined;
  runInNewContext(script, {
    lanternist: { era: (column: number, data: ColumnData) => (seen = [column, data]) },
  });
  if (seen === undefined) throw new Error("the script registers nothing");
  return seen;
}

test("a site is a page, a player, its styles, a data script per era and a sound per slide", async () => {
  expect((await make()).map(({ path }) => path)).toEqual([
    "index.html",
    "speaker.html",
    "remix.html",
    "assets/player.js",
    "assets/site.css",
    "assets/speaker.js",
    "assets/speaker.css",
    "assets/remix.js",
    "assets/remix.css",
    "assets/remix-folder.js",
    "offline.js",
    "assets/player-licenses.txt",
    "assets/eras/00-war.js",
    "assets/eras/01-peace.js",
    "audio/war-telegram.mp3",
    "audio/war-whose-war.mp3",
    "audio/war-whose-war-picture.mp3",
    "audio/peace-ceasefire.mp3",
    "audio/peace-who.mp3",
  ]);
});

test("an era's script holds its slides with times from each slide's start", async () => {
  const [column, data] = registered(textOf(await make(), "assets/eras/01-peace.js"));
  expect(column).toBe(1);
  expect(data.slides[0]).toMatchObject({
    stepsMs: [],
    waitsMs: [2_000],
    captions: [
      { startMs: 0, endMs: 2_000, text: "What would you have signed?" },
      { startMs: 2_000, endMs: 4_400, text: "They signed a ceasefire." },
    ],
    sound: { path: "audio/peace-ceasefire.mp3", durationMs: 4_000, delayMs: 69 },
  });
  expect(data.slides[0]?.html).not.toMatch(/<section\b/);
});

test("dated eras put their years into the index, and what is said into the era's script", async () => {
  const dated = await datedLecture();
  const files = await make(() => dated);
  const page = textOf(files, "index.html");
  const index: LectureIndex = JSON.parse(/<script id="lecture"[^>]*>(.*?)<\/script>/s.exec(page)?.[1] ?? "");
  expect(index.columns.map(({ years }) => years)).toEqual([
    [1950, 1953.496],
    [1953.496, 1962],
  ]);
  expect(index.columns[1]?.slides.map(({ years }) => years)).toEqual([[1958, 1959], undefined]);
  const [, data] = registered(textOf(files, "assets/eras/01-peace.js"));
  expect(data.slides[0]?.sentences.map(({ years }) => years)).toEqual([undefined, [1958, 1959]]);
  expect(page).toContain('id="eras"');
  expect(textOf(await make(), "index.html")).not.toContain('id="eras"');
});

test("an edit in one era leaves the scripts of the others as they are", async () => {
  const before = textOf(await make(), "assets/eras/01-peace.js");
  const longer = await make((lecture) => ({
    ...lecture,
    timeline: {
      ...lecture.timeline,
      durationMs: lecture.timeline.durationMs + 250,
      slides: lecture.timeline.slides.map((time, n) => ({
        ...time,
        startMs: time.startMs + (n > 0 ? 250 : 0),
        endMs: time.endMs + 250,
        sentences: time.sentences.map((sentence) => ({
          ...sentence,
          startMs: sentence.startMs + (n > 0 ? 250 : 0),
          endMs: sentence.endMs + (n > 0 ? 250 : 0),
        })),
        waitsMs: time.waitsMs.map((ms) => ms + 250),
      })),
    },
  }));
  expect(textOf(longer, "assets/eras/01-peace.js")).toBe(before);
});

test("the same lecture gives the same bytes", async () => {
  expect(await make()).toEqual(await make());
});

test("the lecturer's notes are nowhere", async () => {
  const texts = (await make()).flatMap((file) => ("text" in file ? [file.text] : []));
  expect(texts.filter((text) => text.includes("For the lecturer only"))).toEqual([]);
});

test("titles cannot end the script they stand in, and come out as they were", async () => {
  const page = textOf(await make(), "index.html");
  expect(page.match(/<\/script>/g)).toHaveLength(3); // the metadata, the index and the player
  const json = /<script id="lecture" type="application\/json">(.*?)<\/script>/s.exec(page)?.[1] ?? "";
  expect(JSON.parse(json)).toMatchObject({
    title: "Tones & <silences>",
    columns: [{ title: "Permission to invade" }, { title: "After </script> the war" }],
    aliases: { cable: "war/telegram" },
  });
});

test("data in scripts keeps its value whatever it holds", () => {
  const value = { text: "</script><!-- ]]> & \u2028 \u2029 '\"`${x}" };
  const script = scriptJson(value);
  expect(script).not.toMatch(/[<>&\u2028\u2029]/);
  expect(JSON.parse(script)).toEqual(value);
  expect(runInNewContext(`(${script}).text`)).toBe(value.text);
});

test("an era whose id has no plain letters still gets a script that any host can serve", async () => {
  const files = await make((lecture) => ({
    ...lecture,
    deck: {
      ...lecture.deck,
      eras: lecture.deck.eras.map((era, n) =>
        n === 0
          ? {
              ...era,
              id: "전쟁",
              slides: era.slides.map((slide) => ({
                ...slide,
                fullId: slide.fullId.replace("war/", "전쟁/"),
              })),
            }
          : era,
      ),
    },
    timeline: {
      ...lecture.timeline,
      slides: lecture.timeline.slides.map((time) => ({
        ...time,
        slide: time.slide.replace("war/", "전쟁/"),
      })),
    },
  }));
  expect(files.map(({ path }) => path)).toContain("assets/eras/00.js");
});

test("a mail address or an https address is where mistakes are reported; other words are none", async () => {
  const contactOf = async (contact: string) => {
    const files = await make((lecture) => ({
      ...lecture,
      deck: { ...lecture.deck, meta: { ...lecture.deck.meta, contact } },
    }));
    const page = textOf(files, "index.html");
    const [, json = ""] = /<script id="lecture" type="application\/json">([^<]*)<\/script>/.exec(page) ?? [];
    return [(JSON.parse(json) as LectureIndex).contact?.kind, page.includes('id="report"')];
  };
  expect(await contactOf("ada@example.org")).toEqual(["mail", true]);
  expect(await contactOf("https://example.org/questions")).toEqual(["web", true]);
  for (const words of ["Room 12", "javascript:alert(1)", "https://example.org/ and @ada", "a@b@c"])
    expect([words, ...(await contactOf(words))]).toEqual([words, undefined, false]);
});

test("what the deck carries as drawn stands with its slide in its era's script, and the index says which eras have some", async () => {
  const drawn = { "peace/ceasefire": [line("l1")], "war/telegram": [] };
  const files = await make((lecture) => ({ ...lecture, deck: { ...lecture.deck, drawn } }));
  const [, peace] = registered(textOf(files, "assets/eras/01-peace.js"));
  expect(peace.slides.map((slide) => slide.drawn)).toEqual([[line("l1")], undefined]);
  const [, json = ""] =
    /<script id="lecture" type="application\/json">(.*?)<\/script>/s.exec(textOf(files, "index.html")) ?? [];
  const index = JSON.parse(json) as LectureIndex;
  expect(index.columns.map((column) => column.drawn)).toEqual([undefined, true]);
});
