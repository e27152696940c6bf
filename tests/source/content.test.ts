import { describe, expect, test } from "vitest";
import { codesOf, slideOf } from "./deck-of.ts";

const main = async (text: string, files?: Record<string, string>): Promise<string | undefined> =>
  (await slideOf(`## One {#one}\n\n${text}\n`, files)).slots["main"];

describe("attributes in braces", () => {
  test.each([
    ["after an inline element", "*a*{.x} `b`{.y}", '<p><em class="x">a</em> <code class="y">b</code></p>\n'],
    [
      "after words in brackets",
      "[some words]{.x lang=ko}",
      '<p><span class="x" lang="ko">some words</span></p>\n',
    ],
    ["at the end of a block", "Some words {.x}", '<p class="x">Some words</p>\n'],
    ["at the end of an item", "- a {.x}\n- b", '<ul>\n<li class="x">a</li>\n<li>b</li>\n</ul>\n'],
    ["on the line after it", "- a\n  {.x}\n- b\n", '<ul>\n<li class="x">a</li>\n<li>b</li>\n</ul>\n'],
    [
      "in a paragraph of their own after a list: the list's",
      "- a\n- b\n\n{.x}",
      '<ul class="x">\n<li>a</li>\n<li>b</li>\n</ul>\n',
    ],
    [
      "in a paragraph of their own: the block's before it",
      "> a\n\n{.x}",
      '<blockquote class="x">\n<p>a</p>\n</blockquote>\n',
    ],
    ["in a definition", "Word\n: Meaning {.x}", '<dl>\n<dt>Word</dt>\n<dd class="x">Meaning</dd>\n</dl>\n'],
  ])("%s", async (_where, text, html) => {
    expect(await main(text)).toBe(html);
  });
  test("after a table and in its cells", async () => {
    const html = await main("| a | b |\n|---|---|\n| c {.x} | d |\n\n{.wide}");
    expect(html).toContain('<table class="wide">');
    expect(html).toContain('<td class="x">c</td>');
  });
  test("hold nothing else: other braces are words", async () => {
    expect(await main("The set {1, 2} and *x*{not} {.x, y}")).toBe(
      "<p>The set {1, 2} and <em>x</em>{not} {.x, y}</p>\n",
    );
    expect(await main("Written \\{.x}")).toBe("<p>Written {.x}</p>\n");
  });
  test("are cleaned as all HTML is", async () => {
    expect(await main('[x]{onclick="alert(1)" style="color:red" .y}')).toBe(
      '<p><span class="y">x</span></p>\n',
    );
    expect(await codesOf('## One\n\n[x]{onclick="alert(1)"}')).toEqual(["3 removed-markup"]);
  });
});

describe("names", () => {
  test("get the slide's prefix on the page, in HTML too", async () => {
    const slide = await slideOf('## One {#one}\n\n[a]{#word}\n\n<p id="para">b</p>\n\n<b id=bold>c</b>\n');
    expect(slide.elements.map((e) => e.name)).toEqual(["word", "para", "bold"]);
    expect(slide.slots["main"]).toContain('<p id="era--one--para">b</p>');
  });
  test("are unique on their slide, and not the program's own", async () => {
    expect(await codesOf("## One\n\n[a]{#x} [b]{#x}\n\n[c]{#step-1}\n\n[d]{#a--b}\n")).toEqual([
      "3 duplicate-id",
      "5 invalid-id",
      "7 invalid-id",
    ]);
  });
});

describe("pictures", () => {
  test("in a paragraph of their own are figures, with the title as caption", async () => {
    expect(await main('![A map](media/map.png "Korea, *1950*"){.wide}', { "media/map.png": "x" })).toBe(
      '<figure id="era--one--map" class="wide"><img src="assets/media/map.png" alt="A map" /><figcaption>Korea, *1950*</figcaption></figure>\n',
    );
  });
  test("are named by their file, else by their id", async () => {
    const text = "![a](Map%20of%20Korea.png)\n\n![b](Map%20of%20Korea.png)\n\n![c](x.png){#own}\n";
    const slide = await slideOf(`## One\n\n${text}`, { "Map of Korea.png": "", "x.png": "" });
    expect(slide.elements.map((e) => e.name)).toEqual(["map-of-korea", "map-of-korea-2", "own"]);
    expect(slide.descriptions).toEqual(["a", "b", "c"]);
  });
  test("that are drawings stand in the page, cleaned", async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>x</script><g id="seoul"/></svg>';
    const html = await main("![Korea](korea.svg)", { "korea.svg": svg });
    expect(html).toContain('<figure id="era--one--korea"><svg');
    expect(html).toContain('<g id="era--one--korea--seoul">');
    expect(html).not.toContain("script");
  });
  test("film and sound play on request", async () => {
    expect(await main("![A speech](speech.mp3)", { "speech.mp3": "" })).toContain(
      '<audio src="assets/speech.mp3" aria-label="A speech" controls',
    );
    expect(await main("![A parade](parade.mp4)", { "parade.mp4": "" })).toContain("<video");
  });
  test("that are missing, outside or without words are named", async () => {
    expect(
      await codesOf(
        "## One\n\n![a](no.png) ![b](../../x.png)\n\n![](yes.png)\n\n![](yes.png){.decorative}\n",
        { "yes.png": "" },
      ),
    ).toEqual(["3 missing-file", "3 bad-path", "5 missing-alt"]);
  });
});

