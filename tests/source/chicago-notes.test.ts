import { describe, expect, test } from "vitest";
import type { Reference } from "../../scripts/model.ts";
import { fullNote, shortNote } from "../../scripts/source/chicago/notes.ts";
import { writeReference } from "../../scripts/source/bibliography.ts";

const westad = { author: [{ family: "Westad", given: "Odd Arne" }] };
const issued = { "date-parts": [[2002]] };

/** What | item | locator | in full | shortened */
const CASES: readonly [string, Omit<Reference, "id">, string, string, string][] = [
  [
    "a book by its page",
    { type: "book", ...westad, title: "The Cold War", publisher: "Basic Books", issued },
    "p. 61",
    "Odd Arne Westad, <em>The Cold War</em> (Basic Books, 2002), 61.",
    "Westad, <em>Cold War</em>, 61.",
  ],
  [
    "pages with an en dash, before the address",
    { type: "book", ...westad, title: "Books", publisher: "P", issued, DOI: "10.1/x" },
    "pp. 61-64",
    'Odd Arne Westad, <em>Books</em> (P, 2002), 61–64, <a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a>.',
    "Westad, <em>Books</em>, 61–64.",
  ],
  [
    "a chapter of a book by name",
    { type: "book", ...westad, title: "Books", publisher: "P", issued },
    "chap. 3",
    "Odd Arne Westad, <em>Books</em> (P, 2002), chap. 3.",
    "Westad, <em>Books</em>, chap. 3.",
  ],
  [
    "a page of a journal, after a colon",
    {
      type: "article-journal",
      ...westad,
      title: "Who Won?",
      "container-title": "Journal",
      volume: 22,
      issued,
    },
    "p. 12",
    "Odd Arne Westad, “Who Won?,” <em>Journal</em> 22 (2002): 12.",
    "Westad, “Who Won?,” 12.",
  ],
  [
    "a table in a journal, which is no page",
    { type: "article-journal", ...westad, title: "Trade", "container-title": "Journal", volume: 22, issued },
    "table 2",
    "Odd Arne Westad, “Trade,” <em>Journal</em> 22 (2002), table 2.",
    "Westad, “Trade,” table 2.",
  ],
  [
    "a thesis, whose title is not italic",
    {
      type: "thesis",
      ...westad,
      title: "Allies",
      genre: "PhD diss.",
      publisher: "University of Oslo",
      issued,
    },
    "",
    "Odd Arne Westad, “Allies” (PhD diss., University of Oslo, 2002).",
    "Westad, “Allies.”",
  ],
  [
    "three editors of a collection that holds a chapter",
    {
      type: "chapter",
      ...westad,
      title: "Thaw",
      "container-title": "Companion",
      editor: [
        { family: "A", given: "Ann" },
        { family: "B", given: "Bo" },
        { family: "C", given: "Cy" },
      ],
      publisher: "P",
      issued,
    },
    "<9>",
    "Odd Arne Westad, “Thaw,” in <em>Companion</em>, ed. Ann A, Bo B, and Cy C (P, 2002), &lt;9&gt;.",
    "Westad, “Thaw,” &lt;9&gt;.",
  ],
];

describe("notes of the Chicago Manual of Style", () => {
  test.each(CASES)("%s", (_name, item, locator, full, short) => {
    const reference = { id: "key", ...item } as Reference;
    expect(fullNote(reference, locator)).toBe(full);
    expect(shortNote(reference, locator)).toBe(short);
  });

  test("a thesis in the bibliography", () => {
    const thesis = {
      id: "t",
      type: "thesis",
      ...westad,
      title: "Allies",
      genre: "master’s thesis",
      publisher: "MIT",
      issued,
    };
    expect(writeReference(thesis)?.bibliographyHtml).toBe(
      "Westad, Odd Arne. “Allies.” Master’s thesis. MIT, 2002.",
    );
  });

  test("a type without a rule has no note", () => {
    expect(fullNote({ id: "p", type: "patent", title: "A Wheel" })).toBeUndefined();
    expect(shortNote({ id: "p", type: "patent", title: "A Wheel" })).toBeUndefined();
  });
});
