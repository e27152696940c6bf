import { expect, test } from "vitest";
import type { SlideData } from "../../scripts/player/data.ts";
import { keepPlace } from "../../scripts/player/keep-place.ts";

/** A slide with these sentences, one after the other, and steps at these moments. */
function slide(lengthsMs: readonly number[], stepsMs: readonly number[] = []): SlideData {
  let startMs = 0;
  const sentences = lengthsMs.map((lengthMs, n) => {
    const sentence = { html: `Sentence ${n}.`, paragraph: 0, startMs, endMs: startMs + lengthMs };
    startMs += lengthMs;
    return sentence;
  });
  const steps = stepsMs.map((_, n) => ({ action: "show" as const, target: `item-${n}` }));
  return { html: "", waiting: [], steps, stepsMs, waitsMs: [], captions: [], sentences };
}

test("what did not change keeps its moment to the millisecond", () => {
  const same = slide([1000, 2000], [500]);
  expect(keepPlace(same, same, { offsetMs: 1234, step: 1 }, 3500)).toEqual({ offsetMs: 1234, step: 1 });
});

test("when its sound comes with other lengths, the same share of the same sentence is said", () => {
  const [estimated, said] = [slide([1000, 2000]), slide([1500, 3000])];
  expect(keepPlace(estimated, said, { offsetMs: 2000, step: 0 }, 5000)).toEqual({ offsetMs: 3000, step: 0 });
  // In the silence after the last sentence it stays as far from it.
  expect(keepPlace(estimated, said, { offsetMs: 3200, step: 0 }, 5000).offsetMs).toBe(4700);
});

test("with a sentence more or less, the moment stays where it was, as far as there is one", () => {
  expect(keepPlace(slide([1000, 2000]), slide([1000]), { offsetMs: 2500, step: 0 }, 1900).offsetMs).toBe(
    1899,
  );
});

test("the step on show stays, and time goes to it where it came at another", () => {
  const before = slide([4000], [1000, 2000]);
  const now = slide([4000], [3000, 3500]);
  expect(keepPlace(before, now, { offsetMs: 1500, step: 1 }, 4500)).toEqual({ offsetMs: 3000, step: 1 });
  // A step that is gone was the last one.
  expect(keepPlace(before, slide([4000], [1000]), { offsetMs: 2500, step: 2 }, 4500)).toEqual({
    offsetMs: 2500,
    step: 1,
  });
});

test("a slide that is not loaded keeps its moment as far as it is long enough", () => {
  expect(keepPlace(undefined, undefined, { offsetMs: 9000, step: 3 }, 5000)).toEqual({
    offsetMs: 4999,
    step: 3,
  });
});
