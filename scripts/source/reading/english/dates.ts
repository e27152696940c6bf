/** Dates, years, decades, centuries and times of day in English. */
import { monthNames } from "../../calendar.ts";
import { END, pattern, rule, wordAfter, wordBefore, type Rule } from "../place.ts";
import { cardinal, isBritish, ordinal, plural, year } from "./number-words.ts";

const SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";
const MONTH = `(?<month>(?:${monthNames.join("|")})(?!\\p{L})|(?:${SHORT})(?!\\p{L})\\.?)`;
const GAP = "[ \\u00a0\\n]";
const DASH = "[-–—−‑]";

/** The full name of a month, from its name, its short form or its number; undefined when there is none. */
function month(written: string | undefined): string | undefined {
  const number = Number(written);
  if (Number.isInteger(number)) return monthNames[number - 1];
  return monthNames.find((name) => name.startsWith((written ?? "").slice(0, 3)));
}

const isDay = (written: string | undefined): boolean =>
  Number.parseInt(written ?? "", 10) >= 1 && Number.parseInt(written ?? "", 10) <= 31;
const day = (written: string): string => ordinal(String(Number.parseInt(written, 10)));
const THE = /^(?:the|that|this|every|each|its|his|her|their|our|fateful|last|next)$/;

/** Nouns before which a number is a quantity and no year. */
const COUNTED =
  /^(?:people|persons|men|women|children|soldiers|troops|sailors|marines|officers|prisoners|refugees|civilians|workers|students|families|households|dead|wounded|casualties|tanks|planes|aircraft|guns|shells|rounds|missiles|ships|tons|tonnes|miles|kilometers|kilometres|meters|metres|feet|yards|acres|hectares|dollars|pounds|euros|rubles|roubles|yen|won|yuan|percent|per|million|billion|trillion|thousand|hundred|calories|days|hours|minutes|weeks|months|pages|words|times|years|copies|letters|delegates|members|votes|villages|houses|km|mi|kg|lb|ft|m|g|t|mm|cm|hp|KB|MB|GB|MW|kW)$/;

/** Whether four digits without a separator are a year, by their size and the word after them. */
export function isYear(written: string, text: string, to: number): boolean {
  return (
    /^(?:10[1-9]\d|1[1-9]\d\d|20\d\d)$/.test(written) &&
    !COUNTED.test(wordAfter(text, to)) &&
    !/^\s?[%°€]/u.test(text.slice(to, to + 2))
  );
}

