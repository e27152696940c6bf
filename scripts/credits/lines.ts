/**
 * Credits as people read them, in HTML: title, author, source, licence and changes. Where asked, marked as the Creative Commons
 * Rights Expression Language has it (ccREL, W3C member submission 2008), in RDFa 1.1.
 */
import { escapeHtml } from "../escape.ts";
import type { Credit, DeckMeta, LectureCredit } from "../model.ts";
import { licenseParts, type LicenseName } from "./license-names.ts";
import { CREDIT_KINDS } from "./owed.ts";
import { creditWords, fill, type CreditWords } from "./words.ts";

/** What lines are written with. */
export interface CreditStyle {
  readonly meta: Pick<DeckMeta, "language" | "authors" | "title" | "license" | "url">;
  /** With marks for machines. */
  readonly marked?: boolean;
}

/** Credits of one kind. */
export interface CreditGroup {
  /** Empty for the lecture itself. */
  readonly heading: string;
  /** HTML, a list item's content each. */
  readonly entries: readonly string[];
}

/** For `prefix=` around marked credits. */
export const RDFA_PREFIXES =
  "cc: http://creativecommons.org/ns# dcterms: http://purl.org/dc/terms/ xhv: http://www.w3.org/1999/xhtml/vocab#";

/** The lecture's own licence, then every debt by its kind. */
export function creditGroups(credits: readonly LectureCredit[], style: CreditStyle): CreditGroup[] {
  const words = creditWords(style.meta.language);
  const own = ownLine(style);
  const numbered = credits.map((credit, i) => ({
    credit,
    html: creditLine(credit, style, `--credit-${i + 1}`),
  }));
  return [
    ...(own === "" ? [] : [{ heading: "", entries: [own] }]),
    ...CREDIT_KINDS.map((kind) => ({
      heading: words.kinds[kind],
      entries: numbered.filter(({ credit }) => credit.kind === kind).map(({ html }) => html),
    })),
  ].filter(({ entries }) => entries.length > 0);
}

/** The lecture's title, authors and licence; empty without a licence. */
export function ownLine({ meta, marked = false }: CreditStyle): string {
  if (meta.license === undefined) return "";
  const names = escapeHtml(meta.authors.map(({ name }) => name).join(", "));
  const who = !marked
    ? names
    : meta.url === undefined
      ? `<span property="cc:attributionName">${names}</span>`
      : `<a href="${escapeHtml(meta.url)}" rel="cc:attributionURL" property="cc:attributionName">${names}</a>`;
  const parts = [
    `<cite${marked ? ' property="dcterms:title"' : ""}>${escapeHtml(meta.title)}</cite>`,
    ...(names === "" ? [] : [who]),
    licenseHtml(meta.license, creditWords(meta.language), marked ? "license" : ""),
  ];
  const line = `${parts.join(", ")}.`;
  return marked ? `<span about="">${line}</span>` : line;
}

/** One credit. @param id of its subject, for machines */
function creditLine(credit: LectureCredit, { meta, marked = false }: CreditStyle, id: string): string {
  const { title, author, source, license, synthetic } = credit;
  const words = creditWords(meta.language);
  const mark = (attribute: string): string => (marked ? ` ${attribute}` : "");
  const name = escapeHtml(plain(author ?? ""));
  const facts = [
    `<cite${mark('property="dcterms:title"')}>${escapeHtml(plain(title))}</cite>`,
    ...(author === undefined ? [] : [marked ? `<span property="cc:attributionName">${name}</span>` : name]),
    ...(source === undefined ? [] : [sourceHtml(source, mark('rel="cc:attributionURL dcterms:source"'))]),
    ...(license === undefined ? [] : [licenseHtml(license, words, marked ? "xhv:license" : "")]),
    ...(synthetic === true ? [escapeHtml(words.synthetic)] : []),
  ].join(", ");
  const line = [facts, ...remarks(credit, meta)].map((text) => `${text}.`).join(" ");
  return marked ? `<span id="${id}" about="#${id}">${line}</span>` : line;
}

/**
 * What a slide that is adapted from something says of it.
 * @param id of the slide's section, for machines
 */
export function adaptedLine(credit: Credit, { meta, marked = false }: CreditStyle, id: string): string {
  const { title, author, source, license } = credit;
  const words = creditWords(meta.language);
  const cite = `<cite>${escapeHtml(plain(title))}</cite>`;
  const rel = marked ? ` about="#${id}" rel="dcterms:source"` : "";
  const linked =
    source !== undefined && isAddress(source) ? `<a href="${escapeHtml(source)}"${rel}>${cite}</a>` : cite;
  const whole = fill(escapeHtml(author === undefined ? words.adapted : words.adaptedBy), {
    title: linked,
    author: escapeHtml(plain(author ?? "")),
  });
  const facts = [whole, ...(license === undefined ? [] : [licenseHtml(license, words)])].join(", ");
  return [facts, ...remarks(credit, meta)].map((text) => `${text}.`).join(" ");
}

/** What was changed, and on what ground it is used. */
function remarks({ changes, basis, note }: Credit, meta: CreditStyle["meta"]): string[] {
  const words = creditWords(meta.language);
  const who = meta.authors.map(({ name }) => name).join(", ") || words.lecturer;
  const ground = basis === undefined ? "" : fill(words.basis[basis], { who });
  return [
    ...(changes === undefined ? [] : [fill(words.changed, { changes: plain(changes) })]),
    ...(ground === "" ? [] : [note === undefined ? ground : `${ground}: ${plain(note)}`]),
  ].map(escapeHtml);
}

/** Every licence that the credits name and that has a page: its whole name and its address. */
export function licenseEntries(credits: readonly LectureCredit[], { meta }: CreditStyle): string[] {
  const words = creditWords(meta.language);
  const expressions = [meta.license, ...credits.map(({ license }) => license)];
  const named = new Map<string, LicenseName>();
  for (const part of expressions.flatMap((text) => (text === undefined ? [] : licenseParts(text, words))))
    if (typeof part !== "string" && part.address !== undefined) named.set(part.name, part);
  return [...named.values()].map(({ name, title, address = "" }) =>
    [...(title === name ? [] : [`${escapeHtml(name)}: `]), escapeHtml(title), ", ", sourceHtml(address)].join(
      "",
    ),
  );
}

/** The licences of an expression, each leading to its page. @param rel how machines take the link */
function licenseHtml(expression: string, words: CreditWords, rel = ""): string {
  return licenseParts(expression, words)
    .map((part) => {
      if (typeof part === "string") return escapeHtml(part);
      const name = escapeHtml(part.name);
      if (part.address === undefined) return name;
      return `<a class="license" href="${escapeHtml(part.address)}"${rel === "" ? "" : ` rel="${rel}"`}>${name}</a>`;
    })
    .join("");
}

function sourceHtml(source: string, mark = ""): string {
  const text = plain(source);
  if (!isAddress(text)) return escapeHtml(text);
  const shown = text.replace(/^https:\/\/(?:www\.)?/, "").replace(/\/$/, "");
  return `<a href="${escapeHtml(text)}"${mark}>${escapeHtml(shown)}</a>`;
}

const isAddress = (text: string): boolean => /^https:\/\/[^\s"<>]+$/.test(text);

/** Without the full stop that the line brings. */
const plain = (text: string): string => text.trim().replace(/\.$/, "");
