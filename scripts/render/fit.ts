/**
 * Chooses how large a slide's text is set. Type starts large; a slide with too much text gets smaller type rather than
 * losing lines. The estimate is pure arithmetic on lengths; `overflow.ts` measures in a browser what really happens.
 */
import { plainText } from "./html.ts";

/** The first fit whose type is smaller than the 28 px that slides promise: hard to read from the back of a room. */
export const SMALL_FIT = 2;

/** Text sizes of the fits in CSS px; the theme's `.fit-N` classes set the same. */
const SIZES_PX = [31, 28, 24, 20, 16] as const;

/** Average advance of a character of Source Serif 4 in ems, measured over English text; wide scripts take a whole em. */
const CHARACTER_EM = 0.45;
const LINE_EM = 1.4;
const GAP_EM = 0.5;

export interface Room {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** How many sizes smaller than full size (0) the text must be to fit the room; the smallest size, 4, when none fits. */
export function fitText(html: string, room: Room): number {
  const blocks = textBlocks(html);
  const fits = SIZES_PX.findIndex((sizePx) => height(blocks, sizePx, room.widthPx) <= room.heightPx);
  return fits === -1 ? SIZES_PX.length - 1 : fits;
}

/** Widths, in characters, of the lines that a fragment must break: one per paragraph, list item, table row or heading. */
function textBlocks(html: string): number[] {
  const words = html.replace(/<svg\b[\s\S]*?<\/svg>/g, "");
  return words
    .split(/<\/(?:p|li|h[1-6]|tr|dt|dd|blockquote|pre|figcaption)>|<br\s*\/?>|\n(?=[^<]*<\/code>)/)
    .map((block) => width(plainText(block).trim()))
    .filter((characters) => characters > 0);
}

/** Hangul and Han count double, as they are twice as wide as the average Latin letter. */
function width(text: string): number {
  return text.length + (text.match(/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uff00-\uff60]/g)?.length ?? 0);
}

function height(blocks: readonly number[], sizePx: number, widthPx: number): number {
  const perLine = Math.max(1, Math.floor(widthPx / (sizePx * CHARACTER_EM)));
  const lines = blocks.reduce((sum, characters) => sum + Math.ceil(characters / perLine), 0);
  return lines * sizePx * LINE_EM + Math.max(0, blocks.length - 1) * sizePx * GAP_EM;
}
