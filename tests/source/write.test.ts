import * as fc from "fast-check";
import { expect, test } from "vitest";
import { piecesOf, slideText, writeEra } from "../../scripts/source/write.ts";
import { parsed } from "./deck-of.ts";
import { messyEraText } from "./decks.ts";

test("writing a parsed deck back gives the same bytes", async () => {
  await fc.assert(
    fc.asyncProperty(messyEraText, async (text) => {
      const bytes = new TextEncoder().encode(text);
      const { sources } = await parsed({ "a.md": bytes });
      expect(sources.map(writeEra)).toEqual([bytes]);
    }),
    { numRuns: 150 },
  );
});

test("each slide's own text, read alone, is the same slide", async () => {
  const era =
    "---\ntitle: A\n---\n\n## One {#one}\n\n- a\n\nNarration: Said.\n\n---\n\n\n## Two {#two}\n\nNote: private\n\n---\n";
  const { deck, sources } = await parsed({ "a.md": era });
  const [source] = sources;
  if (source === undefined) throw new Error("no source");
  expect(piecesOf(source).map((piece) => piece.slide)).toEqual([undefined, 0, undefined, 1, undefined]);
  const texts = deck.eras[0]?.slides.map((_, i) => slideText(source, i)) ?? [];
  expect(texts).toEqual(["## One {#one}\n\n- a\n\nNarration: Said.", "## Two {#two}\n\nNote: private"]);
  for (const [i, text] of texts.entries()) {
    const alone = await parsed({ "a.md": text });
    expect(alone.deck.eras[0]?.slides[0]?.slots).toEqual(deck.eras[0]?.slides[i]?.slots);
  }
});

test("a file without slides is written back too", async () => {
  for (const text of ["", "\uFEFF", "---\n", "\r\n\r\n", "---\ntitle: A\n---\n"]) {
    const { sources } = await parsed({ "a.md": text });
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(sources.map(writeEra)[0])).toBe(text);
  }
});
