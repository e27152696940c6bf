import { expect, test } from "vitest";
import { makePlace } from "../../scripts/player/search.ts";
import { slidesFor } from "../../scripts/player/slide-jump.ts";
import { makeTrack } from "../../scripts/player/track.ts";
import { makeIndex } from "./make-index.ts";

const titles = [
  "Opening",
  "A telegram",
  "Whose war?",
  ...Array.from({ length: 9 }, (_, n) => `More ${"abcdefghi"[n]}`),
];
const track = makeTrack(
  makeIndex([
    {
      id: "war",
      title: "War",
      data: "assets/eras/00-war.js",
      sizeBytes: 1,
      slides: titles.map((title, n) => ({ id: `s${n}`, title, durationMs: 1_000 })),
    },
  ]),
);
const places = [
  makePlace({ slide: 0, offsetMs: 0, kind: "sentence", text: "A telegram opens the war." }),
  ...titles.map((text, slide) => makePlace({ slide, offsetMs: 0, kind: "title", text })),
];
const numbers = (typed: string) => slidesFor(typed, track, places).map(({ number }) => number + 1);

test("a number is the slide at that place, then those that begin so", () => {
  expect(numbers("1")).toEqual([1, 10, 11, 12]);
  expect(numbers("02")).toEqual([2]);
  expect(numbers("12")).toEqual([12]);
});

test("words are looked for in titles first, then in what is shown and said", () => {
  expect(numbers("telegram")).toEqual([2, 1]);
  expect(numbers(" WAR ")).toEqual([3, 1]);
});

test("nothing typed and nothing found is no slide; many are cut", () => {
  expect(numbers("")).toEqual([]);
  expect(numbers("99")).toEqual([]);
  expect(numbers("more")).toHaveLength(8);
});
