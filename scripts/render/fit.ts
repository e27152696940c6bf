/**
 * Chooses how large a slide's text is set. Type starts large; a slide with too much text gets smaller type rather than
 * losing lines. The estimate is pure arithmetic on lengths; `overflow.ts` measures in a browser what really happens.
 */
import { plainText } from "./html.ts";

/** The smallest type that slides promise for their text, in CSS px: smaller is hard to read from the back of a room. */
export const SMALLEST_PROMISED_PX = 28;

/** The place of a text on a slide, in CSS px. */
export interface Room {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Type sizes, largest first: size n is what the theme's class `.fit-n` sets in this layout. */
  readonly sizesPx: readonly number[];
}

/** How a text is set: which of the room's sizes, and whether even the smallest is too large. */
export interface Fit {
  readonly step: number;
  readonly sizePx: number;
  readonly overflows: boolean;
}

/** Average advance of a character of Source Serif 4 in ems, measured over English text. */
const CHARACTER_EM = 0.44;
/** Half a word and its space: what a line loses on average because words stay whole. */
const RAG_CHARACTERS = 3;
/** What the theme sets: line height, and the space between paragraphs or list items. */
const LINE_EM = 1.38;
const GAP_EM = 0.46;

/**
 * The largest type in which texts fit a room one under the other.
 * @param rows HTML of each row; a row of several texts has them side by side in columns of equal width
 */
export function fitText(rows: readonly (readonly string[])[], room: Room): Fit {
  const measured = rows.map((columns) => columns.map(textBlocks));
  const height = (sizePx: number): number =>
    measured.reduce(
      (sum, columns) =>
        sum +
        Math.max(
          0,
          ...columns.map((blocks) => blocksHeight(blocks, sizePx, columnWidth(room, columns.length))),
        ),
      0,
    );
  const step = room.sizesPx.findIndex((sizePx) => height(sizePx) <= room.heightPx);
  const last = room.sizesPx.length - 1;
  return {
    step: step === -1 ? last : step,
    sizePx: room.sizesPx[step === -1 ? last : step] ?? 0,
    overflows: step === -1,
  };
}

/** Space between two columns, in CSS px: the theme's. */
const COLUMN_GAP_PX = 64;

const columnWidth = (room: Room, columns: number): number =>
  (room.widthPx - (columns - 1) * COLUMN_GAP_PX) / columns;

/** Lengths in characters of what begins a new line: paragraphs, list items, table rows, headings, lines of code. */
function textBlocks(html: string): number[] {
  return html
    .replace(/<svg\b[\s\S]*?<\/svg>/g, "")
    .split(/<\/(?:p|li|h[1-6]|tr|dt|dd|blockquote|pre|figcaption)>|<br\s*\/?>/)
    .flatMap((block) => (block.includes("<pre") ? block.split("\n") : [block]))
    .map((block) => width(plainText(block).trim()))
    .filter((characters) => characters > 0);
}

/** Hangul and Han count double: they are twice as wide as the average Latin letter. */
function width(text: string): number {
  return text.length + (text.match(/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uff00-\uff60]/g)?.length ?? 0);
}

function blocksHeight(blocks: readonly number[], sizePx: number, widthPx: number): number {
  const perLine = Math.max(1, Math.floor(widthPx / (sizePx * CHARACTER_EM)) - RAG_CHARACTERS);
  const lines = blocks.reduce((sum, characters) => sum + Math.ceil(characters / perLine), 0);
  return lines * sizePx * LINE_EM + Math.max(0, blocks.length - 1) * sizePx * GAP_EM;
}
