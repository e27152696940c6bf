/** The pieces of patterns that money and measures share. */

/** An amount: with thousands separators or without, with decimals or without. Bounded, so that no text is slow. */
export const NUMBER =
  "\\d{1,3}(?:,\\d{3}){1,8}(?:\\.\\d{1,40})?|\\d{1,3}(?:[\\u00a0\\u202f\\u2009]\\d{3}){1,8}|\\d{1,40}(?:\\.\\d{1,40})?|\\.\\d{1,40}";
/** Large numbers as words. */
export const SCALE_WORDS = "thousand|million|billion|trillion";
/** Large numbers as letters after an amount. */
const SCALES: Readonly<Record<string, string>> = { k: "thousand", K: "thousand", m: "million", M: "million", mn: "million", b: "billion", B: "billion", bn: "billion", tn: "trillion", T: "trillion" }; // prettier-ignore
/** The dash of a range. */
export const TO = "(?<t>[ \\u00a0]?[-–—‑][ \\u00a0]?)";

/** A pattern for any of the texts, the longest first. */
export const oneOf = (list: readonly string[]): string =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map((item) => item.replaceAll(/[$.*+?()[\]{}|/]/g, "\\$&"))
    .join("|");

/** True where the singular follows. */
export const isOne = (number: string): boolean => number === "1";

/** "to" where there is a dash. */
export const sayTo = (written: string | undefined): string | undefined => written && "to";
/** The word for a letter such as `bn`. */
export const scaleOf = (written: string | undefined): string | undefined =>
  written === undefined ? undefined : (SCALES[written] ?? written);
