import { expect, test } from "vitest";
import type { ColumnData } from "../../scripts/player/data.ts";
import { cutColumns, cutIndex, onlyIn, titleIn } from "../../scripts/player/only.ts";
import { makeTrack } from "../../scripts/player/track.ts";
import { makeIndex } from "./make-index.ts";

const slide = (id: string) => ({ id, title: id.toUpperCase(), durationMs: 1_000 });
const column = (id: string, title: string, ...ids: string[]) => ({
  id,
  title,
  data: `${id}.js`,
  sizeBytes: 1_000 * ids.length,
  slides: ids.map(slide),
});
const index = makeIndex(
  [
    column("front", "", "title"),
    column("war", "War", "telegram", "who", "why"),
    column("peace", "Peace", "ceasefire", "after"),
    column("back", "", "sources"),
  ],
  { "war/cable": "war/telegram" },
);
const slidesOf = (only: string) => {
  const part = cutIndex(index, only);
  return part && makeTrack(part.index).slides.map(({ fullId, startMs }) => `${startMs} ${fullId}`);
};

test.each([
  ["war", ["0 war/telegram", "1000 war/who", "2000 war/why"]],
  ["war/who..peace/ceasefire", ["0 war/who", "1000 war/why", "2000 peace/ceasefire"]],
  ["war/cable..who", ["0 war/telegram", "1000 war/who"]],
  ["war/why..peace", ["0 war/why", "1000 peace/ceasefire", "2000 peace/after"]],
  ["peace/after", ["0 peace/after"]],
  ["front..war/telegram", ["0 front/title", "1000 war/telegram"]],
])("%s is a lecture of its own", (only, slides) => {
  expect(slidesOf(only)).toEqual(slides);
});

test.each([
  ["peace/after,war/telegram", ["0 peace/after", "1000 war/telegram"]],
  [
    "peace,war/why..war/why,war/cable",
    ["0 peace/ceasefire", "1000 peace/after", "2000 war/why", "3000 war/telegram"],
  ],
  ["war/why,peace,war/who", ["0 war/why", "1000 peace/ceasefire", "2000 peace/after", "3000 war/who"]],
])("%s plays in its own order", (only, slides) => {
  expect(slidesOf(only)).toEqual(slides);
});

test("an era that a selection comes back to has two columns, one that stays in it has one", () => {
  const columns = (only: string) =>
    cutIndex(index, only)?.index.columns.map(
      ({ title, slides }) => `${title}: ${slides.map(({ id }) => id).join(" ")}`,
    );
  expect(columns("war/why,peace/after,war/who")).toEqual(["War: why", "Peace: after", "War: who"]);
  expect(columns("war/why,war/telegram")).toEqual(["War: why telegram"]);
});

test("what is gone is named and does not stand in the way; what is asked for again plays once", () => {
  const part = cutIndex(index, "peace/after,war/lost,famine,war/who,peace..war,war");
  expect(part?.missing).toEqual(["war/lost", "famine", "peace..war"]);
  expect(part?.again).toEqual(["WHO"]);
  expect(part && makeTrack(part.index).slides.map(({ fullId }) => fullId)).toEqual([
    "peace/after",
    "war/who",
    "war/telegram",
    "war/why",
  ]);
});

test("a slide that a short lecture leaves out is not taken for one of another era", () => {
  const short = { ...index, leftOut: { "talks/after": "war/who" } };
  expect(cutIndex(short, "war,talks/after")?.missing).toEqual(["talks/after"]);
  expect(cutIndex(index, "war,talks/after")?.missing).toEqual([]);
});

test.each([
  "",
  ",",
  "nothing",
  "peace..war",
  "war/who..war/telegram",
  "war..",
  "..war",
  "war..peace..back",
  "...",
])("%j names no part", (only) => {
  expect(slidesOf(only)).toBeUndefined();
});

test("a part is called after its eras where it holds all of them, else after its slides", () => {
  const titles = ["war", "war..peace", "war/who..peace", "war/who", "front..war/who"].map(
    (only) => cutIndex(index, only)?.titles,
  );
  expect(titles).toEqual([["War"], ["War", "Peace"], ["WHO", "Peace"], ["WHO"], ["TITLE", "WHO"]]);
});

test("what there is to load of a cut era goes with its time", () => {
  const sizes = cutIndex(index, "war/who..peace")?.index.columns.map(({ sizeBytes }) => sizeBytes);
  expect(sizes).toEqual([2_000, 2_000]);
});

test("the part's columns are cut from the whole's data scripts", async () => {
  const script = (...htmls: string[]): ColumnData => ({
    slides: htmls.map((html) => ({
      html,
      waiting: [],
      steps: [],
      stepsMs: [],
      waitsMs: [],
      captions: [],
      sentences: [],
    })),
  });
  const whole = [script("title"), script("telegram", "who", "why"), script("ceasefire", "after")];
  const loaded = new Set<number>();
  const columns = cutColumns(
    {
      get: (number) => (loaded.has(number) ? whole[number] : undefined),
      replace: () => undefined,
      load: async (number) => {
        loaded.add(number);
        return Promise.resolve(whole[number] ?? script());
      },
    },
    cutIndex(index, "war/who..peace/ceasefire")?.pieces ?? [],
  );
  expect(columns.get(0)).toBeUndefined();
  const [war, peace] = [await columns.load(0), await columns.load(1)];
  expect([war, peace].map(({ slides }) => slides.map(({ html }) => html))).toEqual([
    ["who", "why"],
    ["ceasefire"],
  ]);
  expect(columns.get(0)).toBe(war);
  await expect(columns.load(2)).rejects.toThrow("no column 2");
});

test("a column's data follows the order of the selection", async () => {
  const data = {
    slides: ["telegram", "who", "why"].map((html) => ({
      html,
      waiting: [],
      steps: [],
      stepsMs: [],
      waitsMs: [],
      captions: [],
      sentences: [],
    })),
  };
  const whole = { get: () => data, replace: () => undefined, load: () => Promise.resolve(data) };
  const columns = cutColumns(whole, cutIndex(index, "war/why,war/telegram,peace,war/who")?.pieces ?? []);
  const htmls = [columns.get(0), columns.get(2)].map((column) => column?.slides.map(({ html }) => html));
  expect(htmls).toEqual([["why", "telegram"], ["who"]]);
});

test("an address may give the part a title of its own", () => {
  expect(["", "?title=", "?title=%20My%0Aweek%20 "].map(titleIn)).toEqual([undefined, undefined, "My week"]);
  expect(titleIn(`?title=${"x".repeat(1000)}`)).toHaveLength(200);
});

test("an address asks for a part or for nothing", () => {
  expect([onlyIn(""), onlyIn("?x=1"), onlyIn("?only=war%2Fwho..peace"), onlyIn("?only=")]).toEqual([
    undefined,
    undefined,
    "war/who..peace",
    "",
  ]);
});
