import { describe, expect, test } from "vitest";
import { articleOf } from "../../../scripts/outputs/handout/article.ts";
import { addStepMarks } from "../../../scripts/outputs/handout/step-marks.ts";
import { markSentence, momentsOf, withSteps } from "../../../scripts/outputs/handout/steps.ts";
import { renderContext } from "../../../scripts/render/context.ts";
import { lectureOf, SMALL } from "./lecture-of.ts";

const show = (target: string, sentence: number, offset: number) =>
  ({ action: "show", target, when: { sentence, offset } }) as const;

describe("the moments of a slide", () => {
  test("are its steps, those of one word together", () => {
    const steps = [show("a", 0, 4), show("b", 0, 4), { ...show("a", 1, 0), action: "hide" as const }];
    expect(momentsOf({ steps })).toEqual([
      { number: 1, step: 2, when: { sentence: 0, offset: 4 }, targets: ["a", "b"] },
      { number: 2, step: 3, when: { sentence: 1, offset: 0 }, targets: [] },
    ]);
  });

  test("of a slide without narration are each of its own", () => {
    const steps = [
      { action: "show", target: "a" },
      { action: "show", target: "b" },
    ] as const;
    expect(momentsOf({ steps }).map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe("a number in a sentence", () => {
  const mark = (html: string, ...offsets: number[]): string =>
    markSentence(
      html,
      offsets.map((offset, index) => ({ offset, number: index + 1 })),
    ).replaceAll(/<span class="step">(\d+)<\/span>(&nbsp;)?/g, "($1)");

  test.each([
    { html: "We begin here.", offsets: [0, 9], marked: "(1)We begin (2)here." },
    { html: "A <em>great</em> deal", offsets: [2], marked: "A <em>(1)great</em> deal" },
    { html: "Salt &amp; bread", offsets: [7], marked: "Salt &amp; (1)bread" },
    // Marks of sources are not in the sentence's text.
    {
      html: 'told<sup><a class="cite">12</a></sup> us',
      offsets: [5],
      marked: 'told<sup><a class="cite">12</a></sup> (1)us',
    },
    { html: "a &#x1F45E; b", offsets: [5], marked: "a &#x1F45E; (1)b" },
    { html: "The end.", offsets: [8], marked: "The end. (1)" },
    { html: "Two at once", offsets: [4, 4], marked: "Two (1)(2)at once" },
  ])("$marked", ({ html, offsets, marked }) => {
    expect(mark(html, ...offsets)).toBe(marked);
  });

  test("keeps to the word after it", () => {
    expect(markSentence("One two", [{ offset: 4, number: 1 }])).toBe(
      'One <span class="step">1</span>&nbsp;two',
    );
  });
});

describe("numbers on a picture", () => {
  const marked = (html: string, numbers: Record<string, number[]>): string =>
    addStepMarks(html, new Map(Object.entries(numbers)));
  const place = (html: string): (string | undefined)[] =>
    /class="drawn-step-mark"><circle cx="([-\d.]+)" cy="([-\d.]+)"/.exec(html)?.slice(1) ?? [];

  test("stand at the beginning of an item, in the first cell of a row, before a picture", () => {
    const one = '<span class="step-marks"><span class="step-mark">1</span></span>';
    expect(marked('<ul><li id="a">A</li></ul>', { a: [1] })).toBe(`<ul><li id="a">${one}A</li></ul>`);
    expect(marked('<tr id="a"><td>A</td><td>B</td></tr>', { a: [1] })).toBe(
      `<tr id="a"><td>${one}A</td><td>B</td></tr>`,
    );
    expect(marked('<p><img id="a" alt=""></p>', { a: [1] })).toBe(`<p>${one}<img id="a" alt=""></p>`);
    expect(marked("<p>A</p>", { gone: [1] })).toBe("<p>A</p>");
  });

  test("stand at an element's own id, whatever its words and other attributes say", () => {
    const one = '<span class="step-marks"><span class="step-mark">1</span></span>';
    expect(marked('<p data-id="a">Write id="a".</p><p\nid="a">A</p>', { a: [1] })).toBe(
      `<p data-id="a">Write id="a".</p><p\nid="a">${one}A</p>`,
    );
    expect(marked('<p id="a.c">A</p><p id="abc">B</p>', { abc: [1] })).toContain(`<p id="abc">${one}B`);
  });

  test("two of one element stand side by side", () => {
    expect(marked('<p id="a">A</p>', { a: [1, 4] })).toContain(
      '<span class="step-mark">1</span><span class="step-mark">4</span>',
    );
  });

  test.each([
    // After lettering that begins at its place, before lettering that ends there.
    {
      part: '<g id="p"><circle cx="9" cy="9" r="2"/><text x="20" y="50" font-size="20">Seoul</text></g>',
      x: 93.8,
      y: 43.2,
    },
    {
      part: '<g id="p"><text x="500" y="50" font-size="20" text-anchor="end">Seoul</text></g>',
      x: 426.2,
      y: 43.2,
    },
    { part: '<circle id="p" cx="30" cy="40" r="5"/>', x: 30, y: 40 },
    { part: '<line id="p" x1="0" y1="0" x2="100" y2="50"/>', x: 50, y: 25 },
    { part: '<path id="p" d="M10,10l10,0l10,0H60v20"/>', x: 30, y: 10 },
    { part: '<g id="p"><polygon points="0,0 50,10 100,90"/></g>', x: 50, y: 10 },
    {
      part: '<g id="p"><g transform="scale(2)"><rect x="3" y="4" width="9" height="9"></rect></g></g>',
      x: 3,
      y: 4,
    },
  ])("stand at a part of a drawing: $part", ({ part, x, y }) => {
    const html = marked(`<svg viewBox="0 0 1120 480">${part}<text x="1" y="1">other</text></svg>`, {
      p: [1],
    });
    expect(place(html).map(Number)).toEqual([x, y]);
  });
});

describe("an article with steps", () => {
  test("shows a picture of each state, with ids of its own, and the words are not changed but for the numbers", async () => {
    const lecture = await lectureOf(SMALL);
    const context = renderContext(lecture);
    const article = articleOf(lecture, context);
    const [known] = withSteps(article, lecture, context, "each").eras[0]?.parts ?? [];
    expect(known?.states.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4]);
    const ids = (known?.states ?? []).flatMap(({ picture }) =>
      [...picture.html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id),
    );
    expect(ids.length).toBeGreaterThan(4);
    expect(new Set(ids).size).toBe(ids.length);
    // At its end something is pointed at.
    expect(known?.states.at(-1)?.picture.html).toContain("is-focused");
    const plain = article.eras[0]?.parts[0]?.paragraphsHtml.join("");
    const numbers = /<span class="step">\d+<\/span>&nbsp;/g;
    for (const policy of ["each", "numbered"] as const) {
      const changed =
        withSteps(article, lecture, context, policy).eras[0]?.parts[0]?.paragraphsHtml.join("") ?? "";
      expect(changed.match(numbers)).toHaveLength(4);
      expect(changed.replaceAll(numbers, "")).toBe(plain);
    }
    expect(withSteps(article, lecture, context, "final")).toBe(article);
  });
});
