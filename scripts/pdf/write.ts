/**
 * Writes a PDF's objects as a file: the small ones packed into object streams, with a cross-reference stream
 * (ISO 32000-1, 7.5.7 and 7.5.8). The library's own writer packs in JavaScript, which takes several times as long.
 */
import { deflateSync } from "node:zlib";
import {
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFStream,
  type PDFContext,
  type PDFDocument,
  type PDFObject,
  type PDFRef,
} from "@cantoo/pdf-lib";

/** A stream of these bytes, packed (ISO 32000-1, 7.4.4). */
export function packedStream(
  context: PDFContext,
  bytes: Uint8Array,
  entries: Readonly<Record<string, string | number | readonly number[]>> = {},
): PDFRawStream {
  return PDFRawStream.of(context.obj({ ...entries, Filter: "FlateDecode" }), deflateSync(bytes));
}

/** More of them pack better together, and a reader has to unpack all to see one. */
const OBJECTS_PER_STREAM = 200;

/** Where an object is: at a byte of the file, or as the n-th of an object stream. */
type Place =
  | { readonly offset: number; readonly generation: number }
  | { readonly stream: number; readonly index: number };

/**
 * A document that is not encrypted, as a file; the same bytes for the same objects. The document is not changed. Object
 * streams and cross-references of the file that it was read from are left out.
 */
export function writePdf({ context }: PDFDocument): Uint8Array {
  const objects = context.enumerateIndirectObjects().filter(([, object]) => !isScaffolding(object));
  const places = new Map<number, Place>();
  const parts: Uint8Array[] = [];
  let size = 0;
  const add = (...added: readonly Uint8Array[]): void => {
    parts.push(...added);
    for (const part of added) size += part.length;
  };
  const addObject = (number: number, generation: number, object: PDFObject): void => {
    places.set(number, { offset: size, generation });
    add(latin1(`${number} ${generation} obj\n`), ...bytesOf(object), latin1("\nendobj\n"));
  };
  add(latin1(`${context.header.toString()}\n`));
  const small: [PDFRef, PDFObject][] = [];
  for (const [ref, object] of objects) {
    if (standsAlone(ref, object)) addObject(ref.objectNumber, ref.generationNumber, object);
    else small.push([ref, object]);
  }
  let next = context.largestObjectNumber + 1;
  for (let first = 0; first < small.length; first += OBJECTS_PER_STREAM) {
    const together = small.slice(first, first + OBJECTS_PER_STREAM);
    for (const [index, [ref]] of together.entries()) places.set(ref.objectNumber, { stream: next, index });
    addObject(next, 0, objectStream(context, together));
    next += 1;
  }
  const start = size;
  places.set(next, { offset: start, generation: 0 });
  addObject(next, 0, crossReferences(context, places, next + 1));
  add(latin1(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts, size);
}

const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");

const TYPE = PDFName.of("Type");
const named = (...names: readonly string[]): ReadonlySet<unknown> =>
  new Set(names.map((name) => PDFName.of(name)));
const SCAFFOLDING = named("XRef", "ObjStm");
/** Left for programs that look for them without unpacking anything. */
const PLAIN = named("Catalog", "Pages", "Page");

const isScaffolding = (object: PDFObject): boolean =>
  object instanceof PDFRawStream && SCAFFOLDING.has(object.dict.get(TYPE));

const standsAlone = (ref: PDFRef, object: PDFObject): boolean =>
  object instanceof PDFStream ||
  ref.generationNumber !== 0 ||
  (object instanceof PDFDict && PLAIN.has(object.get(TYPE)));

/** An object as it stands in the file, in pieces. */
function bytesOf(object: PDFObject): Uint8Array[] {
  if (!(object instanceof PDFRawStream)) return [latin1(object.toString())];
  object.updateDict();
  return [latin1(`${object.dict.toString()}\nstream\n`), object.contents, latin1("\nendstream")];
}

/** Objects one after the other, behind a list of their numbers and places. */
function objectStream(context: PDFContext, objects: readonly (readonly [PDFRef, PDFObject])[]): PDFRawStream {
  let list = "";
  let written = "";
  for (const [ref, object] of objects) {
    list += `${ref.objectNumber} ${written.length} `;
    written += `${object.toString()}\n`;
  }
  return packedStream(context, latin1(list + written), {
    Type: "ObjStm",
    N: objects.length,
    First: list.length,
  });
}

/** Bytes of the three fields of a cross-reference: its kind, an offset or a number, a generation or an index. */
const WIDTHS = [1, 4, 2] as const;
const ROW = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];
const [FREE, AT_OFFSET, IN_STREAM] = [0, 1, 2];
/** The generation of what is never used again. */
const NEVER = 65_535;

function crossReferences(
  context: PDFContext,
  places: ReadonlyMap<number, Place>,
  size: number,
): PDFRawStream {
  const rows = Buffer.alloc(size * ROW);
  for (let number = 0; number < size; number++) {
    const place = places.get(number);
    const [kind, where, which] =
      place === undefined
        ? [FREE, 0, NEVER]
        : "offset" in place
          ? [AT_OFFSET, place.offset, place.generation]
          : [IN_STREAM, place.stream, place.index];
    rows.writeUInt8(kind, number * ROW);
    rows.writeUInt32BE(where, number * ROW + WIDTHS[0]);
    rows.writeUInt16BE(which, number * ROW + WIDTHS[0] + WIDTHS[1]);
  }
  const stream = packedStream(context, rows, { Type: "XRef", Size: size, W: WIDTHS });
  const { Root, Info, ID } = context.trailerInfo;
  for (const [key, value] of Object.entries({ Root, Info, ID }))
    if (value !== undefined) stream.dict.set(PDFName.of(key), value);
  return stream;
}
