/** Mends the roles of Chromium's structure tree so that every one is a standard role used as PDF 1.7 has it. */
import { PDFName, type PDFDocument, type PDFObject } from "@cantoo/pdf-lib";
import { dictAt, itemsAt } from "./objects.ts";
import { setKids, structureElements, type StructureElement } from "./structure.ts";

/** The standard roles of ISO 32000-1, 14.8.4. */
export const STANDARD_ROLES: ReadonlySet<string> = new Set(
  (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 " +
    "L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot " +
    "Ruby RB RT RP Warichu WT WP Figure Formula Form"
  ).split(" "),
);

/** What other roles mean: PDF 2.0's and HTML's inline ones. Anything else is a division. */
const MEANINGS: Readonly<Record<string, string>> = { Em: "Span", Strong: "Span", FENote: "Note", Title: "P" };

/** Maps foreign roles, puts the bodies of list items into LBody, and leaves one Figure for each picture. */
export function mendRoles(document: PDFDocument): void {
  const elements = structureElements(document);
  const foreign = new Map<string, string>();
  for (const element of elements) {
    if (!STANDARD_ROLES.has(element.role)) foreign.set(element.role, MEANINGS[element.role] ?? "Div");
    if (element.role === "LI") wrapBody(document, element);
    // HTML's figure is a frame around the picture, its caption and notes; the picture in it has the role and the words.
    if (element.role === "Figure" && element.children.some(({ role }) => role === "Figure")) {
      element.dict.set(PDFName.of("S"), PDFName.of("Div"));
    }
  }
  const root = dictAt(document.catalog, "StructTreeRoot");
  const map = Object.fromEntries([...foreign].sort(([a], [b]) => (a < b ? -1 : 1)));
  if (root !== undefined && foreign.size > 0)
    root.set(PDFName.of("RoleMap"), document.context.obj(nameValues(map)));
}

const nameValues = (map: Readonly<Record<string, string>>): Record<string, PDFName> =>
  Object.fromEntries(Object.entries(map).map(([role, standard]) => [role, PDFName.of(standard)]));

/** `LI[Lbl, x, y]` → `LI[Lbl, LBody[x, y]]`. */
function wrapBody(document: PDFDocument, item: StructureElement): void {
  const role = (kid: PDFObject): string | undefined => item.children.find(({ ref }) => ref === kid)?.role;
  const kids = itemsAt(item.dict, "K");
  const labels = kids.filter((kid) => role(kid) === "Lbl");
  const rest = kids.filter((kid) => !labels.includes(kid));
  if (rest.every((kid) => role(kid) === "LBody")) return;
  const body = document.context.obj({ Type: "StructElem", S: "LBody", P: item.ref, K: rest });
  const page = item.dict.get(PDFName.of("Pg"));
  if (page !== undefined) body.set(PDFName.of("Pg"), page);
  const ref = document.context.register(body);
  for (const child of item.children) if (rest.includes(child.ref)) child.dict.set(PDFName.of("P"), ref);
  setKids(item, [...labels, ref]);
}

/** Roles through the document's role map. */
export function standardRole(document: PDFDocument, role: string): string {
  const root = dictAt(document.catalog, "StructTreeRoot");
  const map = root === undefined ? undefined : dictAt(root, "RoleMap");
  const mapped = map?.lookup(PDFName.of(role));
  return mapped instanceof PDFName ? mapped.decodeText() : role;
}
