/** Abbreviations, signs, addresses and plain words in English. */
import { foldToAscii } from "../fold.ts";
import { END, pattern, rule, wordAfter, wordBefore, type Rule } from "../place.ts";
import { cardinal } from "./number-words.ts";
import { spellOut } from "./acronyms.ts";

/** With a full stop, before whatever they belong to. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  "Mr.": "Mister", "Mrs.": "Missus", "Ms.": "Miz", "Messrs.": "Messers", "Dr.": "Doctor", "Prof.": "Professor", "Gen.": "General", "Col.": "Colonel",
  "Lt.": "Lieutenant", "Maj.": "Major", "Capt.": "Captain", "Cmdr.": "Commander", "Cdr.": "Commander", "Sgt.": "Sergeant", "Adm.": "Admiral",
  "Brig.": "Brigadier", "Cpl.": "Corporal", "Pvt.": "Private", "Gov.": "Governor", "Pres.": "President", "Sen.": "Senator", "Rep.": "Representative",
  "Rev.": "Reverend", "Hon.": "Honorable", "Amb.": "Ambassador", "Supt.": "Superintendent", "Mt.": "Mount", "Ft.": "Fort", "Jr.": "Junior",
  "Sr.": "Senior", "Inc.": "Incorporated", "Ltd.": "Limited", "Corp.": "Corporation", "Co.": "Company", "Bros.": "Brothers", "Dept.": "Department",
  "dept.": "department", "Ave.": "Avenue", "Blvd.": "Boulevard", "Rd.": "Road", "est.": "established", "approx.": "approximately", "vs.": "versus",
  "v.": "versus", "e.g.": "for example", "i.e.": "that is", "etc.": "et cetera", "cf.": "compare", "viz.": "namely", "ibid.": "ibidem",
  "Ibid.": "Ibidem", "ca.": "circa", "esp.": "especially", "incl.": "including", "resp.": "respectively", "ed.": "editor", "eds.": "editors",
  "trans.": "translated by", "min.": "minutes", "hrs.": "hours", "max.": "maximum", "op. cit.": "opus cited", "et al.": "and others", "a.k.a.": "also known as",
  "Mon.": "Monday", "Tue.": "Tuesday", "Tues.": "Tuesday", "Wed.": "Wednesday", "Thu.": "Thursday", "Thurs.": "Thursday", "Fri.": "Friday",
  "p.m.": "P M", "a.m.": "A M", "E.g.": "For example", "I.e.": "That is", "No.": "No",
}; // prettier-ignore

/** Those of small letters alone, without their full stop. */
export const smallAbbreviations: readonly string[] = Object.keys(ABBREVIATIONS).flatMap((key) =>
  /^[a-z]+\.$/.test(key) ? key.slice(0, -1) : [],
);

/** Before a number only. */
const BEFORE_NUMBER: Readonly<Record<string, string>> = {
  no: "number", nos: "numbers", nr: "number", vol: "volume", vols: "volumes", p: "page", pp: "pages", ch: "chapter", chap: "chapter", fig: "figure",
  figs: "figures", art: "article", arts: "articles", sect: "section", sec: "section", par: "paragraph", para: "paragraph", pt: "part", ser: "series",
  c: "circa", ca: "circa", r: "reigned", fl: "flourished", b: "born", d: "died", l: "line", ll: "lines", app: "appendix", ex: "example", op: "opus", n: "note", nn: "notes",
}; // prettier-ignore

const escaped = (items: readonly string[]): string =>
  [...items]
    .sort((a, b) => b.length - a.length)
    .map((item) => item.replaceAll(".", "\\."))
    .join("|");

/** A sign said as a word wherever it stands. */
const SIGNS: Readonly<Record<string, string>> = {
  "&": "and", "№": "number", "§": "section", "§§": "sections", "¶": "paragraph", "@": "at", "±": "plus or minus", "≈": "about", "≠": "is not",
  "≥": "at least", "≤": "at most", "→": "to", "©": "copyright", "÷": "divided by", "∞": "infinity", "⇒": "so", "↔": "and",
}; // prettier-ignore

/** A sign said between spaces or numbers. */
const LOOSE: Readonly<Record<string, string>> = {
  "+": "plus",
  "=": "equals",
  "×": "times",
  "<": "is less than",
  ">": "is more than",
  "~": "about",
};

