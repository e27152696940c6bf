/** Decks that nobody writes by hand: they end in slides or messages, in time, and never in an exception. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "../../scripts/source/parse.ts";
import { filesOf, parsed } from "./deck-of.ts";
import { eraText } from "./decks.ts";
import { cpuMs } from "../cpu.ts";

const many = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length));
const numbered = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join("\n");

/** A text of about so many characters, each of a kind that costs a careless reader the square of its length. */
const texts: readonly [string, (length: number) => string][] = [
  ["words", (n) => many("word ", n)],
  ["brackets that never close", (n) => many("[", n)],
  ["brackets in narration", (n) => `Narration:\n${many("[a ", n)}`],
  ["braces", (n) => many("{.a ", n)],
  ["spans", (n) => many("[x]{.a} ", n)],
  ["comments that never close", (n) => many("<!--", n)],
  ["reveal.js comments", (n) => many('<!-- .element: class="fragment" --> ', n)],
  ["tags that never close", (n) => `<div>${many("<a ", n)}`],
  ["elements that never close", (n) => many("<b>", n / 10)],
  ["quotations in quotations", (n) => many(">", n / 10)],
  ["lists in lists", () => numbered(400, (i) => `${" ".repeat(i * 2)}- x`)],
  ["slots that never close", (n) => many("::: left\n", n)],
  ["sections", (n) => many("Note:\n", n)],
  ["slides", (n) => many("x\n\n---\n\n", n)],
  ["breaks", (n) => many("---\n\n", n)],
  [
    "cues without targets",
    (n) =>
      `${numbered(n / 200, (i) => `[x]{#e${i}}`)}\n\nNarration: ${numbered(n / 200, (i) => `a [show f${i}]`)}`,
  ],
  ["citations", (n) => numbered(n / 20, (i) => `[@key${i}]`)],
  [
    "footnotes that hold themselves",
    (n) => `${many("[^a] ", n / 10)}\n\n[^a]: ${many("[^b] [^a] ", n / 10)}\n[^b]: [^a]`,
  ],
];

test.each(texts)("%s take time in proportion", async (_name, make) => {
  const text = `## A slide\n\n${make(200_000)}\n`;
  // Linear reading takes well under a second; the square of it takes minutes.
  const spent = await cpuMs(() => parse(filesOf({ "a.md": text }), { blocks: new Map() }));
  expect(spent).toBeLessThan(15_000);
});

test("a slide of a megabyte is a slide", async () => {
  const { deck } = await parsed({
    "a.md": `## Long\n\n${many("All work and no play. ", 1_000_000)}\n\nNarration: Short.\n`,
  });
  expect(deck.eras[0]?.slides).toHaveLength(1);
  expect(deck.eras[0]?.slides[0]?.slots["main"]?.length).toBeGreaterThan(999_000);
});

describe("whatever stands in a deck", () => {
  const pieces = fc.constantFrom(
    "---\n",
    "----\n",
    "## ",
    "# A {#a}\n",
    "{#x .step}",
    "Narration:",
    "Note: ",
    "[click]",
    "[show x]",
    "[pause",
    "[^1]",
    "[^1]: ",
    "[@k]",
    "::: left\n",
    ":::\n",
    "```map\n",
    "```\n",
    "- ",
    "> ",
    "| a |\n|---|\n",
    "<p id='x'>",
    '<!-- .slide: id="y" -->',
    "![](a.svg)",
    "(say:x)",
    "[",
    "]",
    "\n\n",
    "\n",
    " ",
    "*",
    "🌘",
    "\u0000",
    "\uFEFF",
    "\u202E",
    "é",
    "word. ",
    "&amp;",
    "\\",
  );
  test("reading never throws, and ids stay unique", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 60 }), fc.boolean(), async (parts, strict) => {
        const files = filesOf({
          ...(strict && { "deck.yaml": "title: A\n" }),
          "01-a.md": parts.join(""),
          "a.svg": "<svg><g id='p'/></svg>",
        });
        const { deck } = await parse(files, { blocks: new Map() });
        for (const slide of deck?.eras.flatMap((era) => era.slides) ?? []) {
          expect(new Set(slide.elements.map((element) => element.name)).size).toBe(slide.elements.length);
          expect(new Set(slide.waiting).size).toBe(slide.waiting.length);
          const beyond = slide.steps.filter(
            ({ when }) =>
              when !== undefined && when.offset > (slide.narration[when.sentence]?.text.length ?? -1),
          );
          expect(beyond).toEqual([]);
        }
        const ids = deck?.eras.flatMap((era) => era.slides.map((slide) => slide.fullId)) ?? [];
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 300 },
    );
  });
  test("notes never leave their place", async () => {
    await fc.assert(
      fc.asyncProperty(eraText, async (text) => {
        const secret = "SECRET-WORDS";
        const { deck } = await parsed({
          "a.md": text.replaceAll(
            /^(Note:\n|Notes: )/gm,
            `$1${secret} [@${secret}] [${secret}](https://example.org/${secret})\n\n`,
          ),
        });
        const open = deck.eras.map((era) => ({
          ...era,
          slides: era.slides.map((slide) => ({ ...slide, notes: "" })),
        }));
        expect(JSON.stringify({ ...deck, eras: open })).not.toContain(secret);
      }),
      { numRuns: 100 },
    );
  });
  test("reading twice gives the same", async () => {
    await fc.assert(
      fc.asyncProperty(eraText, async (text) => {
        expect(await parsed({ "a.md": text })).toEqual(await parsed({ "a.md": text }));
      }),
      { numRuns: 50 },
    );
  });
});
