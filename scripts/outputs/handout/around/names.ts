/**
 * How an index writes and finds a name. Authors list people and places as readers know them, `Joseph Stalin`,
 * `Kim Il Sung (김일성)`; an index needs the surname first, and every form under which the text may call them. Pure.
 */

/** A person or a place. */
export interface Name {
  /** In the order in which it is said: `Joseph Stalin`. */
  readonly name: string;
  /** The name in its own script; empty when none is given. */
  readonly native: string;
  /** As an index writes it: `Stalin, Joseph`, `Kim Il Sung`. */
  readonly inverted: string;
  /** What the text may call a person by, where nobody else is meant: `Stalin`. Empty for places and single names. */
  readonly family: string;
}

/** `Seoul (서울)`. */
export function placeName(written: string): Name {
  const { name, native } = split(written);
  return { name, native, inverted: name, family: "" };
}

/**
 * `Joseph Stalin`, `Kim Il Sung (김일성)`, or with a comma where the surname is not to be guessed: `Philby, Kim`.
 *
 * The surname is the last word. It is the first one in Korean and Chinese names, which are known by their own script in
 * parentheses, or by a common surname before given names that are Korean or Chinese syllables; these are not inverted
 * (Chicago Manual of Style 17, 16.76 to 16.83). Rulers and popes, whose last word is a Roman numeral, have none.
 */
export function personName(written: string): Name {
  const { name: listed, native } = split(written);
  const [, family, given] = /^([^,]+),\s*(?!(?:Jr|Sr)\b)([^,]+)$/.exec(listed) ?? [];
  if (family !== undefined && given !== undefined)
    return { name: `${given} ${family}`, native, inverted: `${family}, ${given}`, family };
  const [, unsuffixed = listed, suffix = ""] = /^(.+?),? ((?:Jr|Sr)\.?)$/.exec(listed) ?? [];
  const words = unsuffixed.split(" ");
  const first = words[0] ?? "";
  const last = words.at(-1) ?? "";
  const alone = { name: listed, native, inverted: listed };
  if (words.length === 1 || /^[IVXL]+\.?$/.test(last)) return { ...alone, family: "" };
  if (isFamilyFirst(words, native)) return { ...alone, family: first };
  // A family name begins with a capital: `The Politburo members` has none.
  if (!/^\p{Lu}/u.test(last)) return { ...alone, family: "" };
  const inverted = [last, words.slice(0, -1).join(" "), suffix].filter(Boolean).join(", ");
  return { name: listed, native, inverted, family: last };
}

/** A person as lists of the text name them: `Philby, Kim` is written for the index. */
export function shownPerson(written: string): string {
  const { name, native, inverted } = personName(written);
  return written.startsWith(inverted) && inverted !== name
    ? `${name}${native === "" ? "" : ` (${native})`}`
    : written;
}

/** The name and, in parentheses after it, the same in another script; other words there are no part of it. */
function split(written: string): { readonly name: string; readonly native: string } {
  const text = written.normalize("NFC").replace(/\s+/g, " ").trim();
  const [, name = text, inside = ""] = /^(.+?)\s*\(([^()]+)\)$/.exec(text) ?? [];
  return { name, native: /\p{Script=Latin}/u.test(inside) ? "" : inside.trim() };
}

/** Common surnames of Korea and China, as they are romanised. */
const FAMILIES = new Set(
  (
    "Ahn An Bae Baek Cha Chae Chang Chen Chiang Cho Choe Choi Chong Chung Deng Dong Gao Guo Han Hong Hu Hua Huang Hwang Hyon " +
    "Im Jang Jeon Jeong Jiang Jo Joo Ju Jung Kang Kim Ko Koo Kwon Lee Li Lim Lin Liu Ma Mao Min Nam Noh Oh Paek Paik " +
    "Pak Park Peng Qian Rhee Ri Rim Ro Roh Ryu Seo Shin Sin So Son Song Suh Sun Wang Wu Xi Xu Yang Yi Yoo Yoon Yu Yun " +
    "Zhang Zhao Zhou Zhu"
  ).split(" "),
);
const KOREAN_SYLLABLE =
  "(?:kk|k|g|n|tt|t|d|r|l|m|pp|p|b|ss|sh|s|jj|j|ch|c|h)?(?:yeo|yae|yo|yu|ya|ye|y|wae|wa|wo|we|wi|w)?(?:eui|eo|eu|ae|ui|oe|oo|ee|ou|u|a|e|i|o)?(?:ng|ck|k|n|l|m|p|t|g|b|h|r)?";
const CHINESE_SYLLABLE = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiouü]{1,3}(?:ng|n|r|k)?";
const GIVEN = new RegExp(`^(?:(?:${KOREAN_SYLLABLE}-?){1,2}|(?:${CHINESE_SYLLABLE}[-’']?){1,2})$`, "i");

function isFamilyFirst(words: readonly string[], native: string): boolean {
  const [first = "", ...given] = words;
  const last = words.at(-1) ?? "";
  if (/[\p{Script=Hangul}\p{Script=Han}]/u.test(native)) return FAMILIES.has(first) || !FAMILIES.has(last);
  return FAMILIES.has(first) && given.length <= 2 && given.every((word) => GIVEN.test(word));
}
