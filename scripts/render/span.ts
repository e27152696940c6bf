/** Writes an era's EDTF span for its slides: in words, and as years for large type. */
import { dateWords } from "../source/date-words.ts";
import { type EdtfDate, parseEdtf } from "../source/edtf.ts";
import { formatDate, formatEdtf } from "../source/format-edtf.ts";

/**
 * `January 1950 to 27 July 1953`; for languages without words for dates the EDTF itself, which is digits.
 * What is no EDTF comes back as it is, so that nothing an author wrote is lost.
 * @param language BCP 47
 */
export function spanInWords(span: string, language: string): string {
  const parsed = parseEdtf(span);
  return parsed.ok && dateWords(language) !== undefined ? formatEdtf(parsed.value, { language }) : span;
}

/** `1950–1953`, `1961`, `1994–`: the years alone, set closed up (Chicago Manual of Style 17, 6.78); empty when there is none. */
export function spanInYears(span: string): string {
  const parsed = parseEdtf(span);
  if (!parsed.ok) return "";
  if (parsed.value.kind === "date") return year(parsed.value.date);
  const [start, end] = [parsed.value.start, parsed.value.end].map((date) =>
    typeof date === "string" ? "" : year(date),
  );
  return start === end ? (start ?? "") : `${start}–${end}`;
}

function year(date: EdtfDate): string {
  if (date.precision === "century" || date.precision === "millennium" || date.year <= 0)
    return formatDate(date);
  return String(date.year) + (date.precision === "decade" ? "s" : "");
}
