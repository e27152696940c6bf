/**
 * Dates as historians know them: EDTF (ISO 8601-2:2019), levels 0 and 1, without times of day.
 * A year, month or day, its doubts (`1950~`, `1950?`), its missing digits (`195X`), seasons and intervals
 * become ranges of whole days in the proleptic Gregorian calendar.
 * Written here because the library on npm takes 2023-02-29 for 1 March; it serves the tests as a second opinion.
 */
import { monthNames, dayNumber, daysInMonth } from "./calendar.ts";

/** How much of the date is known. */
export type Precision = "millennium" | "century" | "decade" | "year" | "season" | "month" | "day";

/** One date: all days that it may mean, first and last included, as days since 1 January 1970. */
export interface EdtfDate {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly precision: Precision;
  /** Astronomical: 0 is 1 BC. The first year, for decades and longer. */
  readonly year: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
  /** 21 spring, 22 summer, 23 autumn, 24 winter, of the northern half. */
  readonly season?: number;
  /** `~` and `%`: about then. */
  readonly approximate: boolean;
  /** `?` and `%`: perhaps then. */
  readonly uncertain: boolean;
}

/** An end of an interval that is not a date: `..` goes on, nothing at all is not known. */
export type OpenEnd = "open" | "unknown";

/** What `parseEdtf` reads. */
export type Edtf =
  | { readonly kind: "date"; readonly date: EdtfDate }
  | { readonly kind: "interval"; readonly start: EdtfDate | OpenEnd; readonly end: EdtfDate | OpenEnd };

/** A date, or why it is none and how a right one looks. */
export type EdtfResult =
  | { readonly ok: true; readonly value: Edtf }
  | { readonly ok: false; readonly message: string; readonly hint: string };

/** Longest text that can be a date; the rest of a hostile one is not read. */
const MAX_LENGTH = 64;

/** Reads a date or an interval, such as `1950-06-25`, `195X`, `1950~`, `1950-01/1953-07-27`, `1994/..`. */
export function parseEdtf(text: string): EdtfResult {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return wrong(`${trimmed.slice(0, 20)}…`);
  const parts = trimmed.split("/");
  const [first = "", second] = parts;
  if (second === undefined) {
    const date = parseDate(first);
    return typeof date === "string" ? wrong(trimmed, date) : { ok: true, value: { kind: "date", date } };
  }
  if (parts.length > 2) return wrong(trimmed);
  const start = parseEnd(first);
  const end = parseEnd(second);
  if (typeof start === "object" && typeof end === "object") {
    if (start.firstDay > end.lastDay) {
      return { ok: false, message: `${trimmed} ends before it begins`, hint: `write ${second}/${first}` };
    }
  } else {
    if (typeof start === "string" && !isOpenEnd(start)) return wrong(trimmed, start);
    if (typeof end === "string" && !isOpenEnd(end)) return wrong(trimmed, end);
    if (typeof start === "string" && typeof end === "string") return wrong(trimmed);
  }
  return {
    ok: true,
    value: { kind: "interval", start, end },
  };
}

/** First and last day of the whole, undefined where an end is open or unknown. */
export function edtfDays(value: Edtf): {
  readonly firstDay: number | undefined;
  readonly lastDay: number | undefined;
} {
  if (value.kind === "date") return { firstDay: value.date.firstDay, lastDay: value.date.lastDay };
  return {
    firstDay: typeof value.start === "string" ? undefined : value.start.firstDay,
    lastDay: typeof value.end === "string" ? undefined : value.end.lastDay,
  };
}

const isOpenEnd = (end: string): end is OpenEnd => end === "open" || end === "unknown";

function parseEnd(text: string): EdtfDate | string {
  if (text === "..") return "open";
  if (text === "") return "unknown";
  return parseDate(text);
}

const datePattern =
  /^(?<year>-?\d{4}|\d{3}X|\d{2}XX|\dXXX|Y-?\d{5,6})(?:-(?<month>\d\d|XX)(?:-(?<day>\d\d|XX))?)?(?<doubt>[~?%])?$/;

