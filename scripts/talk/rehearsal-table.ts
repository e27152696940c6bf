/** Where the time of a rehearsal went, beside what was planned and what the narration takes. Pure. */
import type { LectureIndex } from "../player/data.ts";
import { findSlide, makeTrack } from "../player/track.ts";
import type { PlannedSlide } from "./planned.ts";
import { slideTimes, type Rehearsal } from "./rehearsal.ts";

/** Times of a slide, an era or the whole; integer milliseconds. */
export interface Times {
  /** Absent where no minutes are written in the whole lecture. */
  readonly plannedMs?: number;
  /** What the narration takes. */
  readonly spokenMs: number;
  /** Absent where the rehearsal did not come. */
  readonly rehearsedMs?: number;
  /** Rehearsed less planned, where there is a plan, else less narration; of several slides, of those that were reached. */
  readonly differenceMs?: number;
}

/** One slide. */
export interface SlideRow extends Times {
  /** Full id. */
  readonly slide: string;
  /** Its place in the lecture, from 0. */
  readonly number: number;
  /** Empty where it has none. */
  readonly title: string;
}

/** The slides of an era, or of those before and after the eras. */
export interface EraRows {
  /** Empty before and after the eras. */
  readonly title: string;
  readonly rows: readonly SlideRow[];
  readonly total: Times;
}

/** The whole table. */
export interface RehearsalTable {
  readonly eras: readonly EraRows[];
  readonly total: Times;
  readonly isPlanned: boolean;
  /** How many slides the rehearsal did not come to. */
  readonly notReached: number;
  /** What went to slides that the lecture does not have any more. */
  readonly elsewhereMs: number;
}

/** Lays a rehearsal beside the lecture of today; slides that were renamed are found by their aliases. */
export function rehearsalTable(
  index: LectureIndex,
  plan: readonly PlannedSlide[] | undefined,
  rehearsal: Rehearsal,
): RehearsalTable {
  const { times, elsewhereMs } = timesToday(index, rehearsal);
  const planned = new Map(plan?.map(({ slide, plannedMs }) => [slide, plannedMs]));
  const { columns } = makeTrack(index);
  const eras = columns.map((slides, column): EraRows => {
    const rows = slides.map(({ fullId, number, title, startMs, endMs }): SlideRow => {
      const spokenMs = endMs - startMs;
      const plannedMs = planned.get(fullId);
      const rehearsedMs = times.get(fullId);
      return {
        slide: fullId,
        number,
        title,
        ...(plannedMs === undefined ? {} : { plannedMs }),
        spokenMs,
        ...(rehearsedMs === undefined
          ? {}
          : { rehearsedMs, differenceMs: rehearsedMs - (plannedMs ?? spokenMs) }),
      };
    });
    return { title: index.columns[column]?.title ?? "", rows, total: totalOf(rows) };
  });
  const all = eras.flatMap(({ rows }) => rows);
  return {
    eras,
    total: totalOf(all),
    isPlanned: plan !== undefined,
    notReached: all.filter(({ rehearsedMs }) => rehearsedMs === undefined).length,
    elsewhereMs,
  };
}

/** Full id of today → how long the rehearsal was there. */
export function timesToday(
  index: LectureIndex,
  rehearsal: Pick<Rehearsal, "clicks" | "durationMs">,
): { readonly times: ReadonlyMap<string, number>; readonly elsewhereMs: number } {
  const track = makeTrack(index);
  const times = new Map<string, number>();
  let elsewhereMs = 0;
  for (const [slide, ms] of slideTimes(rehearsal)) {
    const today = findSlide(track, index, slide)?.fullId;
    if (today === undefined) elsewhereMs += ms;
    else times.set(today, (times.get(today) ?? 0) + ms);
  }
  return { times, elsewhereMs };
}

/** Seconds that nobody would call slow, on however short a slide. */
const SLACK_MS = 10_000;
/** Less over is within what two runs differ by. */
const SLACK_SHARE = 1.15;

/** Whether a slide took noticeably longer than it should. */
export const isSlow = (tookMs: number, shouldMs: number): boolean =>
  tookMs > shouldMs + SLACK_MS && tookMs > shouldMs * SLACK_SHARE;

function totalOf(rows: readonly Times[]): Times {
  const plannedMs = sumOf(rows.map((row) => row.plannedMs));
  const rehearsedMs = sumOf(rows.map((row) => row.rehearsedMs));
  const differenceMs = sumOf(rows.map((row) => row.differenceMs));
  return {
    ...(plannedMs === undefined ? {} : { plannedMs }),
    spokenMs: sumOf(rows.map((row) => row.spokenMs)) ?? 0,
    ...(rehearsedMs === undefined ? {} : { rehearsedMs }),
    ...(differenceMs === undefined ? {} : { differenceMs }),
  };
}

/** Undefined where there is nothing to add. */
const sumOf = (numbers: readonly (number | undefined)[]): number | undefined =>
  numbers.reduce((sum, number) => (number === undefined ? sum : (sum ?? 0) + number), undefined);
