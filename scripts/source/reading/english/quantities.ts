/** Numbers that count or measure: percentages, units, ranges, fractions, telephone numbers. */
import type { Run } from "../../../model.ts";
import { isOne, NUMBER, oneOf, sayTo, scaleOf, TO } from "./amount.ts";
import { END, pattern, rule, wordAfter, wordBefore, type Match, type Place, type Rule } from "../place.ts";
import { isYear } from "./dates.ts";
import { cardinal, digits, ordinal, year } from "./number-words.ts";

/** Unit → its names for one and for many. */
const UNITS: Readonly<Record<string, readonly [string, string]>> = {
  km: ["kilometer", "kilometers"], "km²": ["square kilometer", "square kilometers"], "km2": ["square kilometer", "square kilometers"],
  "km/h": ["kilometer per hour", "kilometers per hour"], kph: ["kilometer per hour", "kilometers per hour"], mph: ["mile per hour", "miles per hour"],
  m: ["meter", "meters"], "m²": ["square meter", "square meters"], "m³": ["cubic meter", "cubic meters"], "m/s": ["meter per second", "meters per second"],
  cm: ["centimeter", "centimeters"], mm: ["millimeter", "millimeters"], mi: ["mile", "miles"], "sq mi": ["square mile", "square miles"],
  "sq km": ["square kilometer", "square kilometers"], ft: ["foot", "feet"], yd: ["yard", "yards"], nmi: ["nautical mile", "nautical miles"],
  ha: ["hectare", "hectares"], kg: ["kilogram", "kilograms"], g: ["gram", "grams"], mg: ["milligram", "milligrams"], t: ["ton", "tons"],
  lb: ["pound", "pounds"], lbs: ["pound", "pounds"], oz: ["ounce", "ounces"], kt: ["kiloton", "kilotons"], Mt: ["megaton", "megatons"],
  L: ["liter", "liters"], ml: ["milliliter", "milliliters"], hp: ["horsepower", "horsepower"], W: ["watt", "watts"], kW: ["kilowatt", "kilowatts"],
  MW: ["megawatt", "megawatts"], GW: ["gigawatt", "gigawatts"], kWh: ["kilowatt hour", "kilowatt hours"], Hz: ["hertz", "hertz"],
  kHz: ["kilohertz", "kilohertz"], MHz: ["megahertz", "megahertz"], GHz: ["gigahertz", "gigahertz"], KB: ["kilobyte", "kilobytes"],
  MB: ["megabyte", "megabytes"], GB: ["gigabyte", "gigabytes"], TB: ["terabyte", "terabytes"], s: ["second", "seconds"], ms: ["millisecond", "milliseconds"],
  min: ["minute", "minutes"], hr: ["hour", "hours"], hrs: ["hour", "hours"], "°C": ["degree Celsius", "degrees Celsius"],
  "° C": ["degree Celsius", "degrees Celsius"], "°F": ["degree Fahrenheit", "degrees Fahrenheit"], "° F": ["degree Fahrenheit", "degrees Fahrenheit"],
  "°N": ["degree north", "degrees north"], "° N": ["degree north", "degrees north"], "°S": ["degree south", "degrees south"],
  "° S": ["degree south", "degrees south"], "°E": ["degree east", "degrees east"], "° E": ["degree east", "degrees east"],
  "°W": ["degree west", "degrees west"], "° W": ["degree west", "degrees west"], "°": ["degree", "degrees"], "%": ["percent", "percent"],
  ...micro("m", "meter"), ...micro("g", "gram"), ...micro("l", "liter"), ...micro("L", "liter"), ...micro("s", "second"), nm: ["nanometer", "nanometers"],
  ns: ["nanosecond", "nanoseconds"], mL: ["milliliter", "milliliters"], dl: ["deciliter", "deciliters"], mmol: ["millimole", "millimoles"], kDa: ["kilodalton", "kilodaltons"],
  mV: ["millivolt", "millivolts"], kV: ["kilovolt", "kilovolts"], kJ: ["kilojoule", "kilojoules"], kPa: ["kilopascal", "kilopascals"], hPa: ["hectopascal", "hectopascals"],
  kcal: ["kilocalorie", "kilocalories"], ppm: ["part per million", "parts per million"], dB: ["decibel", "decibels"],
  "€": ["euro", "euros"], EUR: ["euro", "euros"], "£": ["pound", "pounds"], USD: ["U S dollar", "U S dollars"], "₽": ["ruble", "rubles"], "₩": ["won", "won"], "₴": ["hryvnia", "hryvnias"],
  "‰": ["per thousand", "per thousand"], "per cent": ["percent", "percent"],
}; // prettier-ignore

/** Written with the micro sign or with the Greek letter. */
function micro(sign: string, name: string): Record<string, readonly [string, string]> {
  return Object.fromEntries(["µ", "μ"].map((mu) => [mu + sign, [`micro${name}`, `micro${name}s`]]));
}

