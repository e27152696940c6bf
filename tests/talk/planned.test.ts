import { array, assert, integer, option, property, record, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import type { ColumnIndex, LectureIndex } from "../../scripts/player/data.ts";
import { planned } from "../../scripts/talk/planned.ts";
import { makeIndex } from "../player/make-index.ts";

/** A slide: its narration in seconds and, where written, its minutes. */
type Sketch = number | readonly [seconds: number, minutes: number];

function column(id: string, slides: readonly Sketch[], minutes?: number): ColumnIndex {
  return {
    id,
    title: id,
    data: "",
    sizeBytes: 0,
    ...(minutes === undefined ? {} : { minutes }),
    slides: slides.map((sketch, i) => {
      const [seconds, own] = typeof sketch === "number" ? [sketch] : sketch;
      return {
        id: `s${i + 1}`,
        title: "",
        durationMs: seconds * 1000,
        ...(own === undefined ? {} : { minutes: own }),
      };
    }),
  };
}

const index = (columns: readonly ColumnIndex[], minutes?: number): LectureIndex => ({
  ...makeIndex(columns),
  ...(minutes === undefined ? {} : { minutes }),
});
const seconds = (of: LectureIndex) => planned(of)?.map(({ plannedMs }) => plannedMs / 1000);

describe("the plan of a talk", () => {
  it("claims nothing where no minutes are written", () => {
    expect(planned(index([column("war", [30, 60])]))).toBeUndefined();
  });

  it("shares an era's minutes by the length of the narration, after the slides that have their own", () => {
    expect(seconds(index([column("war", [30, [10, 2], 60], 5)]))).toEqual([60, 120, 120]);
  });

  it("shares the deck's rest among eras without minutes", () => {
    const eras = [column("front", [5]), column("war", [30, 60], 3), column("peace", [40, [1, 1], 55])];
    expect(planned(index(eras, 9))).toEqual([
      { slide: "front/s1", plannedMs: 15_000, by: "share" },
      { slide: "war/s1", plannedMs: 60_000, by: "share" },
      { slide: "war/s2", plannedMs: 120_000, by: "share" },
      { slide: "peace/s1", plannedMs: 120_000, by: "share" },
      { slide: "peace/s2", plannedMs: 60_000, by: "slide" },
      { slide: "peace/s3", plannedMs: 165_000, by: "share" },
    ]);
  });

  it("takes the narration's own length where nothing is written for the whole", () => {
    const plan = planned(index([column("war", [30]), column("peace", [40], 2)]));
    expect(plan?.map(({ plannedMs, by }) => [plannedMs / 1000, by])).toEqual([
      [30, "narration"],
      [120, "share"],
    ]);
  });

  it("lets slides win over their era, and eras over the deck", () => {
    expect(seconds(index([column("war", [[30, 4], 60], 3), column("peace", [40])], 2))).toEqual([240, 0, 0]);
  });

  it("treats slides alike where nobody speaks", () => {
    expect(seconds(index([column("war", [0, 0, 0], 1)]))).toEqual([20, 20, 20]);
  });

  const minutes = option(integer({ min: 1, max: 50 }), { nil: undefined });
  const anyColumn = record({
    minutes,
    slides: array(
      tuple(integer({ min: 0, max: 400 }), minutes).map(([length, own]): Sketch =>
        own === undefined ? length : [length, own],
      ),
      { minLength: 1, maxLength: 6 },
    ),
  });

  it("adds up to the minutes of the deck and of each era, wherever they are enough", () => {
    assert(
      property(
        array(anyColumn, { minLength: 1, maxLength: 5 }),
        integer({ min: 1, max: 300 }),
        (sketches, deck) => {
          const columns = sketches.map((sketch, i) => column(`era-${i}`, sketch.slides, sketch.minutes));
          const plan = planned(index(columns, deck)) ?? [];
          const total = (of: typeof plan) => of.reduce((sum, { plannedMs }) => sum + plannedMs, 0);
          expect(plan.every(({ plannedMs }) => Number.isInteger(plannedMs) && plannedMs >= 0)).toBe(true);
          const own = (of: ColumnIndex) => of.slides.reduce((sum, slide) => sum + (slide.minutes ?? 0), 0);
          const isOpen = (of: ColumnIndex) => of.slides.some((slide) => slide.minutes === undefined);
          for (const era of columns) {
            const its = total(plan.filter(({ slide }) => slide.startsWith(`${era.id}/`)));
            const has = era.minutes !== undefined && isOpen(era);
            expect(has ? its : undefined).toBe(has ? 60_000 * Math.max(era.minutes, own(era)) : undefined);
          }
          const asked = columns.reduce(
            (sum, era) => sum + Math.max(isOpen(era) ? (era.minutes ?? 0) : 0, own(era)),
            0,
          );
          const isEnough = asked <= deck && columns.some((era) => era.minutes === undefined && isOpen(era));
          expect(isEnough ? total(plan) : undefined).toBe(isEnough ? 60_000 * deck : undefined);
        },
      ),
    );
  });
});
