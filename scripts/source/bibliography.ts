/**
 * Writes sources as the notes and bibliography style of the Chicago Manual of Style, 18th edition, does, from
 * CSL-JSON. The wording is English whatever the lecture's language: the manual has no other.
 */
import { error, suggestion } from "../diagnostics.ts";
import type { BibliographyEntry, Citation, Deck, Problem, Reference } from "../model.ts";
import { textField } from "./chicago/fields.ts";
import { fullNote, shortNote } from "./chicago/notes.ts";
import { leading, rules, wordingOf } from "./chicago/types.ts";
import { escapeHtml } from "../escape.ts";
import { link, namesInBibliography, sentence } from "./chicago/words.ts";

/** The CSL types that can be written. */
const referenceTypes: readonly string[] = Object.keys(rules);

/**
 * One source in its three forms, each ending with a full stop.
 * @returns undefined when the manual's rule for its type is not among ours
 */
export function writeReference(item: Reference): BibliographyEntry | undefined {
  const wording = wordingOf(item);
  const noteHtml = fullNote(item);
  const shortHtml = shortNote(item);
  if (wording === undefined || noteHtml === undefined || shortHtml === undefined) return undefined;
  const { names, role } = leading(item);
  const address = link(textField(item, "DOI"), textField(item, "URL"));
  const first = escapeHtml(namesInBibliography(names));
  const bibliography = [
    role === "" ? first : `${first}, ${role}`,
    wording.title,
    ...wording.rest,
    address,
  ].map(ended);
  return {
    key: item.id,
    bibliographyHtml: sentence(bibliography, " "),
    noteHtml,
    shortHtml,
  };
}

/** A part of a bibliography entry ends with a full stop of its own, links excepted. */
function ended(part: string): string {
  if (part === "" || part.startsWith("<a ")) return part;
  return /[.?!](?:<\/em>|”|’)*$/.test(part) ? part : `${part}.`;
}

/**
 * The entries of every source that the deck cites, in the order of a bibliography: by the first name, else by title,
 * letters only, without articles (13.66 to 13.70).
 * Keys that the deck's sources lack are left to the checks.
 */
export function bibliographyOf(deck: Deck): {
  entries: readonly BibliographyEntry[];
  problems: readonly Problem[];
} {
  const cited = new Map<string, Citation>();
  for (const { citations } of deck.eras.flatMap((era) => era.slides))
    for (const citation of citations) if (!cited.has(citation.key)) cited.set(citation.key, citation);
  const entries: { sort: string; entry: BibliographyEntry }[] = [];
  const problems: Problem[] = [];
  for (const item of deck.references) {
    const citation = cited.get(item.id);
    if (citation === undefined) continue;
    const entry = writeReference(item);
    if (entry === undefined) problems.push(unwritten(item, citation));
    else entries.push({ sort: sortKey(item), entry });
  }
  entries.sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.entry.key < b.entry.key ? -1 : 1));
  return { entries: entries.map(({ entry }) => entry), problems };
}

function unwritten(item: Reference, { at }: Citation): Problem {
  return error(
    "unknown-source-type",
    at,
    `the source "${item.id}" is of the type "${item.type}", which is not among those we can write`,
    {
      hint: suggestion(item.type, referenceTypes) ?? `types: ${referenceTypes.join(", ")}`,
    },
  );
}

function sortKey(item: Reference): string {
  const names = leading(item).names.map((name) => `${name.family} ${name.given}`);
  return [...names, textField(item, "title")].map(letters).join(" ");
}

/** Lower case, without marks and a leading article. */
function letters(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^(?:the|an?)\s+/, "")
    .replace(/[^\p{L}\p{N} ]/gu, "");
}
