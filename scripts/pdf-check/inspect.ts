/** Reads once all that the rules look at. Pure; the document is not changed. */
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, type PDFDocument } from "@cantoo/pdf-lib";
import {
  dictAt,
  itemsAt,
  nameAt,
  numberAt,
  pageContent,
  resolve,
  streamText,
  textAt,
} from "../pdf/objects.ts";
import {
  ownersIn,
  parentTree,
  roleReader,
  structureElements,
  type StructureElement,
} from "../pdf/structure.ts";
import { walkContent, type Drawn, type FontUse, type Owners } from "./walk.ts";

/** One annotation, such as a link. */
export interface Annotation {
  readonly dict: PDFDict;
  readonly page: number;
  /** `Link`, `Widget`, … */
  readonly subtype: string;
  /** The element whose content it is. */
  readonly owner: StructureElement | undefined;
  /** It is not shown: hidden, or outside its page. */
  readonly hidden: boolean;
}

/** One page with what it draws. */
export interface InspectedPage {
  /** From 1. */
  readonly number: number;
  readonly dict: PDFDict;
  readonly drawn: Drawn;
}

/** What a rule looks at. */
export interface Inspected {
  readonly document: PDFDocument;
  /** Version in the file's header, such as `1.7`. */
  readonly version: string;
  /** In reading order. */
  readonly elements: readonly StructureElement[];
  /** Role of an element after the role map. */
  readonly roleOf: (element: StructureElement) => string;
  /** The first page that shows something of an element. */
  readonly pageOf: (element: StructureElement) => number | undefined;
  readonly pages: readonly InspectedPage[];
  readonly annotations: readonly Annotation[];
  /** Every font that shows text, with the characters it shows. */
  readonly fonts: readonly FontUse[];
  /** The XMP packet of the document, empty without one. */
  readonly xmp: string;
}

/** @throws when a part of the document is damaged */
export function inspect(document: PDFDocument): Inspected {
  const elements = structureElements(document);
  const byDict = new Map(elements.map((element) => [element.dict, element]));
  const parents = parentTree(document);
  const owners: Owners = {
    ofStream: (dict) => {
      const entry = parents.get(numberAt(dict, "StructParents") ?? -1);
      if (!(entry instanceof PDFArray)) return undefined;
      const known = ownersIn(entry).map((owner) => (owner === undefined ? undefined : byDict.get(owner)));
      return (mcid) => known[mcid];
    },
  };
  const role = roleReader(document);
  const fonts = new Map<PDFDict, FontUse>();
  const pages = document.getPages().map((page, index): InspectedPage => {
    const number = index + 1;
    const content = pageContent(document, page);
    const source = { content, dict: page.node, resources: page.node.Resources() };
    return { number, dict: page.node, drawn: walkContent(source, { page: number, owners, fonts }) };
  });
  const annotations = pages.flatMap((page) => annotationsOf(page, parents, byDict));
  // What annotations draw is theirs; only its fonts are looked at.
  for (const { dict, page } of annotations)
    for (const stream of appearances(dict))
      walkContent(
        { content: streamText(stream), dict: stream.dict, resources: dictAt(stream.dict, "Resources") },
        { page, owners, fonts },
      );
  const metadata = document.catalog.lookup(PDFName.of("Metadata"));
  return {
    document,
    version: /%PDF-(\d+\.\d+)/.exec(document.context.header.toString())?.[1] ?? "",
    elements,
    roleOf: (element) => role(element.role),
    pageOf: pageReader(pages),
    pages,
    annotations,
    fonts: [...fonts.values()],
    xmp: Buffer.from(streamText(metadata), "latin1").toString("utf8"),
  };
}

function annotationsOf(
  { number, dict: page }: InspectedPage,
  parents: ReadonlyMap<number, unknown>,
  byDict: ReadonlyMap<PDFDict, StructureElement>,
): Annotation[] {
  return itemsAt(page, "Annots").flatMap((item) => {
    const dict = resolve(page.context, item);
    if (!(dict instanceof PDFDict)) return [];
    const entry = parents.get(numberAt(dict, "StructParent") ?? -1);
    const owner = entry instanceof PDFDict ? byDict.get(entry) : undefined;
    // Bit 2 of the flags (ISO 32000-1, table 165).
    const hidden = ((numberAt(dict, "F") ?? 0) & 2) !== 0;
    return [{ dict, page: number, subtype: nameAt(dict, "Subtype") ?? "", owner, hidden }];
  });
}

/** The streams of an annotation's appearance dictionary, states included (ISO 32000-1, 12.5.5). */
function appearances(annotation: PDFDict): PDFRawStream[] {
  const all = dictAt(annotation, "AP");
  return (all?.entries() ?? []).flatMap(([, value]) => {
    const stream = resolve(annotation.context, value);
    if (stream instanceof PDFRawStream) return [stream];
    if (!(stream instanceof PDFDict)) return [];
    return stream.entries().flatMap(([, state]) => {
      const inner = resolve(annotation.context, state);
      return inner instanceof PDFRawStream ? [inner] : [];
    });
  });
}

function pageReader(pages: readonly InspectedPage[]): Inspected["pageOf"] {
  const numbers = new Map(pages.map(({ number, dict }) => [dict, number]));
  const own = ({ dict }: StructureElement): number | undefined => {
    const places = [dict, ...itemsAt(dict, "K").map((kid) => (kid instanceof PDFRef ? undefined : kid))];
    for (const place of places) {
      const page = place instanceof PDFDict ? dictAt(place, "Pg") : undefined;
      const number = page === undefined ? undefined : numbers.get(page);
      if (number !== undefined) return number;
    }
    return undefined;
  };
  return (element) => {
    const waiting = [element];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const found = own(next);
      if (found !== undefined) return found;
      for (const child of next.children.toReversed()) waiting.push(child);
    }
    return undefined;
  };
}

/** The words of an element that stand for its content: its `Alt` or `ActualText`. */
export const wordsOf = (element: StructureElement): string =>
  (element.alternative ?? "").trim() || (textAt(element.dict, "ActualText") ?? "").trim();
