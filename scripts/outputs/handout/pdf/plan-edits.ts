/** What to change in a page's content so that all of it is tagged or an artifact. Pure: text in, changes out. */
import { effectOf, markedContentNumber, operations, type Operation } from "../../../pdf/content.ts";
import { pageGeometry, union, type Box } from "./geometry.ts";

/** A change of the content: `text` instead of what stands from `start` to `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What the planner must know of a page. */
export interface PageFacts<Figure> {
  /** In points. */
  readonly height: number;
  /** What tells the figure that a piece of marked content belongs to; undefined for other content. */
  readonly figureOf: (mcid: number) => Figure | undefined;
  /** The box of a form in its own space, by the name of the resource. */
  readonly objectBox: (name: string) => Box | undefined;
}

/** The changes of one page, and what was learnt of it. */
export interface Plan<Figure> {
  /** In order. */
  readonly edits: readonly Edit[];
  /** Numbers of the content that is none any more. */
  readonly dropped: readonly number[];
  /** Where each figure is, by what `figureOf` gave. */
  readonly boxes: ReadonlyMap<Figure, Box>;
}

/** One stretch of marked content while it is read. */
interface Marked {
  readonly operation: Operation;
  /** Its number on the page, when it belongs to the structure tree. */
  readonly mcid: number | undefined;
  drawsMoreThanLines: boolean;
  /** What paints its lines and areas. */
  readonly paints: Operation[];
  /** Whether something of it lies where it can be seen; undefined as long as nothing is drawn. */
  isSeen: boolean | undefined;
}

/** A text object (`BT` … `ET`) while it is read. */
interface TextObject {
  readonly start: number;
  /** Marks stand inside it: what is unmarked must be marked piece by piece. */
  marked: boolean;
  /** Changes that mark its unmarked pieces, and the kind of artifact that they are. */
  readonly pieces: Edit[];
  kind: string | undefined;
}

const END = "EMC\n";

/** Rules, backgrounds and other ornaments (ISO 32000-1, 14.8.2.2). */
const LAYOUT = "/Artifact <</Type /Layout>> BDC";
const HEADER = "/Artifact <</Type /Pagination /Subtype /Header>> BDC";
const FOOTER = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC";

/** Running heads and feet stand in this part of the page's height, from either edge. */
const MARGIN = 0.1;

/** Running heads and rules become artifacts; a slide's drawing becomes content of the figure whose frame stands right before it. */
export function planEdits<Figure>(
  content: string,
  { height, figureOf, objectBox }: PageFacts<Figure>,
): Plan<Figure> {
  const edits: Edit[] = [];
  const dropped: number[] = [];
  const boxes = new Map<Figure, Box>();
  const open: Marked[] = [];
  const geometry = pageGeometry(objectBox);
  const figure = (): Figure | undefined => {
    const mcid = open.findLast((marked) => marked.mcid !== undefined)?.mcid;
    return mcid === undefined ? undefined : figureOf(mcid);
  };
  let path: number | undefined;
  let text: TextObject | undefined;
  /** The end of the last figure's content, as long as nothing was drawn after it. */
  let figureEnd: Operation | undefined;
  for (const operation of operations(content)) {
    const { operator } = operation;
    if (operator === "BDC" || operator === "BMC") {
      if (text !== undefined) text.marked = true;
      open.push({
        operation,
        mcid: markedContentNumber(operation.operands),
        drawsMoreThanLines: false,
        paints: [],
        isSeen: undefined,
      });
    } else if (operator === "EMC") {
      const inFigure = figure() !== undefined;
      const marked = open.pop();
      // Of a figure that was moved to the next page Chromium 150 draws the frame on this one too, beyond the edge: screens show a hair of it.
      const isUnseen = marked?.isSeen === false;
      if (isUnseen)
        edits.push(...(marked?.paints ?? []).map(({ start, end }) => ({ start, end, text: "n" })));
      figureEnd = open.length === 0 && inFigure && !isUnseen ? operation : undefined;
      if (marked?.mcid !== undefined && (inFigure ? isUnseen : !marked.drawsMoreThanLines)) {
        edits.push({ start: marked.operation.start, end: marked.operation.end, text: LAYOUT });
        dropped.push(marked.mcid);
      }
    } else if (operator === "BT") {
      text = { start: operation.start, marked: false, pieces: [], kind: undefined };
    } else if (operator === "ET") {
      if (text?.kind !== undefined)
        edits.push(...(text.marked ? text.pieces : around(text, operation, text.kind)));
      text = undefined;
    } else {
      const effect = effectOf(operator);
      if (effect === "path") path ??= operation.start;
      if (effect === "text" || effect === "paint" || effect === "object") {
        for (const marked of open)
          if (effect === "paint") marked.paints.push(operation);
          else marked.drawsMoreThanLines = true;
        const drawn = figure();
        const box = effect === "text" || open.length === 0 ? undefined : geometry.boxOf(operation);
        const isSeen = effect === "text" || box !== undefined;
        for (const marked of open) marked.isSeen = isSeen || (marked.isSeen ?? false);
        if (drawn !== undefined && box !== undefined) boxes.set(drawn, union(boxes.get(drawn), box));
        if (open.length === 0) {
          if (effect === "object" && figureEnd !== undefined) {
            // The slide is drawn right after its frame: the frame's marks close after it instead of before.
            edits.push({ start: figureEnd.start, end: figureEnd.end, text: "" });
            edits.push({ start: operation.end, end: operation.end, text: `\n${END}` });
          } else if (text !== undefined) {
            const at = geometry.textHeight() / height;
            text.kind ??= at > 1 - MARGIN ? HEADER : at < MARGIN ? FOOTER : LAYOUT;
            text.pieces.push(...around(operation, operation, text.kind));
          } else {
            edits.push(
              ...around(
                { start: (effect === "paint" ? path : undefined) ?? operation.start },
                operation,
                LAYOUT,
              ),
            );
          }
          figureEnd = undefined;
        }
      }
      if (effect === "paint" || operator === "n") path = undefined;
    }
    geometry.follow(operation);
  }
  return { edits: edits.sort((a, b) => a.start - b.start || a.end - b.end), dropped, boxes };
}

const around = ({ start }: { readonly start: number }, { end }: Operation, mark: string): Edit[] => [
  { start, end: start, text: `${mark}\n` },
  { start: end, end, text: `\n${END}` },
];

/** The content with its changes. */
export function applyEdits(content: string, edits: readonly Edit[]): string {
  let out = "";
  let at = 0;
  for (const { start, end, text } of edits) {
    out += content.slice(at, start) + text;
    at = end;
  }
  return out + content.slice(at);
}
