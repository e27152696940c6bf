/** Numbers as English words, one word per spoken word: no hyphens, no commas. */
import { toCardinal, toOrdinal } from "n2words/en-US";

/** British habits ("two thousand and seven", day before month) hold everywhere but in the United States and where no country is named. */
export function isBritish(language: string): boolean {
  return /^en-(?!us\b)[a-z]{2}\b/i.test(language);
}

const plain = (words: string): string => words.replaceAll("-", " ").replaceAll(",", "");

/** Longest number that is said as one; longer ones are said digit by digit. */
const LONGEST = 15;

/** `1,500.25` → "one thousand five hundred point two five". Separators may be commas or thin spaces. */
export function cardinal(written: string, language: string): string {
  const [whole = "", fraction] = written.replaceAll(/[,\s'’]/gu, "").split(".");
  if (whole.length > LONGEST)
    return digits(whole) + (fraction === undefined ? "" : ` point ${digits(fraction)}`);
  const said = plain(toCardinal(whole === "" ? "0" : whole, { and: isBritish(language) }));
  return fraction === undefined ? said : `${said} point ${digits(fraction)}`;
}

/** `21` → "twenty first". */
export function ordinal(written: string): string {
  const number = written.replaceAll(/[,\s]/gu, "");
  if (number.length > LONGEST) return `${digits(number)}th`;
  return /^0+$/.test(number) ? "zeroth" : plain(toOrdinal(number));
}

const DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"] as const;

/** `007` → "zero zero seven". */
export function digits(written: string): string {
  return Array.from(written)
    .map((digit) => (/\d/.test(digit) ? (DIGITS[Number(digit)] ?? "") : ""))
    .filter(Boolean)
    .join(" ");
}

/** Two digits of a year or designation: `05` → "oh five". */
const pair = (two: string): string =>
  two.startsWith("0") ? `oh ${digits(two.charAt(1))}` : cardinal(two, "en");

/** A year as it is said: `1905` "nineteen oh five", `2007` "two thousand seven", `476` "four seventy six". */
export function year(written: string, language: string): string {
  const number = Number(written);
  if (written.length === 3 && !written.startsWith("0"))
    return number % 100 === 0
      ? cardinal(written, language)
      : `${digits(written.charAt(0))} ${pair(written.slice(1))}`;
  if (written.length !== 4 || written.startsWith("0")) return cardinal(written, language);
  if (number % 1000 === 0) return cardinal(written, "en");
  if (number % 1000 < 10) return cardinal(written, language);
  const [century, rest] = [written.slice(0, 2), written.slice(2)];
  return rest === "00" ? `${pair(century)} hundred` : `${pair(century)} ${pair(rest)}`;
}

/** The number of an aircraft, ship or document: `121` "one twenty one", `52` "fifty two", `15648` digit by digit. */
export function designation(written: string): string {
  if (written.length > 4 || (written.length > 1 && written.startsWith("0"))) return digits(written);
  if (written.length === 4) return year(written, "en");
  if (written.length === 3 && !written.endsWith("00"))
    return `${digits(written.charAt(0))} ${pair(written.slice(1))}`;
  return cardinal(written, "en");
}

/** The last word of a number as a plural: `nineteen fifty` → "nineteen fifties". */
export function plural(words: string): string {
  if (words.endsWith("y")) return `${words.slice(0, -1)}ies`;
  return words.endsWith("x") ? `${words}es` : `${words}s`;
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** The value of a well-formed Roman number, in capitals; undefined for anything else. */
export function roman(written: string): number | undefined {
  if (!/^(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(written))
    return undefined;
  const values = Array.from(written, (letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
