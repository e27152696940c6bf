/**
 * What a page says of its lecture to search engines and catalogues: schema.org (version 29) as JSON-LD. Only what the deck says; a name
 * without an ORCID iD may be a person's or an institution's, so nothing is said of which.
 */
import { licenseParts } from "../credits/license-names.ts";
import { creditWords, fill } from "../credits/words.ts";
import type { Author, DeckMeta, Lecture, LectureCredit } from "../model.ts";
import { parseEdtf } from "../source/edtf.ts";

/** What is described. */
type Described = Pick<Lecture, "deck" | "credits">;

/** The lecture as a `LearningResource`, ready for a data block. */
export function lectureMetadata({ deck: { meta }, credits }: Described): Record<string, unknown> {
  const based = credits.filter(({ kind }) => kind === "works" || kind === "slides");
  const parts = credits.filter(({ kind }) => kind === "pictures");
  return {
    "@context": "https://schema.org",
    "@type": "LearningResource",
    ...given({ "@id": meta.url, url: meta.url }),
    name: meta.title,
    ...given({ alternativeHeadline: meta.subtitle }),
    learningResourceType: "lecture",
    inLanguage: meta.language,
    ...listed("author", meta.authors.map(authorData)),
    ...given({
      datePublished: dayOf(meta.date),
      version: meta.version,
      identifier: doiAddress(meta.identifier),
    }),
    ...listed("license", licenseAddresses(meta.license)),
    ...listed(
      "isBasedOn",
      based.map((credit) => workData(credit, meta)),
    ),
    ...listed(
      "hasPart",
      parts.map((credit) => workData(credit, meta)),
    ),
  };
}

function authorData({ name, orcid }: Author): Record<string, unknown> {
  return orcid === undefined ? { name } : { "@type": "Person", "@id": `https://orcid.org/${orcid}`, name };
}

/** Something that was reused: its author and licence, and where it is not passed on, that. */
function workData(credit: LectureCredit, meta: DeckMeta): Record<string, unknown> {
  const { title, author, source, license, basis, note = "" } = credit;
  const who = meta.authors.map(({ name }) => name).join(", ");
  const words = creditWords(meta.language);
  const notice =
    basis === undefined ? undefined : `${fill(words.basis[basis], { who: who || words.lecturer })}: ${note}`;
  return {
    "@type": "CreativeWork",
    name: title,
    ...(author !== undefined && { author: { name: author } }),
    ...given({ url: source?.startsWith("https://") === true ? source : undefined, copyrightNotice: notice }),
    ...listed("license", licenseAddresses(license)),
  };
}

/** The pages of the licences; terms of one's own have none. */
const licenseAddresses = (expression: string | undefined): string[] =>
  expression === undefined
    ? []
    : licenseParts(expression, creditWords("en")).flatMap((part) =>
        typeof part === "string" || part.address === undefined ? [] : [part.address],
      );

/** A date in the form of ISO 8601, as far as the deck's is one year, month or day. */
function dayOf(date: string | undefined): string | undefined {
  const parsed = date === undefined ? undefined : parseEdtf(date);
  if (date === undefined || parsed?.ok !== true || parsed.value.kind !== "date") return undefined;
  return /^\d{4}(?:-\d{2}){0,2}$/.test(date) ? date : undefined;
}

const doiAddress = (identifier: string | undefined): string | undefined =>
  identifier === undefined
    ? undefined
    : `https://doi.org/${identifier.replace(/^(?:https:\/\/doi\.org\/|doi:)/i, "")}`;

/** One value stands alone, several as a list, none not at all. */
const listed = (name: string, values: readonly unknown[]): Record<string, unknown> =>
  values.length === 0 ? {} : { [name]: values.length === 1 ? values[0] : values };

const given = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