describe("slots", () => {
  test("are opened by ::: name", async () => {
    const slide = await slideOf(
      "## Then and now\n\nAbove.\n\n::: left\n\n### 1950\n\n:::\n\n::: right\n### 2024\n:::\n\nBelow.\n",
    );
    expect(slide.layout).toBe("columns");
    expect(slide.slots).toEqual({
      main: "<p>Above.</p>\n<p>Below.</p>\n",
      left: "<h3>1950</h3>\n",
      right: "<h3>2024</h3>\n",
    });
  });
  test("::: {.class} is a plain group", async () => {
    expect(await main("::: {.box #b}\na\n:::")).toBe(
      '<div id="era--one--b" class="box">\n<p>a</p>\n</div>\n',
    );
  });
  test("must be the layout's, closed, and opened once", async () => {
    expect(await codesOf("## One\n\n::: lefft\na\n:::\n")).toEqual(["3 unknown-slot"]);
    expect(await codesOf("## One\n\n::: left\na\n")).toEqual(["3 unclosed-slot"]);
    expect(await codesOf("## One\n\n::: left\na\n:::\n\n::: left\nb\n:::\n")).toEqual(["7 duplicate-slot"]);
    expect(await codesOf("## One\n\n> ::: left\n> a\n> :::\n")).toEqual(["3 nested-slot"]);
    expect(await codesOf("## One\n\n::: left words\na\n:::\n")).toEqual(["3 words-after-slot"]);
  });
});

describe("the rest", () => {
  test("citations are numbered as they come, footnotes lettered", async () => {
    const slide = await slideOf(
      "## One {#one}\n\nA [@x]. B [@y, p. 2; @x].[^n] C^[in place].\n\n[^n]: Note [@z].\n",
    );
    expect(slide.citations.map((c) => [c.key, c.locator])).toEqual([
      ["x", undefined],
      ["y", "p. 2"],
      ["z", undefined],
    ]);
    expect(slide.footnotes).toHaveLength(2);
    expect(slide.slots["main"]).toContain('href="#era--one--note-2">b</a>');
  });
  test("a footnote that nobody defined is an error", async () => {
    expect(await codesOf("## One\n\nA.[^m]\n\n[^n]: B.\n")).toEqual(["3 unknown-footnote"]);
  });
  test("fences that are no blocks are code", async () => {
    expect(await main("```js [1-2]\nlet x;\n```")).toBe(
      '<pre><code data-line-numbers="1-2" class="language-js">let x;\n</code></pre>\n',
    );
  });
  test("a block is drawn, and its parts have names", async () => {
    const slide = await slideOf(
      "## One {#one}\n\n```timeline {#years}\nevents:\n  - { id: war, date: 1950-06-25, label: War }\n  - { id: end, date: 1953-07-27, label: Armistice }\n```\n\nNarration: It began [focus war] here.\n",
    );
    expect(slide.layout).toBe("figure");
    expect(slide.elements.map((e) => e.name)).toEqual(
      expect.arrayContaining(["years", "years/war", "years/end"]),
    );
    expect(slide.steps).toMatchObject([{ action: "focus", target: "era--one--years--war" }]);
    expect(slide.slots["main"]).toContain('class="block block-timeline" id="era--one--years"');
  });
  test("a slip in a block's YAML has its place", async () => {
    expect(await codesOf("## One\n\n- a\n\n  ```timeline\n  evnts: []\n  ```\n")).toContain("6 unknown-key");
  });
});
