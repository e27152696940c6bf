/**
 * Sees to it that everything a page draws is either content of the structure tree or an artifact (PDF/UA-1, 7.1):
 * running heads and rules become artifacts, a slide's drawing becomes content of the figure whose frame was drawn
 * right before it. Figures get the box that says where they are.
 */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFDocument,
  type PDFObject,
  PDFRef,
  type PDFPage,
} from "@cantoo/pdf-lib";
import { dictAt, itemsAt, numberAt, numbersAt, pageContent, resolve } from "../../../pdf/objects.ts";
import {
  ownersIn,
  parentTree,
  setKids,
  structureElements,
  type StructureElement,
} from "../../../pdf/structure.ts";
import { packedStream } from "../../../pdf/write.ts";
import { union, type Box } from "./geometry.ts";
import { applyEdits, planEdits } from "./plan-edits.ts";
import { hyphensOf, mendDrawings, mendSoftHyphens } from "./soft-hyphens.ts";

/** Marks what Chromium left unmarked, on every page, and mends soft hyphens on the way. */
export function markArtifacts(document: PDFDocument): void {
  mendDrawings(document);
  const elements = new Map(structureElements(document).map((element) => [element.dict, element]));
  const parents = parentTree(document);
  const boxes = new Map<StructureElement, { readonly box: Box; readonly pages: number }>();
  const printed = contentsOf(document);
  for (const page of document.getPages()) {
    const onPage = markPage(document, page, elements, parents);
    for (const [figure, box] of onPage) {
      const before = boxes.get(figure);
      boxes.set(figure, { box: union(before?.box, box), pages: (before?.pages ?? 0) + 1 });
    }
  }
  // What was replaced would stay in the file, a quarter of it.
  const used = contentsOf(document);
  for (const ref of printed) if (!used.has(ref)) document.context.delete(ref);
  // Only what is whole on one page has a place (ISO 32000-1, table 344).
  for (const [figure, { box, pages }] of boxes) if (pages === 1) writeBox(figure, box);
}

/** The streams that pages are drawn from. */
const contentsOf = (document: PDFDocument): ReadonlySet<PDFRef> =>
  new Set(
    document
      .getPages()
      .flatMap(({ node }) => itemsAt(node, "Contents"))
      .filter((item) => item instanceof PDFRef),
  );

/** @returns where the page's figures are */
function markPage(
  document: PDFDocument,
  page: PDFPage,
  elements: ReadonlyMap<PDFDict, StructureElement>,
  parents: ReadonlyMap<number, PDFObject>,
): ReadonlyMap<StructureElement, Box> {
  const printed = pageContent(document, page);
  const content = mendSoftHyphens(printed, hyphensOf(page.node.Resources()));
  const entry = parents.get(numberAt(page.node, "StructParents") ?? -1);
  const owners = entry instanceof PDFArray ? ownersIn(entry) : [];
  const ownerOf = (mcid: number): StructureElement | undefined => {
    const owner = owners[mcid];
    return owner === undefined ? undefined : elements.get(owner);
  };
  const { edits, dropped, boxes } = planEdits(content, {
    height: page.getHeight(),
    figureOf: (mcid) => figureAbove(ownerOf(mcid)),
    objectBox: formBoxes(page),
  });
  for (const mcid of dropped) {
    dropContent(ownerOf(mcid), mcid, page.ref);
    if (entry instanceof PDFArray) entry.set(mcid, PDFNull);
  }
  if (edits.length > 0 || content !== printed) {
    const stream = packedStream(document.context, Buffer.from(applyEdits(content, edits), "latin1"));
    page.node.set(PDFName.of("Contents"), document.context.register(stream));
  }
  return boxes;
}

/** The figure that the element is or stands in. */
function figureAbove(element: StructureElement | undefined): StructureElement | undefined {
  for (let at = element; at !== undefined; at = at.parent) if (at.role === "Figure") return at;
  return undefined;
}

/** The boxes of the forms that a page draws, by the names of its resources. */
function formBoxes(page: PDFPage): (name: string) => Box | undefined {
  const resources = page.node.Resources();
  const objects = resources === undefined ? undefined : dictAt(resources, "XObject");
  return (name) => {
    const object = objects?.lookup(PDFName.of(name));
    const dict = object !== undefined && "dict" in object ? object.dict : undefined;
    const [left, bottom, right, top] = dict instanceof PDFDict ? numbersAt(dict, "BBox") : [];
    return left === undefined || bottom === undefined || right === undefined || top === undefined
      ? undefined
      : [left, bottom, right, top];
  };
}

function writeBox({ dict }: StructureElement, box: Box): void {
  const [left, bottom, right, top] = box.map((at) => Math.round(at * 100) / 100);
  const attributes = dict.context.obj({ O: "Layout", BBox: [left, bottom, right, top] });
  dict.set(PDFName.of("A"), dict.context.obj([...itemsAt(dict, "A"), attributes]));
}

/** Takes a piece of content from its element; an element left empty goes too. */
function dropContent(owner: StructureElement | undefined, mcid: number, page: PDFRef): void {
  if (owner === undefined) return;
  const own = resolve(owner.dict.context, owner.dict.get(PDFName.of("Pg")));
  const here = resolve(owner.dict.context, page);
  const kids = itemsAt(owner.dict, "K").filter((kid) => {
    const direct = resolve(owner.dict.context, kid);
    if (direct instanceof PDFNumber) return !(direct.asNumber() === mcid && own === here);
    if (!(direct instanceof PDFDict) || direct.get(PDFName.of("MCID")) === undefined) return true;
    const pageOfKid = direct.lookup(PDFName.of("Pg")) ?? own;
    return !(numberAt(direct, "MCID") === mcid && pageOfKid === here);
  });
  if (kids.length > 0) setKids(owner, kids);
  else removeElement(owner);
}

function removeElement(element: StructureElement): void {
  const { parent } = element;
  if (parent === undefined) return;
  const kids = itemsAt(parent.dict, "K").filter((kid) => kid !== element.ref);
  if (kids.length > 0) setKids(parent, kids);
  else removeElement(parent);
}
