/** Courses in memory: a deck's files and the text of a course become a deck again. */
import { loadBlocks } from "../../scripts/blocks/index.ts";
import { check } from "../../scripts/checks/index.ts";
import type { Deck, DeckFiles, Problem } from "../../scripts/model.ts";
import { compose, type Composed } from "../../scripts/remix/compose.ts";
import { withOrigins } from "../../scripts/remix/lines.ts";
import { readCourse } from "../../scripts/remix/read-course.ts";
import type { SourceDeck } from "../../scripts/remix/source-deck.ts";
import { parse } from "../../scripts/source/parse.ts";

/** A deck to take slides from. @param name undefined for the one that the course lies in */
export async function sourceDeck(files: DeckFiles, name?: string): Promise<SourceDeck> {
  const { deck } = await parse(files, { blocks: await loadBlocks(files) });
  if (deck === undefined) throw new Error("this is no deck");
  return {
    name,
    files,
    deck,
    placeOf: (at) => (name === undefined ? at : { ...at, file: `${name}/${at.file}` }),
  };
}

/** A course, put together and read. */
export interface CourseOf {
  readonly deck: Deck | undefined;
  readonly composed: Composed;
  /** At their authors' places. */
  readonly problems: readonly Problem[];
  /** Text of a file that was put together. */
  readonly text: (path: string) => string;
}

/** @param course the text of `courses/course.yaml` */
export async function courseOf(
  home: DeckFiles,
  course: string,
  others: Readonly<Record<string, DeckFiles>> = {},
): Promise<CourseOf> {
  const bytes = new TextEncoder().encode(course);
  const read = readCourse({ path: "courses/course.yaml", sizeBytes: bytes.length, bytes });
  if (read.course === undefined) throw new Error(JSON.stringify(read.problems));
  const decks = [await sourceDeck(home)];
  for (const [name, files] of Object.entries(others)) decks.push(await sourceDeck(files, name));
  const composed = compose(read.course, decks, { references: [] });
  const { deck, problems } = await parse(composed.files, { blocks: await loadBlocks(composed.files) });
  const checked =
    deck === undefined ? [] : check(deck, composed.files).filter(({ code }) => code === "license-conflict");
  return {
    deck,
    composed,
    problems: [
      ...read.problems,
      ...composed.problems,
      ...withOrigins([...problems, ...checked], composed.origins),
    ],
    text: (path) => new TextDecoder().decode(composed.files.files.get(path)?.bytes),
  };
}

/** A deck of two eras, for tests. */
export const DECK: Readonly<Record<string, string>> = {
  "deck.yaml": "title: A small lecture\nlicense: CC-BY-4.0\nauthors: [Ada Lim]\n",
  "01-war.md":
    "---\ntitle: War\nspan: 1950/1953\n---\n\n## Stone {#stone}\n\n- One\n- Two\n\nNarration:\n[click] A stone is laid. [click] Another one follows.\n\nNote:\nThink of stones.\n\n---\n\n## Iron {#iron}\n\nSee [the first](#/war/stone).\n\nNarration:\nIron is cast.\n",
  "02-peace.md":
    "---\ntitle: Peace\nsummary: Bread for all.\n---\n\n## Bread {#bread}\n\nBread[^1] is baked.\n\nNarration:\nBread is baked.\n\n---\n\n## Salt {#salt}\n\nSalt[^1], says [the book][b].\n\n[^1]: Of the year.\n\n[b]: https://example.org/salt\n",
};
