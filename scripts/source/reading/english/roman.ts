/** Roman numbers in English: "Louis the fourteenth", "World War two", "the nineteenth century". */
import { foldToAscii } from "../fold.ts";
import { pattern, rule, wordAfter, wordBefore, type Place, type Rule } from "../place.ts";
import { wordSet } from "./acronyms.ts";
import { cardinal, ordinal, roman } from "./number-words.ts";

/** Words before which Roman numbers are counted, not ordered: "World War two", but "Louis the fourteenth". */
const COUNTED = wordSet(`
  war wars part parts chapter act scene volume vol book section article appendix phase stage type mark mk class grade level vatican salt
  start apollo saturn title figure fig plate table round schedule annex basket protocol page pages bowl unit division corps group cohort
  soyuz vostok voskhod gemini zone plan stalag oflag rocky category point item step`);

/** Rulers' and popes' names; a single Roman letter (`Peter I`) is only a number after one of these. */
const RULERS = wordSet(`
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

/** Words of `COUNTED` after which a lone I is rather the pronoun. */
const BEFORE_PRONOUN = wordSet(
  "start plan point group class book act type mark table figure title page pages step round",
);

/** Verbs that show a lone I after a ruler's name to be the pronoun. */
const AFTER_PRONOUN = wordSet("am have think know believe say would");

/** Roman numerals after a name, a title or a word that is counted. */
export const romanNumbers: readonly Rule[] = [
  rule(
    "roman",
    "letter",
    pattern(`(?<a>[IVXLCDM]{1,9})(?<s>['’]s)?(?<th>th)?(?![\\p{L}\\p{Nd}.]\\p{L}|\\p{L}|\\p{Nd})`),
    ({ a = "", s, th }, place, to) => {
      const value = roman(a);
      if (value === undefined || place.shouted) return undefined;
      const number = String(value);
      const own = s === undefined ? "" : "'s";
      if (th !== undefined || /^(?:century|centuries)$/i.test(wordAfter(place.text, to)))
        return { a: ordinal(number), s: "", th: "" };
      if (followsRuler(a, place, to)) return { a: `the ${ordinal(number)}${own}`, s: "" };
      if (followsCounted(a, place, to) || /^[IVX]{2,}$/.test(a))
        return { a: cardinal(number, "en") + own, s: "" };
      return undefined;
    },
  ),
];

/** Only a space parts it from the word before. */
const stands = ({ text, at }: Place): boolean =>
  /[\p{L}\p{M}'’][ \u00a0\n-]$/u.test(text.slice(Math.max(0, at - 2), at));

function followsRuler(letters: string, place: Place, to: number): boolean {
  const before = foldToAscii(wordBefore(place));
  if (!stands(place) || !RULERS.has(before) || /^[CDML]$/.test(letters)) return false;
  if (letters === "X" && before === "malcolm") return false;
  return letters !== "I" || !AFTER_PRONOUN.has(wordAfter(place.text, to));
}

function followsCounted(letters: string, place: Place, to: number): boolean {
  const before = wordBefore(place);
  if (!stands(place) || !COUNTED.has(before)) return false;
  return letters !== "I" || !BEFORE_PRONOUN.has(before) || !/^\s\p{Ll}/u.test(place.text.slice(to, to + 2));
}
