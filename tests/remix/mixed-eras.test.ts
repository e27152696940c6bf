/** Slides of several files, mixed in one era, show what each showed in its own file. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Slide } from "../../scripts/model.ts";
import { eraText } from "../source/decks.ts";
import { filesOf } from "../source/deck-of.ts";
import { courseOf, sourceDeck } from "./course-of.ts";

/** What is seen and said of a slide, whatever it is called. */
function shown(slide: Slide | undefined): unknown {
  if (slide === undefined) return undefined;
  const prefix = `${slide.fullId.replace("/", "--")}--`;
  const { id: _id, fullId: _fullId, aliases: _aliases, endLine: _endLine, ...seen } = slide;
  return JSON.parse(
    JSON.stringify(seen, (key, value: unknown) => (key === "at" ? undefined : value)).replaceAll(
      prefix,
      "--",
    ),
  );
}

test("in any order", async () => {
  await fc.assert(
    fc.asyncProperty(eraText, eraText, fc.infiniteStream(fc.nat(1000)), async (one, other, numbers) => {
      // Both files have a footnote of the same label.
      const files = filesOf({
        "deck.yaml": "title: A deck\n",
        "01-one.md": one,
        "02-other.md": other.replace("[^n]: A note.", "[^n]: Another *note*, see [^m].\n\n[^m]: Deeper."),
        "map.png": "",
      });
      const { deck } = await sourceDeck(files);
      const slides = deck.eras.flatMap((era) => era.slides);
      const order = slides
        .map((slide) => ({ slide, number: numbers.next().value ?? 0 }))
        .toSorted((a, b) => a.number - b.number)
        .map(({ slide }) => slide);
      const entries = order.map(({ fullId }, i) => `  - use: ${JSON.stringify(fullId)}\n    id: s${i}\n`);
      const course = await courseOf(files, `title: Mixed\nslides:\n  - era: Own\n${entries.join("")}`);
      const taken = course.deck?.eras[0]?.slides ?? [];
      expect(taken.map(({ fullId }) => fullId)).toEqual(order.map((_, i) => `own/s${i}`));
      expect(taken.map(shown)).toEqual(order.map(shown));
    }),
    { numRuns: 80 },
  );
});
