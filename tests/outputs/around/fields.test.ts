import { expect, test } from "vitest";
import { articleOf } from "../../../scripts/outputs/handout/article.ts";
import { articleFields } from "../../../scripts/outputs/handout/fields.ts";
import { makeEra, makeLecture, makeSlide } from "../../model.ts";
import { sentences } from "../sample-lecture.ts";

test("a document without pictures of slides has no name in its index that stands on a slide only", () => {
  const slides = [
    makeSlide("war/map", { slots: { main: "<p>Seoul, Wonsan</p>" }, narration: sentences("Look at Seoul.") }),
    makeSlide("war/end", { title: "Seoul again", slots: { main: "<p>Seoul</p>" } }),
  ];
  const article = articleOf(makeLecture([makeEra("war", slides, { places: ["Seoul", "Wonsan"] })]));
  const names = (showsSlides: boolean) =>
    articleFields(article, { look: "", stylesheet: "", showsSlides }).names.flatMap(({ entries }) =>
      entries.map(({ label, targets }) => `${label}: ${targets}`),
    );
  expect(names(true)).toEqual(["Seoul: war--map --said--war--map--1 war--end", "Wonsan: war--map"]);
  expect(names(false)).toEqual(["Seoul: --said--war--map--1 war--end"]);
});
