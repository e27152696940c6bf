/**
 * One kind of source after another, as notes and bibliography write it: Chicago Manual of Style, 18th edition, chapter 14.
 * Each entry of the table gives the parts; `bibliography.ts` joins them. The table has what a history lecture cites.
 */
import type { Reference } from "../../model.ts";
import { escapeHtml } from "../../escape.ts";
import { dateField, nameField, textField } from "./fields.ts";
import { fullDate, italic, namesInNote, namesListed, quoted, shortTitle, yearOnly } from "./words.ts";

/** How one source is written, without its authors, link and final full stop. */
export interface Wording {
  /** The title for the bibliography, with its closing full stop where that stands inside the marks. */
  readonly title: string;
  /** What follows the title in the bibliography: sentences. */
  readonly rest: readonly string[];
  /** The title for a note, with the comma where that stands inside the marks. */
  readonly noteTitle: string;
  /** What follows the title in a note: joined by commas. */
  readonly noteRest: readonly string[];
  readonly shortTitle: string;
  /** A page of it follows a colon in a note. */
  readonly isJournal?: true;
}

type Rule = (item: Reference) => Wording;

const esc = (item: Reference, field: string): string => escapeHtml(textField(item, field));
const title = (item: Reference): string => textField(item, "title") || "Untitled";
const issued = (item: Reference): string => escapeHtml(fullDate(dateField(item, "issued")));
const short = (item: Reference): string =>
  textField(item, "title-short") || textField(item, "shortTitle") || shortTitle(title(item));

/** `2nd ed.`; words stay as they are. */
function edition(item: Reference): string {
  const value = textField(item, "edition");
  if (value === "" || value === "1") return "";
  if (!/^\d+$/.test(value)) return escapeHtml(/ed\.?$/i.test(value) ? value : `${value} ed.`);
  const last = Number(value) % 100;
  const ending = last >= 11 && last <= 13 ? "th" : (["th", "st", "nd", "rd"][last % 10] ?? "th");
  return `${value}${ending} ed.`;
}

function editors(item: Reference, before: string): string {
  const names = nameField(item, "editor");
  return names.length === 0 ? "" : `${before} ${escapeHtml(namesListed(names))}`;
}

/** `vol. 2`. */
const volume = (item: Reference): string =>
  textField(item, "volume") === "" ? "" : `vol. ${esc(item, "volume")}`;

/** Books need no place since the 18th edition (14.30). */
const published = (item: Reference): string =>
  [esc(item, "publisher"), escapeHtml(yearOnly(dateField(item, "issued")))].filter(Boolean).join(", ");

const translated = (item: Reference, before: string): string => {
  const names = nameField(item, "translator");
  return names.length === 0 ? "" : `${before} ${escapeHtml(namesListed(names))}`;
};

/** 14.2, 14.16. */
const book: Rule = (item) => ({
  title: italic(title(item)),
  rest: [
    nameField(item, "author").length > 0 ? editors(item, "Edited by") : "",
    translated(item, "Translated by"),
    edition(item),
    volume(item).replace(/^v/, "V"),
    published(item),
  ],
  noteTitle: italic(title(item)),
  noteRest: [
    nameField(item, "author").length > 0 ? editors(item, "ed.") : "",
    translated(item, "trans."),
    edition(item),
    volume(item),
    `(${published(item)})`,
  ],
  shortTitle: italic(short(item)),
});

/** 14.8. */
const chapter: Rule = (item) => ({
  title: quoted(title(item), "."),
  rest: [
    [`In ${italic(textField(item, "container-title"))}`, editors(item, "edited by"), volume(item)]
      .filter(Boolean)
      .join(", "),
    published(item),
  ],
  noteTitle: quoted(title(item), ","),
  noteRest: [
    `in ${italic(textField(item, "container-title"))}`,
    editors(item, "ed."),
    volume(item),
    `(${published(item)})`,
  ],
  shortTitle: quoted(short(item)),
});

/** 14.70: `Journal 22, no. 1 (Spring 2002): 1–20`. */
const journal: Rule = (item) => {
  const number = textField(item, "issue") === "" ? "" : `no. ${esc(item, "issue")}`;
  const source = [italic(textField(item, "container-title")), esc(item, "volume")].filter(Boolean).join(" ");
  const dated = `${[source, number].filter(Boolean).join(", ")} (${issued(item)})`;
  const pages = esc(item, "page").replace(/(\d)\s*[-–]+\s*(\d)/g, "$1–$2");
  return {
    title: quoted(title(item), "."),
    rest: [pages === "" ? dated : `${dated}: ${pages}`],
    noteTitle: quoted(title(item), ","),
    noteRest: [dated],
    shortTitle: quoted(short(item)),
    isJournal: true,
  };
};

/** 14.87: newspapers and magazines, by their day. */
const periodical: Rule = (item) => ({
  title: quoted(title(item), "."),
  rest: [[italic(textField(item, "container-title")), issued(item)].filter(Boolean).join(", ")],
  noteTitle: quoted(title(item), ","),
  noteRest: [italic(textField(item, "container-title")), issued(item)],
  shortTitle: quoted(short(item)),
});

