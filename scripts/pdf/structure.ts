/** The structure tree of a tagged PDF (ISO 32000-1, 14.7), as plain nodes over its dictionaries. */
import {
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  type PDFArray,
  type PDFDocument,
  type PDFObject,
} from "@cantoo/pdf-lib";
import { dictAt, itemsAt, nameAt, resolve, textAt } from "./objects.ts";

/** One structure element. */
export interface StructureElement {
  /** Absent for an element that is written inside its parent. */
  readonly ref: PDFRef | undefined;
  readonly dict: PDFDict;
  /** The role as it stands, before the role map. */
  readonly role: string;
  readonly alternative: string | undefined;
  readonly parent: StructureElement | undefined;
  /** In reading order. */
  readonly children: readonly StructureElement[];
}

/** The standard roles of ISO 32000-1, 14.8.4. */
export const STANDARD_ROLES: ReadonlySet<string> = new Set(
  (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 " +
    "L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot " +
    "Ruby RB RT RP Warichu WT WP Figure Formula Form"
  ).split(" "),
);

/** The root of the structure tree, or undefined in a PDF without tags. */
export const structureRoot = (document: PDFDocument): PDFDict | undefined =>
  dictAt(document.catalog, "StructTreeRoot");

/**
 * Every element of the tree, parents before their children, in reading order. An element that hangs in the tree twice,
 * or in a circle, is taken where it comes first. Works without recursion: a strange file's tree may be of any depth.
 */
export function structureElements(document: PDFDocument): StructureElement[] {
  const root = structureRoot(document);
  const all: StructureElement[] = [];
  if (root === undefined) return all;
  const seen = new Set<PDFDict>();
  const waiting: { readonly object: PDFObject; readonly parent: Growing | undefined }[] = itemsAt(root, "K")
    .map((object) => ({ object, parent: undefined }))
    .reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { object, parent } = next;
    const dict = resolve(document.context, object);
    const role = dict instanceof PDFDict ? nameAt(dict, "S") : undefined;
    if (!(dict instanceof PDFDict) || role === undefined || seen.has(dict)) continue;
    seen.add(dict);
    const ref = object instanceof PDFRef ? object : undefined;
    const element: Growing = { ref, dict, role, alternative: textAt(dict, "Alt"), parent, children: [] };
    parent?.children.push(element);
    all.push(element);
    const kids = itemsAt(dict, "K");
    for (let i = kids.length - 1; i >= 0; i--) {
      const kid = kids[i];
      if (kid !== undefined && !(kid instanceof PDFNumber)) waiting.push({ object: kid, parent: element });
    }
  }
  return all;
}

interface Growing extends StructureElement {
  readonly children: Growing[];
}

/** What the parent tree (a number tree, ISO 32000-1, 7.9.7) holds: key → an element, or the elements of a page. */
export function parentTree(document: PDFDocument): Map<number, PDFObject> {
  const found = new Map<number, PDFObject>();
  const root = structureRoot(document);
  const seen = new Set<PDFDict>();
  const waiting = [root === undefined ? undefined : dictAt(root, "ParentTree")];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (node === undefined || seen.has(node)) continue;
    seen.add(node);
    const numbers = itemsAt(node, "Nums");
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      const key = numbers[i];
      const value = resolve(document.context, numbers[i + 1]);
      if (key instanceof PDFNumber && value !== undefined) found.set(key.asNumber(), value);
    }
    for (const kid of itemsAt(node, "Kids")) {
      const dict = resolve(document.context, kid);
      if (dict instanceof PDFDict) waiting.push(dict);
    }
  }
  return found;
}

/** The dictionaries of the elements that own each piece of marked content of a stream: index = its number (MCID). */
export function ownersIn(entry: PDFArray): (PDFDict | undefined)[] {
  return Array.from({ length: entry.size() }, (_, mcid) => {
    const dict = entry.lookup(mcid);
    return dict instanceof PDFDict ? dict : undefined;
  });
}

/** A function that follows the document's role map (ISO 32000-1, 14.7.3) to a standard role, as far as it leads. */
export function roleReader(document: PDFDocument): (role: string) => string {
  const root = structureRoot(document);
  const map = root === undefined ? undefined : dictAt(root, "RoleMap");
  if (map === undefined) return (role) => role;
  return (role) => {
    let at = role;
    const passed = new Set<string>();
    while (!STANDARD_ROLES.has(at) && !passed.has(at)) {
      passed.add(at);
      at = nameAt(map, at) ?? at;
    }
    return at;
  };
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
