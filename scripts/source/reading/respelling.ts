/**
 * Respellings such as `sheh-vard-NAHD-zeh`: how authors write a pronunciation without knowing phonetics.
 *
 * Syllables of one word are joined by hyphens, words by spaces, and the stressed syllable stands in capitals, as
 * American newspapers and dictionaries do it. The sounds follow the table below; everything is said as it looks.
 * A word without hyphen and capitals is an ordinary word and left to the voice.
 */

/** Spelling of vowels → ARPAbet, longest first. Those with `r` take it with them. */
const VOWELS: readonly (readonly [string, string])[] = [
  ["eye", "AY"], ["igh", "AY"], ["air", "EH R"], ["are", "EH R"], ["eer", "IH R"], ["ear", "IH R"], ["oor", "UH R"], ["our", "AW ER"],
  ["ire", "AY ER"], ["oar", "AO R"], ["ore", "AO R"], ["yoo", "Y UW"], ["you", "Y UW"], ["ahr", "AA R"], ["ehr", "EH R"], ["awr", "AO R"],
  ["ohr", "AO R"], ["uhr", "ER"], ["ihr", "IH R"], ["ar", "AA R"], ["er", "ER"], ["ir", "ER"], ["ur", "ER"], ["or", "AO R"],
  ["ah", "AA"], ["aw", "AO"], ["au", "AO"], ["ay", "EY"], ["ai", "EY"], ["ae", "EY"], ["ee", "IY"], ["ea", "IY"], ["eh", "EH"], ["ei", "EY"],
  ["ey", "EY"], ["ew", "Y UW"], ["ie", "IY"], ["ih", "IH"], ["oa", "OW"], ["oe", "OW"], ["oh", "OW"], ["oi", "OY"], ["oy", "OY"], ["oo", "UW"],
  ["ou", "UW"], ["ow", "AW"], ["uh", "AH"], ["uu", "UH"], ["ui", "UW"], ["ue", "UW"], ["aa", "AA"],
]; // prettier-ignore

/** One vowel letter: in a syllable that a consonant closes, in an open one, and before `ng`. */
const SINGLE: Readonly<
  Record<
    string,
    { readonly closed: string; readonly open: string; readonly ng: string; readonly long: string }
  >
> = {
  a: { closed: "AE", open: "AA", ng: "AE", long: "EY" },
  e: { closed: "EH", open: "EH", ng: "EH", long: "IY" },
  i: { closed: "IH", open: "IH", ng: "IH", long: "AY" },
  o: { closed: "AA", open: "OW", ng: "AO", long: "OW" },
  u: { closed: "AH", open: "UW", ng: "AH", long: "UW" },
  y: { closed: "IH", open: "AY", ng: "IH", long: "AY" },
};

/** Spelling of consonants → ARPAbet, longest first. */
const CONSONANTS: readonly (readonly [string, string])[] = [
  ["tch", "CH"], ["sch", "SH"], ["zh", "ZH"], ["sh", "SH"], ["ch", "CH"], ["th", "TH"], ["dh", "DH"], ["kh", "K"], ["gh", "G"], ["ph", "F"],
  ["wh", "W"], ["ng", "NG"], ["nk", "NG K"], ["ck", "K"], ["qu", "K W"], ["ts", "T S"], ["dz", "D Z"], ["dj", "JH"],
  ["b", "B"], ["c", "K"], ["d", "D"], ["f", "F"], ["g", "G"], ["h", "HH"], ["j", "JH"], ["k", "K"], ["l", "L"], ["m", "M"], ["n", "N"],
  ["p", "P"], ["q", "K"], ["r", "R"], ["s", "S"], ["t", "T"], ["v", "V"], ["w", "W"], ["x", "K S"], ["y", "Y"], ["z", "Z"],
]; // prettier-ignore

/** True for a word that must be read by the table: with hyphens, or wholly in capitals. A single capital is a letter's name. */
export function isRespelling(word: string): boolean {
  return /^[A-Za-z]+(?:-[A-Za-z]+)+$/.test(word) || (/^[A-Z]{2,}$/.test(word) && /[AEIOUY]/.test(word));
}

/**
 * One respelled word as ARPAbet: `JOO-cheh` is `JH UW1 CH EH0`.
 * Without capitals the last syllable but one is stressed. Undefined when a syllable has no vowel or a letter no sound.
 */
export function respellingToArpabet(word: string): string | undefined {
  const syllables = word.split("-");
  const capitals = syllables.findIndex((syllable) => syllable !== syllable.toLowerCase());
  const stressed = capitals === -1 ? Math.max(0, syllables.length - 2) : capitals;
  const phones = syllables.map((syllable, i) =>
    readSyllable(syllable.toLowerCase(), i === stressed ? "1" : "0"),
  );
  return phones.includes(undefined) ? undefined : phones.join(" ");
}

function readSyllable(syllable: string, stress: "0" | "1"): string | undefined {
  const phones: string[] = [];
  let vowels = 0;
  let rest = syllable.replace(/([bcdfghjklmnpqrstvwxz])\1/g, "$1");
  while (rest !== "") {
    const [sounds, length] = nextSound(rest, vowels) ?? [];
    if (sounds === undefined || length === undefined) return undefined;
    for (const phone of sounds.split(" ").filter(Boolean)) {
      const isVowel = /^[AEIOU]/.test(phone);
      // "er" after a vowel, as in "our", is a second, weak one.
      phones.push(isVowel ? phone + (vowels === 0 ? stress : "0") : phone);
      if (isVowel) vowels += 1;
    }
    rest = rest.slice(length);
  }
  return vowels === 0 ? undefined : phones.join(" ");
}

function nextSound(rest: string, vowels: number): [string, number] | undefined {
  // A silent e makes the vowel before it long: "mide" is said as "my" with a d.
  const long = vowels === 0 ? /^([aeiouy])([bcdfgjklmnpstvz]|th|ch)e$/.exec(rest) : null;
  if (long !== null) return [SINGLE[long[1] ?? ""]?.long ?? "", 1];
  if (vowels > 0 && rest === "e") return ["", 1];
  const startsWithGlide = rest.startsWith("y") && /^y[aeiou]/.test(rest) && !/^yoo|^you/.test(rest);
  const vowel = startsWithGlide ? undefined : VOWELS.find(([spelling]) => rest.startsWith(spelling));
  if (vowel !== undefined) return [vowel[1], vowel[0].length];
  const single = startsWithGlide ? undefined : SINGLE[rest.charAt(0)];
  if (single !== undefined)
    return [rest.length === 1 ? single.open : rest.startsWith("ng", 1) ? single.ng : single.closed, 1];
  const consonant = CONSONANTS.find(([spelling]) => rest.startsWith(spelling));
  return consonant === undefined ? undefined : [consonant[1], consonant[0].length];
}
