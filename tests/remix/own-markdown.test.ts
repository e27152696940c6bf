import { expect, test } from "vitest";
import { ownMarkdown } from "../../scripts/remix-page/own-markdown.ts";
import { parsed } from "../source/deck-of.ts";

const read = async (markdown: string) => {
  const { deck, problems } = await parsed({ "deck.yaml": "title: A deck\n", "01-own.md": markdown });
  return { slides: deck.eras[0]?.slides ?? [], problems };
};

test("a slide of one's own is a slide of a deck", async () => {
  const { slides, problems } = await read(
    ownMarkdown({
      id: "own-3",
      title: "Whose war?",
      text: "- Kim\n- Stalin",
      narration: "Ask them.\nThen wait.",
    }),
  );
  expect(problems).toEqual([]);
  expect(slides.map(({ id, title }) => [id, title])).toEqual([["own-3", "Whose war?"]]);
  expect(slides[0]?.slots["main"]).toContain("<li");
  expect(slides[0]?.narration.map(({ text }) => text)).toEqual(["Ask them.", "Then wait."]);
});

test.each([
  ["a line of dashes", "Before\n\n---\n\nAfter"],
  ["an underlined line", "Before\n---\nAfter"],
  ["a heading", "Before\n\n# Another\n\nAfter"],
  ["a word that opens narration", "Before\n\nNarration: the art of telling\n\nAfter"],
  ["a word that opens notes", "Before\n\nNotes: write them\n\nAfter"],
])("%s in the text stays text", async (_, text) => {
  const { slides } = await read(ownMarkdown({ id: "own-1", title: "{Mine}", text, narration: "Said." }));
  expect(slides).toHaveLength(1);
  expect(slides[0]?.title).toBe("{Mine}");
  const shown = slides[0]?.slots["main"] ?? "";
  expect(shown).toContain("Before");
  expect(shown).toContain("After");
  expect(slides[0]?.narration.map((sentence) => sentence.text)).toEqual(["Said."]);
  expect(slides[0]?.notes).toBe("");
});
