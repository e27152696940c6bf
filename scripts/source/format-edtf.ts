/** Dates in plain words, English unless other words are given: the same on every machine, so without `Intl`. */
import { dateWords, englishDates, type DateWords } from "./date-words.ts";
import type { Edtf, EdtfDate, OpenEnd } from "./edtf.ts";

/** What to leave out where the reader sees it anyway, and in which language. */
export interface FormatOptions {
  /** Three letters for months ("25 Jun 1950"), for narrow places. */
  readonly short?: boolean;
  /** No years: the axis shows them. */
  readonly withoutYear?: boolean;
  /** BCP 47; English where `dateWords` does not know it. */
  readonly language?: string;
}

/** `25 June 1950`, `January 1950 to July 1953`, `6 to 11 July 1961`, `c. 1950`, `1950s`, `perhaps 1950`, `from 1994`. */
export function formatEdtf(value: Edtf, options: FormatOptions = {}): string {
  if (value.kind === "date") return formatDate(value.date, options);
  const words = wordsFor(options);
  const { start, end } = value;
  if (typeof start === "string")
    return typeof end === "string" ? words.unknown : words.until(formatDate(end, options));
  if (typeof end === "string") return openEnded(formatDate(start, options), end, words);
  return `${beginning(start, end, options)} ${words.to} ${formatDate(end, options)}`;
}

/** One date in words. */
export function formatDate(date: EdtfDate, options: FormatOptions = {}): string {
  const words = wordsFor(options);
  return [
    ...(date.uncertain ? [words.uncertain] : []),
    ...(date.approximate ? [words.approximate] : []),
    ...dayAndMonth(date, options),
    ...(options.withoutYear ? [] : [formatYear(date, words)]),
  ].join(" ");
}

const wordsFor = ({ language = "en" }: FormatOptions): DateWords => dateWords(language) ?? englishDates;

function openEnded(start: string, end: OpenEnd, words: DateWords): string {
  return end === "open" ? words.from(start) : words.fromToUnknown(start);
}

/** The first date of an interval without what the second one repeats. */
function beginning(start: EdtfDate, end: EdtfDate, options: FormatOptions): string {
  const isSure = [start, end].every((date) => !date.uncertain && !date.approximate);
  const alike = start.year === end.year && start.precision === end.precision && isSure;
  if (!alike) return formatDate(start, options);
  if (start.precision === "day" && start.month === end.month) return wordsFor(options).day(start.day ?? 1);
  if (start.precision === "day" || start.precision === "month") return dayAndMonth(start, options).join(" ");
  return formatDate(start, options);
}

function dayAndMonth(date: EdtfDate, options: FormatOptions): string[] {
  const words = wordsFor(options);
  const name = date.month === undefined ? undefined : (words.months[date.month - 1] ?? "");
  const month = options.short ? name?.slice(0, 3) : name;
  const season = date.season === undefined ? undefined : words.seasons[date.season - 21];
  return [date.day === undefined ? undefined : words.day(date.day), month, season].filter(
    (part) => part !== undefined,
  );
}

function formatYear({ year, precision }: EdtfDate, words: DateWords): string {
  if (precision === "decade") return words.decade(year);
  if (precision === "century") return words.century(year / 100 + 1);
  if (precision === "millennium") return words.millennium(year / 1000 + 1);
  if (year <= 0) return words.beforeChrist(1 - year);
  return year < 1000 ? words.anno(year) : String(year);
}
