import { describe, expect, test } from "vitest";
import type { Slide } from "../../scripts/model.ts";
import { codesOf, slideOf } from "./deck-of.ts";

const said = async (narration: string, content = "", files?: Record<string, string>): Promise<Slide> =>
  await slideOf(`## One {#one}\n\n${content}\n\nNarration:\n${narration}\n`, files);

describe("sentences", () => {
  test("are plain text, with their HTML beside it", async () => {
    const { narration } = await said("He *asked* for\nyears. Then `yes` &amp; [no](https://example.org).");
    expect(narration.map((s) => s.text)).toEqual(["He asked for years.", "Then yes & no."]);
    expect(narration.map((s) => s.html)).toEqual([
      "He <em>asked</em> for years.",
      'Then <code>yes</code> &amp; <a href="https://example.org" target="_blank" rel="noopener noreferrer">no</a>.',
    ]);
  });
  test("an element that reaches over their end is closed and opened again", async () => {
    const { narration } = await said("One *two. Three* four.");
    expect(narration.map((s) => s.html)).toEqual(["One <em>two.</em>", "<em>Three</em> four."]);
  });
  test("citations and footnotes are shown and not said", async () => {
    const slide = await said("He agreed [@a, p. 3]. So it *went* [@b; @a, p. 3][^n].\n\n[^n]: Text.");
    expect(slide.narration.map((s) => s.text)).toEqual(["He agreed.", "So it went."]);
    const cite = (key: string, n: number) =>
      `<a class="cite" href="#era--one--source-${n}" data-cite="${key}">${n}</a>`;
    expect(slide.narration.map((s) => s.html)).toEqual([
      `He agreed<sup>${cite("a", 1)}</sup>.`,
      `So it <em>went</em><sup>${cite("b", 2)}, ${cite("a", 1)}</sup><sup><a class="footnote-ref" href="#era--one--note-1">a</a></sup>.`,
    ]);
    expect(slide.citations).toEqual([
      { key: "a", locator: "p. 3", at: { file: "01-era.md", line: 6, column: 12 } },
      { key: "b", at: { file: "01-era.md", line: 6, column: 37 } },
    ]);
  });
  test("know their place", async () => {
    const { narration } = await said("One *here*. Two\nis longer. Three.");
    expect(narration.map(({ at }) => [at.line, at.column])).toEqual([
      [6, 1],
      [6, 13],
      [7, 12],
    ]);
  });
  test("say: says one occurrence otherwise, or not at all", async () => {
    const { narration } = await said(
      "[Kim Il Sung](say:kim il SUNG) met [St. Petersburg. Really](<say:the city>) [(laughs)](say:).",
    );
    expect(narration).toHaveLength(1);
    expect(narration[0]?.text).toBe("Kim Il Sung met St. Petersburg. Really (laughs).");
    expect(narration[0]?.sayings).toEqual([
      { from: 0, to: 11, spoken: "kim il SUNG" },
      { from: 16, to: 38, spoken: "the city" },
      { from: 39, to: 47, spoken: "" },
    ]);
  });
});

describe("cues", () => {
  test("fire at the word after them", async () => {
    const slide = await said("For months. [click] In [CLICK] all: [pause 800ms] yes. [wait]", "- a\n- b");
    expect(slide.narration.map((s) => s.text)).toEqual(["For months.", "In all: yes."]);
    expect(slide.narration.map((s) => s.cues.map((c) => [c.kind, c.offset, c.durationMs]))).toEqual([
      [],
      [
        ["click", 0, undefined],
        ["click", 3, undefined],
        ["pause", 8, 800],
        ["wait", 12, undefined],
      ],
    ]);
  });
  test("between paragraphs come after the words before them", async () => {
    const slide = await said("One.\n\n[wait]\n\nTwo.");
    expect(slide.narration.map((s) => s.cues.map((c) => [c.kind, c.offset]))).toEqual([[["wait", 4]], []]);
  });
  test("stand anywhere, with no trace in the text", async () => {
    const slide = await said("*[click]One* two,[click] three ([click]four).", "- a\n- b\n- c");
    expect(slide.narration[0]?.text).toBe("One two, three (four).");
    expect(slide.narration[0]?.cues.map((c) => c.offset)).toEqual([0, 9, 16]);
  });
  test("other brackets are words", async () => {
    const slide = await said("He [sic] saw [the South], \\[click] and [Pausanias].");
    expect(slide.narration[0]).toMatchObject({
      text: "He [sic] saw [the South], [click] and [Pausanias].",
      cues: [],
    });
  });
  test("slips are named with what was meant", async () => {
    expect(
      await codesOf("## One\n\n- a\n\nNarration: A [clik] b [focus moon] c [pause] d [click].\n"),
    ).toEqual(["5 unknown-cue", "5 unknown-target", "5 invalid-cue"]);
  });
  test("name an element, or a drawing's part by its last name", async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle id="seoul" r="1"/><circle id="busan" r="1"/></svg>';
    const slide = await said(
      "A [focus korea/seoul] b [focus busan] c [focus word].",
      "![Korea](media/korea.svg)\n\n[w]{#word}",
      {
        "media/korea.svg": svg,
      },
    );
    expect(slide.elements.map((e) => e.name)).toEqual(["korea", "korea/seoul", "korea/busan", "word"]);
    expect(slide.steps.map((s) => [s.action, s.target])).toEqual([
      ["focus", "era--one--korea--seoul"],
      ["focus", "era--one--korea--busan"],
      ["focus", "era--one--word"],
    ]);
  });
});

test("what cannot be said is named", async () => {
  expect(await codesOf("## One\n\nNarration: a\n\n| a |\n|---|\n| b |\n\n![x](y.png)\n")).toEqual([
    "5 not-narration",
    "9 not-narration",
  ]);
});