/** Tried in this order; the first that fits a place reads it. */
export const words: readonly Rule[] = [
  rule(
    "address",
    "letter",
    pattern(`(?<a>(?:https?://|www\\.)[^\\s)\\]>"”]{1,300}?)(?=[.,;:!?]*(?:[\\s)\\]>"”]|$))`),
    ({ a = "" }) => ({ a: sayAddress(a.replace(/^https?:\/\//, "")) }),
  ),
  rule(
    "mail",
    "letter",
    pattern(`(?<a>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,5})`),
    ({ a = "" }) => ({ a: sayAddress(a) }),
  ),
  rule(
    "domain",
    "letter",
    pattern(
      `(?<a>[A-Za-z][A-Za-z0-9-]{1,62}(?:\\.[a-z0-9-]{2,62}){0,3}\\.(?:com|org|net|edu|gov|int|io|info|html|md|js|pdf|kr|kp|ru|uk|de|fr|cn)(?:/[A-Za-z0-9._/-]{0,200}[A-Za-z0-9/])?)(?![\\p{L}\\p{Nd}])`,
    ),
    ({ a = "" }) => ({ a: sayAddress(a) }),
  ),
  // "St. Petersburg", "Main St."
  rule("saint", "letter", pattern(`(?<a>St\\.)`), ({ a }, { text }, to) => ({
    a:
      a &&
      /^\s\p{Lu}/u.test(text.slice(to, to + 2)) &&
      !/^(?:He|She|It|They|The|We|In|On|At|But|And|Then)$/.test(wordAfter(text, to))
        ? "Saint"
        : "Street",
  })),
  rule(
    "numbered",
    "letter",
    pattern(`(?<a>[A-Za-z]{1,4}\\.?)(?=[ \\u00a0]?(?:\\d|[IVXLC]{2,}(?!\\p{L})))`),
    ({ a = "" }, place) => {
      const dotted = a.endsWith(".");
      const said = BEFORE_NUMBER[a.replace(".", "").toLowerCase()];
      return said !== undefined &&
        (dotted || (/^No?s?$/.test(a) && a !== "N" && !/^(?:say|with|have|had|has)$/.test(wordBefore(place))))
        ? { a: said }
        : undefined;
    },
  ),
  rule(
    "abbreviation",
    "letter",
    pattern(
      `(?<a>${escaped(Object.keys(ABBREVIATIONS).filter((key) => key !== "No." && key !== "v."))})(?!\\p{L})`,
    ),
    ({ a = "" }, { text }, to) => {
      // "co.", "min." and the like are words at the end of a sentence; only those with a capital after them are sure.
      if (a === "min." && !/\d\s$/.test(text.slice(Math.max(0, to - 7), to - 4))) return undefined;
      return { a: ABBREVIATIONS[a] };
    },
  ),
  rule("versus", "letter", pattern(`(?<a>vs?\\.?)(?=\\s\\p{Lu})`), ({ a }, { text, at }) =>
    /\p{L}\s$/u.test(text.slice(Math.max(0, at - 2), at)) ? { a: a && "versus" } : undefined,
  ),
  rule("hashtag", "sign", pattern(`(?<a>#)(?=\\p{L})`), () => ({ a: "hashtag" })),
  rule("number-sign", "sign", pattern(`(?<a>#)(?=[ ]?\\d)`), () => ({ a: "number" })),
  rule("and-or", "letter", pattern(`(?<a>and)(?<s>/)(?<b>or)(?!\\p{L})`), () => ({
    a: "and",
    s: "",
    b: "or",
  })),
  rule(
    "per",
    "sign",
    pattern(`(?<a>/)(?=(?:second|minute|hour|day|week|month|year|person|capita|head)(?!\\p{L}))`),
    () => ({ a: "per" }),
  ),
  // "17 September–12 October", "10am–5pm"
  rule("until", "sign", pattern(`(?<a>–)(?=\\d)`), (_, { text, at }) =>
    /[\p{L}.]/u.test(text.charAt(at - 1)) ? { a: "to" } : undefined,
  ),
  // A dash between words joins them without a pause: "Moscow–Pyongyang".
  rule("joined", "sign", pattern(`(?<a>[–‑/])(?=[\\p{L}\\p{Nd}])`), (_, { text, at }) =>
    /[\p{L}\p{Nd}]/u.test(text.charAt(at - 1)) ? { a: "" } : undefined,
  ),
  rule(
    "sign",
    "sign",
    pattern(
      `(?<a>§§|[${Object.keys(SIGNS)
        .filter((sign) => sign.length === 1)
        .join("")}])`,
    ),
    ({ a = "" }) => ({ a: SIGNS[a] }),
  ),
  rule("loose-sign", "sign", pattern(`(?<a>[+=×<>~])(?=\\s?\\p{Nd}|\\s\\p{L})`), ({ a = "" }, { text, at }) =>
    at === 0 || /[\s\d]/.test(text.charAt(at - 1)) ? { a: LOOSE[a] } : undefined,
  ),
  rule("minus", "sign", pattern(`(?<a>−)(?=\\s?\\p{Nd})`), () => ({ a: "minus" })),
  rule("powers", "letter", pattern(`(?<a>CO[₂2]|H[₂2]O)${END}`), ({ a = "" }) => ({
    a: spellOutWithDigits(a),
  })),
];

function spellOutWithDigits(formula: string): string {
  return Array.from(formula.replaceAll("₂", "2"))
    .map((char) => (/\d/.test(char) ? cardinal(char, "en") : char))
    .join(" ");
}

const PLACES: Readonly<Record<string, string>> = { ".": "dot", "/": "slash", "@": "at", "-": "dash", _: "underscore", ":": "colon", "?": "question mark", "=": "equals", "&": "and", "%": "percent", "#": "hash", "+": "plus", "~": "tilde" }; // prettier-ignore

/** `www.example.org/kim` → "W W W dot example dot org slash kim". */
function sayAddress(address: string): string {
  return (address.replace(/\/$/, "").match(/[A-Za-z]+|\d+|./gu) ?? [])
    .map(
      (part) =>
        PLACES[part] ??
        (/^\d+$/.test(part)
          ? cardinal(part, "en")
          : /^(?:www|html|js|md|pdf|uk|kr|kp|ru)$/i.test(part)
            ? spellOut(part)
            : foldToAscii(part)),
    )
    .filter((part) => /[A-Za-z]/.test(part))
    .join(" ");
}
