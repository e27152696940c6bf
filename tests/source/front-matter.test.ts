import { describe, expect, test } from "vitest";
import * as z from "zod";
import { readFrontMatter } from "../../scripts/source/front-matter.ts";
import { codesOf, parsed, shown } from "./deck-of.ts";

const schema = z.looseObject({});
const read = (text: string) => {
  const { value, body, lines, problems } = readFrontMatter(text, "a.md", schema);
  return { value, body, lines, codes: problems.map((p) => `${p.line}:${p.column} ${p.code}`) };
};

describe("is", () => {
  test.each([
    ["keys between two lines of ---", "---\ntitle: A\n---\n# B\n"],
    ["the same after comments", "---\n# what it is\ntitle: A\n---\n# B\n"],
    ["named yaml", "--- yaml\ntitle: A\n---\n# B\n"],
  ])("%s", (_name, text) => {
    expect(read(text)).toMatchObject({ value: { title: "A" }, body: "# B\n", codes: [] });
  });
  test("counted in the lines of the body", () => {
    expect(read("---\ntitle: A\n\n---\n# B\n").lines).toBe(4);
  });
});

describe("is not", () => {
  test.each([
    ["a slide between two breaks", "---\n# One\n---\n# Two\n"],
    ["a slide of words between two breaks", "---\nSome words.\n---\n# Two\n"],
    ["a slide whose note looks like a key", "---\n# One\n\nNote: a\n---\n# Two\n"],
    ["nothing between two breaks", "---\n---\n# Two\n"],
    ["a longer break", "----\ntitle: A\n----\n# Two\n"],
    ["a single break", "---\n\n# Two\n"],
    ["further down", "# One\n\n---\ntitle: A\n---\n"],
  ])("%s", (_name, text) => {
    expect(read(text)).toEqual({ value: undefined, body: text, lines: 0, codes: [] });
  });
  test("gray-matter's own reading of it: the slide is kept", async () => {
    const { deck } = await parsed({ "a.md": "---\n# One\n\n---\n\n# Two\n" });
    expect(deck.eras[0]?.slides.map((slide) => slide.title)).toEqual(["One", "Two"]);
  });
});

describe("is refused", () => {
  test("when it is never closed", () => {
    expect(read("---\ntitle: A\n\n# B\n").codes).toEqual(["1:1 front-matter-unclosed"]);
  });
  test.each([
    "---js\nmodule.exports = { title: process.exit(9) }\n---\n# B\n",
    "---javascript\n{}\n---\n",
    "---json\n{}\n---\n",
    "---toml\na = 1\n---\n",
  ])("in another language: %j", (text) => {
    expect(read(text).codes).toEqual(["1:4 front-matter-language"]);
  });
});

test("line ends and a byte order mark change nothing", async () => {
  const text = "---\ntitle: A\n---\n\n## One\n\nNarration: a\nb\n";
  const { deck: plain } = await parsed({ "a.md": text });
  const { deck: windows } = await parsed({ "a.md": `\uFEFF${text.replaceAll("\n", "\r\n")}` });
  expect(windows).toEqual(plain);
});

test("bytes that are no UTF-8 have their place", async () => {
  const bytes = new Uint8Array([...new TextEncoder().encode("# Ä\n\nMün"), 0xe9, 0x0a]);
  const texts = { "a.md": bytes };
  const { problems } = await parsed(texts);
  expect(shown(problems, texts)).toContain("a.md:3:4 error [not-utf8] this is not UTF-8 text");
});

test("values are checked, with their place and one that would be right", async () => {
  const era = "---\nspan: 1950-13/1953\nplces: [Moscow]\npeople: Kim\nterms: [a]\n---\n# A\n";
  expect(await codesOf(era)).toEqual([
    "2 invalid-date",
    "3 unknown-key",
    "4 invalid-value",
    "5 invalid-value",
  ]);
  const { deck } = await parsed({
    "deck.yaml": "title: A\n",
    "01-era.md": `---\nspan: 1950\ntitle: 1984\n---\n${era}`,
  });
  expect(deck.eras[0]).toMatchObject({ span: "1950", title: "1984" });
});
