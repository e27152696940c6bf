import { describe, expect, test } from "vitest";
import { codesOf, parsed, slideOf, slidesOf } from "./deck-of.ts";

const titles = async (text: string): Promise<string[]> => (await slidesOf(text)).map((slide) => slide.title);

describe("where a slide ends", () => {
  test("at a thematic break of dashes", async () => {
    expect(await titles("## One\n\n---\n\n## Two\n\n----\n\n## Three\n")).toEqual(["One", "Two", "Three"]);
  });
  test("not at *** and ___, which are rules", async () => {
    const slide = await slideOf("## One\n\n***\n\ntext\n\n___\n\n---\n\n## Two");
    expect(slide.slots["main"]).toBe("<hr />\n<p>text</p>\n<hr />\n");
  });
  test("not in fences, lists and quotations", async () => {
    const text = "## One\n\n```\n---\n```\n\n- a\n\n  ---\n\n> b\n>\n> ---\n\n---\n\n## Two\n";
    expect(await titles(text)).toEqual(["One", "Two"]);
  });
  test("not under text, where dashes make a heading", async () => {
    expect(await titles("First\n---\n\ntext\n\n---\n\n## Second\n")).toEqual(["First", "Second"]);
  });
  test("breaks with nothing between them make no slide", async () => {
    expect(await titles("---\n\n---\n\n## One\n\n---\n\n---\n\n<!-- nothing -->\n\n---\n")).toEqual(["One"]);
  });
  test("definitions alone make no slide, and serve the others", async () => {
    const slides = await slidesOf(
      "## One\n\nSee [a] there.[^1]\n\n---\n\n[a]: https://example.org/\n\n[^1]: Below.\n",
    );
    expect(slides.map(({ title }) => title)).toEqual(["One"]);
    expect(slides[0]?.slots["main"]).toContain('href="https://example.org/"');
    expect(slides[0]?.footnotes.join("")).toContain("Below.");
  });
  test("a file without breaks begins a slide at every # and ##", async () => {
    expect(await titles("# One\n\n### in it\n\n## Two\n\n- a\n\n  ## not here\n\nThree\n=====\n")).toEqual([
      "One",
      "Two",
      "Three",
    ]);
  });
  test("what stands before the first heading is a slide without a title", async () => {
    expect(await titles("Some words.\n\n## Two\n")).toEqual(["", "Two"]);
  });
});

describe("headings", () => {
  test("their braces hold the settings", async () => {
    const slide = await slideOf(
      '## A *telegram* {#telegram layout=statement .wide minutes=2 aliases="wire old/cable" data-state="quiet"}\n',
      {
        "deck.yaml": "title: A\n",
      },
    );
    expect(slide).toMatchObject({
      id: "telegram",
      fullId: "era/telegram",
      title: "A telegram",
      titleHtml: "A <em>telegram</em>",
      layout: "statement",
      classes: ["wide"],
      minutes: 2,
      aliases: ["wire", "old/cable"],
      settings: { "data-state": "quiet" },
    });
  });
  test("an empty heading gives settings to an untitled slide", async () => {
    expect(await slideOf("## {#map layout=figure}\n\ntext\n")).toMatchObject({
      id: "map",
      title: "",
      titleHtml: "",
      layout: "figure",
    });
  });
  test("other braces are words", async () => {
    expect((await slideOf("## The set {1, 2}\n")).title).toBe("The set {1, 2}");
  });
  test("a heading further down is content", async () => {
    const slide = await slideOf("## One\n\ntext\n\n### More {.small}\n\n---\n\n## Two\n");
    expect(slide.slots["main"]).toContain('<h3 class="small">More</h3>');
  });
});

describe("ids", () => {
  test("come from the heading, in letters of every script", async () => {
    const slides = await slidesOf(
      "## Кто кому нужен?\n\n---\n\n## 김일성, 1950\n\n---\n\n## Stalin’s Reply!\n",
    );
    expect(slides.map((slide) => slide.id)).toEqual(["кто-кому-нужен", "김일성-1950", "stalins-reply"]);
  });
  test("written ones come first; the others give way with a warning", async () => {
    const text = "## One\n\n---\n\n## Other {#one}\n\n---\n\n##\n\nx\n\n---\n\n## One\n";
    expect((await slidesOf(text)).map((slide) => slide.id)).toEqual(["one-2", "one", "slide-2", "one-3"]);
    expect(await codesOf(text)).toEqual(["1 derived-id", "9 derived-id", "15 derived-id"]);
  });
  test("a plain folder is warned once", async () => {
    const { problems } = await parsed({ "a.md": "x\n\n---\n\ny\n\n---\n\nz\n" });
    expect(problems.map((p) => p.message)).toEqual(["3 slides have no id of their own (lines 1, 5, 9)"]);
  });
});

describe("narration and notes", () => {
  const text = `## One

- a
Narration: First words
go on.

A second paragraph.
NOTES: private
words

---

## Two
`;
  test("begin at the left margin, even straight after a list", async () => {
    const slide = await slideOf(text);
    expect(slide.slots["main"]).toBe("<ul>\n<li>a</li>\n</ul>\n");
    expect(slide.narration.map((s) => [s.paragraph, s.text])).toEqual([
      [0, "First words go on."],
      [1, "A second paragraph."],
    ]);
    expect(slide.notes).toBe("<p>private\nwords</p>");
    expect(slide.at.line).toBe(1);
    expect(slide.endLine).toBe(9);
  });
  test("not in fences, quotations or indented text", async () => {
    const slide = await slideOf("## One\n\n```\nNarration: no\n```\n\n> Note: no\n\n- Narration: no\n");
    expect(slide.narration).toEqual([]);
    expect(slide.notes).toBe("");
  });
  test("nothing of the notes is shown, cited or copied", async () => {
    const slide = await slideOf("## One\n\nNote:\n![A face](face.png) [@key] [^1]\n\n[^1]: text\n", {
      "face.png": "x",
    });
    expect(slide.notes).toBe("<p>A face [@key] [^1]</p>");
    expect(slide).toMatchObject({ citations: [], footnotes: [], elements: [], descriptions: [] });
  });
  test("each stands once, narration first", async () => {
    expect(await codesOf("## One\n\nNarration: a\n\nNarration: b\n")).toEqual(["5 second-section"]);
    expect(await codesOf("## One\n\nNote: a\n\nNarration: b\n")).toEqual(["5 narration-after-note"]);
  });
  test("definitions of links and footnotes belong to the whole file", async () => {
    const slides = await slidesOf(
      "## One\n\n[a][site] and[^n]\n\n---\n\n## Two\n\nNote: x\n\n[site]: https://example.org\n[^n]: Far *away*.\n",
    );
    expect(slides[0]?.slots["main"]).toContain('href="https://example.org"');
    expect(slides[0]?.footnotes).toEqual([
      '<span class="footnote-text" id="era--one--note-1">Far <em>away</em>.</span>',
    ]);
  });
});

test("dashes under a paragraph are explained", async () => {
  expect(await codesOf("## One\n\nSome words.\n---\n\n## Two\n\n---\n\nlayout: cover\n---\n")).toEqual([
    "4 setext-heading",
    "11 settings-block",
  ]);
});
