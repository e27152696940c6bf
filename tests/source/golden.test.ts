/** Each folder of `tests/decks` that has a `parsed.json` is a deck and what it is read as. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadBlocks } from "../../scripts/blocks/index.ts";
import { check } from "../../scripts/checks/index.ts";
import { readDeck } from "../../scripts/io/read-deck.ts";
import { parse } from "../../scripts/source/parse.ts";
import { golden } from "../golden.ts";

const root = join(import.meta.dirname, "../decks");
const cases = readdirSync(root).filter(
  (name) => existsSync(join(root, name, "parsed.json")) || existsSync(join(root, name, "deck")),
);

test.each(cases)("%s", async (name) => {
  const { deck: files } = await readDeck(join(root, name, "deck"));
  const { deck, problems } = await parse(files, { blocks: await loadBlocks(files) });
  if (deck === undefined) throw new Error("no deck");
  expect([...problems, ...check(deck, files)].filter((p) => p.severity === "error")).toEqual([]);
  const made = `${JSON.stringify({ deck, problems }, null, 2)}\n`;
  expect(made).toBe(await golden(join(root, name, "parsed.json"), made));
});
