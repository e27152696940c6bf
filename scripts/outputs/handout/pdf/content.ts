/**
 * Reads the drawing operations of a PDF page (ISO 32000-1, 7.8.2), just enough to know where each begins and
 * ends, what kind it is, and in which marked content it stands.
 */

/** One operation with its operands. Offsets count characters of the content, one per byte. */
export interface Operation {
  readonly operator: string;
  readonly start: number;
  readonly end: number;
  /** The operands as they stand. */
  readonly operands: string;
}

/** What an operation does to the page. `path` begins or continues a shape, `paint` draws it. */
export type Effect = "text" | "path" | "paint" | "object" | "other";

const TEXT = new Set(["Tj", "TJ", "'", '"']);
const PATH = new Set(["m", "l", "c", "v", "y", "h", "re"]);
const PAINT = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"]);
/** `sh` fills with a shading, `BI` stands for a whole inline picture. */
const OBJECT = new Set(["Do", "sh", "BI"]);

/** What an operator of a content stream does (ISO 32000-1, annex A). */
export function effectOf(operator: string): Effect {
  if (TEXT.has(operator)) return "text";
  if (PATH.has(operator)) return "path";
  if (PAINT.has(operator)) return "paint";
  return OBJECT.has(operator) ? "object" : "other";
}

const DELIMITER = /[\s()<>[\]{}/%]/;

/** Splits a content stream, given as Latin-1 text, into its operations. */
export function* operations(content: string): Generator<Operation> {
  let at = 0;
  let start = -1;
  let operandsEnd = 0;
  while (at < content.length) {
    const character = content.charAt(at);
    if (/\s/.test(character)) {
      at += 1;
      continue;
    }
    if (character === "%") {
      at = endOfLine(content, at);
      continue;
    }
    if (start === -1) start = at;
    const end = endOfToken(content, at);
    if (/[A-Za-z'"]/.test(character) && !/^(?:true|false|null)$/.test(content.slice(at, end))) {
      const operator = content.slice(at, end);
      const last = operator === "BI" ? endOfInlineImage(content, end) : end;
      yield { operator, start, end: last, operands: content.slice(start, Math.max(start, operandsEnd)) };
      start = -1;
      at = last;
    } else {
      at = end;
    }
    operandsEnd = at;
  }
}

function endOfToken(content: string, at: number): number {
  switch (content.charAt(at)) {
    case "(":
      return endOfString(content, at);
    case "<":
      return content.charAt(at + 1) === "<" ? at + 2 : content.indexOf(">", at) + 1 || content.length;
    case ">":
      return content.charAt(at + 1) === ">" ? at + 2 : at + 1;
    case "[":
    case "]":
    case "{":
    case "}":
      return at + 1;
    default: {
      let end = at + 1;
      while (end < content.length && !DELIMITER.test(content.charAt(end))) end += 1;
      return end;
    }
  }
}

function endOfString(content: string, at: number): number {
  let depth = 0;
  for (let i = at; i < content.length; i++) {
    const character = content.charAt(i);
    if (character === "\\") i += 1;
    else if (character === "(") depth += 1;
    else if (character === ")" && (depth -= 1) === 0) return i + 1;
  }
  return content.length;
}

function endOfLine(content: string, at: number): number {
  const end = content.slice(at).search(/[\r\n]/);
  return end === -1 ? content.length : at + end;
}

function endOfInlineImage(content: string, at: number): number {
  const end = /\sEI(?=\s|$)/.exec(content.slice(at));
  return end === null ? content.length : at + end.index + end[0].length;
}

/** How much smaller than asked the page is drawn: 1 for not at all. Chromium shrinks pages that are too wide. */
export function shrinkage(content: string): number {
  let scale = 1;
  for (const { operator, operands } of operations(content)) {
    if (operator === "cm") scale *= Math.abs(Number(operands.split(/\s+/)[0]));
    // The first thing drawn stands right under the page's own scale.
    if (["Tf", "re", "BDC", "Do"].includes(operator)) break;
  }
  return scale / PT_PER_PX;
}

/** CSS px are 1/96 inch, points 1/72. */
const PT_PER_PX = 72 / 96;
