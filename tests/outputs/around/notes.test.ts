import { expect, test } from "vitest";
import type { Citation, Reference } from "../../../scripts/model.ts";
import { sourceNotes } from "../../../scripts/outputs/handout/around/notes.ts";
import { makeEra, makeSlide } from "../../model.ts";

const references: Reference[] = [
  {
    id: "book",
    type: "book",
    title: "To Run the World",
    author: [{ family: "Radchenko", given: "Sergey" }],
    publisher: "CUP",
    issued: { "date-parts": [[2024]] },
    URL: "https://example.org/book",
  },
];
const at = { file: "a.md", line: 1, column: 1 };
const cites = (...cited: [key: string, locator?: string][]): Citation[] =>
  cited.map(([key, locator]) => (locator === undefined ? { key, at } : { key, locator, at }));

test("a source is named in full where an era cites it first, and shortened after that", () => {
  const eras = [
    makeEra("one", [
      makeSlide("one/a", { citations: cites(["book", "p. 61"], ["book"]) }),
      makeSlide("one/b"),
      makeSlide("one/c", { citations: cites(["book", "pp. 3-4"]) }),
    ]),
    makeEra("two", [makeSlide("two/a", { citations: cites(["book"], ["lost"]) })]),
  ];
  const notes = sourceNotes({ eras, references });
  const link = '<a href="https://example.org/book">https://example.org/book</a>';
  expect(
    [...notes].map(([slide, own]) => [
      slide,
      own.map(({ number, running, html }) => `${number}/${running} ${html}`),
    ]),
  ).toEqual([
    [
      "one/a",
      [
        `1/1 Sergey Radchenko, <em>To Run the World</em> (CUP, 2024), 61, ${link}.`,
        "2/2 Radchenko, <em>To Run the World</em>.",
      ],
    ],
    ["one/c", ["1/3 Radchenko, <em>To Run the World</em>, 3–4."]],
    ["two/a", [`1/4 Sergey Radchenko, <em>To Run the World</em> (CUP, 2024), ${link}.`, "2/5 lost"]],
  ]);
});
