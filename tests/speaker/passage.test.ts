import { array, assert, nat, property, record } from "fast-check";
import { expect, test } from "vitest";
import type { SlideData } from "../../scripts/player/data.ts";
import { partIn, passageOf, type ScriptPlace } from "../../scripts/speaker/passage.ts";

type Script = Pick<SlideData, "steps" | "sentences">;

const TEXTS = ["For months Kim had asked.", "The answer came on 30 January."];

const scriptOf = (texts: readonly string[], places: readonly (ScriptPlace | undefined)[]): Script => ({
  sentences: texts.map((html) => ({ html, paragraph: 0, startMs: 0, endMs: 1 })),
  steps: places.map((when) => ({ action: "show", target: "a", ...(when === undefined ? {} : { when }) })),
});

/** The words that belong to a step. */
const words = (script: Script, step: number): string[] =>
  script.sentences.flatMap(({ html }, n) => {
    const part = partIn(passageOf(script, step), n);
    return part === undefined ? [] : [html.slice(part.from, part.to)];
  });

test("a passage runs from the cue of its step to the next one, over sentences", () => {
  const script = scriptOf(TEXTS, [
    { sentence: 0, offset: 11 },
    { sentence: 1, offset: 11 },
  ]);
  expect(words(script, 0)).toEqual(["For months "]);
  expect(words(script, 1)).toEqual(["Kim had asked.", "The answer "]);
  expect(words(script, 2)).toEqual(["came on 30 January."]);
});

test("without cues all is said while the slide opens", () => {
  expect(words(scriptOf(TEXTS, []), 0)).toEqual(TEXTS);
  expect(words(scriptOf(TEXTS, [undefined]), 1)).toEqual(TEXTS);
});

test("two cues at one word: the first has no words of its own", () => {
  const place = { sentence: 1, offset: 4 };
  const script = scriptOf(TEXTS, [place, place]);
  expect(words(script, 1)).toEqual([]);
  expect(words(script, 2)).toEqual(["answer came on 30 January."]);
});

test("every word belongs to exactly one step", () => {
  const place = record({ sentence: nat(2), offset: nat(12) });
  assert(
    property(array(place, { minLength: 1, maxLength: 6 }), (places) => {
      const texts = ["a b c d e f", "g h i j k l", "m n o p q r"];
      const ordered = [...places].sort((a, b) => a.sentence - b.sentence || a.offset - b.offset);
      const script = scriptOf(texts, ordered);
      const all = Array.from({ length: ordered.length + 1 }, (_, step) => words(script, step)).flat();
      expect(all.join("")).toBe(texts.join(""));
    }),
  );
});
