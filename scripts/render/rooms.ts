/** How much room each layout gives its text, and how large its type may be: what `theme.css` sets, as numbers. */
import type { Slide } from "../model.ts";
import { type Fit, fitText, type Room } from "./fit.ts";
import { splitFigure } from "./figure.ts";
import { plainText } from "./html.ts";

interface LayoutRoom extends Room {
  /** One line of the heading: its height in CSS px and how many characters it holds. */
  readonly headingLinePx: number;
  readonly headingCharacters: number;
}

/** The whole of a text slide's content area under the running head, less a foot of one line. */
const TEXT: LayoutRoom = {
  widthPx: 1000,
  heightPx: 500,
  sizesPx: [34, 30, 28, 24, 20, 16],
  headingLinePx: 51,
  headingCharacters: 50,
};
const LARGE = { headingLinePx: 38, headingCharacters: 70 };

const ROOMS: Readonly<Record<string, LayoutRoom>> = {
  text: TEXT,
  columns: { ...TEXT, widthPx: 1120, heightPx: 470, sizesPx: [31, 30, 28, 24, 20, 16] },
  figure: { ...TEXT, widthPx: 310, heightPx: 480, sizesPx: [28, 26, 24, 22, 19, 16] },
  statement: { ...LARGE, widthPx: 1020, heightPx: 500, sizesPx: [54, 46, 38, 32, 24, 18] },
  quote: { ...LARGE, widthPx: 950, heightPx: 480, sizesPx: [46, 40, 34, 29, 24, 18] },
  question: {
    widthPx: 1120,
    heightPx: 480,
    sizesPx: [31, 30, 28, 24, 20, 16],
    headingLinePx: 70,
    headingCharacters: 40,
  },
  era: {
    widthPx: 940,
    heightPx: 320,
    sizesPx: [30, 29, 28, 24, 20, 16],
    headingLinePx: 70,
    headingCharacters: 34,
  },
  title: {
    widthPx: 900,
    heightPx: 420,
    sizesPx: [34, 30, 28, 24, 20, 16],
    headingLinePx: 100,
    headingCharacters: 24,
  },
};

/** Words over a wide drawing have a strip of this height. */
const STRIP: Pick<Room, "widthPx" | "heightPx"> = { widthPx: 1000, heightPx: 130 };

/** How large a slide's text is set, by the length of what it says. */
export function slideFit(slide: Slide): Fit {
  const room = ROOMS[slide.layout] ?? TEXT;
  const { main = "", ...others } = slide.slots;
  const { wordsHtml, shape } = slide.layout === "figure" ? splitFigure(main) : { wordsHtml: main, shape: "" };
  const lines = Math.ceil(slide.title.length / room.headingCharacters);
  const place =
    shape === "figure-under"
      ? { ...room, ...STRIP }
      : { ...room, heightPx: room.heightPx - lines * room.headingLinePx };
  const columns = Object.values(others).filter((html) => plainText(html).trim() !== "");
  return fitText(columns.length === 0 ? [[wordsHtml]] : [[wordsHtml], columns], place);
}

/** 0 for a heading of ordinary length, 1 and 2 for longer ones, which are set smaller. */
export function headingStep(layout: string, text: string): number {
  const { headingCharacters } = ROOMS[layout] ?? TEXT;
  return text.length <= 2.2 * headingCharacters ? 0 : text.length <= 5 * headingCharacters ? 1 : 2;
}
