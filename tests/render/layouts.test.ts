import { describe, expect, test } from "vitest";
import {
  chooseLayout,
  findLayout,
  layoutNames,
  layouts,
  type SlideShape,
} from "../../scripts/render/layouts.ts";
import { builtInTemplates } from "../../scripts/render/templates.ts";

const shape = (given: Partial<SlideShape>): SlideShape => ({
  title: "A heading",
  headingLevel: 2,
  first: false,
  slots: [],
  kinds: [],
  words: 0,
  ...given,
});

const cases: [string, Partial<SlideShape>, string][] = [
  [
    "a first-level heading that opens the deck",
    { first: true, headingLevel: 1, kinds: ["paragraph"], words: 8 },
    "title",
  ],
  ["the same further on", { headingLevel: 1, kinds: ["paragraph"], words: 8 }, "text"],
  ["a question alone", { title: "Who needs whom?" }, "question"],
  ["a Japanese question alone", { title: "誰が？" }, "question"],
  ["a question with an answer", { title: "Why?", kinds: ["list"], words: 20 }, "text"],
  ["a heading alone", {}, "statement"],
  [
    "one sentence without a heading",
    { title: "", headingLevel: 0, kinds: ["paragraph"], words: 12 },
    "statement",
  ],
  [
    "a long paragraph without a heading",
    { title: "", headingLevel: 0, kinds: ["paragraph"], words: 90 },
    "text",
  ],
  ["two columns", { slots: ["left", "right"] }, "columns"],
  ["a quotation and its speaker", { kinds: ["quote", "paragraph"], words: 20 }, "quote"],
  ["a quotation among other things", { kinds: ["paragraph", "quote"], words: 20 }, "text"],
  ["a map with a few words", { kinds: ["list", "drawing"], words: 9 }, "figure"],
  ["a picture with many words", { kinds: ["list", "picture"], words: 80 }, "text"],
  ["two pictures", { kinds: ["picture", "picture"] }, "text"],
  ["a list", { kinds: ["list"], words: 20 }, "text"],
];

describe("the layout of a slide that names none", () => {
  test.each(cases)("%s", (_, given, expected) => {
    expect(chooseLayout(shape(given))).toBe(expected);
  });
});

test("every layout has a template, and every template a layout or a made slide", () => {
  expect(Object.keys(builtInTemplates.layouts).sort()).toEqual([...layoutNames, "credits"].sort());
});

test("every layout is described for the author reference", () => {
  for (const layout of layouts) {
    expect(layout.description).toMatch(/\w+ \w+ .*\.$/);
    expect(layout.chosenWhen).toMatch(/\w+ \w+/);
    expect(findLayout(layout.name)).toBe(layout);
  }
});