const HALVES: Readonly<Record<string, readonly [string, string]>> = {
  "2": ["half", "halves"],
  "4": ["quarter", "quarters"],
};
const VULGAR: Readonly<Record<string, string>> = { "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8" }; // prettier-ignore

/** `3/4` → "three quarters"; undefined for what nobody says as a fraction. */
function fraction(top: string, bottom: string): string | undefined {
  const [n, d] = [Number(top), Number(bottom)];
  if (!(n >= 1 && n < d) || d > 100 || (d > 10 && d % 10 !== 0 && d !== 12 && d !== 16)) return undefined;
  const [one, many] = HALVES[bottom] ?? [ordinal(bottom), `${ordinal(bottom)}s`];
  return `${cardinal(top, "en")} ${n === 1 ? one : many}`;
}

const UNIT = oneOf(Object.keys(UNITS));

/** Tried in this order; the first that fits a place reads it. */
export const quantities: readonly Rule[] = [
  rule(
    "phone",
    "sign",
    pattern(`(?<a>\\+\\d{1,3})(?<b>(?:[ \\u00a0.-]\\(?\\d{1,5}\\)?){2,6})${END}`),
    ({ a = "", b = "" }) => ({ a: `plus ${digits(a)}`, b: digits(b) }),
  ),
  rule("phone", "digit", pattern(`(?<a>\\d{3}-\\d{3,4}-\\d{3,4}|\\d{3}-\\d{4})${END}`), ({ a = "" }) => ({
    a: digits(a),
  })),
  rule("isbn", "digit", pattern(`(?<a>97[89]-\\d{1,5}-\\d{1,7}-\\d{1,7}-\\d)${END}`), ({ a = "" }) => ({
    a: digits(a),
  })),
  rule("famous", "digit", pattern(`(?<a>9/11|24/7|50[/-]50)${END}`), ({ a = "" }) => ({
    a: a
      .split(/[/-]/)
      .map((part) => cardinal(part, "en"))
      .join(" "),
  })),
  rule(
    "ordinal",
    "digit",
    pattern(
      `(?<a>\\d{1,3}(?:,\\d{3}){1,5}|\\d{1,18})(?<s>st|nd|rd|th)(?:(?<t>[-–])(?<b>\\d{1,18})(?:st|nd|rd|th))?(?![\\p{L}\\p{Nd}])`,
    ),
    ({ a = "", b }) => ({ a: ordinal(a), s: "", t: "to", b: b && ordinal(b) }),
  ),
  rule(
    "power",
    "digit",
    pattern("(?<a>\\d{1,15})(?<b>\\^[-−–+]?\\d{1,4})(?![\\p{L}\\p{Nd}])"),
    ({ a = "", b = "" }, { language }) => ({
      a: cardinal(a, language),
      b: toThePowerOf(b.slice(1), language),
    }),
  ),
  // A raised figure after any other number is a note's mark more often than a power.
  rule(
    "raised",
    "digit",
    pattern("(?<a>10|2)(?<b>[⁺⁻]?[⁰¹²³⁴-⁹]{1,4})"),
    ({ a = "", b = "" }, { language }) => ({
      a: cardinal(a, language),
      b: toThePowerOf(b.normalize("NFKC"), language),
    }),
  ),
  rule(
    "mixed-fraction",
    "digit",
    pattern(`(?:(?<a>\\d{1,6})[ \\u00a0]?)(?<f>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])`),
    ({ a = "", f = "" }, { language }) => ({
      a: cardinal(a, language),
      f: `and ${vulgar(f).replace(/^one (half|quarter|third)/, "a $1")}`,
    }),
  ),
  rule(
    "fraction",
    "digit",
    pattern(`(?<a>\\d{1,3})[/⁄](?<b>\\d{1,3})(?<s>rds?|ths?)?(?![\\p{L}\\p{Nd}/])`),
    ({ a = "", b = "" }) => {
      const said = fraction(a, b);
      return said === undefined ? undefined : { a: said, b: "", s: "" };
    },
  ),
  rule(
    "slash",
    "digit",
    pattern(`(?<a>\\d{1,4})(?<s>/)(?<b>\\d{1,4})(?![\\p{L}\\p{Nd}])`),
    ({ a = "", b = "" }, { language }) => ({
      a: cardinal(a, language),
      s: "slash",
      b: cardinal(b, language),
    }),
  ),
  rule(
    "ratio",
    "digit",
    pattern(`(?<a>\\d{1,3})(?<s>:)(?<b>\\d)(?![\\p{L}\\p{Nd}:])`),
    ({ a = "", b = "" }) => ({ a: cardinal(a, "en"), s: "to", b: cardinal(b, "en") }),
  ),
  rule(
    "dimensions",
    "digit",
    pattern(`(?<a>\\d{1,6})(?<x>[ ]?[×x][ ]?)(?<b>\\d{1,6})(?![\\p{L}\\p{Nd}^⁺⁻⁰¹²³⁴-⁹])`),
    ({ a = "", b = "" }, { language }) => ({ a: cardinal(a, language), x: "by", b: cardinal(b, language) }),
  ),
  rule(
    "address",
    "digit",
    pattern(`(?<a>\\d{1,9}(?:\\.\\d{1,9}){2,6})${END}`),
    ({ a = "" }, { language }) => ({
      a: a
        .split(".")
        .map((part) => cardinal(part, language))
        .join(" point "),
    }),
  ),
  measure("digit", ""),
  measure("sign", "[-−–‑](?=[.\\d])"),
  rule("decimal", "sign", pattern(`(?<a>\\.\\d{1,20})${END}`), ({ a = "" }) => ({ a: `point ${digits(a)}` })),
  rule("vulgar", "digit", pattern(`(?<f>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])`), ({ f = "" }) => ({ f: vulgar(f) })),
  { name: "any-digits", starts: "digit", read: readDigits },
];

