/** What a PDF says of itself: title, authors, language, date, and whether it keeps PDF/UA-1. */
import { createHash } from "node:crypto";
import {
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFDocument,
} from "@cantoo/pdf-lib";
import { escapeHtml } from "../../../escape.ts";

/** What the document says of itself, as plain text. */
export interface Facts {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject: string;
  /** BCP 47. */
  readonly language: string;
  readonly identifier: string;
  readonly license: string;
  /** Written as the time of creation; left out when the deck has none, never the clock's. */
  readonly date: Date | undefined;
}

/** Name of the program, as `Creator`. */
const CREATOR = "Lanternist";

/** Writes the information dictionary, the language, the version, and that the window shows the title. */
export function writeMetadata(document: PDFDocument, facts: Facts): void {
  const { context, catalog } = document;
  const info = {
    Title: PDFHexString.fromText(facts.title),
    ...(facts.authors.length === 0 ? {} : { Author: PDFHexString.fromText(facts.authors.join("; ")) }),
    ...(facts.subject === "" ? {} : { Subject: PDFHexString.fromText(facts.subject) }),
    Creator: PDFHexString.fromText(CREATOR),
    Producer: PDFHexString.fromText(producerOf(document)),
    ...(facts.date === undefined
      ? {}
      : { CreationDate: PDFString.fromDate(facts.date), ModDate: PDFString.fromDate(facts.date) }),
  };
  // The old one would stay in the file otherwise, with the clock's time in it.
  if (context.trailerInfo.Info instanceof PDFRef) context.delete(context.trailerInfo.Info);
  context.trailerInfo.Info = context.register(context.obj(info));
  catalog.set(PDFName.of("Lang"), PDFString.of(facts.language));
  catalog.set(PDFName.of("ViewerPreferences"), context.obj({ DisplayDocTitle: true }));
  context.header = PDFHeader.forVersion(1, 7);
}

/** Who wrote the pages: Chromium, by the name that it gives itself. */
const producerOf = (document: PDFDocument): string => document.getProducer() ?? "Chromium";

/**
 * Writes the XMP packet; an earlier one is replaced.
 * @param claim the packet says that the document keeps PDF/UA-1
 */
export function writeXmp(document: PDFDocument, facts: Facts, claim: boolean): void {
  const { context, catalog } = document;
  // Plain, not compressed: catalogues look for it without reading the file (XMP part 3, 1.1).
  const packet = context.stream(Buffer.from(xmp(facts, producerOf(document), claim), "utf8"), {
    Type: "Metadata",
    Subtype: "XML",
  });
  const before = catalog.get(PDFName.of("Metadata"));
  if (before instanceof PDFRef) context.assign(before, packet);
  else catalog.set(PDFName.of("Metadata"), context.register(packet));
}

/** Gives the file its identifiers (ISO 32000-1, 14.4), when all else is written. */
export function writeIdentifier(document: PDFDocument): void {
  const identifier = PDFHexString.of(contentDigest(document));
  document.context.trailerInfo.ID = document.context.obj([identifier, identifier]);
}

/** The same for the same content, so that the same lecture makes the same bytes. */
function contentDigest(document: PDFDocument): string {
  const hash = createHash("sha256");
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) hash.update(object.contents);
  }
  return hash.digest("hex").slice(0, 32);
}

function xmp(facts: Facts, producer: string, claim: boolean): string {
  const text = escapeXml;
  const list = (name: string, kind: "Alt" | "Bag" | "Seq", items: readonly string[]): string =>
    items.length === 0 ? "" : `<${name}><rdf:${kind}>${items.join("")}</rdf:${kind}></${name}>`;
  const item = (value: string): string => `<rdf:li>${text(value)}</rdf:li>`;
  const inDefault = (value: string): string => `<rdf:li xml:lang="x-default">${text(value)}</rdf:li>`;
  const date = facts.date?.toISOString().replace(/\.\d+Z$/, "Z");
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
    claim ? "<pdfuaid:part>1</pdfuaid:part>" : "",
    "<dc:format>application/pdf</dc:format>",
    list("dc:title", "Alt", [inDefault(facts.title)]),
    list("dc:creator", "Seq", facts.authors.map(item)),
    list("dc:description", "Alt", facts.subject === "" ? [] : [inDefault(facts.subject)]),
    list("dc:language", "Bag", [item(facts.language)]),
    list("dc:rights", "Alt", facts.license === "" ? [] : [inDefault(facts.license)]),
    facts.identifier === "" ? "" : `<dc:identifier>${text(facts.identifier)}</dc:identifier>`,
    date === undefined
      ? ""
      : `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>${CREATOR}</xmp:CreatorTool>`,
    `<pdf:Producer>${text(producer)}</pdf:Producer>`,
    "</rdf:Description></rdf:RDF></x:xmpmeta>",
    '<?xpacket end="r"?>',
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** Characters that XML 1.0 has no way to write are left out. */
function escapeXml(text: string): string {
  return escapeHtml(text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ""));
}
