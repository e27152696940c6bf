/** ARPAbet, the phones that Flite's English voices know, and the way to them from IPA. */

/** Vowels of the CMU Pronouncing Dictionary; each carries a stress, 0 to 2. */
const vowels = [
  "aa",
  "ae",
  "ah",
  "ao",
  "aw",
  "ax",
  "ay",
  "eh",
  "er",
  "ey",
  "ih",
  "iy",
  "ow",
  "oy",
  "uh",
  "uw",
];
const consonants = "b ch d dh f g hh jh k l m n ng p r s sh t th v w y z zh".split(" ");
const vowelSet: ReadonlySet<string> = new Set(vowels);
const consonantSet: ReadonlySet<string> = new Set(consonants);

/** True for a vowel, with or without its stress. */
export function isVowel(phone: string): boolean {
  return vowelSet.has(phone.replace(/[0-2]$/, ""));
}

/**
 * ARPAbet as the CMU dictionary writes it (`SH EH1 V ER0 D`) in the form of Flite's lexicon: lower case, a stress on each vowel.
 * @returns the phones, or the first one that is none
 */
export function readArpabet(text: string): { phones: string[] } | { wrong: string } {
  const phones: string[] = [];
  for (const written of text
    .trim()
    .toLowerCase()
    .split(/[\s.-]+/)) {
    const [, name = "", stress] = /^([a-z]+)([0-2])?$/.exec(written) ?? [];
    if (vowelSet.has(name)) phones.push(vowel(name, stress ?? "0"));
    else if (consonantSet.has(name) && stress === undefined) phones.push(name);
    else return { wrong: written };
  }
  return { phones: withStress(phones) };
}

/** A word without any stress is read as if all of it were unimportant: its first full vowel gets one. */
function withStress(phones: readonly string[]): string[] {
  const first = phones.findIndex((phone) => phone.endsWith("0") && phone !== "ax0");
  if (phones.some((phone) => /[12]$/.test(phone)) || first === -1) return [...phones];
  return phones.map((phone, i) => (i === first ? phone.replace("0", "1") : phone));
}

/** CMU's AH0 is Flite's schwa `ax`; a stressed schwa is `ah`. */
function vowel(name: string, stress: string): string {
  const plain = stress === "0" && name === "ah" ? "ax" : stress !== "0" && name === "ax" ? "ah" : name;
  return plain + stress;
}

/**
 * IPA symbols and the ARPAbet nearest to them, longest first; what English has no sound for becomes its nearest neighbour.
 * "Handbook of the International Phonetic Association" (1999) for the symbols, Jurafsky and Martin, "Speech and Language
 * Processing", chapter on phonetics, for the pairs.
 */
const fromIpa: readonly (readonly [string, string])[] = [
  ["tʃ", "ch"],
  ["t͡ʃ", "ch"],
  ["dʒ", "jh"],
  ["d͡ʒ", "jh"],
  ["ts", "t s"],
  ["t͡s", "t s"],
  ["dz", "d z"],
  ["d͡z", "d z"],
  ["tɕ", "ch"],
  ["t͡ɕ", "ch"],
  ["dʑ", "jh"],
  ["d͡ʑ", "jh"],
  ["aɪ", "ay"],
  ["aj", "ay"],
  ["aʊ", "aw"],
  ["aw", "aw"],
  ["eɪ", "ey"],
  ["ej", "ey"],
  ["oʊ", "ow"],
  ["əʊ", "ow"],
  ["ow", "ow"],
  ["ɔɪ", "oy"],
  ["oj", "oy"],
  ["ɜr", "er"],
  ["ər", "er"],
  ["ɝ", "er"],
  ["ɚ", "er"],
  ["ɜ", "er"],
  ["a", "aa"],
  ["ɑ", "aa"],
  ["ɒ", "aa"],
  ["ä", "aa"],
  ["æ", "ae"],
  ["ʌ", "ah"],
  ["ɐ", "ah"],
  ["ə", "ax"],
  ["ɔ", "ao"],
  ["o", "ow"],
  ["ɤ", "ow"],
  ["e", "ey"],
  ["ɛ", "eh"],
  ["i", "iy"],
  ["ɪ", "ih"],
  ["ɨ", "ih"],
  ["y", "uw"],
  ["u", "uw"],
  ["ʊ", "uh"],
  ["ɯ", "uw"],
  ["ø", "er"],
  ["œ", "er"],
  ["p", "p"],
  ["b", "b"],
  ["t", "t"],
  ["d", "d"],
  ["k", "k"],
  ["ɡ", "g"],
  ["g", "g"],
  ["f", "f"],
  ["v", "v"],
  ["β", "v"],
  ["θ", "th"],
  ["ð", "dh"],
  ["s", "s"],
  ["z", "z"],
  ["ʃ", "sh"],
  ["ɕ", "sh"],
  ["ʂ", "sh"],
  ["ʒ", "zh"],
  ["ʑ", "zh"],
  ["ʐ", "zh"],
  ["h", "hh"],
  ["x", "hh"],
  ["χ", "hh"],
  ["ɦ", "hh"],
  ["ç", "hh"],
  ["m", "m"],
  ["n", "n"],
  ["ɲ", "n y"],
  ["ŋ", "ng"],
  ["l", "l"],
  ["ɫ", "l"],
  ["ʎ", "l y"],
  ["r", "r"],
  ["ɹ", "r"],
  ["ɾ", "r"],
  ["ʁ", "r"],
  ["j", "y"],
  ["w", "w"],
];

/** Marks that change a sound less than Flite could follow: length, palatal, aspirated, unreleased, syllabic, ties and breaks. */
const ignored = /[\p{M}\p{Lm}\p{Zs}.‿']/u;

/** IPA as Flite's phones, stress marks kept. Diacritics are dropped. @returns the phones, or the first sign that is none */
export function readIpa(text: string): { phones: string[] } | { wrong: string } {
  let rest = text
    .trim()
    .replace(/^[/[]|[/\]]$/g, "")
    .normalize("NFC");
  const phones: string[] = [];
  let stress = "0";
  while (rest !== "") {
    const pair = fromIpa.find(([sign]) => rest.startsWith(sign));
    const sign = pair?.[0] ?? Array.from(rest)[0] ?? "";
    rest = rest.slice(sign.length);
    if (sign === "ˈ") stress = "1";
    else if (sign === "ˌ") stress = "2";
    else if (pair !== undefined) {
      for (const phone of pair[1].split(" "))
        phones.push(!vowelSet.has(phone) ? phone : phone === "ax" ? vowel("ax", stress) : phone + stress);
      if (pair[1].split(" ").some((phone) => vowelSet.has(phone))) stress = "0";
    } else if (!ignored.test(sign)) return { wrong: sign };
  }
  return phones.length === 0 ? { wrong: text } : { phones: withStress(phones) };
}
