import { expect, test } from "vitest";
import { makePlace } from "../../scripts/player/search.ts";
import { wantedSlides } from "../../scripts/remix-page/filter.ts";

const place = (slide: number, text: string) => makePlace({ slide, offsetMs: 0, kind: "sentence", text });
const places = [
  place(0, "A telegram in January"),
  place(0, "Stalin answers Kim."),
  place(1, "Kim asks again."),
  place(2, "The ceasefire"),
];
const people = [
  { name: "Kim Il Sung", slides: [0, 1] },
  { name: "Stalin, Joseph", slides: [0] },
];
const wanted = (words: string, person = "") => {
  const slides = wantedSlides({ words, person }, places, people);
  return slides && [...slides].sort((a, b) => a - b);
};

test.each([
  ["kim", "", [0, 1]],
  ["Kim asks", "", [1]],
  // Words that stand in different places of a slide.
  ["january stalin", "", [0]],
  ["", "Kim Il Sung", [0, 1]],
  ["again", "Kim Il Sung", [1]],
  ["again", "Stalin, Joseph", []],
  ["nothing", "", []],
])("%j of %j is on slides %j", (words, person, slides) => {
  expect(wanted(words, person)).toEqual(slides);
});

test("where nothing is asked for, all are wanted", () => {
  expect(wanted(" ")).toBeUndefined();
  expect(wanted("", "Nobody")).toBeUndefined();
});
