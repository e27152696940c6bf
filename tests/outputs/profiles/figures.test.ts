import { expect, test } from "vitest";
import { bodyOf, exhibitsOf } from "../../../scripts/outputs/handout/figures.ts";
import { makeSlide } from "../../model.ts";

const drawing = (size: number): string =>
  `<svg viewBox="0 0 1000 400" role="img" aria-label="x"><title>T</title><text font-size="${size}">A</text></svg>`;

test("takes pictures, drawings, quotations and tables out of a slide, in their order", () => {
  const slide = makeSlide("a/b", {
    title: "Salt",
    descriptions: ["A heap of salt"],
    slots: {
      main: `<p>Words</p><figure>${drawing(30)}<figcaption>Our drawing</figcaption></figure><blockquote><p>Said</p></blockquote>`,
      right: "<table><tr><td>1</td></tr></table>",
    },
  });
  expect(exhibitsOf(slide, 3)).toEqual([
    {
      kind: "picture",
      number: 3,
      html: '<svg viewBox="0 0 1000 400"><text font-size="30">A</text></svg>',
      isDrawn: true,
      alternative: "A heap of salt",
      captionHtml: "Our drawing",
      isWide: false,
    },
    { kind: "inset", html: "<blockquote><p>Said</p></blockquote>" },
    { kind: "inset", html: "<table><tr><td>1</td></tr></table>" },
  ]);
  expect(bodyOf(slide)).toBe("<p>Words</p>");
});

test("gives drawings with small lettering the whole measure", () => {
  const widths = [12, 17, 20, 30].map((size) => {
    const [figure] = exhibitsOf(makeSlide("a/b", { slots: { main: drawing(size) } }), 1);
    return figure?.kind === "picture" && figure.isWide;
  });
  expect(widths).toEqual([true, true, false, false]);
});

test("leaves out what the slide hides at its end", () => {
  const slide = makeSlide("a/b", {
    slots: { main: '<blockquote id="q"><p>Gone</p></blockquote><p id="p">Here</p>' },
    steps: [{ action: "hide", target: "q" }],
  });
  expect(exhibitsOf(slide, 1)).toEqual([]);
  expect(bodyOf(slide)).toBe('<p id="p">Here</p>');
});