/** 14.104: the title of a site is not italic; without a date, when it was looked at. */
const webPage: Rule = (item) => {
  const accessed = dateField(item, "accessed");
  const dated = dateField(item, "issued") !== undefined ? issued(item) : accessed === undefined ? "n.d." : "";
  const seen = dated === "" ? `accessed ${escapeHtml(fullDate(accessed))}` : dated;
  const genre = esc(item, "genre");
  return {
    title: quoted(title(item), "."),
    rest: [genre, esc(item, "container-title"), seen.replace(/^a/, "A")],
    noteTitle: quoted(title(item), ","),
    noteRest: [genre === "" ? "" : lowered(genre), esc(item, "container-title"), seen],
    shortTitle: quoted(short(item)),
  };
};

/** 14.109: reports and working papers, as books with their number in the series. */
const report: Rule = (item) => {
  const series = [
    esc(item, "collection-title") || esc(item, "genre"),
    esc(item, "number") || esc(item, "collection-number"),
  ];
  const numbered = series.filter(Boolean).join(" ");
  return {
    title: italic(title(item)),
    rest: [numbered, [esc(item, "publisher"), issued(item)].filter(Boolean).join(", ")],
    noteTitle: italic(title(item)),
    noteRest: [numbered, `(${[esc(item, "publisher"), issued(item)].filter(Boolean).join(", ")})`],
    shortTitle: italic(short(item)),
  };
};

/** Dissertations and theses are not italic; what they are and the university follow (17, 14.215). */
const thesis: Rule = (item) => {
  const parts = [esc(item, "publisher"), escapeHtml(yearOnly(dateField(item, "issued")))].filter(Boolean);
  const kind = esc(item, "genre") || "thesis";
  return {
    title: quoted(title(item), "."),
    rest: [capital(kind), parts.join(", ")],
    noteTitle: quoted(title(item)),
    noteRest: [`(${[kind, ...parts].join(", ")})`],
    shortTitle: quoted(short(item)),
  };
};

/** 14.161 to 14.166: broadcasts and interviews, by programme and station. */
const broadcast: Rule = (item) => ({
  title: quoted(title(item), "."),
  rest: [
    italic(textField(item, "container-title")),
    [esc(item, "publisher"), issued(item)].filter(Boolean).join(", "),
  ],
  noteTitle: quoted(title(item), ","),
  noteRest: [italic(textField(item, "container-title")), esc(item, "publisher"), issued(item)],
  shortTitle: quoted(short(item)),
});

/** 14.119 to 14.129: from the item to the archive, the most particular first. */
const archival: Rule = (item) => {
  const dated = dateField(item, "issued") === undefined ? "" : issued(item);
  const place = [
    esc(item, "archive_location"),
    esc(item, "archive_collection"),
    esc(item, "archive"),
    esc(item, "archive-place"),
  ];
  const held = [esc(item, "genre"), dated, esc(item, "number"), ...place, esc(item, "publisher")]
    .filter(Boolean)
    .join(", ");
  return {
    title: escapeHtml(title(item)),
    rest: [held],
    noteTitle: escapeHtml(title(item)),
    noteRest: [held],
    shortTitle: escapeHtml(short(item)),
  };
};

/** 14.133: photographs and other pictures. */
const picture: Rule = (item) => ({
  title: italic(title(item)),
  rest: [
    issued(item),
    esc(item, "genre") || esc(item, "medium"),
    [esc(item, "archive"), esc(item, "archive-place")].filter(Boolean).join(", "),
  ],
  noteTitle: italic(title(item)),
  noteRest: [
    issued(item),
    lowered(esc(item, "genre") || esc(item, "medium")),
    esc(item, "archive"),
    esc(item, "archive-place"),
  ],
  shortTitle: italic(short(item)),
});

/** `PhD diss.`, `Master’s thesis`. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Only words in lower case follow a comma; `US` and names keep their capital. */
const lowered = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** CSL type → how it is written. A type that is not here is an error that says so. */
export const rules: Readonly<Record<string, Rule>> = {
  article: journal,
  "article-journal": journal,
  "article-magazine": periodical,
  "article-newspaper": periodical,
  book,
  broadcast,
  chapter,
  document: archival,
  "entry-encyclopedia": chapter,
  graphic: picture,
  interview: broadcast,
  manuscript: archival,
  map: picture,
  motion_picture: broadcast,
  pamphlet: report,
  "paper-conference": chapter,
  personal_communication: archival,
  post: webPage,
  "post-weblog": webPage,
  report,
  speech: broadcast,
  thesis,
  treaty: archival,
  webpage: webPage,
};

/** How a source is written; undefined for a type that has no rule. */
export const wordingOf = (item: Reference): Wording | undefined =>
  Object.hasOwn(rules, item.type) ? rules[item.type]?.(item) : undefined;

/** The people who stand first: authors, else the editors of a collection. */
export function leading(item: Reference): {
  readonly names: ReturnType<typeof nameField>;
  readonly role: string;
} {
  const authors = nameField(item, "author");
  if (authors.length > 0) return { names: authors, role: "" };
  const named = nameField(item, "editor");
  return { names: named, role: named.length === 0 ? "" : named.length === 1 ? "ed." : "eds." };
}

/** The leading names of a short note: family names only (13.33). */
export const shortNames = (item: Reference): string =>
  escapeHtml(namesInNote(leading(item).names, (name) => name.family));
