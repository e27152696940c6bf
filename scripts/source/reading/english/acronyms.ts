/** Words in capitals and designations such as EC-121 in English. */
import { foldToAscii } from "../fold.ts";
import { END, pattern, rule, wordAfter, wordBefore, type Rule } from "../place.ts";
import { cardinal, designation, plural } from "./number-words.ts";

/** A set of words written as one text. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Acronyms that are said as words. */
const SAID_AS_WORDS = wordSet(`
  NATO UNESCO UNICEF OPEC NASA ESA SALT START SEATO ASEAN CENTO ANZUS AIDS COVID SARS MERS RADAR SONAR LASER EURATOM COMECON COMINTERN
  COMINFORM BRICS SWIFT KEDO TASS NORAD SWAPO FRELIMO UNITA MERCOSUR GATT GULAG SMERSH STASI HAMAS FIFA UEFA OXFAM INTERPOL EUROPOL PATRIOT
  SCUD SWAT THAAD AUKUS APEC CARICOM ECOWAS FATAH UNRWA UNPROFOR AWOL RAND JPEG SIM PIN ZIP NAFTA AWACS MIRV SEAL DEFCON ICANN COBOL MASH
  ROSCOSMOS KOMSOMOL NARKOM GOSPLAN OPEC+ WASP NIMBY ANSI UNIX LIDAR`);

/** Short words that people set in capitals for emphasis. */
const EMPHASISED = wordSet(`
  THE AND NOT BUT FOR ARE WAS HIS HER ALL ONE TWO NO YES NEVER EVER WAR HOW WHY ANY OUR YOU SHE HIM HAD HAS OUT NOW NEW OLD WILL MUST THIS
  THAT FROM WITH THEY WERE ONLY BOTH EACH VERY MORE MOST LESS LAST FIRST SOME NONE OVER AFTER UNDER WHEN THEN THEM HERE THERE WHAT WHO'S
  ME MY WE HE DO SO IF OR OF TO IN ON BY AT AN AS BE IS AM UP GO OH STOP WAIT LOOK DEAD PEACE NOTE EAST WEST NORTH SOUTH KIM MAO END`);

/** Capitals and small letters mixed, as they are said. */
const SPECIAL: Readonly<Record<string, string>> = {
  OK: "okay", MiG: "mig", Su: "soo", Il: "I L", Tu: "T U", An: "A N", Ka: "K A", Mi: "M I", PhD: "P H D", MSc: "M S C", BSc: "B S C",
  eBay: "ebay", iPhone: "eye phone", McCarthy: "McCarthy", vs: "versus", TV: "T V", UFO: "U F O", WW: "World War", WWI: "World War one", WWII: "World War two",
}; // prettier-ignore

/** Letters said one by one: `USS` → "U S S". */
export function spellOut(letters: string): string {
  const plain = foldToAscii(letters).replaceAll(/[^A-Za-z]/g, "");
  return Array.from(plain.toUpperCase()).join(" ");
}

/** The name of a letter on its own; A is written as it sounds, or a voice takes it for the article. */
const letterName = (letter: string): string => (letter.toUpperCase() === "A" ? "ay" : letter.toUpperCase());

/** How an acronym (two or more capitals) is said. */
function acronym(letters: string): string {
  const special = SPECIAL[letters];
  if (special !== undefined) return special;
  if (SAID_AS_WORDS.has(letters) || EMPHASISED.has(letters)) return foldToAscii(letters).toLowerCase();
  const isWord = letters.length > 5 && /[AEIOUY]/.test(letters);
  return isWord
    ? foldToAscii(letters).toLowerCase()
    : letters.length === 1
      ? letterName(letters)
      : spellOut(letters);
}

/** The letters of a designation: `EC` "E C", `COVID` "covid", `Hwasong` "Hwasong", `MiG` "mig". */
function designationLetters(letters: string): string {
  const special = SPECIAL[letters];
  if (special !== undefined) return special;
  if (SAID_AS_WORDS.has(letters)) return letters.toLowerCase();
  if (/^\p{Lu}{1,5}$/u.test(letters)) return letters.length === 1 ? letterName(letters) : spellOut(letters);
  return letters === letters.toUpperCase() ? foldToAscii(letters).toLowerCase() : foldToAscii(letters);
}

/** `EC-121` is "E C one twenty one", several `B-29s` are "B twenty nines"; `Model3000` is a name with an ordinary number. */
function numberAfter(letters: string, number: string, several: boolean): string {
  const words = /^\p{L}{7,}$/u.test(letters) ? cardinal(number, "en") : designation(number);
  return several ? plural(words) : words;
}

