import { describe, expect, test } from "vitest";
import { filesOf, parsed } from "./deck-of.ts";
import { parse } from "../../scripts/source/parse.ts";

const eras = async (...names: string[]): Promise<string[]> => {
  const { deck } = await parsed(Object.fromEntries(names.map((name) => [name, `# ${name}\n`])));
  return deck.eras.map((era) => era.id);
};

describe("without deck.yaml", () => {
  test("every Markdown file is an era, but those about the folder", async () => {
    expect(
      await eras(
        "b.md",
        "a.md",
        "README.md",
        "readme.de.md",
        "LICENSE.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "sub/c.md",
      ),
    ).toEqual(["a", "b"]);
  });
  test("numbers order them, the rest of the name is the id", async () => {
    expect(await eras("10-late.md", "2-Early Days.md", "01_first.markdown")).toEqual([
      "first",
      "early-days",
      "late",
    ]);
  });
  test("an era's number is its file's, where that has one", async () => {
    const { deck } = await parsed({ "00-before.md": "# A\n", "07-war.md": "# B\n", "notes.md": "# C\n" });
    expect(deck.eras.map((era) => era.number)).toEqual([0, 7, undefined]);
  });
  test("the deck is called as its only file or the folder is", async () => {
    const { deck: one } = await parsed(
      { "a.md": "---\ntitle: The war\nauthors: [Ada]\n---\n# One\n" },
      "my-talk",
    );
    expect(one.meta).toMatchObject({
      title: "The war",
      authors: [{ name: "Ada" }],
      front: [],
      back: [],
      language: "en",
    });
    const { deck: two } = await parsed(
      { "a.md": "# One\n", "b.md": "---\nlanguage: ko\n---\n# Two\n" },
      "my-talk",
    );
    expect(two).toMatchObject({ id: "my-talk", meta: { title: "My talk", language: "ko" } });
    const { deck: three } = await parsed({ "a.md": "# The *end*\n" }, "my-talk");
    expect(three.meta.title).toBe("The end");
  });
  test("an empty folder has no deck and says what to do", async () => {
    const { deck, problems } = await parse(filesOf({}), { blocks: new Map() });
    expect(deck).toBeUndefined();
    expect(problems).toMatchObject([
      { code: "no-eras", hint: "add a Markdown file for each era, such as 01-beginnings.md" },
    ]);
  });
});

describe("with deck.yaml", () => {
  test("only numbered files are eras; others are named", async () => {
    const { deck, problems } = await parsed({
      "deck.yaml": "title: A\n",
      "01-a.md": "# A\n",
      "thoughts.md": "# B\n",
      "README.md": "",
    });
    expect(deck.eras.map((era) => era.id)).toEqual(["a"]);
    expect(problems).toMatchObject([{ code: "not-an-era", file: "thoughts.md" }]);
  });
  test("made slides stand around them, unless the deck has its own", async () => {
    const { deck } = await parsed({
      "deck.yaml": "title: A\nsources: s.json\n",
      "s.json": "[]",
      "01-a.md": "## A\n",
    });
    expect(deck.meta).toMatchObject({ front: ["title"], back: ["sources", "credits"] });
    const { deck: own } = await parsed({ "deck.yaml": "title: A\nback: []\n", "01-a.md": "# A\n" });
    expect(own.meta).toMatchObject({ front: [], back: [] });
  });
  test("two files of one name are an error", async () => {
    const { problems } = await parsed({ "deck.yaml": "title: A\n", "01-a.md": "# A\n", "02-a.md": "# A\n" });
    expect(problems).toMatchObject([{ code: "duplicate-era", file: "02-a.md" }]);
  });
  test("a deck.yml is not overlooked", async () => {
    const { problems } = await parsed({ "deck.yml": "title: A\n", "01-a.md": "# A\n" });
    expect(problems).toMatchObject([{ code: "no-deck-yaml", hint: "name it deck.yaml" }]);
  });
});

describe("a deck made for reveal-md", () => {
  const deck = `---
title: Foobar
separator: <!--s-->
verticalSeparator: <!--v-->
theme: solarized
revealOptions:
  transition: 'fade'
---

# Foobar

Note: test note

<!--s-->

<!-- .slide: id="red" data-background="#ff0000" class="wide" -->

## Bar

- one <!-- .element: class="fragment" data-fragment-index="2" -->
- two <!-- .element: class="fragment" data-fragment-index="1" -->

<p class="fragment">three</p>

<!--v-->

Text *here* <!-- .element: class="big" -->

---

the same slide
`;
  test("builds unchanged", async () => {
    const { deck: read, problems } = await parsed({ "slides.md": deck }, "talk");
    expect(problems.map((p) => `${p.code}: ${p.message}`)).toEqual([
      "reveal-md-keys: these keys of reveal-md say nothing here: revealOptions, theme",
      'derived-id: this slide has no title to make an id from; its id is "slide-2"',
    ]);
    const [, red, third] = read.eras[0]?.slides ?? [];
    expect(red).toMatchObject({
      id: "red",
      classes: ["wide"],
      settings: { "data-background-color": "#ff0000" },
      steps: [
        { target: "slides--red--step-2" },
        { target: "slides--red--step-1" },
        { target: "slides--red--step-3" },
      ],
    });
    expect(third?.slots["main"]).toContain('<em class="big">here</em>');
    expect(third?.slots["main"]).toContain("<hr />");
  });
  test("its usual separators are ours", async () => {
    const { deck: read } = await parsed({
      "slides.md": "# One\n\n---\n\n# Two\n\n----\n\n# Three\n\nNote:\nx\n",
    });
    expect(read.eras[0]?.slides.map((slide) => [slide.title, slide.notes])).toEqual([
      ["One", ""],
      ["Two", ""],
      ["Three", "<p>x</p>"],
    ]);
  });
});
