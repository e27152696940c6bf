/** How others cite the lecture: as a note and in a bibliography, and as tags that Zotero and Google Scholar read. Pure. */
import { handoutFile } from "../../../handout-profiles.ts";
import type { Author, DeckMeta, Reference } from "../../../model.ts";
import { writeReference } from "../../../source/bibliography.ts";
import { parseEdtf, type EdtfDate } from "../../../source/edtf.ts";
import { personName } from "./names.ts";

/** The lecture in the two forms of the Chicago Manual of Style; HTML. */
export interface LectureCitation {
  readonly noteHtml: string;
  readonly bibliographyHtml: string;
}

/** What a lecture's citation is made from. */
type Cited = Pick<
  DeckMeta,
  "title" | "subtitle" | "authors" | "date" | "version" | "identifier" | "url" | "language" | "handout"
>;

/**
 * The lecture as a web page is cited, with what it is and its version after the title (17, 14.207): `Ada Lim, “Worn-out
 * Shoes,” narrated lecture, version 1.0, November 2026, https://doi.org/…`. The wording is English, as in the bibliography.
 */
export function lectureCitation(meta: Cited): LectureCitation {
  const entry = writeReference(lectureReference(meta));
  if (entry === undefined) throw new Error("a web page is a type that we write");
  return { noteHtml: entry.noteHtml, bibliographyHtml: entry.bibliographyHtml };
}

/** The lecture as a CSL-JSON item. */
function lectureReference(meta: Cited): Reference {
  const version = meta.version === undefined ? "" : `, version ${meta.version}`;
  const date = dateOf(meta.date);
  return {
    id: "lecture",
    type: "webpage",
    title: wholeTitle(meta),
    author: meta.authors.map(cslName),
    genre: `Narrated lecture${version}`,
    ...(date === undefined ? {} : { issued: { "date-parts": [partsOf(date)] } }),
    ...(meta.identifier === undefined ? {} : { DOI: meta.identifier }),
    ...(meta.url === undefined ? {} : { URL: meta.url }),
  };
}

/** A title that has a colon has its subtitle already. */
const wholeTitle = ({ title, subtitle }: Cited): string =>
  subtitle === undefined || title.includes(":") ? title : `${title}: ${subtitle}`;

/** Names that are not turned round, those of institutions among them, are given whole. */
function cslName({ name }: Author): object {
  const { inverted } = personName(name);
  const [family = "", given, suffix = ""] = inverted.split(", ");
  return given === undefined ? { literal: name } : { family, given, suffix };
}

/** The deck's date as far as it is a year, month or day. */
function dateOf(date: string | undefined): EdtfDate | undefined {
  const parsed = date === undefined ? undefined : parseEdtf(date);
  if (parsed?.ok !== true || parsed.value.kind !== "date") return undefined;
  const { precision } = parsed.value.date;
  return precision === "year" || precision === "month" || precision === "day" ? parsed.value.date : undefined;
}

const partsOf = ({ year, month, day }: EdtfDate): number[] =>
  [year, month, day].filter((part) => part !== undefined);

/** One `<meta name content>`. */
export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

/**
 * The tags of Highwire Press, as Google Scholar's inclusion guidelines for webmasters name them, one author a tag. Addresses are whole, so
 * they are there only where the deck says where it is published. Zotero takes a page with these tags for a journal article
 * unless `z:itemType`, a tag of its own, says what it is.
 * @param keywords of the lecture, such as its key terms
 */
export function citationTags(meta: Cited, keywords: readonly string[] = []): MetaTag[] {
  const date = dateOf(meta.date);
  const two = (part: number): string => String(part).padStart(2, "0");
  const folder = meta.url === undefined ? undefined : new URL(".", withSlash(meta.url)).href;
  const hasHandout = meta.handout.some(({ profile }) => profile === "study");
  const tag = (name: string, content: string | undefined): MetaTag[] =>
    content === undefined || content === "" ? [] : [{ name, content }];
  return [
    ...tag("z:itemType", "presentation"),
    ...tag("citation_title", wholeTitle(meta)),
    ...meta.authors.flatMap(({ name }) => tag("citation_author", name)),
    ...tag("citation_publication_date", date && [date.year, ...partsOf(date).slice(1).map(two)].join("/")),
    ...tag("citation_language", meta.language),
    ...tag("citation_doi", meta.identifier?.replace(/^(?:https:\/\/doi\.org\/|doi:)/i, "")),
    ...tag("citation_public_url", meta.url),
    ...tag("citation_pdf_url", folder && hasHandout ? new URL(handoutFile("study"), folder).href : ""),
    ...keywords.flatMap((keyword) => tag("citation_keywords", keyword)),
  ];
}

/** A folder's address ends with "/"; a page's stays. */
const withSlash = (url: string): string => (/(?:\/|\.html?)$/i.test(url) ? url : `${url}/`);