/** Tried in this order; the first that fits a place reads it. */
export const dates: readonly Rule[] = [
  rule(
    "iso-date",
    "digit",
    pattern(`(?<y>[12]\\d{3})-(?<m>0[1-9]|1[0-2])-(?<d>0[1-9]|[12]\\d|3[01])${END}`),
    ({ y = "", m, d = "" }, place) =>
      // A date said in another order than written is one run: its words belong to no digit of their own.
      ({ y: dateWords(y, month(m) ?? "", d, place.language), m: "", d: "" }),
  ),
  rule(
    "numeric-date",
    "digit",
    pattern(`(?<a>\\d{1,2})(?<s>[/.])(?<b>\\d{1,2})\\k<s>(?<y>\\d{4})${END}`),
    ({ a = "", b = "", y = "", s }, place) => {
      const dayFirst = Number(a) > 12 || s === "." || isBritish(place.language);
      const monthFirst = Number(b) > 12 || /^en-us/i.test(place.language);
      const [d, m] = dayFirst && !(Number(b) > 12) ? [a, b] : [b, a];
      if (month(m) === undefined || !isDay(d)) return undefined;
      // Which is which cannot be known: said as written.
      if (!dayFirst && !monthFirst)
        return {
          a: cardinal(a, "en"),
          s: "slash",
          b: `${cardinal(b, "en")} slash`,
          y: year(y, place.language),
        };
      return { a: dateWords(y, month(m) ?? "", d, place.language, dayFirst), b: "", y: "" };
    },
  ),
  rule(
    "days-month",
    "digit",
    pattern(`(?<d>\\d{1,2})(?<t>${DASH})(?<e>\\d{1,2})${GAP}${MONTH}(?:,?${GAP}(?<y>[12]\\d{3})${END})?`),
    ({ d = "", e = "", month: m, y }, place) =>
      isDay(d) && isDay(e)
        ? {
            d: `${THE.test(wordBefore(place)) ? "" : "the "}${day(d)}`,
            t: "to",
            e: `the ${day(e)} of`,
            month: month(m),
            y: y && year(y, place.language),
          }
        : undefined,
  ),
  rule(
    "day-month",
    "digit",
    pattern(`(?<d>\\d{1,2}(?:st|nd|rd|th)?)(?:${GAP}of)?${GAP}${MONTH}(?:,?${GAP}(?<y>[12]\\d{3})${END})?`),
    ({ d = "", month: m, y }, place) =>
      isDay(d)
        ? {
            d: `${THE.test(wordBefore(place)) ? "" : "the "}${day(d)} of`,
            month: month(m),
            y: y && year(y, place.language),
          }
        : undefined,
  ),
  rule(
    "month-day",
    "letter",
    pattern(
      `${MONTH}${GAP}(?<d>\\d{1,2}(?:st|nd|rd|th)?)(?:(?<t>${DASH})(?<e>\\d{1,2}))?(?![\\p{L}\\p{Nd}:.]\\p{Nd}|\\p{L}|\\p{Nd})(?:,?${GAP}(?<y>[12]\\d{3})${END})?`,
    ),
    ({ month: m, d = "", t, e, y }, place) => {
      if (!isDay(d) || (e !== undefined && !isDay(e))) return undefined;
      const the = isBritish(place.language) ? "the " : "";
      return {
        month: month(m),
        d: the + day(d),
        t: t && "to",
        e: e && the + day(e),
        y: y && year(y, place.language),
      };
    },
  ),
  rule(
    "month-year",
    "letter",
    pattern(`${MONTH}${GAP}(?<y>[12]\\d{3})${END}`),
    ({ month: m, y = "" }, place) => ({ month: month(m), y: year(y, place.language) }),
  ),
  rule("short-month", "letter", pattern(`(?<m>(?:${SHORT})\\.)`), ({ m }) => ({ m: month(m) })),

  rule(
    "decades",
    "digit",
    pattern(`(?<a>[12]\\d\\d0['’]?s)(?<t>${DASH})(?<b>(?:[12]\\d)?\\d0['’]?s)${END}`),
    ({ a = "", b = "" }, { language }) => ({ a: decade(a, language), t: "to", b: decade(b, language) }),
  ),
  rule("decade", "digit", pattern(`(?<a>(?:[12]\\d)?\\d0['’]?s)${END}`), ({ a = "" }, { language }) => ({
    a: decade(a, language),
  })),
  rule("short-decade", "sign", pattern(`(?<a>['’‘]\\d0['’]?s)${END}`), ({ a = "" }, { language }) => ({
    a: decade(a.slice(1), language),
  })),
  rule("short-year", "sign", pattern(`(?<a>['’‘]\\d\\d)${END}`), ({ a = "" }) => ({
    a: year(`19${a.slice(1)}`, "en").replace("nineteen ", ""),
  })),
  rule(
    "years",
    "digit",
    pattern(`(?<a>[12]\\d{3})${GAP}?(?<t>${DASH})${GAP}?(?<b>[12]\\d{3})${END}`),
    ({ a = "", b = "" }, { language }) => ({ a: year(a, language), t: "to", b: year(b, language) }),
  ),
  rule(
    "years-short",
    "digit",
    pattern(`(?<a>1[1-9]\\d\\d|20\\d\\d)(?<t>[-–/‑])(?<b>\\d\\d)${END}`),
    ({ a = "", b = "", t }, { language }) =>
      Number(b) > Number(a.slice(2)) || t !== "-"
        ? { a: year(a, language), t: t === "/" ? "" : "to", b: year(`19${b}`, "en").replace("nineteen ", "") }
        : undefined,
  ),
  rule(
    "years-bc",
    "digit",
    pattern(
      `(?<a>\\d{1,4})(?:(?<t>${DASH})(?<b>\\d{1,4}))?(?<gap>${GAP}?)(?<era>BCE|BC|CE|AD|B\\.C\\.E\\.|B\\.C\\.|A\\.D\\.)(?!\\p{L})`,
    ),
    ({ a = "", t, b, era = "" }, { language }) => ({
      a: year(a, language),
      t: t && "to",
      b: b && year(b, language),
      era: spell(era),
    }),
  ),
  rule(
    "era-year",
    "letter",
    pattern(`(?<era>AD|A\\.D\\.)${GAP}(?<a>\\d{1,4})${END}`),
    ({ a = "", era = "" }, { language }) => ({ era: spell(era), a: year(a, language) }),
  ),

  rule(
    "clock",
    "digit",
    pattern(
      `(?<h>[01]?\\d|2[0-4])[:.](?<m>[0-5]\\d)(?::(?<s>[0-5]\\d))?${GAP}?(?<half>[ap]\\.m\\.|[ap]m(?!\\p{L})|AM(?!\\p{L})|PM(?!\\p{L}))`,
    ),
    ({ h = "", m = "", s, half = "" }) => ({
      h: cardinal(h, "en"),
      m: m === "00" ? "" : minutes(m),
      s: s && `and ${cardinal(s, "en")} seconds`,
      half: spell(half),
    }),
  ),
  rule(
    "hour",
    "digit",
    pattern(`(?<h>1[0-2]|0?\\d)${GAP}?(?<half>[ap]\\.m\\.|[ap]m(?!\\p{L})|AM(?!\\p{L})|PM(?!\\p{L}))`),
    ({ h = "", half = "" }) => ({ h: cardinal(h, "en"), half: spell(half) }),
  ),
  rule(
    "clock-24",
    "digit",
    pattern(`(?<h>[01]?\\d|2[0-4]):(?<m>[0-5]\\d)(?::(?<s>[0-5]\\d))?${END}`),
    ({ h = "", m = "", s }) => {
      const hour = Number(h);
      const full = h.startsWith("0") || hour > 12 ? (hour > 12 ? "hundred" : "hundred hours") : "o'clock";
      const hourWords =
        h.startsWith("0") && h.length === 2 ? `zero ${cardinal(String(hour), "en")}` : cardinal(h, "en");
      return {
        h: hour === 0 && h.length === 2 ? "zero" : hourWords,
        m: m === "00" ? full : minutes(m),
        s: s && `and ${cardinal(s, "en")} seconds`,
      };
    },
  ),
];

function decade(written: string, language: string): string {
  const number = written.replace(/['’]?s$/, "");
  if (number.length === 2) return plural(cardinal(number, language));
  return plural(year(number, language));
}

/** `05` → "oh five". */
const minutes = (written: string): string =>
  written.startsWith("0") ? `oh ${cardinal(written.charAt(1), "en")}` : cardinal(written, "en");

/** `a.m.` → "A M". */
const spell = (written: string): string => Array.from(written.replaceAll(".", "").toUpperCase()).join(" ");

function dateWords(
  y: string,
  monthName: string,
  d: string,
  language: string,
  dayFirst = isBritish(language),
): string {
  const date = dayFirst ? `the ${day(d)} of ${monthName}` : `${monthName} ${day(d)}`;
  return `${date} ${year(y, language)}`;
}
