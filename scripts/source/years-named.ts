/** Which dates and years a sentence names. Pure. */
import { dayNumber, daysInMonth, monthNames } from "./calendar.ts";
import { decimalYear, oneYear, type Years } from "./decimal-years.ts";
import { dates, isYear } from "./reading/english/dates.ts";
import { wordBefore } from "./reading/place.ts";

/** Rules of the normaliser that read dates; the others of its table read times of day. */
const READS_DATES =
  /^(?:iso-date|numeric-date|days?-month|month-day|month-year|decades?|short-decade|short-year|years|years-short|years-bc|era-year)$/;
const BEFORE_MONTHS = /^(?:in|by|since|until|till|during|from|early|late|mid|that|last|next)$/;
const rules = dates.filter(({ name }) => READS_DATES.test(name));

/**
 * The dates and years that a sentence names, in their order: `1950`, `June 1950`, `30 January 1950`, `the 1960s`, `1945–1948`. Found by the rules that
 * read them aloud, so that what is marked is what is said. A month or day without its year belongs to the last year named.
 * @param language BCP 47; in others than English only years are found
 * @param year named before, in an earlier sentence
 */
export function yearsNamed(text: string, language: string, year?: number): Years[] {
  const found: Years[] = [];
  let last = year;
  let at = 0;
  const inEnglish = /^en\b/i.test(language);
  while (at < text.length) {
    const before = text.charAt(at - 1);
    const starts = !/[\p{L}\p{Nd}]/u.test(before) && /[\p{L}\p{Nd}'’‘]/u.test(text.charAt(at));
    const match = starts
      ? ((inEnglish ? englishAt(text, at, language, last) : undefined) ?? yearAt(text, at))
      : undefined;
    const read = match?.years;
    if (read !== undefined) {
      found.push(read);
      last = oneYear(read);
    }
    at = Math.max(at + 1, match?.to ?? 0);
  }
  return found;
}

/** What begins at a place, and where it ends; `years` is undefined for a date without a year that can be known. */
interface Found {
  readonly to: number;
  readonly years: Years | undefined;
}

function englishAt(text: string, at: number, language: string, last: number | undefined): Found | undefined {
  const place = { text, at, end: text.length, language, shouted: false };
  for (const { name, read } of rules) {
    const match = read(place);
    if (match !== undefined) return { to: match.to, years: meaning(name, text.slice(at, match.to), last) };
  }
  // A month alone, but not the verbs "may" and "march".
  const name = monthNames.find((month) => text.startsWith(month, at));
  if (name === undefined || !BEFORE_MONTHS.test(wordBefore(place))) return undefined;
  return { to: at + name.length, years: meaning("month", name, last) };
}

function yearAt(text: string, at: number): Found | undefined {
  const written = /^\d{4}(?![\p{L}\p{Nd}]|[.,:/]\p{Nd})/u.exec(text.slice(at, at + 6))?.[0];
  return written !== undefined && isYear(written, text, at + 4)
    ? { to: at + 4, years: year(Number(written)) }
    : undefined;
}

/** What a stretch of text that a rule has read means. */
function meaning(rule: string, text: string, last: number | undefined): Years | undefined {
  const numbers = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const [first = 0, second] = numbers;
  const full = (written: number): number => (written < 100 ? 1900 + written : written);
  if (rule === "iso-date") return day(first, numbers[1] ?? 1, numbers[2] ?? 1);
  if (rule === "numeric-date") return year(numbers.at(-1));
  if (/decade/.test(rule)) return [full(first), full(second ?? first) + 10];
  if (rule === "years-bc" || rule === "era-year") {
    const isBc = /B/.test(text);
    return isBc ? [1 - first, 2 - (second ?? first)] : [first, (second ?? first) + 1];
  }
  if (rule === "short-year") return year(full(first));
  if (rule === "years") return [first, (second ?? first) + 1];
  if (rule === "years-short") {
    const end = first - (first % 100) + (second ?? 0);
    return [first, (end < first ? end + 100 : end) + 1];
  }
  const month = monthNames.findIndex((name) => text.includes(name.slice(0, 3))) + 1;
  const ownYear = numbers.find((n) => n > 31) ?? last;
  const days = numbers.filter((n) => n <= 31);
  if (month === 0 || ownYear === undefined) return undefined;
  return days.length === 0
    ? range(dayNumber(ownYear, month, 1), dayNumber(ownYear, month + 1, 1))
    : day(ownYear, month, days[0] ?? 1, days.at(-1));
}

const year = (number: number | undefined): Years | undefined =>
  number === undefined ? undefined : [number, number + 1];

const range = (firstDay: number, endDay: number): Years => [decimalYear(firstDay), decimalYear(endDay)];

function day(y: number, month: number, first: number, last = first): Years {
  const end = Math.min(Math.max(first, last), daysInMonth(y, month));
  return range(dayNumber(y, month, first), dayNumber(y, month, end) + 1);
}
