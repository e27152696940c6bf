/** Files inside the PDF (ISO 32000-1, 7.11.4). */
import { PDFHexString, PDFName, PDFString, type PDFDocument } from "@cantoo/pdf-lib";

/** A file to attach. */
export interface Attachment {
  /** ASCII letters, as old readers show it. */
  readonly name: string;
  readonly mediaType: string;
  /** What it is, in words. */
  readonly description: string;
  readonly bytes: Uint8Array;
}

/**
 * Attaches files as the source that the document was made from. `AFRelationship` and `AF` are ISO 32000-2's and PDF/A-3's;
 * readers of PDF 1.7 pass over keys that they do not know (ISO 32000-1, annex E), and PDF/UA-1 asks for both names (7.11).
 */
export function attachFiles(document: PDFDocument, attachments: readonly Attachment[]): void {
  if (attachments.length === 0) return;
  const { context, catalog } = document;
  const specifications = attachments.map(({ name, mediaType, description, bytes }) => {
    // As it is: archives are packed already.
    const stream = context.stream(bytes, { Type: "EmbeddedFile", Params: { Size: bytes.length } });
    stream.dict.set(PDFName.of("Subtype"), PDFName.of(mediaType));
    const file = context.register(stream);
    const specification = context.obj({
      Type: "Filespec",
      F: PDFString.of(name),
      UF: PDFHexString.fromText(name),
      Desc: PDFHexString.fromText(description),
      EF: { F: file, UF: file },
      AFRelationship: "Source",
    });
    return { name, ref: context.register(specification) };
  });
  const inOrder = specifications.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const names = inOrder.flatMap(({ name, ref }) => [PDFString.of(name), ref]);
  catalog.set(PDFName.of("Names"), context.obj({ EmbeddedFiles: { Names: names } }));
  catalog.set(PDFName.of("AF"), context.obj(inOrder.map(({ ref }) => ref)));
}
