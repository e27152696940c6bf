/** Stretches of time as years with a fraction, astronomical (0 is 1 BC), as axes and the player use them. Pure. */
import { calendarDay, dayNumber } from "./calendar.ts";

/** From the first moment to the first one after it. */
export type Years = readonly [from: number, to: number];

/** A day as a year with a fraction, to about nine hours: 1 July 1950 is 1950.496. */
export function decimalYear(day: number): number {
  const { year } = calendarDay(Math.floor(day));
  const first = dayNumber(year, 1, 1);
  return round(year + (day - first) / (dayNumber(year + 1, 1, 1) - first));
}

const round = (year: number): number => Math.round(year * 1000) / 1000;

/** All of them and what lies between; undefined where there is none. */
export const spanOf = (all: readonly Years[]): Years | undefined =>
  all.length === 0
    ? undefined
    : [Math.min(...all.map(([from]) => from)), Math.max(...all.map(([, to]) => to))];

/** The year that a stretch of time lies in; undefined when it is longer than one. */
export const oneYear = ([from, to]: Years): number | undefined =>
  to <= Math.floor(from) + 1 ? Math.floor(from) : undefined;
