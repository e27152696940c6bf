import { expect, test } from "vitest";
import { publicBibtex, publicEra } from "../../scripts/source/public-text.ts";
import { publicYaml } from "../../scripts/source/public-yaml.ts";

/** Lines, with a dot for each that is empty, so that tests read. */
const lines = (text: string): string[] => text.split("\n").map((line) => (line === "" ? "." : line));

test("notes become empty lines, to the end of their slide", () => {
  const era =
    "## One\n\nText\n\nNarration:\nSaid.\n\nNote:\nSecret\n\n- more\n\n---\n\n## Two\n\nNotes: secret";
  expect(lines(publicEra(era))).toEqual([
    "## One",
    ".",
    "Text",
    ".",
    "Narration:",
    "Said.",
    ".",
    ".",
    ".",
    ".",
    ".",
    ".",
    "---",
    ".",
    "## Two",
    ".",
    ".",
  ]);
});

test("a line that only looks like notes is none", () => {
  const era = "## One\n\n```\nNote:\nshown\n```\n\n> Note: said by somebody\n";
  expect(publicEra(era)).toBe(era);
});

test("definitions among notes stay when something public uses them, and only then", () => {
  const era = [
    "## One",
    "",
    "See [the site][SITE] and this[^a].",
    "",
    "Note:",
    "Compare [mine][mine][^b].",
    "",
    "[site]: https://example.org/",
    '  "Its title"',
    "[mine]: https://example.org/secret",
    "[^a]: A footnote, see [other].",
    "",
    "    Its second paragraph.",
    "",
    "[^b]: secret",
    "",
    "[other]: https://example.org/other",
    "[^c]: secret, and what follows is its text",
    "[the site]: https://example.org/secret",
  ].join("\n");
  const kept = publicEra(era);
  expect(kept).not.toMatch(/secret|mine|Compare/);
  expect(lines(kept).slice(7)).toEqual(
    [
      "[site]: https://example.org/",
      '  "Its title"',
      ".",
      "[^a]: A footnote, see [other].",
      "",
      "    Its second paragraph.",
      ".",
      ".",
      ".",
      "[other]: https://example.org/other",
      ".",
      ".",
    ].map((line) => (line === "" ? "." : line)),
  );
});

test("definitions at the end of a slide go too when only notes use them", () => {
  const era = [
    "## One",
    "",
    "See [a].",
    "",
    "Note:",
    "See [b][^1].",
    "",
    "---",
    "",
    "[a]: https://example.org/a",
    "[b]: https://example.org/secret",
    "",
    "[^1]: secret",
    "",
    "---",
    "",
    "## Two",
    "",
    "- a list",
    "",
    "[c]: https://example.org/parts-the-lists",
    "",
    "- another",
  ];
  const kept = publicEra(era.join("\n")).split("\n");
  expect(kept.filter((line, index) => line !== era[index])).toEqual(["", "", "", ""]);
  expect(kept.join("\n")).not.toContain("secret");
  expect(kept).toContain("[a]: https://example.org/a");
  expect(kept).toContain("[c]: https://example.org/parts-the-lists");
});

test("a definition that counts for nothing, or only looks like one, does not stay", () => {
  const era = [
    "See [a] and [b].",
    "",
    "[a]: https://example.org/first",
    "",
    "Note:",
    "[a]: https://example.org/secret",
    "",
    "```",
    "[b]: https://example.org/secret",
    "```",
  ].join("\n");
  expect(publicEra(era).trimEnd()).toBe("See [a] and [b].\n\n[a]: https://example.org/first");
});

test("comments lose their words and keep their lines", () => {
  const era = [
    "## One <!-- secret -->",
    "",
    "<!-- secret",
    "over lines -->",
    "",
    "A <!-- secret",
    "inside --> line, and `<!-- shown -->`.",
    "",
    "- item",
    "  <!-- secret -->",
    "- item",
    "",
    "> quoted",
    "> <!-- secret",
    "> more -->",
    "> still quoted",
    "",
    "```",
    "<!-- shown -->",
    "```",
    '<!-- .slide: class="dark" -->',
  ].join("\n");
  const kept = publicEra(era);
  expect(kept).not.toContain("secret");
  expect(kept.match(/<!-- shown -->/g)).toHaveLength(2);
  expect(kept).toContain('<!-- .slide: class="dark" -->');
  expect(kept.split("\n")).toHaveLength(era.split("\n").length);
  expect(kept).toContain("A <!--\n.--> line");
  expect(kept).toContain("> <!--\n> -->\n> still quoted");
});

test("line ends stay as the author's editor writes them", () => {
  expect(publicEra("## One\r\n\r\nNote:\r\nSecret\r\n")).toBe("## One\r\n\r\n\r\n\r\n");
});

test("comments of YAML go, and what only looks like one stays", () => {
  const yaml =
    'title: "A # in quotes" # secret\nsummary: |\n  # a heading\n  text # no comment\nname: C#\n# secret\nurl: a#b\n';
  expect(publicYaml(yaml)).toBe(
    'title: "A # in quotes" \nsummary: |\n  # a heading\n  text # no comment\nname: C#\n\nurl: a#b\n',
  );
  expect(publicEra(`---\ntitle: One # secret\n---\n\n## A\n`)).toBe("---\ntitle: One \n---\n\n## A\n");
});

test("comments in a drawn block go, wherever it stands; in code that is shown they stay", () => {
  const era = [
    "```map {#here}",
    "# secret",
    "extent: [0, 0, 9, 9] # secret",
    'labels: [{ id: a, text: "#1", at: [1, 2] }]',
    "```",
    "",
    "> ~~~timeline",
    "> from: 1950 # secret",
    ">   # secret",
    "> to: 1953",
    "> ~~~",
    "",
    "- item",
    "",
    "  ```map",
    "  extent: [0, 0, 9, 9] # secret",
    "  ```",
    "",
    "```yaml",
    "shown: true # shown",
    "```",
  ].join("\n");
  expect(lines(publicEra(era))).toEqual([
    "```map {#here}",
    ".",
    "extent: [0, 0, 9, 9] ",
    'labels: [{ id: a, text: "#1", at: [1, 2] }]',
    "```",
    ".",
    "> ~~~timeline",
    "> from: 1950 ",
    ">   ",
    "> to: 1953",
    "> ~~~",
    ".",
    "- item",
    ".",
    "  ```map",
    "  extent: [0, 0, 9, 9] ",
    "  ```",
    ".",
    "```yaml",
    "shown: true # shown",
    "```",
  ]);
});

test("text that was made public once stays as it is", () => {
  const era =
    "---\ntitle: One # secret\n---\n\n## A <!-- secret\nmore --> b\n\n<!-- secret -->\n\n```map\n# secret\n```\n\nNote:\nsecret\n";
  expect(publicEra(publicEra(era))).toBe(publicEra(era));
});

test("a bibliography loses the paths and notes of its owner", () => {
  const bibtex =
    '@book{a,\n  title = {A {Nested}, file = {title}},\n  file = {/home/me/{x}.pdf},\n  annote = "my {"}view",\n  year = 1990\n}\n@misc{b, file = {y.pdf}}\n';
  expect(publicBibtex(bibtex)).toBe(
    "@book{a,\n  title = {A {Nested}, file = {title}}\n\n,\n  year = 1990\n}\n@misc{b}\n",
  );
});
