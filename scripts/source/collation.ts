/**
 * The order of words in an index or glossary, by rules of our own: word by word, in the alphabet of the lecture's
 * language, without marks, punctuation and capitals. `Intl.Collator` is left aside: its order comes with the ICU of each
 * Node, so that the same deck could give other bytes on another machine. Pure.
 */

/** Letters that are no letter with a mark, and what they are sorted as. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
};

/** Letters with a place of their own in the alphabet, by language: each group is a letter and those that follow it. */
const OWN_LETTERS: Readonly<Record<string, string>> = {
  cs: "cč rř sš zž",
  da: "zæøå",
  es: "nñ",
  fi: "zåäö",
  hu: "oöő uüű",
  nb: "zæøå",
  nn: "zæøå",
  no: "zæøå",
  pl: "aą cć eę lł nń oó sś zźż",
  sk: "aä cč oô sš zž",
  sv: "zåäö",
  tr: "cç gğ hı oö sş uü",
};

/** Comes after every letter, so that `z\uffffa` stands behind all words with `z` and before nothing else. */
const BEHIND = "\uffff";

/**
 * What a text is sorted by: compare keys with `<`. Digits come before letters; of scripts, Latin, Greek, Cyrillic, Korean.
 * @param language BCP 47, of the lecture
 */
export function collationKey(text: string, language: string): string {
  const own = ownLetters(language);
  return Array.from(text.normalize("NFC").toLowerCase(), (letter) => {
    const placed = own.get(letter) ?? SPELLED[letter];
    if (placed !== undefined) return placed;
    // Korean syllables are in the order of dictionaries as they are, and would fall apart.
    if (/[\uac00-\ud7a3]/.test(letter)) return letter;
    if (/[\s\p{Pd}]/u.test(letter)) return " ";
    return letter.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");
  })
    .join("")
    .replace(/ +/g, " ")
    .trim();
}

function ownLetters(language: string): Map<string, string> {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  const groups = Object.hasOwn(OWN_LETTERS, primary) ? (OWN_LETTERS[primary] ?? "") : "";
  return new Map(
    groups.split(" ").flatMap((group) => {
      const [base = "", ...following] = Array.from(group);
      return following.map((letter, i) => [letter, base + BEHIND + String.fromCharCode(97 + i)] as const);
    }),
  );
}

/** Sorts by `collationKey` of what `textOf` gives; what is equal keeps its order. */
export function collate<T>(items: readonly T[], textOf: (item: T) => string, language: string): T[] {
  return items
    .map((item) => ({ item, key: collationKey(textOf(item), language) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}
