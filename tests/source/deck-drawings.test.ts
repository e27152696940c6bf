import { expect, test } from "vitest";
import { drawingFile } from "../../scripts/talk/drawing-file.ts";
import { line } from "../talk/lines.ts";
import { parsed } from "./deck-of.ts";

const era = "## A telegram {#telegram aliases=cable}\n\n---\n\n## Whose war? {#whose}\n";
const deckWith = (slides: Parameters<typeof drawingFile>[1]) =>
  parsed({ "deck.yaml": "title: A deck\n", "01-war.md": era, "drawings.json": drawingFile("deck", slides) });

test("a deck's drawings stand under the slides of today: aliases, renamed eras and made slides are found", async () => {
  const { deck, problems } = await deckWith({
    "war/telegram": [line("l1")],
    "war/cable": [line("l2")],
    "old-name/whose": [line("l3")],
    "front/title": [line("l4")],
  });
  expect(problems).toEqual([]);
  expect(deck.drawn).toEqual({
    "war/telegram": [line("l1"), line("l2")],
    "war/whose": [line("l3")],
    "front/title": [line("l4")],
  });
});

test("a deck without the file has no drawings, and no key for them", async () => {
  const { deck } = await parsed({ "deck.yaml": "title: A deck\n", "01-war.md": era });
  expect("drawn" in deck).toBe(false);
});

test("JSON in another place of the deck is no file of drawings", async () => {
  const { problems } = await parsed({ "01-war.md": era, "media/drawings.json": "[" });
  expect(problems.map(({ code }) => code)).not.toContain("bad-drawings");
});
