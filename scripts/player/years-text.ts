/** Dates on the ribbon in words. Pure. */
import type { YearRange } from "./data.ts";
import { say, type Texts } from "./texts.ts";

/** No longer than the longest month. */
const MONTH = 0.0855;

/** `June 1950`, `1950`, `1945–1948`, `331 BC`. */
export function yearsText([from, to]: YearRange, texts: Texts, language: string): string {
  const first = Math.floor(from);
  const last = Math.max(first, Math.ceil(to) - 1);
  if (first > 0 && first === last && to > from && to - from < MONTH)
    return monthText((from + to) / 2, language);
  return first === last ? yearText(first, texts) : `${yearText(first, texts)}–${yearText(last, texts)}`;
}

/** A year; `year` is astronomical. */
export const yearText = (year: number, texts: Texts): string =>
  year > 0 ? String(year) : say(texts.yearBc, { n: 1 - year });

function monthText(moment: number, language: string): string {
  const year = Math.floor(moment);
  const date = new Date(0);
  date.setUTCFullYear(year, Math.floor((moment - year) * 12), 1);
  return new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" }).format(date);
}

/** Round years for an axis, at most `count` of them. */
export function roundYears([from, to]: YearRange, count: number): number[] {
  const step =
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((years) => (to - from) / years <= count) ?? 2000;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step);
}
