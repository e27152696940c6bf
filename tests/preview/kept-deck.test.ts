/** A deck that is read again and again is understood as one that is read for the first time. */
import { array, assert, asyncProperty, boolean, constantFrom, nat, oneof, record } from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../scripts/checks/index.ts";
import type { DeckFiles } from "../../scripts/model.ts";
import { keepLooks, keepReader } from "../../scripts/preview/kept-deck.ts";
import { openEra, readEra, type EraContext } from "../../scripts/source/era.ts";
import { makeMarkdown } from "../../scripts/source/markdown.ts";
import { parse } from "../../scripts/source/parse.ts";
import { loadSanitizer } from "../../scripts/source/sanitizer.ts";
import { filesOf } from "../source/deck-of.ts";

/** Lines that mean something to others: that end slides, swallow what follows, define, refer, or take ids. */
const LINES = [
  "",
  "---",
  "----",
  "***",
  "## Stone {#stone}",
  "## Stone",
  "# Iron {layout=quote}",
  "## {#iron minutes=soon}",
  "Words of *stone*",
  "===",
  "- One {.step}",
  "- Two",
  "  goes on",
  "> said",
  "    indented",
  "```",
  "~~~",
  "::: left",
  ":::",
  "<div>",
  "</div>",
  "<!--",
  "-->",
  '<!-- .slide: id="marked" -->',
  "<script>alert(1)</script>",
  "Term",
  ": Definition",
  "| a | b |",
  "|---|---|",
  "![A stone](media/stone.svg)",
  "![Nothing](media/nothing.svg)",
  "A [link][ref], a note[^1], one in place^[here [@smith]], and [@smith, p. 12].",
  "[ref]: https://example.org",
  "[ref]: #/war/stone",
  "[^1]: A note of [@jones] with a [link][ref].",
  "Narration:",
  "[click] A stone is laid [@smith]. [pause 800ms] Another [link][ref] follows.",
  "[focus nothing] Look.",
  "Note:",
  "Think of [stones][ref].",
];

/** Slides as they mostly are, and what they refer to. */
const WHOLE = [
  "\n## Stone\n\n- One\n- Two\n\nNarration:\n[click] A stone [@smith]. [pause 800ms] [click] Another.\n\n---\n",
  "\n## Iron\n\nA [book][ref] of [@jones, p. 3] and [@smith].\n\nNarration:\nIron [is][ref] cast, as you can see here.\n\n---\n",
  "\n## Bread\n\nWarm.[^1]\n\n---\n",
  "\n## Salt\n\n![Nothing](media/nothing.svg)\n\nNote:\nWhite.\n\n---\n",
  "\n[^1]: A note of [@smith].\n\n[ref]: https://example.org\n",
];

const pieces = oneof(
  { weight: 3, arbitrary: constantFrom(...WHOLE) },
  { weight: 1, arbitrary: constantFrom(...LINES) },
);
const edits = array(
  record({ at: nat(), removed: nat(1), added: array(pieces, { maxLength: 2 }), front: boolean() }),
  { minLength: 1, maxLength: 6 },
);

/** The folder with the era's text; files that are the same are the same objects. */
function folder(before: DeckFiles | undefined, lines: readonly string[], front: boolean, strict: boolean) {
  const text = `${front ? "---\ntitle: War\n---\n" : ""}${lines.join("\n")}\n`;
  const fresh = filesOf({
    ...(strict && { "deck.yaml": "title: A deck\n" }),
    "01-war.md": text,
    "02-peace.md": "## Bread {#bread}\n\nSee [stone](#/war/stone).\n",
    "media/stone.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
  });
  const files = [...fresh.files].map(([path, file]) => {
    const old = before?.files.get(path);
    const isSame = old !== undefined && Buffer.from(old.bytes ?? []).equals(Buffer.from(file.bytes ?? []));
    return [path, isSame ? old : file] as const;
  });
  return { ...fresh, files: new Map(files) };
}

