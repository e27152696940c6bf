/** Dates in plain English words: the same on every machine, so without `Intl`. */
import { monthNames } from "./calendar.ts";
import type { Edtf, EdtfDate, OpenEnd } from "./edtf.ts";

/** What to leave out where the reader sees it anyway. */
export interface FormatOptions {
  /** Three letters for months ("25 Jun 1950"), for narrow places. */
  readonly short?: boolean;
  /** No years: the axis shows them. */
  readonly withoutYear?: boolean;
}

/** `25 June 1950`, `January 1950 to July 1953`, `6 to 11 July 1961`, `c. 1950`, `1950s`, `perhaps 1950`, `from 1994`. */
export function formatEdtf(value: Edtf, options: FormatOptions = {}): string {
  if (value.kind === "date") return formatDate(value.date, options);
  const { start, end } = value;
  if (typeof start === "string")
    return typeof end === "string" ? "at an unknown time" : `until ${formatDate(end, options)}`;
  if (typeof end === "string") return openEnded(formatDate(start, options), end);
  return `${beginning(start, end, options)} to ${formatDate(end, options)}`;
}

/** One date in words. */
export function formatDate(date: EdtfDate, options: FormatOptions = {}): string {
  return (
    doubt(date) +
    [...dayAndMonth(date, options), ...(options.withoutYear ? [] : [formatYear(date)])].join(" ")
  );
}

function openEnded(start: string, end: OpenEnd): string {
  return end === "open" ? `from ${start}` : `from ${start} to an unknown date`;
}

/** The first date of an interval without what the second one repeats. */
function beginning(start: EdtfDate, end: EdtfDate, options: FormatOptions): string {
  const alike =
    start.year === end.year && start.precision === end.precision && doubt(start) === "" && doubt(end) === "";
  if (!alike) return formatDate(start, options);
  if (start.precision === "day" && start.month === end.month) return String(start.day);
  if (start.precision === "day" || start.precision === "month") return dayAndMonth(start, options).join(" ");
  return formatDate(start, options);
}

function dayAndMonth(date: EdtfDate, options: FormatOptions): string[] {
  const name = date.month === undefined ? undefined : (monthNames[date.month - 1] ?? "");
  const month = options.short ? name?.slice(0, 3) : name;
  const season =
    date.season === undefined ? undefined : ["spring", "summer", "autumn", "winter"][date.season - 21];
  return [date.day === undefined ? undefined : String(date.day), month, season].filter(
    (part) => part !== undefined,
  );
}

function formatYear(date: EdtfDate): string {
  const { year, precision } = date;
  if (precision === "decade") return `${year}s`;
  if (precision === "century") return `${ordinal(year / 100 + 1)} century`;
  if (precision === "millennium") return `${ordinal(year / 1000 + 1)} millennium`;
  if (year <= 0) return `${1 - year} BC`;
  return year < 1000 ? `AD ${year}` : String(year);
}

const doubt = (date: EdtfDate): string =>
  (date.uncertain ? "perhaps " : "") + (date.approximate ? "c. " : "");

function ordinal(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${ending}`;
}
