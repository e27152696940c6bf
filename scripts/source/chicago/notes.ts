/**
 * A source as a note names it: in full the first time, shortened after that (Chicago Manual of Style 17, 14.19, 14.29,
 * 14.30), with the place in the source where one is given.
 */
import { escapeHtml } from "../../escape.ts";
import type { Reference } from "../../model.ts";
import { textField } from "./fields.ts";
import { leading, shortNames, wordingOf } from "./types.ts";
import { link, namesInNote, sentence } from "./words.ts";

/**
 * `Sergey Radchenko, <em>To Run the World</em> (Cambridge University Press, 2024), 61.`; the address comes last.
 * @param locator as the author cites it, such as `p. 61` or `chap. 3`
 * @returns undefined for a type that has no rule
 */
export function fullNote(item: Reference, locator = ""): string | undefined {
  const wording = wordingOf(item);
  if (wording === undefined) return undefined;
  const { names, role } = leading(item);
  const who = [escapeHtml(namesInNote(names)), role].filter(Boolean).join(", ");
  const cited = joined([wording.noteTitle, ...wording.noteRest]);
  const place = placeIn(locator);
  // A page of a journal follows a colon, as its pages do in the bibliography (14.171).
  const after = wording.isJournal === true && /^[\divxlc]+(?:–[\divxlc]+)?$/.test(place) ? ": " : ", ";
  const placed = place === "" ? cited : `${cited}${after}${place}`;
  return sentence([who, placed, link(textField(item, "DOI"), textField(item, "URL"))], ", ");
}

/**
 * `Radchenko, <em>To Run the World</em>, 61.`
 * @returns undefined for a type that has no rule
 */
export function shortNote(item: Reference, locator = ""): string | undefined {
  const wording = wordingOf(item);
  if (wording === undefined) return undefined;
  return withLocator(sentence([shortNames(item), wording.shortTitle], ", "), locator);
}

/**
 * Adds the place in the source to a shortened note. The note's full stop becomes the comma; it stands inside a closing
 * quotation mark, after a question mark too (17, 6.9, 6.125, 14.30).
 */
export function withLocator(shortHtml: string, locator: string): string {
  const place = placeIn(locator);
  const note = shortHtml.trim();
  if (place === "") return note;
  const [, start = note, stop = "", marks = ""] = /^(.*?)([.?!]?)((?:[”’"']|<\/em>)*)$/s.exec(note) ?? [];
  const kept = stop === "." ? "" : stop;
  // Quotation marks of the note's own enclose the comma; those inside an italic title end before it.
  return marks.endsWith("</em>")
    ? `${start}${kept}${marks}, ${place}.`
    : `${start}${kept},${marks} ${place}.`;
}

/** Page numbers go without "p.", with an en dash between them (17, 14.148, 6.78). */
function placeIn(locator: string): string {
  return escapeHtml(
    locator
      .trim()
      .replace(/^pp?\.\s*(?=[\divxlc])/i, "")
      .replace(/(\d)\s*(?:-+|–)\s*(?=\d)/g, "$1–"),
  );
}

/** Parts of a note: commas between them, except where one stands inside the quotation marks or a parenthesis follows. */
function joined(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== "")
    .reduce((text, part) => {
      if (text === "") return part;
      return text.endsWith(",”") || part.startsWith("(") ? `${text} ${part}` : `${text}, ${part}`;
    }, "");
}
