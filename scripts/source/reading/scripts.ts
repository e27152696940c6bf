/** Which letters the voices of a language can say. All are taken to say Latin letters. */

const SCRIPTS: Readonly<Record<string, string>> = {
  am: "Ethiopic", ar: "Arabic", be: "Cyrillic", bg: "Cyrillic", bn: "Bengali", el: "Greek", fa: "Arabic", gu: "Gujarati", he: "Hebrew", hi: "Devanagari",
  hy: "Armenian", ja: "Han Hiragana Katakana", ka: "Georgian", kk: "Cyrillic", km: "Khmer", kn: "Kannada", ko: "Hangul Han", ky: "Cyrillic", lo: "Lao",
  mk: "Cyrillic", ml: "Malayalam", mn: "Cyrillic", mr: "Devanagari", my: "Myanmar", ne: "Devanagari", pa: "Gurmukhi", ru: "Cyrillic", si: "Sinhala",
  sr: "Cyrillic", ta: "Tamil", te: "Telugu", tg: "Cyrillic", th: "Thai", uk: "Cyrillic", ur: "Arabic", yi: "Hebrew", zh: "Han Bopomofo",
}; // prettier-ignore

/** One letter that the language's voices can say. */
export function sayableLetter(primary: string): RegExp {
  const scripts = ["Latin", ...(SCRIPTS[primary]?.split(" ") ?? [])];
  return new RegExp(`^[${scripts.map((script) => `\\p{scx=${script}}`).join("")}]$`, "u");
}