/** Tried in this order; the first that fits a place reads it. */
export const acronyms: readonly Rule[] = [
  rule(
    "firm",
    "letter",
    pattern(`(?<a>\\p{Lu}{1,3})(?<and>&)(?<b>\\p{Lu}{1,3})(?![\\p{L}\\p{Nd}])`),
    ({ a = "", b = "" }) => ({
      a: spellOut(a),
      and: "and",
      b: b.length === 1 ? letterName(b) : spellOut(b),
    }),
  ),
  // U.S., U.S.S.R.'s, D.C., J. Edgar
  rule(
    "dotted",
    "letter",
    pattern(
      `(?<a>\\p{Lu}\\.(?:[ ]?\\p{Lu}\\.){1,6}(?:['’]s(?!\\p{L}))?|\\p{Lu}\\.\\p{Lu}(?:\\.\\p{Lu}){0,5}(?!\\p{L}))`,
    ),
    ({ a = "" }) => {
      const letters = spellOut(a.replace(/['’]s$/, ""));
      return { a: /['’]s$/.test(a) ? `${letters}'s` : letters };
    },
  ),
  rule(
    "dotted-degree",
    "letter",
    pattern(`(?<a>Ph\\.\\s?D\\.|M\\.\\s?Sc\\.|B\\.\\s?Sc\\.)`),
    ({ a = "" }) => ({ a: spellOut(a) }),
  ),
  rule("initial", "letter", pattern(`(?<a>\\p{Lu}\\.)(?=\\s\\p{Lu})`), ({ a = "" }) => ({
    a: letterName(foldToAscii(a.charAt(0))),
  })),
  // EC-121, T-34, MiG-15, COVID-19, G7, SC/15648, KAL 007
  rule(
    "designation",
    "letter",
    pattern(
      `(?<a>\\p{Lu}[\\p{L}\\p{M}]{0,30})(?<j>[-–/‑]?)(?<n>\\d{1,12})(?<z>\\p{L}{1,2}(?!\\p{L}))?${END}`,
    ),
    ({ a = "", n = "", z, j }) => ({
      a: designationLetters(a),
      n: numberAfter(a + j, n, z === "s"),
      z: z && (z === "s" ? "" : spellOut(z)),
    }),
  ),
  rule(
    "flight",
    "letter",
    pattern(`(?<a>\\p{Lu}{2,4})(?<j> )(?<n>0\\d{1,3})${END}`),
    ({ a = "", n = "" }) => ({ a: spellOut(a), n: designation(n) }),
  ),
  rule(
    "numbered-letter",
    "digit",
    pattern(`(?<n>\\d{1,3})(?<a>[A-Z])(?![\\p{L}\\p{Nd}])`),
    ({ n = "", a = "" }) => ({ n: designation(n), a: letterName(a) }),
  ),
  rule(
    "plural-acronym",
    "letter",
    pattern(`(?<a>\\p{Lu}{2,6})(?<s>['’]?s)(?![\\p{L}\\p{Nd}])`),
    ({ a = "" }, { shouted }) =>
      shouted ? undefined : { a: `${acronym(a)}'s`.replace(/([a-z]{3,})'s$/, "$1s"), s: "" },
  ),
  rule("letter-name", "letter", pattern(`(?<a>\\p{Lu})(?=-\\p{L}|['’]s(?!\\p{L}))`), ({ a = "" }) =>
    a === "I" ? undefined : { a: letterName(foldToAscii(a)) },
  ),
  rule("letter-after", "letter", pattern(`(?<a>[AB])(?![\\p{L}\\p{Nd}'’])`), ({ a }, place) =>
    /^(?:plan|vitamin|class|section|group|hepatitis|point|side|type|team|zone|grade|category|option|letter|part|annex|appendix)$/.test(
      wordBefore(place),
    )
      ? { a: letterName(a ?? "") }
      : undefined,
  ),
  rule("article", "letter", pattern(`(?<a>A)(?![\\p{L}\\p{M}\\p{Nd}'’-])`), (_, { text }, to) => ({
    a: wordAfter(text, to) === "" ? "ay" : "a",
  })),
  rule(
    "acronym",
    "letter",
    pattern(`(?<a>\\p{Lu}{2,40}\\+?)(?![\\p{L}\\p{M}\\p{Nd}])`),
    ({ a = "" }, { shouted }) => ({
      a:
        shouted && !/^(?:USS|USSR|DPRK|UN|UK|EU|USA|CIA|KGB)$/.test(a)
          ? foldToAscii(a).toLowerCase()
          : acronym(a),
    }),
  ),
  rule("special", "letter", pattern(`(?<a>[\\p{L}]{2,12})(?![\\p{L}\\p{M}])`), ({ a = "" }) =>
    Object.hasOwn(SPECIAL, a) && /\p{Ll}\p{Lu}/u.test(a) ? { a: SPECIAL[a] } : undefined,
  ),
];

/** Whether a sentence is written in capitals: three words or more, and hardly one without. */
export function isShouted(text: string): boolean {
  const words = text.slice(0, 400).match(/\p{L}{2,}/gu) ?? [];
  return (
    words.length >= 3 &&
    words.filter((word) => word === word.toUpperCase() && word !== word.toLowerCase()).length >=
      words.length * 0.8
  );
}
