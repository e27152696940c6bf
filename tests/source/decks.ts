/** Markdown pieces that decks are made of, for property tests. */
import * as fc from "fast-check";

const blocks = [
  "Some *words* with **weight** and `code`.",
  "- a\n- b {.step}\n- c",
  "* a\n* b",
  "1. one\n2. two",
  "> quoted\n> words\n\n— Somebody",
  "| a | b |\n|---|---|\n| c | d |",
  "```js\n---\nNarration: no\n```",
  "![A map](map.png)",
  "[words]{#name .step}",
  "Term\n: Meaning",
  "::: left\n\nleft\n\n:::",
  "***",
  "A claim [@key, p. 12].[^n]",
  '<div class="box">\n\nin a box\n\n</div>',
  "### Smaller",
  "김일성 и Шеварднадзе 🌘 שלום",
];
const narrations = [
  "",
  "Narration:\nOne. [pause 800ms] Two [sic]. [wait]",
  "Narration: One *two.\nThree* [@key].\n\nFour [Kim](say:kim).",
];
const notes = ["", "Note:\nAsk *them*.\n\n- or not", "Notes: one line"];
const headings = [
  "",
  "## A title",
  "# Another {#own-N layout=text}",
  "## {layout=figure}",
  "Old style\n=========",
];

/** One slide's text. */
const slide = fc
  .record({
    heading: fc.constantFrom(...headings),
    blocks: fc.array(fc.constantFrom(...blocks), { minLength: 1, maxLength: 4 }),
    narration: fc.constantFrom(...narrations),
    note: fc.constantFrom(...notes),
  })
  .map((parts) =>
    [parts.heading, ...parts.blocks, parts.narration, parts.note].filter((part) => part !== "").join("\n\n"),
  );

/** An era's text, with a definition for every footnote and reference. */
export const eraText = fc
  .record({
    front: fc.constantFrom("", "---\ntitle: An era\nspan: 1950/1953\n---\n\n"),
    slides: fc.array(slide, { minLength: 1, maxLength: 5 }),
  })
  .map(
    ({ front, slides }) =>
      `${front}${slides.map((text, i) => text.replace("own-N", `own-${i}`)).join("\n\n---\n\n")}\n\n[^n]: A note.\n`,
  );

/** The same with other line ends, a byte order mark, blank lines and trailing spaces. */
export const messyEraText = fc
  .record({
    text: eraText,
    ends: fc.constantFrom("\n", "\r\n", "\r"),
    mark: fc.constantFrom("", "\uFEFF"),
    tail: fc.constantFrom("", "\n\n", "  ", "\n---\n"),
  })
  .map(({ text, ends, mark, tail }) => mark + (text + tail).replaceAll("\n", ends));
