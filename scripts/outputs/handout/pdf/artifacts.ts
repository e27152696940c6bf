/**
 * Sees to it that everything a page draws is either content of the structure tree or an artifact (PDF/UA-1, 7.1):
 * running heads and rules become artifacts, a slide's drawing becomes content of the figure whose frame was drawn
 * right before it.
 */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFDocument,
  type PDFPage,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { effectOf, operations, type Operation } from "./content.ts";
import { itemsAt, numberAt, pageContent, resolve } from "./objects.ts";
import {
  contentOwners,
  isWithin,
  parentTreeEntry,
  setKids,
  structureElements,
  type StructureElement,
} from "./structure.ts";

/** A change of the content: `text` instead of what stands from `start` to `end`. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One stretch of marked content while it is read. */
interface Marked {
  readonly operation: Operation;
  /** Its number on the page, when it belongs to the structure tree. */
  readonly mcid: number | undefined;
  drawsMoreThanLines: boolean;
}

const ARTIFACT = "/Artifact BMC\n";
const END = "EMC\n";

/** Marks what Chromium left unmarked, on every page. */
export function markArtifacts(document: PDFDocument): void {
  const elements = new Map(structureElements(document).map((element) => [element.ref.toString(), element]));
  for (const page of document.getPages()) markPage(document, page, elements);
}

function markPage(
  document: PDFDocument,
  page: PDFPage,
  elements: ReadonlyMap<string, StructureElement>,
): void {
  const content = pageContent(document, page);
  const owners = contentOwners(document, numberAt(page.node, "StructParents") ?? -1);
  const ownerOf = (mcid: number | undefined): StructureElement | undefined =>
    elements.get((mcid === undefined ? undefined : owners[mcid])?.toString() ?? "");
  const { edits, dropped } = planEdits(content, (mcid) => {
    const owner = ownerOf(mcid);
    return owner !== undefined && isWithin(owner, "Figure");
  });
  const entry = parentTreeEntry(document, numberAt(page.node, "StructParents") ?? -1);
  for (const mcid of dropped) {
    dropContent(ownerOf(mcid), mcid, page.ref);
    if (entry instanceof PDFArray) entry.set(mcid, PDFNull);
  }
  if (edits.length === 0) return;
  const stream = document.context.flateStream(Buffer.from(applyEdits(content, edits), "latin1"));
  page.node.set(PDFName.of("Contents"), document.context.register(stream));
}

/**
 * What to change in a page's content.
 * @param inFigure whether a piece of marked content belongs to a figure
 * @returns the changes in order, and the numbers of the content that is none any more
 */
export function planEdits(
  content: string,
  inFigure: (mcid: number | undefined) => boolean,
): { edits: Edit[]; dropped: number[] } {
  const edits: Edit[] = [];
  const dropped: number[] = [];
  const open: Marked[] = [];
  let path: number | undefined;
  /** The end of the last figure's content, as long as nothing was drawn after it. */
  let figureEnd: Operation | undefined;
  for (const operation of operations(content)) {
    const { operator } = operation;
    if (operator === "BDC" || operator === "BMC") {
      open.push({ operation, mcid: mcidOf(operation), drawsMoreThanLines: false });
    } else if (operator === "EMC") {
      const marked = open.pop();
      figureEnd = open.length === 0 && marked !== undefined && inFigure(marked.mcid) ? operation : undefined;
      if (marked !== undefined && figureEnd === undefined && isDecoration(marked)) {
        edits.push({ start: marked.operation.start, end: marked.operation.end, text: ARTIFACT.trimEnd() });
        if (marked.mcid !== undefined) dropped.push(marked.mcid);
      }
    } else {
      const effect = effectOf(operator);
      if (effect === "path") path ??= operation.start;
      if (effect === "text" || effect === "paint" || effect === "object") {
        if (effect !== "paint") for (const marked of open) marked.drawsMoreThanLines = true;
        if (open.length === 0) {
          const from = effect === "paint" ? (path ?? operation.start) : operation.start;
          if (effect === "object" && figureEnd !== undefined) {
            // The slide is drawn right after its frame: the frame's marks close after it instead of before.
            edits.push({ start: figureEnd.start, end: figureEnd.end, text: "" });
            edits.push({ start: operation.end, end: operation.end, text: `\n${END}` });
          } else {
            edits.push({ start: from, end: from, text: ARTIFACT });
            edits.push({ start: operation.end, end: operation.end, text: `\n${END}` });
          }
          figureEnd = undefined;
        }
      }
      if (effect === "paint" || operator === "n") path = undefined;
    }
  }
  return { edits: edits.sort((a, b) => a.start - b.start || a.end - b.end), dropped };
}

/** Lines and backgrounds of paragraphs and sections, and marks around nothing at all. */
const isDecoration = (marked: Marked): boolean => marked.mcid !== undefined && !marked.drawsMoreThanLines;

function mcidOf({ operands }: Operation): number | undefined {
  const number = /\/MCID\s+(\d+)/.exec(operands)?.[1];
  return number === undefined ? undefined : Number(number);
}

function applyEdits(content: string, edits: readonly Edit[]): string {
  let out = "";
  let at = 0;
  for (const { start, end, text } of edits) {
    out += content.slice(at, start) + text;
    at = end;
  }
  return out + content.slice(at);
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
