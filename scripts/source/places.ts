/** Where the parts of a file stand: from lines and tokens of its body to places in the file. */
import type { Token } from "markdown-it";
import type { At } from "../model.ts";

/** Finds places in one file. */
export interface Places {
  readonly file: string;
  /** The body's lines. */
  readonly lines: readonly string[];
  /** The place of a line of the body (from 0), at its first character that is no space unless a column (from 0) is given. */
  readonly line: (line: number, column?: number) => At;
  /** The place of a block. */
  readonly block: (token: Token) => At;
  /** The place of a character in the text of an `inline` token. */
  readonly text: (inline: Token, position: number) => At;
}

/**
 * Places in one file.
 * @param before how many lines of the file stand before the body
 */
export function makePlaces(file: string, body: string, before: number): Places {
  const lines = body.split("\n");
  const known = new WeakMap<Token, Row[]>();
  const line = (index: number, column?: number): At => ({
    file,
    line: before + index + 1,
    column: (column ?? Math.max(0, (lines[index] ?? "").search(/\S/))) + 1,
  });
  return {
    file,
    lines,
    line,
    block: (token) => line(token.map?.[0] ?? 0),
    text: (inline, position) => {
      let rows = known.get(inline);
      if (rows === undefined) known.set(inline, (rows = readRows(inline, lines)));
      let low = 0;
      let high = rows.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((rows[middle]?.start ?? 0) <= position) low = middle;
        else high = middle - 1;
      }
      const { start, column } = rows[low] ?? { start: 0, column: 0 };
      return line((inline.map?.[0] ?? 0) + low, column + position - start);
    },
  };
}

/** A line of a text: where it starts in the text, and in which column of the file. */
interface Row {
  readonly start: number;
  readonly column: number;
}

/** Markdown took the indentation and marks before each line away: they are as long as what comes before it in the file. */
function readRows(inline: Token, lines: readonly string[]): Row[] {
  let start = 0;
  return inline.content.split("\n").map((written, row) => {
    const column = Math.max(0, (lines[(inline.map?.[0] ?? 0) + row] ?? "").indexOf(written));
    const found = { start, column };
    start += written.length + 1;
    return found;
  });
}

/** Cells of tables have no lines of their own: they get those of their row. */
export function locateCells(tokens: readonly Token[]): void {
  let map: [number, number] | null = null;
  for (const token of tokens) {
    if (token.map !== null) map = token.map;
    else if (token.type === "inline") token.map = map;
  }
}
