/** A course that takes every era as it is shows what the deck shows, whatever stands in it. */
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readDeck } from "../../scripts/io/read-deck.ts";
import { loadBlocks } from "../../scripts/blocks/index.ts";
import type { Deck, DeckFiles, Problem } from "../../scripts/model.ts";
import { parse } from "../../scripts/source/parse.ts";
import { eraText } from "../source/decks.ts";
import { filesOf } from "../source/deck-of.ts";
import { courseOf, sourceDeck } from "./course-of.ts";

const root = join(import.meta.dirname, "../decks");
const decks = [
  ...readdirSync(root).map((name) => join(root, name, "deck")),
  join(import.meta.dirname, "../../slides"),
];

/** The slides without the lines of the files that they were read from. */
const shown = (deck: Deck | undefined): unknown =>
  JSON.parse(
    JSON.stringify(
      deck?.eras.flatMap(({ slides }) => slides),
      (key, value: unknown) => (key === "at" || key === "endLine" ? undefined : value),
    ),
  );

/** Eras without slides are no part of a course. */
const everyEra = ({ eras }: Deck): string =>
  `title: All of it\nslides:\n${eras
    .filter(({ slides }) => slides.length > 0)
    .map(({ id }) => `  - use: ${JSON.stringify(id)}\n`)
    .join("")}`;

/** What is wrong with a deck is wrong with its course, at the same places. */
const errors = (problems: readonly Problem[]): string[] =>
  problems
    .filter(({ severity }) => severity === "error")
    .map(({ file, line, code }) => `${file}:${line} ${code}`);

/** What is seen of a deck, and of the course that takes all of it. */
async function bothOf(files: DeckFiles): Promise<{ deck: unknown; course: unknown }> {
  const { deck } = await sourceDeck(files);
  const { problems } = await parse(files, { blocks: await loadBlocks(files) });
  const course = await courseOf(files, everyEra(deck));
  const { lines } = course.composed.origins;
  const slides = deck.eras.flatMap((era) => era.slides);
  const taken = course.deck?.eras.flatMap((era) => era.slides) ?? [];
  return {
    deck: { errors: errors(problems), shown: shown(deck), lines: slides.map(({ at }) => at.line) },
    course: {
      errors: errors(course.problems),
      shown: shown(course.deck),
      lines: taken.map(({ at }) => lines.get(at.file)?.[at.line - 1]?.line),
    },
  };
}

test.each(decks.map((folder) => [relative(join(root, "../.."), folder), folder]))("%s", async (_, folder) => {
  const { deck, course } = await bothOf((await readDeck(folder)).deck);
  expect(course).toEqual(deck);
});

test("any era", async () => {
  await fc.assert(
    fc.asyncProperty(eraText, async (text) => {
      const files = filesOf({ "deck.yaml": "title: A deck\n", "01-era.md": text, "map.png": "" });
      const { deck, course } = await bothOf(files);
      expect(course).toEqual(deck);
    }),
    { numRuns: 150 },
  );
});