/** `6` → "to the power of six", `-3` → "to the power of minus three", `2` → "squared". */
function toThePowerOf(written: string, language: string): string {
  const [, sign = "", figures = ""] = /^([^\d]?)(\d+)$/.exec(written) ?? [];
  if (sign === "" && figures === "2") return "squared";
  if (sign === "" && figures === "3") return "cubed";
  return `to the power of ${/[-−–]/.test(sign) ? "minus " : ""}${cardinal(figures, language)}`;
}

function vulgar(sign: string): string {
  const [top = "", bottom = ""] = (VULGAR[sign] ?? "").split("/");
  return fraction(top, bottom) ?? "";
}

/** A number or a range, with its scale, percent sign or unit. */
function measure(starts: "digit" | "sign", sign: string): Rule {
  const regex = pattern(
    `(?<a>${sign}(?:${NUMBER}))(?:(?<p>%)?${TO}(?<b>${NUMBER}))?(?:(?<scale>(?:bn|tn|mn|k|K)(?![\\p{L}\\p{Nd}]))|(?<gap>[ \\u00a0-])?(?<unit>${UNIT})(?![\\p{L}\\p{Nd}]))?${END}`,
  );
  return rule("measure", starts, regex, ({ a = "", t, b, unit, scale, gap }, place, to) => {
    const { language, text } = place;
    const minus = sign !== "" && !/[^\s([“"'‘]/u.test(text.charAt(place.at - 1));
    const number = sign === "" ? a : a.slice(1);
    if (sign !== "" && !minus) return undefined;
    // A spaced hyphen between numbers is a dash or a minus, and no range.
    if (t !== undefined && / - ?|- /.test(t)) return undefined;
    // "5 s" and "5 t" are letters more often than units.
    if (unit !== undefined && /^[stgWL]$/.test(unit) && gap === "-") return undefined;
    const whole = /^\d+$/.test(number);
    if (/^0\d/.test(number) || (whole && number.length > 15)) return undefined;
    const say = (written: string): string =>
      unit === undefined && scale === undefined && isYear(written, text, to)
        ? year(written, language)
        : cardinal(written, language);
    const names = unit === undefined ? undefined : meters(unit, gap, text, to);
    const one = isOne(b ?? number) || (gap === "-" && unit !== "%");
    return {
      a: `${minus ? "minus " : ""}${say(number)}`,
      p: "",
      t: sayTo(t),
      b: b && say(b),
      scale: scaleOf(scale),
      unit: names?.[one ? 0 : 1],
    };
  });
}

/** `5m people` is a number of people, `5 m` a length. */
function meters(
  unit: string,
  gap: string | undefined,
  text: string,
  to: number,
): readonly [string, string] | undefined {
  const isMillion =
    unit === "m" &&
    gap === undefined &&
    /^(?:people|men|women|children|refugees|dead|tons|tonnes|dollars|euros|pounds|workers|soldiers|copies)$/.test(
      wordAfter(text, to),
    );
  return isMillion ? ["million", "million"] : UNITS[unit];
}

/** Any digits that no other rule wanted: years, numbers, and, with leading zeros or very long, digit by digit. */
function readDigits(place: Place): Match | undefined {
  const { text, at, end, language } = place;
  let to = at;
  while (to < end && /\p{Nd}/u.test(text.charAt(to))) to += 1;
  if (to === at) return undefined;
  const written = text.slice(at, to);
  const spelled =
    written.length > 15 ||
    /^0\d/.test(written) ||
    /[\p{L}]$/u.test(text.slice(Math.max(0, at - 1), at)) ||
    !/^\d+$/.test(written);
  const spoken = spelled
    ? digits(asciiDigits(written))
    : isYear(written, text, to) && wordBefore(place) !== "page"
      ? year(written, language)
      : cardinal(written, language);
  const run: Run = { from: at, to, spoken };
  return { to, runs: [run] };
}

/** Digits of other scripts by their values; in Unicode they stand in rows of ten. */
function asciiDigits(written: string): string {
  return Array.from(written.normalize("NFKC"))
    .map((digit) => (/\d/.test(digit) ? digit : String(valueOf(digit))))
    .join("");
}

/** The value of a digit: how many digits of its row stand before it. */
function valueOf(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value += 1;
  return value;
}
