/** Where a ragged paragraph needs a hyphen: only where a line would end much too early. Pure. */

/** A line of a paragraph as it is set, but its last. */
export interface SetLine {
  /** From its end to the edge of the text; 0 in a heading, which may end early. */
  readonly slackPx: number;
  /** What it ends with: `inside` for a word that was torn because it is longer than a line. */
  readonly end: "space" | "hyphen" | "inside";
  /** The word that the next line begins with; absent where it has to stay whole. */
  readonly next?: NextWord | undefined;
}

/** The word after a line's end. */
export interface NextWord {
  /** With the punctuation around it. */
  readonly text: string;
  /** How much of it stands on the line before already. */
  readonly from: number;
  /** BCP 47. */
  readonly language: string;
}

/** A line whose next word is to be divided, and where that is possible. */
export interface Hyphen {
  readonly line: number;
  readonly points: readonly number[];
}

/** A line that leaves more than this part of the measure free ends too early: the hyphenation zone of ragged setting. */
const ZONE = 0.12;

/** Lines in a row that may end with a hyphen: three would be a ladder in columns as narrow as these. */
const IN_A_ROW = 2;

/**
 * The first line from `from` on that needs the beginning of the next word, and may have it.
 * @param pointsOf where a word may be divided
 */
export function nextHyphen(
  lines: readonly SetLine[],
  from: number,
  measurePx: number,
  pointsOf: (word: NextWord) => readonly number[],
): Hyphen | undefined {
  for (const [line, { slackPx, end, next }] of lines.entries()) {
    if (line < from || end === "hyphen" || next === undefined) continue;
    if (slackPx <= ZONE * measurePx && end !== "inside") continue;
    if (hyphensBefore(lines, line) >= IN_A_ROW) continue;
    const points = pointsOf(next).filter((point) => point > next.from || end === "inside");
    if (points.length > 0) return { line, points };
  }
  return undefined;
}

/** How many lines right before a line end with a hyphen. */
function hyphensBefore(lines: readonly SetLine[], line: number): number {
  let count = 0;
  while (lines[line - 1 - count]?.end === "hyphen") count += 1;
  return count;
}
