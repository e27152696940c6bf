/** Letters as ASCII, for voices whose lexicon is English: `Việt` becomes `Viet`, `Brežnev` `Brezhnev` stays as near as letters allow. */

/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss", ẞ: "SS", æ: "ae", Æ: "Ae", œ: "oe", Œ: "Oe", ø: "o", Ø: "O", ł: "l", Ł: "L", đ: "d", Đ: "D", ð: "th", Ð: "Th",
  þ: "th", Þ: "Th", ı: "i", ħ: "h", Ħ: "H", ŋ: "ng", Ŋ: "Ng", ə: "e", Ə: "E", "’": "'", "‘": "'", ʼ: "'", "ʻ": "'", "ʹ": "", "ʺ": "",
}; // prettier-ignore

/** Letters whose sound a bare letter would lose, as English writes it: háček letters of Czech, Slovak and transliterated Russian. */
const SOUNDS: Readonly<Record<string, string>> = {
  š: "sh", Š: "Sh", č: "ch", Č: "Ch", ž: "zh", Ž: "Zh", ñ: "ny", Ñ: "Ny",
}; // prettier-ignore

/** The text with Latin letters as ASCII; letters of other scripts stay as they are. */
export function foldToAscii(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return Array.from(text.normalize("NFC"))
    .map((char) => SOUNDS[char] ?? LETTERS[char] ?? char.normalize("NFKD").replace(/[\p{M}]/gu, ""))
    .map((char) => LETTERS[char] ?? char)
    .join("");
}
