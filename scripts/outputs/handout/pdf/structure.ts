/** The structure tree of a tagged PDF (ISO 32000-1, 14.7), as plain nodes over its dictionaries. */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  type PDFDocument,
  type PDFObject,
} from "@cantoo/pdf-lib";
import { dictAt, itemsAt, nameAt, resolve, textAt } from "./objects.ts";

/** One structure element. */
export interface StructureElement {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  /** The role as it stands, before the role map. */
  readonly role: string;
  readonly alternative: string | undefined;
  readonly parent: StructureElement | undefined;
  /** In reading order. */
  readonly children: readonly StructureElement[];
}

/** Every element of the tree, parents before their children, in reading order. */
export function structureElements(document: PDFDocument): StructureElement[] {
  const root = dictAt(document.catalog, "StructTreeRoot");
  const all: StructureElement[] = [];
  const visit = (object: PDFObject, parent: StructureElement | undefined): StructureElement[] => {
    const dict = resolve(document.context, object);
    if (!(object instanceof PDFRef) || !(dict instanceof PDFDict)) return [];
    const role = nameAt(dict, "S");
    if (role === undefined) return [];
    const children: StructureElement[] = [];
    const element = { ref: object, dict, role, alternative: textAt(dict, "Alt"), parent, children };
    all.push(element);
    for (const kid of itemsAt(dict, "K")) children.push(...visit(kid, element));
    return [element];
  };
  if (root !== undefined) for (const kid of itemsAt(root, "K")) visit(kid, undefined);
  return all;
}

/** The element that owns each piece of marked content of a page: index = its number (MCID). */
export function contentOwners(document: PDFDocument, structParents: number): (PDFRef | undefined)[] {
  const entry = parentTreeEntry(document, structParents);
  return entry instanceof PDFArray
    ? entry.asArray().map((item) => (item instanceof PDFRef ? item : undefined))
    : [];
}

/** What the parent tree (a number tree, ISO 32000-1, 7.9.7) holds under a key. */
export function parentTreeEntry(document: PDFDocument, key: number): PDFObject | undefined {
  const root = dictAt(document.catalog, "StructTreeRoot");
  const tree = root === undefined ? undefined : dictAt(root, "ParentTree");
  const search = (node: PDFDict): PDFObject | undefined => {
    const numbers = itemsAt(node, "Nums");
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      const number = numbers[i];
      if (number instanceof PDFNumber && number.asNumber() === key)
        return resolve(document.context, numbers[i + 1]);
    }
    for (const kid of itemsAt(node, "Kids")) {
      const dict = resolve(document.context, kid);
      const limits = dict instanceof PDFDict ? itemsAt(dict, "Limits") : [];
      const [low, high] = limits.map((limit) => (limit instanceof PDFNumber ? limit.asNumber() : 0));
      if (dict instanceof PDFDict && (low ?? 0) <= key && key <= (high ?? Infinity)) {
        const found = search(dict);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  return tree === undefined ? undefined : search(tree);
}

/** The element itself or one above it has the role. */
export function isWithin(element: StructureElement, role: string): boolean {
  for (let at: StructureElement | undefined = element; at !== undefined; at = at.parent)
    if (at.role === role) return true;
  return false;
}

/** Replaces an element's kids. */
export function setKids(element: StructureElement, kids: readonly PDFObject[]): void {
  element.dict.set(PDFName.of("K"), element.dict.context.obj([...kids]));
}
