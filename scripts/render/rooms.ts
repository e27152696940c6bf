/** How much room each layout gives its text, and how large its type may be: what `theme.css` sets, as numbers. */
import { type Fit, fitText, type Room } from "./fit.ts";
import { splitFigure } from "./figure.ts";
import { plainText } from "./html.ts";

/** The room when the slide has neither heading nor foot, and what a heading takes of it. */
interface LayoutRoom extends Room {
  /** Height of one line of the heading at its full size. */
  readonly headingLinePx: number;
  /** Characters on one such line. */
  readonly headingCharacters: number;
  /** Space under the heading. */
  readonly headingGapPx: number;
}

const TEXT: LayoutRoom = {
  widthPx: 1000,
  heightPx: 572,
  sizesPx: [34, 30, 28, 24, 20, 16],
  headingLinePx: 51,
  headingCharacters: 46,
  headingGapPx: 30,
};
const KICKER = { headingLinePx: 36, headingCharacters: 64, headingGapPx: 24 };

const ROOMS: Readonly<Record<string, LayoutRoom>> = {
  columns: { ...TEXT, widthPx: 1120, heightPx: 480, sizesPx: [31, 30, 28, 24, 20, 16] },
  figure: {
    ...TEXT,
    widthPx: 310,
    heightPx: 590,
    sizesPx: [28, 26, 24, 22, 19, 16],
    headingLinePx: 42,
    headingCharacters: 56,
    headingGapPx: 20,
  },
  statement: { ...KICKER, widthPx: 1040, heightPx: 540, sizesPx: [54, 46, 38, 32, 24, 18] },
  quote: { ...KICKER, widthPx: 950, heightPx: 510, sizesPx: [46, 40, 34, 29, 24, 18] },
  question: {
    ...TEXT,
    widthPx: 1120,
    heightPx: 500,
    sizesPx: [31, 30, 28, 24, 20, 16],
    headingLinePx: 74,
    headingCharacters: 38,
    headingGapPx: 48,
  },
  end: { ...TEXT, headingLinePx: 63, headingCharacters: 44 },
  era: {
    widthPx: 940,
    heightPx: 390,
    sizesPx: [30, 29, 28, 24, 20, 16],
    headingLinePx: 67,
    headingCharacters: 40,
    headingGapPx: 12,
  },
  title: {
    widthPx: 820,
    heightPx: 400,
    sizesPx: [28, 27, 26, 24, 20, 16],
    headingLinePx: 100,
    headingCharacters: 26,
    headingGapPx: 34,
  },
};

/** Words over a wide drawing have a strip of this height. */
const STRIP: Pick<Room, "widthPx" | "heightPx"> = { widthPx: 1000, heightPx: 110 };

/** What the foot takes: its distance, a line for each row of about three sources, a line for each footnote. */
const FOOT = { gapPx: 12, linePx: 22, sourcesInLine: 3 };

/** Long headings are set smaller: step → size as a part of the full size. */
const HEADING_SIZES = [1, 0.74, 0.54];

/** What a slide shows, as far as its size matters. */
export interface SlideContent {
  readonly layout: string;
  /** Plain text of the heading. */
  readonly heading: string;
  readonly mainHtml: string;
  /** The other slots, side by side. */
  readonly columns: readonly string[];
  readonly sources: number;
  /** Footnotes, and lines on what it is adapted from. */
  readonly footnotes: number;
}

/** How large a slide's text is set, by the length of what it says. */
export function slideFit(slide: SlideContent): Fit {
  const room = ROOMS[slide.layout] ?? TEXT;
  const figure = slide.layout === "figure" ? splitFigure(slide.mainHtml) : undefined;
  const words = figure?.wordsHtml ?? slide.mainHtml;
  const heightPx = room.heightPx - headingHeight(room, slide) - footHeight(slide);
  const place = figure?.shape === "figure-under" ? { ...room, ...STRIP } : { ...room, heightPx };
  const columns = slide.columns.filter((html) => plainText(html).trim() !== "");
  return fitText(columns.length === 0 ? [[words]] : [[words], columns], place);
}

/** 0 for a heading of ordinary length, 1 and 2 for longer ones, which are set smaller. */
export function headingStep(layout: string, text: string): number {
  const { headingCharacters } = ROOMS[layout] ?? TEXT;
  return text.length <= 2.2 * headingCharacters ? 0 : text.length <= 5 * headingCharacters ? 1 : 2;
}

function headingHeight(room: LayoutRoom, { layout, heading }: SlideContent): number {
  if (heading === "") return 0;
  const size = HEADING_SIZES[headingStep(layout, heading)] ?? 1;
  const lines = Math.ceil((heading.length * size) / room.headingCharacters);
  return lines * room.headingLinePx * size + room.headingGapPx;
}

function footHeight({ sources, footnotes }: SlideContent): number {
  const lines = Math.ceil(sources / FOOT.sourcesInLine) + footnotes;
  return lines === 0 ? 0 : lines * FOOT.linePx + FOOT.gapPx;
}