test("after any edits an era is, and has wrong, what reading it for the first time gives", async () => {
  await assert(
    asyncProperty(array(pieces, { maxLength: 12 }), edits, boolean(), async (start, history, strict) => {
      const reader = keepReader();
      const looks = keepLooks();
      let lines: readonly string[] = start;
      let files = folder(undefined, lines, true, strict);
      await parse(files, { blocks: new Map(), reader });
      for (const { at, removed, added, front } of history) {
        lines = lines.toSpliced(at % (lines.length + 1), removed, ...added);
        files = folder(files, lines, front, strict);
        const kept = await parse(files, { blocks: new Map(), reader });
        const fresh = await parse(files, { blocks: new Map() });
        expect(kept).toStrictEqual(fresh);
        expect(kept.deck && check(kept.deck, files, looks)).toStrictEqual(
          fresh.deck && check(fresh.deck, files),
        );
      }
    }),
    { numRuns: 120 },
  );
});

const SLIDES = [
  "## Stone {#stone}\n\nHeavy.\n\nNarration:\nA stone is laid.\n\n",
  "\n\n## Iron {#iron}\n\nHard, says [a book][book].\n\nNarration:\nIron is cast. [pause 800ms] It cools.\n\n",
  "\n\n## Bread {#bread}\n\nWarm.[^oven]\n\n",
  "\n\n## Salt {#salt}\n\nWhite.\n\n[book]: https://example.org\n[^oven]: From the oven.\n",
];

/** Reads an era again and again, and says how many slides were read anew. */
async function countedReading() {
  const reader = keepReader();
  const usual = makeMarkdown();
  const sanitizer = await loadSanitizer();
  let rendered = 0;
  const markdown: EraContext["markdown"] = {
    ...usual,
    render: (tokens) => {
      rendered++;
      return usual.render(tokens);
    },
  };
  let files: DeckFiles | undefined;
  return (slides: readonly string[]) => {
    const text = slides.join("---").split("\n");
    files = folder(files, text, true, true);
    const context: EraContext = {
      files,
      paths: new Set(files.files.keys()),
      blocks: new Map(),
      sanitizer,
      markdown,
      strict: true,
    };
    const found = { path: "01-war.md", id: "war", name: "War" };
    const meta = { language: "en", accounts: {} };
    rendered = 0;
    const read = reader.readEra(reader.openEra(found, context), context, meta, true);
    const asked = rendered;
    rendered = 0;
    const fresh = readEra(openEra(found, context), context, meta, true);
    expect(read).toStrictEqual(fresh);
    return { asked, whole: rendered, slides: read.era.slides };
  };
}

test("of an edited era only the edited slide is read again", async () => {
  const read = await countedReading();
  const before = read(SLIDES);
  const after = read(SLIDES.with(0, (SLIDES[0] ?? "").replace("Heavy", "Grey")));
  expect(before.asked).toBe(before.whole);
  expect(after.asked).toBe(1);
  expect(after.slides.map((slide, i) => slide === before.slides[i])).toEqual([false, true, true, true]);
});

test("slides below new lines are not read again, but for those with footnotes, which stand elsewhere now", async () => {
  const read = await countedReading();
  read(SLIDES);
  // The new slide, the one with a mark and its note, and the one in which the note is written.
  const { asked, slides } = read(SLIDES.toSpliced(1, 0, "\n\n## Copper {#copper}\n\nRed.\n\n"));
  expect(asked).toBe(4);
  expect(slides.map(({ at, endLine }) => [at.line, endLine])).toEqual([
    [4, 9],
    [13, 15],
    [19, 24],
    [28, 30],
    [34, 39],
  ]);
});

test("what the file defines for all of its slides is read again in all of them", async () => {
  const read = await countedReading();
  read(SLIDES);
  const { asked, whole, slides } = read(SLIDES.map((slide) => slide.replace("example.org", "example.com")));
  expect(asked).toBe(whole);
  expect(slides[1]?.slots["main"]).toContain("https://example.com");
});
