/** Words of several lines, set to a width, and written as SVG into their box. */
import type { Candidate } from "./labels.ts";
import { coordinate, element, textElement } from "./svg.ts";
import { textWidth, wrapText } from "./text.ts";

/** One line of a label. */
export interface LetteringLine {
  readonly text: string;
  readonly sizePx: number;
  readonly class: string;
  /** Letterspacing in parts of the size; the CSS class sets the same. */
  readonly spacing?: number;
}

/** A label of one or more lines. */
export interface Lettering {
  readonly lines: readonly LetteringLine[];
  readonly width: number;
  readonly height: number;
}

/** Distance between baselines, and from the top of the box to the first baseline, in sizes. */
const LEADING = 1.16;
const ASCENT = 0.86;

/** Sets lines of text; each string is broken when it is longer than `maxWidthPx`. */
export function setLines(lines: readonly LetteringLine[], maxWidthPx: number): Lettering {
  const set = lines.flatMap((line) =>
    wrapText(line.text, line.sizePx * (1 + (line.spacing ?? 0) * 1.8), maxWidthPx).map((text) =>
      withText(line, text),
    ),
  );
  const width = Math.max(
    1,
    ...set.map(
      (line) => textWidth(line.text, line.sizePx) + line.text.length * (line.spacing ?? 0) * line.sizePx,
    ),
  );
  return { lines: set, width, height: set.reduce((sum, line) => sum + line.sizePx * LEADING, 0) };
}

const withText = (line: LetteringLine, text: string): LetteringLine => ({ ...line, text });

/** The words as SVG, in their box. */
export function letteringMarkup(lettering: Lettering, candidate: Candidate): string {
  const { box, anchor, leader } = candidate;
  const x = anchor === "start" ? box.x : anchor === "end" ? box.x + box.width : box.x + box.width / 2;
  let y = box.y;
  const texts = lettering.lines.map((line) => {
    const baseline = y + line.sizePx * ASCENT;
    y += line.sizePx * LEADING;
    return textElement({ text: line.text, x, y: baseline, sizePx: line.sizePx, anchor, class: line.class });
  });
  const line =
    leader === undefined
      ? ""
      : element("path", {
          class: "leader",
          d: `M${coordinate(leader[0].x)},${coordinate(leader[0].y)}L${coordinate(leader[1].x)},${coordinate(leader[1].y)}`,
        });
  return line + texts.join("");
}
