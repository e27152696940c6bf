/** The words that dates are written with, by language: the same on every machine, so without `Intl`. */
import { monthNames } from "./calendar.ts";

/** How one language writes dates. */
export interface DateWords {
  /** January first. */
  readonly months: readonly string[];
  /** Spring, summer, autumn, winter. */
  readonly seasons: readonly string[];
  /** A day of the month, before its month or alone: `25`, `25.` */
  readonly day: (day: number) => string;
  readonly decade: (firstYear: number) => string;
  /** @param count from 1 */
  readonly century: (count: number) => string;
  readonly millennium: (count: number) => string;
  readonly beforeChrist: (year: number) => string;
  /** A year that could be taken for another number without it. */
  readonly anno: (year: number) => string;
  readonly uncertain: string;
  readonly approximate: string;
  readonly to: string;
  readonly until: (date: string) => string;
  readonly from: (date: string) => string;
  readonly fromToUnknown: (date: string) => string;
  readonly unknown: string;
}

const en: DateWords = {
  months: monthNames,
  seasons: ["spring", "summer", "autumn", "winter"],
  day: String,
  decade: (year) => `${year}s`,
  century: (count) => `${ordinal(count)} century`,
  millennium: (count) => `${ordinal(count)} millennium`,
  beforeChrist: (year) => `${year} BC`,
  anno: (year) => `AD ${year}`,
  uncertain: "perhaps",
  approximate: "c.",
  to: "to",
  until: (date) => `until ${date}`,
  from: (date) => `from ${date}`,
  fromToUnknown: (date) => `from ${date} to an unknown date`,
  unknown: "at an unknown time",
};

const de: DateWords = {
  months: [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
  ],
  seasons: ["Frühjahr", "Sommer", "Herbst", "Winter"],
  day: (day) => `${day}.`,
  decade: (year) => `${year}er Jahre`,
  century: (count) => `${count}. Jahrhundert`,
  millennium: (count) => `${count}. Jahrtausend`,
  beforeChrist: (year) => `${year} v. Chr.`,
  anno: (year) => `${year} n. Chr.`,
  uncertain: "vielleicht",
  approximate: "um",
  to: "bis",
  until: (date) => `bis ${date}`,
  from: (date) => `ab ${date}`,
  fromToUnknown: (date) => `ab ${date} bis zu einem unbekannten Tag`,
  unknown: "zu unbekannter Zeit",
};

const table: Readonly<Record<string, DateWords>> = { en, de };

/** English, for where a language has no words of its own. */
export const englishDates: DateWords = en;

/** The words of a language, by the first part of its BCP 47 tag; undefined when it has none here. */
export function dateWords(language: string): DateWords | undefined {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  return Object.hasOwn(table, primary) ? table[primary] : undefined;
}

function ordinal(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${ending}`;
}
