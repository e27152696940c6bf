/** What happens to a borrowed slide when its author and the borrower both went on working on it. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeSlide } from "../../scripts/remix/merge-slide.ts";

const labels = { ours: "seminar/korea--famine--harvest.md", theirs: "korea:famine/harvest" };

const BASE = `## Harvest {#harvest}

- Floods in July
- No grain from Moscow

Narration:
In 1994 the harvest failed. [click] Nobody in Moscow sent grain. It rained for weeks.

The winter was long.

Note:
Ask about weather.
`;

/** The slide with these words in the place of those. */
const edit = (text: string, ...changes: readonly (readonly [from: string, to: string])[]): string =>
  changes.reduce((edited, [from, to]) => {
    if (!edited.includes(from)) throw new Error(`no "${from}" in the slide`);
    return edited.replace(from, to);
  }, text);

const merge = (ours: string, theirs: string) => mergeSlide({ base: BASE, ours, theirs }, labels);

describe("a change on one side", () => {
  const changed = edit(BASE, ["1994", "1995"]);
  test("is taken over from upstream when nothing was changed here", () => {
    expect(merge(BASE, changed)).toEqual({ text: changed, conflicts: 0 });
  });
  test("stays when it was made here", () => {
    expect(merge(changed, BASE)).toEqual({ text: changed, conflicts: 0 });
  });
  test("that both made is made once", () => {
    expect(merge(changed, changed)).toEqual({ text: changed, conflicts: 0 });
  });
});

describe("changes on both sides", () => {
  test("an upstream date and own words in the same paragraph of narration both survive", () => {
    const ours = edit(BASE, ["It rained for weeks.", "It rained from July to August."]);
    const theirs = edit(BASE, ["1994", "1995"]);
    expect(merge(ours, theirs)).toEqual({
      text: edit(BASE, ["1994", "1995"], ["It rained for weeks.", "It rained from July to August."]),
      conflicts: 0,
    });
  });
  test("own notes and a new bullet upstream do not meet", () => {
    const ours = edit(BASE, ["Ask about weather.", "Ask about the Yalu."]);
    const theirs = edit(BASE, ["- No grain", "- Floods in August\n- No grain"]);
    expect(merge(ours, theirs)).toEqual({
      text: edit(theirs, ["Ask about weather.", "Ask about the Yalu."]),
      conflicts: 0,
    });
  });
  test("narration written upstream comes to a slide whose bullets were changed here", () => {
    const silent = "## Harvest {#harvest}\n\n- Floods in July\n";
    const merged = mergeSlide(
      {
        base: silent,
        ours: edit(silent, ["July", "August"]),
        theirs: `${silent}\nNarration:\nThe harvest failed.\n`,
      },
      labels,
    );
    expect(merged).toEqual({
      text: "## Harvest {#harvest}\n\n- Floods in August\n\nNarration:\nThe harvest failed.\n",
      conflicts: 0,
    });
  });
  test("a cue is one word: it is never cut in two", () => {
    const base = "Narration:\nLook. [focus map/wonsan] There. It is late.\n";
    const ours = edit(base, ["[focus map/wonsan]", "[focus map/hamhung]"]);
    const theirs = edit(base, ["It is late.", "It was late."]);
    expect(mergeSlide({ base, ours, theirs }, labels).text).toBe(
      "Narration:\nLook. [focus map/hamhung] There. It was late.\n",
    );
  });
});

describe("a conflict", () => {
  test("in the content stands between marks that name both sides", () => {
    const ours = edit(BASE, ["- Floods in July", "- Floods in August"]);
    const theirs = edit(BASE, ["- Floods in July", "- Floods from June on"]);
    expect(merge(ours, theirs)).toEqual({
      text: edit(BASE, [
        "- Floods in July\n",
        `<<<<<<< seminar/korea--famine--harvest.md
- Floods in August
=======
- Floods from June on
>>>>>>> korea:famine/harvest
`,
      ]),
      conflicts: 1,
    });
  });
  test("in narration shows the paragraph from both sides, with what could be merged in both", () => {
    const ours = edit(BASE, ["1994", "1993"], ["It rained for weeks.", "It rained and rained."]);
    const theirs = edit(BASE, ["1994", "1995"], ["Nobody in Moscow sent grain", "Moscow sent no grain"]);
    const { text, conflicts } = merge(ours, theirs);
    expect(conflicts).toBe(1);
    expect(text).toContain(
      `<<<<<<< seminar/korea--famine--harvest.md
In 1993 the harvest failed. [click] Moscow sent no grain. It rained and rained.
=======
In 1995 the harvest failed. [click] Moscow sent no grain. It rained and rained.
>>>>>>> korea:famine/harvest

The winter was long.
`,
    );
  });
  test("in a text of twenty thousand lines is about all of it, and found without waiting", () => {
    const long = "\n- rain".repeat(20_000);
    const merged = mergeSlide({ base: long, ours: `- ours${long}`, theirs: `- theirs${long}` }, labels);
    expect(merged.conflicts).toBe(1);
    expect(
      mergeSlide({ base: long, ours: `- ours${long}`, theirs: `${long}\n\nNarration:\nIt rained.` }, labels),
    ).toEqual({
      text: `- ours${long}\n\nNarration:\nIt rained.`,
      conflicts: 0,
    });
  });
  test("about the whole of a text has marks on lines of their own", () => {
    const { text } = mergeSlide({ base: "One", ours: "Two", theirs: "Three" }, labels);
    expect(text.split("\n")).toEqual([
      "<<<<<<< seminar/korea--famine--harvest.md",
      "Two",
      "=======",
      "Three",
      ">>>>>>> korea:famine/harvest",
    ]);
  });
});

describe("whatever the three texts are", () => {
  const line = fc.constantFrom(
    "- Grain",
    "- Rain ",
    "",
    "Narration:",
    "Note:",
    "It rained. [click] It snowed.",
    "It rained. It froze.",
    "constructor",
    "```",
    "\t tab",
  );
  const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join("\n"));
  test("without conflict nothing is lost that one side alone changed", () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        expect(mergeSlide({ base, ours: other, theirs: base }, labels).text).toBe(other);
        expect(mergeSlide({ base, ours: base, theirs: other }, labels).text).toBe(other);
      }),
    );
  });
  test("every line that was written here is still there, in the merged text or in a conflict", () => {
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        const own = ours.split("\n").filter((written) => written.startsWith("- ") && !base.includes(written));
        const merged = mergeSlide({ base, ours, theirs }, labels).text.split("\n");
        for (const written of own) expect(merged).toContain(written);
      }),
    );
  });
});
