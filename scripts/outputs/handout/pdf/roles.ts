/** Mends the roles of Chromium's structure tree so that every one is a standard role used as PDF 1.7 has it. */
import { PDFDict, PDFHexString, PDFName, type PDFDocument, type PDFObject } from "@cantoo/pdf-lib";
import { itemsAt, nameAt, resolve } from "../../../pdf/objects.ts";
import {
  setKids,
  STANDARD_ROLES,
  structureElements,
  structureRoot,
  type StructureElement,
} from "../../../pdf/structure.ts";

/** What other roles mean: PDF 2.0's and HTML's inline ones. Notes come as `Aside` (`print.ts`). Anything else is a division. */
const MEANINGS: Readonly<Record<string, string>> = {
  Em: "Span",
  Strong: "Span",
  Aside: "Note",
  FENote: "Note",
  Title: "P",
};

/**
 * Maps foreign roles, puts the bodies of list items into LBody and the base of ruby into RB, names notes, and leaves one
 * Figure for each picture.
 */
export function mendRoles(document: PDFDocument): void {
  const elements = structureElements(document);
  const foreign = new Map<string, string>();
  let notes = 0;
  for (const element of elements) {
    if (!STANDARD_ROLES.has(element.role)) foreign.set(element.role, MEANINGS[element.role] ?? "Div");
    if (element.role === "LI") wrap(document, element, { keep: ["Lbl"], as: "LBody" });
    if (element.role === "Ruby") wrap(document, element, { keep: ["RT", "RP"], as: "RB" });
    // Every note has a name of its own (PDF/UA-1, 7.9).
    if ((foreign.get(element.role) ?? element.role) === "Note")
      element.dict.set(PDFName.of("ID"), PDFHexString.fromText(`note-${(notes += 1)}`));
    // HTML's figure is a frame around the picture, its caption and notes; the picture in it has the role and the words.
    if (element.role === "Figure" && element.children.some(({ role }) => role === "Figure")) {
      element.dict.set(PDFName.of("S"), PDFName.of("Div"));
    }
  }
  const map = Object.fromEntries([...foreign].sort(([a], [b]) => (a < b ? -1 : 1)));
  if (foreign.size > 0)
    structureRoot(document)?.set(PDFName.of("RoleMap"), document.context.obj(nameValues(map)));
}

const nameValues = (map: Readonly<Record<string, string>>): Record<string, PDFName> =>
  Object.fromEntries(Object.entries(map).map(([role, standard]) => [role, PDFName.of(standard)]));

/** `LI[Lbl, x, y]` → `LI[Lbl, LBody[x, y]]`: what has none of the kept roles goes into one element, where the first of it stood. */
function wrap(
  document: PDFDocument,
  element: StructureElement,
  { keep, as }: { readonly keep: readonly string[]; readonly as: string },
): void {
  const { context } = document;
  const role = (kid: PDFObject): string | undefined => {
    const dict = resolve(context, kid);
    return dict instanceof PDFDict ? nameAt(dict, "S") : undefined;
  };
  const kids = itemsAt(element.dict, "K");
  const rest = kids.filter((kid) => !keep.includes(role(kid) ?? ""));
  if (element.ref === undefined || rest.every((kid) => role(kid) === as)) return;
  const body = context.obj({ Type: "StructElem", S: as, P: element.ref, K: rest });
  const page = element.dict.get(PDFName.of("Pg"));
  if (page !== undefined) body.set(PDFName.of("Pg"), page);
  const ref = context.register(body);
  for (const kid of rest) {
    const child = resolve(context, kid);
    if (child instanceof PDFDict && role(kid) !== undefined) child.set(PDFName.of("P"), ref);
  }
  const first = rest[0];
  setKids(
    element,
    kids.flatMap((kid) => (kid === first ? [ref] : rest.includes(kid) ? [] : [kid])),
  );
}
