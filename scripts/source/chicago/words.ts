/** Names, dates, titles and links as the Chicago Manual of Style, 18th edition, writes them. */
import { escapeHtml } from "../../escape.ts";
import { monthNames } from "../calendar.ts";
import type { CslDate, Name } from "./fields.ts";

const SEASONS = ["Spring", "Summer", "Autumn", "Winter"];

/** `Sergey Radchenko`. */
const inOrder = ({ given, family, suffix }: Name): string =>
  [given, family, suffix].filter(Boolean).join(" ");

/** `Radchenko, Sergey`. */
const inverted = ({ given, family, suffix }: Name): string =>
  [family, given, suffix].filter(Boolean).join(", ");

/** Names in a note: both of two, the first of three or more (13.23). */
export function namesInNote(names: readonly Name[], show: (name: Name) => string = inOrder): string {
  const [first, second, third] = names;
  if (first === undefined) return "";
  if (third !== undefined) return `${show(first)} et al.`;
  return second === undefined ? show(first) : `${show(first)} and ${show(second)}`;
}

/** Names in the bibliography: up to six, the first turned round; of more, three (13.23). */
export function namesInBibliography(names: readonly Name[]): string {
  const shown = (names.length > 6 ? names.slice(0, 3) : names).map((name, index) =>
    index === 0 ? inverted(name) : inOrder(name),
  );
  if (names.length > 6) return `${shown.join(", ")}, et al.`;
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")}, and ${last}`;
}

/** Editors and translators inside an entry: `A`, `A and B`, `A, B, and C`. */
export function namesListed(names: readonly Name[]): string {
  const shown = names.map(inOrder);
  const last = shown.pop() ?? "";
  if (shown.length === 0) return last;
  return shown.length === 1 ? `${shown[0]} and ${last}` : `${shown.join(", ")}, and ${last}`;
}

/** `June 20, 2024`, `Spring 2002`, `ca. 1950`; `n.d.` without a date (14.44). */
export function fullDate(date: CslDate | undefined): string {
  if (date === undefined) return "n.d.";
  if (date.year === 0) return date.literal;
  const { year, month, day, season, circa } = date;
  const named = monthNames[month - 1];
  const before = named === undefined ? (SEASONS[season - 1] ?? "") : day > 0 ? `${named} ${day},` : named;
  return [circa ? "ca." : "", before, yearOf(year)].filter(Boolean).join(" ");
}

/** The year alone. */
export function yearOnly(date: CslDate | undefined): string {
  if (date === undefined) return "n.d.";
  return date.year === 0 ? date.literal : `${date.circa ? "ca. " : ""}${yearOf(date.year)}`;
}

const yearOf = (year: number): string => (year < 0 ? `${-year} BCE` : String(year));

/** The part of a title that a short note keeps: before the colon, without the article, four words at most (13.33, 13.36). */
export function shortTitle(title: string): string {
  const main = title.split(/[:—]\s|\?\s/)[0]?.trim() ?? title;
  const words = main.replace(/^(?:The|An?)\s+/i, "").split(/\s+/);
  const kept = words.length <= 6 ? words : withoutLooseEnd(words.slice(0, 4));
  const short = kept.join(" ").replace(/[,;:.]$/, "");
  return opened(short) ? `${short}${closing(short)}` : short;
}

/** A title must not stop at a preposition. */
function withoutLooseEnd(words: string[]): string[] {
  const loose = /^(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with)$/i;
  return words.length > 1 && loose.test(words.at(-1) ?? "") ? withoutLooseEnd(words.slice(0, -1)) : words;
}

const opened = (text: string): boolean => count(text, "“") > count(text, "”") || count(text, '"') % 2 === 1;
const closing = (text: string): string => (text.includes("“") ? "”" : '"');
const count = (text: string, mark: string): number => text.split(mark).length - 1;

/** `“Title”` with quotations inside it in single marks (6.9, 12.30). */
export function quoted(title: string, after = ""): string {
  const inner = escapeHtml(
    title.replace(/[“”]/g, (mark) => (mark === "“" ? "‘" : "’")).replace(/"([^"]*)"/g, "‘$1’"),
  );
  // American punctuation stands inside the marks; a question mark replaces a full stop, not a comma (6.125, 14.96).
  const mark = after === "." && /[.?!]$/.test(title) ? "" : after;
  return `“${inner}${mark}”`;
}

/** `<em>Title</em>`. */
export const italic = (title: string): string => (title === "" ? "" : `<em>${escapeHtml(title)}</em>`);

/** The DOI, else the address, as a link; empty without either. Only `https:` can be clicked. */
export function link(doi: string, url: string): string {
  const address =
    doi === "" ? url : `https://doi.org/${doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, "")}`;
  if (address === "") return "";
  const shown = escapeHtml(address);
  return /^https:\/\/[^\s"<>]+$/i.test(address) ? `<a href="${shown}">${shown}</a>` : shown;
}

/** Joins what is not empty and ends with one full stop, unless the last part ends a sentence already. */
export function sentence(parts: readonly string[], separator: string): string {
  const joined = parts.filter((part) => part !== "").join(separator);
  if (/[.?!](?:<\/em>|”|’|<\/a>)*$/.test(joined)) return joined;
  return joined.endsWith("”") ? `${joined.slice(0, -1)}.”` : `${joined}.`;
}
