import { expect, test } from "vitest";
import { codesOf, slidesOf } from "./deck-of.ts";

test.each([
  ["## Why did they fight?", "question"],
  ["## They fought", "statement"],
  ["One sentence alone.", "statement"],
  ["> We must.\n\nA leader", "quote"],
  ["## A map\n\n![x](x.png)\n\nFew words.", "figure"],
  ["## Text\n\n- a\n- b", "text"],
  ["## Two\n\n::: left\na\n:::\n\n::: right\nb\n:::", "columns"],
  ["## Named {layout=end}\n\n- a", "end"],
  ["<!-- a comment -->\n\n## Words\n\n![x](x.png)", "figure"],
])("%j has the layout %s", async (slide, layout) => {
  const [, second] = await slidesOf(`## First\n\ntext\n\n- list\n\n---\n\n${slide}\n`, { "x.png": "" });
  expect(second?.layout).toBe(layout);
});

test("the first slide of the deck is its title, if it looks like one", async () => {
  const slides = await slidesOf("# The lecture\n\nBy somebody\n\n---\n\n# Not again\n\ntext\n");
  expect(slides.map((slide) => slide.layout)).toEqual(["title", "text"]);
});

test("an unknown layout names the nearest", async () => {
  expect(await codesOf("## A {layout=figur}\n")).toEqual(["1 unknown-layout"]);
});
