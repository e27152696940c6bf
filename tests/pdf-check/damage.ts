/** Small changes of a PDF, for tests that break one thing of it. */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  type PDFRef,
  type PDFDocument,
  type PDFObject,
} from "@cantoo/pdf-lib";

export const name = (text: string): PDFName => PDFName.of(text);

/** Every dictionary of the document that is an object of its own, in order. */
export const dicts = (document: PDFDocument): PDFDict[] =>
  document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));

/** The first dictionary with a name under a key. */
export function named(document: PDFDocument, key: string, value: string): PDFDict {
  const found = dicts(document).find((dict) => dict.get(name(key)) === name(value));
  if (found === undefined) throw new Error(`no dictionary has ${key} ${value}`);
  return found;
}

/** The first structure element of a role. */
export const element = (document: PDFDocument, role: string): PDFDict => named(document, "S", role);

export const setRole = (dict: PDFDict, role: string): void => dict.set(name("S"), name(role));

/** Replaces what a page draws. */
export function setContent(document: PDFDocument, content: string): void {
  const stream = document.context.register(document.context.flateStream(content));
  document.getPages()[0]?.node.set(name("Contents"), stream);
}

/** Adds to what the page draws. */
export function addContent(document: PDFDocument, content: string): void {
  const page = document.getPages()[0];
  const before = page?.node.get(name("Contents"));
  const stream = document.context.register(document.context.flateStream(content));
  page?.node.set(name("Contents"), document.context.obj([...(before === undefined ? [] : [before]), stream]));
}

/** A resource of the first page under a name. */
export function addResource(document: PDFDocument, kind: string, key: string, value: PDFObject): void {
  const resources = document.getPages()[0]?.node.Resources();
  const known = resources?.lookup(name(kind));
  const all = known instanceof PDFDict ? known : document.context.obj({});
  all.set(name(key), value);
  resources?.set(name(kind), all);
}

/** An annotation on the first page. */
export function addAnnotation(document: PDFDocument, entries: Record<string, unknown>): PDFDict {
  const dict = document.context.obj({
    Type: "Annot",
    Rect: [0, 0, 9, 9],
    ...entries,
  } as never) as unknown as PDFDict;
  const page = document.getPages()[0]?.node;
  const known = page?.lookup(name("Annots"));
  const ref = document.context.register(dict);
  page?.set(
    name("Annots"),
    document.context.obj([...(known instanceof PDFArray ? known.asArray() : []), ref]),
  );
  return dict;
}

/** A structure element at the end of the document. */
export function addElement(
  document: PDFDocument,
  role: string,
  entries: Record<string, unknown> = {},
): PDFRef {
  const top = named(document, "S", "Document");
  const ref = document.context.register(
    document.context.obj({
      Type: "StructElem",
      S: role,
      P: document.context.getObjectRef(top),
      ...entries,
    } as never),
  );
  const kids = top.lookup(name("K"));
  top.set(name("K"), document.context.obj([...(kids instanceof PDFArray ? kids.asArray() : []), ref]));
  return ref;
}

/** Makes an element the owner of an annotation. */
export function own(document: PDFDocument, annotation: PDFDict, owner: PDFRef): void {
  const root = document.catalog.lookup(name("StructTreeRoot"), PDFDict);
  const tree = root.lookup(name("ParentTree"), PDFDict);
  const key = 9000 + Math.floor(tree.toString().length);
  const kid = document.context.register(document.context.obj({ Nums: [key, owner], Limits: [key, key] }));
  const kids = tree.lookup(name("Kids"));
  tree.set(name("Kids"), document.context.obj([...(kids instanceof PDFArray ? kids.asArray() : []), kid]));
  annotation.set(name("StructParent"), document.context.obj(key));
}

/** The first font of the document that draws text, with its part that has the glyphs. */
export function firstFont(document: PDFDocument): { font: PDFDict; part: PDFDict; descriptor: PDFDict } {
  const font = named(document, "Subtype", "Type0");
  const part = font.lookup(name("DescendantFonts"), PDFArray).lookup(0, PDFDict);
  return { font, part, descriptor: part.lookup(name("FontDescriptor"), PDFDict) };
}

/** Replaces the XMP packet. */
export function editXmp(document: PDFDocument, edit: (xmp: string) => string): void {
  const packet = document.catalog.lookup(name("Metadata"));
  if (!(packet instanceof PDFRawStream)) throw new Error("there is no packet");
  const text = Buffer.from(packet.contents).toString("utf8");
  document.catalog.set(
    name("Metadata"),
    document.context.register(
      document.context.stream(Buffer.from(edit(text), "utf8"), { Type: "Metadata", Subtype: "XML" }),
    ),
  );
}
