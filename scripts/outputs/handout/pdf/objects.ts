/** Small readings of PDF objects that the other files of this folder share. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFDocument,
  type PDFObject,
  type PDFPage,
} from "@cantoo/pdf-lib";

/** The direct object behind a reference, or the object itself. */
export const resolve = (context: PDFContext, object: PDFObject | undefined): PDFObject | undefined =>
  object instanceof PDFRef ? context.lookup(object) : object;

/** An entry of a dictionary as a dictionary, or undefined. */
export function dictAt(dict: PDFDict, key: string): PDFDict | undefined {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFDict ? value : undefined;
}

/** A name without its slash, or undefined. */
export function nameAt(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
}

/** A text string, decoded, or undefined. */
export function textAt(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

/** The number under a key; undefined when there is none. */
export function numberAt(dict: PDFDict, key: string): number | undefined {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

/** The items of an array entry; a single object counts as an array of one. */
export function itemsAt(dict: PDFDict, key: string): PDFObject[] {
  const value = dict.get(PDFName.of(key));
  const direct = value instanceof PDFRef ? dict.context.lookup(value) : value;
  if (direct === undefined) return [];
  return direct instanceof PDFArray ? direct.asArray() : [value ?? direct];
}

/** A stream's bytes, uncompressed, as Latin-1 text. */
export function streamText(stream: PDFObject | undefined): string {
  return stream instanceof PDFRawStream
    ? Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1")
    : "";
}

/** A page's content as one text; its parts are joined by line ends, as ISO 32000-1, 7.8.2 wants. */
export function pageContent(document: PDFDocument, page: PDFPage): string {
  return itemsAt(page.node, "Contents")
    .map((item) => streamText(resolve(document.context, item)))
    .join("\n");
}
