/** Small readings of PDF objects that finish and check PDFs share. */
import { inflateSync } from "node:zlib";
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
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

// The library works a name out anew at every call. There are few, and each is one object.
const names = new Map<string, PDFName>();
const texts = new Map<PDFName, string>();

function nameOf(text: string): PDFName {
  const name = names.get(text) ?? PDFName.of(text);
  names.set(text, name);
  return name;
}

function textOf(name: PDFName): string {
  const text = texts.get(name) ?? name.decodeText();
  texts.set(name, text);
  return text;
}

/** An entry of a dictionary as a dictionary, or undefined. */
export function dictAt(dict: PDFDict, key: string): PDFDict | undefined {
  const value = dict.lookup(nameOf(key));
  return value instanceof PDFDict ? value : undefined;
}

/** A name without its slash, or undefined. */
export function nameAt(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(nameOf(key));
  return value instanceof PDFName ? textOf(value) : undefined;
}

/** A text string, decoded, or undefined. */
export function textAt(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(nameOf(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

/** The number under a key; undefined when there is none. */
export function numberAt(dict: PDFDict, key: string): number | undefined {
  const value = dict.lookup(nameOf(key));
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

/** The items of an array entry; a single object counts as an array of one. */
export function itemsAt(dict: PDFDict, key: string): PDFObject[] {
  const value = dict.get(nameOf(key));
  const direct = value instanceof PDFRef ? dict.context.lookup(value) : value;
  if (direct === undefined) return [];
  return direct instanceof PDFArray ? direct.asArray() : [value ?? direct];
}

/** The value of a boolean entry, or undefined. */
export function flagAt(dict: PDFDict, key: string): boolean | undefined {
  const value = dict.lookup(nameOf(key));
  return value instanceof PDFBool ? value.asBoolean() : undefined;
}

/** The numbers of an array entry, anything else left out. */
export const numbersAt = (dict: PDFDict, key: string): number[] =>
  itemsAt(dict, key).flatMap((item) => {
    const value = resolve(dict.context, item);
    return value instanceof PDFNumber ? [value.asNumber()] : [];
  });

/** The most bytes that one stream may unpack to: far above any page or font, far below what a packed bomb makes. */
const STREAM_LIMIT = 256 * 1024 * 1024;

/**
 * A stream's bytes, unpacked; empty when there is no stream.
 * @throws when it is damaged, packed in a way that this program cannot read, or larger than `STREAM_LIMIT`
 */
export function streamBytes(stream: PDFObject | undefined): Uint8Array {
  if (!(stream instanceof PDFRawStream)) return new Uint8Array();
  // The common case, in native code and bounded.
  if (nameAt(stream.dict, "Filter") === "FlateDecode" && dictAt(stream.dict, "DecodeParms") === undefined)
    return inflateSync(stream.contents, { maxOutputLength: STREAM_LIMIT });
  return decodePDFRawStream(stream).decode();
}

/** A stream's bytes, unpacked, as Latin-1 text. */
export const streamText = (stream: PDFObject | undefined): string =>
  Buffer.from(streamBytes(stream)).toString("latin1");

/** A page's content as one text; its parts are joined by line ends, as ISO 32000-1, 7.8.2 wants. */
export function pageContent(document: PDFDocument, page: PDFPage): string {
  return itemsAt(page.node, "Contents")
    .map((item) => streamText(resolve(document.context, item)))
    .join("\n");
}
