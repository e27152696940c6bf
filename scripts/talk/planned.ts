/**
 * How long each slide is planned to take. From what the author wrote: a slide's own minutes win; what
 * is left of its era's minutes is shared among the era's other slides by the length of their narration, and what is left of the
 * deck's among the slides of eras without minutes. Pure.
 */
import type { LectureIndex } from "../player/data.ts";

/** Where a slide's planned time comes from: its own minutes, a share of what its era or the deck has, or its narration's length alone. */
export type PlannedBy = "slide" | "share" | "narration";

/** One slide of a talk as it is planned. */
export interface PlannedSlide {
  /** Full id. */
  readonly slide: string;
  readonly plannedMs: number;
  readonly by: PlannedBy;
}

/** The plan of all slides in their order; undefined where no minutes are written, so that nothing is claimed. */
export function planned(index: LectureIndex): readonly PlannedSlide[] | undefined {
  const { columns } = index;
  const times = plannedTimes(
    columns.map(({ slides, minutes }) => ({
      ...(minutes === undefined ? {} : { minutes }),
      slides: slides.map((slide) => ({
        ...(slide.minutes === undefined ? {} : { minutes: slide.minutes }),
        narrationMs: slide.durationMs,
      })),
    })),
    index.minutes,
  );
  if (times === undefined) return undefined;
  return columns.flatMap((column, c) =>
    column.slides.map((slide, row) => {
      const { plannedMs, by } = times[c]?.[row] ?? { plannedMs: 0, by: "narration" };
      return { slide: `${column.id}/${slide.id}`, plannedMs, by };
    }),
  );
}

/** Slides that may have minutes of their own, as a group that may. */
export interface Timed {
  readonly minutes?: number;
  readonly slides: readonly { readonly minutes?: number; readonly narrationMs: number }[];
}

/** The planned time of one slide. */
export interface PlannedTime {
  readonly plannedMs: number;
  readonly by: PlannedBy;
}

/**
 * The same for slides in eras, whatever measures their narration; integer milliseconds.
 * Where slides ask for more than their era or deck has, they get it, and the others nothing. What is left over where every
 * slide has its own minutes belongs to none.
 * @param deckMinutes planned for all of them
 */
export function plannedTimes(
  eras: readonly Timed[],
  deckMinutes: number | undefined,
): readonly (readonly PlannedTime[])[] | undefined {
  const isWritten =
    deckMinutes !== undefined ||
    eras.some(({ minutes, slides }) => minutes !== undefined || slides.some((s) => s.minutes !== undefined));
  if (!isWritten) return undefined;
  const bounds = eras.map(({ minutes, slides }) =>
    minutes === undefined ? undefined : shared(slides, msOf(minutes)),
  );
  const free = eras.flatMap(({ slides }, i) => (bounds[i] === undefined ? slides : []));
  const bound = bounds.flatMap((times) => times ?? []);
  const loose =
    deckMinutes === undefined
      ? free.map(({ minutes, narrationMs }): PlannedTime =>
          minutes === undefined
            ? { plannedMs: narrationMs, by: "narration" }
            : { plannedMs: msOf(minutes), by: "slide" },
        )
      : shared(free, msOf(deckMinutes) - sum(bound.map(({ plannedMs }) => plannedMs)));
  const rest = loose.values();
  return eras.map(({ slides }, i) => bounds[i] ?? slides.flatMap(() => rest.next().value ?? []));
}

/** Gives each slide its own minutes, and the others what is left of a time, by the length of their narration. */
function shared(slides: Timed["slides"], wholeMs: number): PlannedTime[] {
  const own = sum(slides.map(({ minutes }) => (minutes === undefined ? 0 : msOf(minutes))));
  const leftMs = Math.max(0, wholeMs - own);
  const others = slides.filter(({ minutes }) => minutes === undefined);
  const lengths = others.map(({ narrationMs }) => narrationMs);
  // Where nobody speaks on any of them, all are alike.
  const weights = sum(lengths) > 0 ? lengths : lengths.map(() => 1);
  const shares = split(leftMs, weights).values();
  return slides.map(({ minutes }) =>
    minutes === undefined
      ? { plannedMs: shares.next().value ?? 0, by: "share" }
      : { plannedMs: msOf(minutes), by: "slide" },
  );
}

/** Splits a whole number by weights, so that the parts are whole and make the whole again. */
function split(whole: number, weights: readonly number[]): number[] {
  const all = sum(weights);
  let before = 0;
  let given = 0;
  return weights.map((weight) => {
    before += weight;
    const until = Math.round((whole * before) / all);
    const part = until - given;
    given = until;
    return part;
  });
}

const msOf = (minutes: number): number => Math.round(minutes * 60_000);
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
