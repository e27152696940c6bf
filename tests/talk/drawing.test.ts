import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  changed,
  drawn,
  emptyDrawing,
  erased,
  keptDrawing,
  readChange,
  redoing,
  strokesOf,
  undoing,
  withoutOldErased,
  type Change,
  type Drawing,
} from "../../scripts/talk/drawing.ts";
import { line } from "./lines.ts";

const SLIDE = "war/telegram";
const ids = (drawing: Drawing) => strokesOf(drawing).map(({ id }) => id);
const draw = (drawing: Drawing, id: string) => changed(drawing, drawn(SLIDE, id, drawing, [line(id)]));
const take = (drawing: Drawing, change: Change | undefined) =>
  change === undefined ? drawing : changed(drawing, change);
const undo = (drawing: Drawing) => take(drawing, undoing(SLIDE, drawing));
const redo = (drawing: Drawing) => take(drawing, redoing(SLIDE, drawing));

describe("one window", () => {
  const three = ["a", "b", "c"].reduce(draw, emptyDrawing);

  test("undoes line by line and does it again, to both ends and no further", () => {
    expect(ids(undo(three))).toEqual(["a", "b"]);
    expect(ids(undo(undo(undo(undo(three)))))).toEqual([]);
    expect(ids(redo(undo(undo(three))))).toEqual(["a", "b"]);
    expect(ids(redo(redo(redo(undo(undo(three))))))).toEqual(["a", "b", "c"]);
  });

  test("does nothing again after a new line", () => {
    expect(ids(redo(draw(undo(three), "d")))).toEqual(["a", "b", "d"]);
  });

  test("undoes what one movement of the eraser took out at once", () => {
    const first = changed(three, erased(SLIDE, "rub", three, ["a"]));
    const both = changed(first, erased(SLIDE, "rub", first, ["c"]));
    expect(ids(both)).toEqual(["b"]);
    expect(ids(undo(both))).toEqual(["a", "b", "c"]);
    expect(ids(redo(undo(both)))).toEqual(["b"]);
  });

  test("can undo what was drawn before it was reloaded", () => {
    const kept = keptDrawing([...three.marks.values()]);
    expect(ids(kept)).toEqual(["a", "b", "c"]);
    expect(ids(undo(undo(kept)))).toEqual(["a"]);
  });

  test("forgets only the oldest of many erased lines", () => {
    const marks = Array.from({ length: 1_500 }, (_, n) => ({
      id: `k${String(n).padStart(4, "0")}`,
      version: 2,
    }));
    const left = withoutOldErased([...marks, { id: "a", version: 1, stroke: line("a") }]);
    expect(left).toHaveLength(1_001);
    expect(left.map(({ id }) => id)).toContain("k1499");
    expect(left.map(({ id }) => id)).not.toContain("k0499");
  });
});

/** What a hand does, in one of two windows, and whether the other hears of it before the next. */
const deeds = fc.array(
  fc.record({
    window: fc.constantFrom(0, 1),
    what: fc.constantFrom("draw", "erase", "clear", "undo", "redo"),
    which: fc.nat(20),
    heard: fc.boolean(),
  }),
  { maxLength: 40 },
);

test("two windows that heard the same end with the same lines, in whatever order and however often", () => {
  fc.assert(
    fc.property(deeds, fc.infiniteStream(fc.nat()), (steps, chance) => {
      const windows: [Drawing, Drawing] = [emptyDrawing, emptyDrawing];
      const unheard: [Change[], Change[]] = [[], []];
      for (const [n, { window, what, which, heard }] of steps.entries()) {
        const here = windows[window === 0 ? 0 : 1];
        const there = window === 0 ? 1 : 0;
        const all = ids(here);
        const one = all[which % Math.max(1, all.length)];
        const change =
          what === "draw"
            ? drawn(SLIDE, `g${n}`, here, [line(`l${String(n).padStart(3, "0")}`)])
            : what === "undo"
              ? undoing(SLIDE, here)
              : what === "redo"
                ? redoing(SLIDE, here)
                : erased(SLIDE, `g${n}`, here, what === "clear" ? all : one === undefined ? [] : [one]);
        if (change === undefined) continue;
        windows[window === 0 ? 0 : 1] = changed(here, change);
        if (heard) windows[there] = changed(windows[there], change);
        else unheard[there].push(change);
      }
      for (const side of [0, 1] as const) {
        // Late, in any order, and each twice.
        const late = [...unheard[side], ...unheard[side]]
          .map((change) => ({ change, order: chance.next().value ?? 0 }))
          .sort((a, b) => a.order - b.order);
        for (const { change } of late) windows[side] = changed(windows[side], change);
      }
      expect(strokesOf(windows[0])).toEqual(strokesOf(windows[1]));
    }),
    { numRuns: 500 },
  );
});

test("what one window undoes, the other can do again", () => {
  let [here, there] = [emptyDrawing, emptyDrawing];
  const both = (change: Change | undefined) => {
    if (change !== undefined) [here, there] = [changed(here, change), changed(there, change)];
  };
  both(drawn(SLIDE, "a", here, [line("a")]));
  both(drawn(SLIDE, "b", here, [line("b")]));
  both(undoing(SLIDE, here));
  both(undoing(SLIDE, there));
  expect(ids(there)).toEqual([]);
  both(redoing(SLIDE, there));
  expect(ids(here)).toEqual(["a"]);
  expect(here).toEqual(there);
});

test("a message of another kind is no change, and bad lines in one are left out", () => {
  for (const wrong of [null, 3, "x", [], {}, { slide: SLIDE, way: "did", gesture: "g", marks: [] }])
    expect(readChange(wrong)).toBeUndefined();
  const change = drawn(SLIDE, "a", emptyDrawing, [line("a")]);
  expect(readChange(JSON.parse(JSON.stringify(change)))).toEqual(change);
  const marks = [
    { id: "a", version: 0, stroke: line("a") },
    { id: "b", version: 1, stroke: line("other") },
    { id: "c", version: 1, stroke: { ...line("c"), points: [0.1, NaN] } },
    { id: "d", version: 2 },
  ];
  expect(readChange({ ...change, marks })?.marks).toEqual([{ id: "d", version: 2 }]);
});