/** A date, or the reason why it is none ("" when the form itself is unknown). */
function parseDate(text: string): EdtfDate | string {
  const groups = datePattern.exec(text)?.groups;
  if (groups?.["year"] === undefined) return "";
  const { year: yearText, month: monthText, day: dayText, doubt } = groups;
  const doubts = { approximate: doubt === "~" || doubt === "%", uncertain: doubt === "?" || doubt === "%" };
  const missing = yearText.split("X").length - 1;
  if (missing > 0) {
    if (monthText !== undefined && monthText !== "XX") return "a month needs its whole year";
    const year = Number(yearText.replaceAll("X", "0"));
    const precision = (["year", "decade", "century", "millennium"] as const)[missing] ?? "year";
    const lastDay = dayNumber(year + 10 ** missing, 1, 1) - 1;
    return { firstDay: dayNumber(year, 1, 1), lastDay, precision, year, ...doubts };
  }
  const year = Number(yearText.replace("Y", ""));
  if (monthText === undefined || monthText === "XX") {
    if (dayText !== undefined && dayText !== "XX") return "a day needs its month";
    return {
      firstDay: dayNumber(year, 1, 1),
      lastDay: dayNumber(year + 1, 1, 1) - 1,
      precision: "year",
      year,
      ...doubts,
    };
  }
  const month = Number(monthText);
  if (month >= 21 && month <= 24) {
    if (dayText !== undefined) return "a season has no days";
    const first = (month - 20) * 3;
    const lastDay = month === 24 ? dayNumber(year + 1, 3, 1) - 1 : dayNumber(year, first + 3, 1) - 1;
    return {
      firstDay: dayNumber(year, first, 1),
      lastDay,
      precision: "season",
      year,
      season: month,
      ...doubts,
    };
  }
  if (month < 1 || month > 12) return `there is no month ${monthText}`;
  const days = daysInMonth(year, month);
  if (dayText === undefined || dayText === "XX") {
    const firstDay = dayNumber(year, month, 1);
    return { firstDay, lastDay: firstDay + days - 1, precision: "month", year, month, ...doubts };
  }
  const day = Number(dayText);
  if (day < 1 || day > days) return `${monthNames[month - 1] ?? ""} ${year} has ${days} days`;
  const only = dayNumber(year, month, day);
  return { firstDay: only, lastDay: only, precision: "day", year, month, day, ...doubts };
}

function wrong(text: string, reason = ""): EdtfResult {
  const why = reason === "" ? "" : `: ${reason}`;
  const right = rightForm(text);
  const hint =
    right === undefined
      ? "write a date as 1950, 1950-06, 1950-06-25, 195X, 1950~ or 1950-01/1953-07-27"
      : `write ${right}`;
  return { ok: false, message: `"${text}" is not a date in EDTF${why}`, hint };
}

/** What was probably meant, for the ways in which people usually write dates. */
function rightForm(text: string): string | undefined {
  const parts = text.split(/\s*(?:\/|–|—|\bto\b)\s*/);
  if (parts.length === 2) {
    const isOpen = (part: string): boolean => part === "" || part === "..";
    const ends = parts.map((part) => (isOpen(part) ? part : rightDate(part)));
    if (!parts.every(isOpen) && ends.every((end) => end !== undefined)) return ends.join("/");
  }
  const years = /^(\d{4})\s*-\s*(\d{4})$/.exec(text);
  if (years !== null) return `${years[1]}/${years[2]}`;
  return rightDate(text);
}

function rightDate(text: string): string | undefined {
  const valid = (candidate: string): string | undefined =>
    typeof parseDate(candidate) === "string" ? undefined : candidate;
  const pad = (number: string): string => number.padStart(2, "0");
  const match = (pattern: RegExp): string[] | undefined => pattern.exec(text)?.slice(1);
  const month = (name: string): string => {
    const index = monthNames.findIndex((known) =>
      known.toLowerCase().startsWith(name.toLowerCase().slice(0, 3)),
    );
    return index < 0 ? "00" : pad(String(index + 1));
  };
  const asIs = valid(text);
  if (asIs !== undefined) return asIs;
  const decade = match(/^(?:the )?(\d{3})0'?s$/i);
  if (decade) return `${decade[0]}X`;
  const century = match(/^(?:the )?(\d{1,2})(?:st|nd|rd|th) century$/i);
  if (century) return valid(`${pad(String(Number(century[0]) - 1))}XX`);
  const about = match(/^(?:c\.?|ca\.?|circa|about)\s*(\d{4})$/i);
  if (about) return `${about[0]}~`;
  const loose = match(/^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/);
  if (loose)
    return valid(
      [loose[0], pad(loose[1] ?? ""), ...(loose[2] === undefined ? [] : [pad(loose[2])])].join("-"),
    );
  const european = match(/^(\d{1,2})[./](\d{1,2})[./](\d{4})$/);
  if (european) return valid(`${european[2]}-${pad(european[1] ?? "")}-${pad(european[0] ?? "")}`);
  const dayFirst = match(/^(\d{1,2})\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/i);
  if (dayFirst) return valid(`${dayFirst[2]}-${month(dayFirst[1] ?? "")}-${pad(dayFirst[0] ?? "")}`);
  const monthFirst = match(/^([a-z]{3,9})\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})$/i);
  if (!monthFirst) return undefined;
  const start = `${monthFirst[2]}-${month(monthFirst[0] ?? "")}`;
  return valid(monthFirst[1] === undefined ? start : `${start}-${pad(monthFirst[1])}`);
}
