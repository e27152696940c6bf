/** Words in capitals, designations such as EC-121, and Roman numbers in English. */
import { foldToAscii } from "../fold.ts";
import { END, pattern, rule, wordAfter, wordBefore, type Rule } from "../place.ts";
import { cardinal, designation, ordinal, roman } from "./number-words.ts";

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Acronyms that are said as words. */
const SAID_AS_WORDS = list(`
  NATO UNESCO UNICEF OPEC NASA ESA SALT START SEATO ASEAN CENTO ANZUS AIDS COVID SARS MERS RADAR SONAR LASER EURATOM COMECON COMINTERN
  COMINFORM BRICS SWIFT KEDO TASS NORAD SWAPO FRELIMO UNITA MERCOSUR GATT GULAG SMERSH STASI HAMAS FIFA UEFA OXFAM INTERPOL EUROPOL PATRIOT
  SCUD SWAT THAAD AUKUS APEC CARICOM ECOWAS FATAH UNRWA UNPROFOR AWOL RAND JPEG SIM PIN ZIP NAFTA AWACS MIRV SEAL DEFCON ICANN COBOL MASH
  ROSCOSMOS KOMSOMOL NARKOM GOSPLAN OPEC+ WASP NIMBY ANSI UNIX LIDAR`);

/** Short words that people set in capitals for emphasis. */
const EMPHASISED = list(`
  THE AND NOT BUT FOR ARE WAS HIS HER ALL ONE TWO NO YES NEVER EVER WAR HOW WHY ANY OUR YOU SHE HIM HAD HAS OUT NOW NEW OLD WILL MUST THIS
  THAT FROM WITH THEY WERE ONLY BOTH EACH VERY MORE MOST LESS LAST FIRST SOME NONE OVER AFTER UNDER WHEN THEN THEM HERE THERE WHAT WHO'S
  ME MY WE HE DO SO IF OR OF TO IN ON BY AT AN AS BE IS AM UP GO OH STOP WAIT LOOK DEAD PEACE NOTE EAST WEST NORTH SOUTH KIM MAO END`);

/** Capitals and small letters mixed, as they are said. */
const SPECIAL: Readonly<Record<string, string>> = {
  OK: "okay", MiG: "mig", Su: "soo", Il: "I L", Tu: "T U", An: "A N", Ka: "K A", Mi: "M I", PhD: "P H D", MSc: "M S C", BSc: "B S C",
  eBay: "ebay", iPhone: "eye phone", McCarthy: "McCarthy", vs: "versus", TV: "T V", UFO: "U F O", JSTOR: "jay store", NORK: "nork",
}; // prettier-ignore

/** Words before which Roman numbers are counted, not ordered: "World War two", but "Louis the fourteenth". */
const COUNTED = list(`
  war wars part parts chapter act scene volume vol book section article appendix phase stage type mark mk class grade level vatican salt
  start apollo saturn title figure fig plate table round schedule annex basket protocol page pages bowl unit division corps group cohort
  soyuz vostok voskhod gemini zone plan stalag oflag and to rocky category point item step`);

/** Rulers' and popes' names; a single Roman letter (`Peter I`) is only a number after one of these. */
const RULERS = list(`
  peter paul ivan vasily feodor fyodor boris nicholas alexander catherine elizabeth anne mary william george edward henry richard charles
  james john stephen louis philip philippe francis henri napoleon frederick wilhelm friedrich joseph josef maximilian rudolf ferdinand
  franz leopold otto karl ludwig albert christian gustav gustavus haakon harald olaf olav erik eric carl oscar margrethe umberto victor
  emmanuel amadeus pedro alfonso juan carlos felipe isabella sancho manuel sebastian afonso joao sigismund casimir wladyslaw boleslaw
  stanislaw augustus mehmed murad selim suleiman bayezid mahmud abdulaziz hamid ahmed mustafa osman orhan abbas darius xerxes cyrus
  artaxerxes ptolemy ramesses ramses rameses thutmose amenhotep seti cleopatra antiochus seleucus philip constantine theodosius justinian
  basil alexios michael romanos leo pius benedict gregory clement innocent urban boniface sixtus julius adrian nicholas celestine honorius
  eugene martin callixtus paul hussein abdullah faisal farouk fuad hassan mohammed idris rama pahlavi kamehameha tewodros menelik carol
  david robert malcolm kenneth jimenez menander mithridates berengar baldwin bohemond roger tancred godfrey theodoric chlothar clovis
  childeric dagobert childebert pepin lothair conrad arnulf sverre magnus canute cnut sweyn valdemar christopher zog alexandra olga`);

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

export const acronyms: readonly Rule[] = [
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
      n: j === "" && a.length > 6 ? cardinal(n, "en") : designation(n),
      z: z && spellOut(z),
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
  // XIX century, World War II, Louis XIV
  rule(
    "roman",
    "letter",
    pattern(`(?<a>[IVXLCDM]{1,9})(?<s>['’]s)?(?<th>th)?(?![\\p{L}\\p{Nd}.]\\p{L}|\\p{L}|\\p{Nd})`),
    ({ a = "", s, th }, place, to) => {
      const value = roman(a);
      if (value === undefined || place.shouted) return undefined;
      const own = s === undefined ? "" : "'s";
      const number = String(value);
      if (/^(?:century|centuries)$/i.test(wordAfter(place.text, to)) || th !== undefined)
        return { a: ordinal(number), s: "", th: "" };
      const before = wordBefore(place);
      const apart = /[^\p{L}\p{M}'’]\s$/u.test(place.text.slice(Math.max(0, place.at - 2), place.at));
      if (
        COUNTED.has(before) &&
        !apart &&
        !(
          a === "I" &&
          /^(?:and|to|start|plan|point|group|part|class|book|act|type|mark|table|figure|title|page|pages|step|round)$/.test(
            before,
          ) &&
          before !== "part"
        )
      )
        return { a: cardinal(number, "en") + own, s: "" };
      if (
        !apart &&
        RULERS.has(foldToAscii(before)) &&
        a !== "C" &&
        a !== "D" &&
        a !== "M" &&
        a !== "L" &&
        !(before === "malcolm" && a === "X")
      ) {
        return a === "I" &&
          /^(?:am|was|have|had|will|would|think|know|say|said|saw|believe)$/.test(wordAfter(place.text, to))
          ? undefined
          : { a: `the ${ordinal(number)}${own}`, s: "" };
      }
      return a.length > 1 && /^[IVX]+$/.test(a) ? { a: cardinal(number, "en") + own, s: "" } : undefined;
    },
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
