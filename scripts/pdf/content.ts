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

const EFFECTS: ReadonlyMap<string, Effect> = new Map([
  ...["Tj", "TJ", "'", '"'].map((operator) => [operator, "text"] as const),
  ...["m", "l", "c", "v", "y", "h", "re"].map((operator) => [operator, "path"] as const),
  ...["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"].map((operator) => [operator, "paint"] as const),
  // `sh` fills with a shading, `BI` stands for a whole inline picture.
  ...["Do", "sh", "BI"].map((operator) => [operator, "object"] as const),
]);

/** What an operator of a content stream does (ISO 32000-1, annex A). */
export const effectOf = (operator: string): Effect => EFFECTS.get(operator) ?? "other";

const SPACE = 1;
const DELIMITER = 2;
/** What a character is to a reader of tokens (ISO 32000-1, 7.2.2). */
const KINDS = new Uint8Array(256);
for (const character of "\0\t\n\f\r ") KINDS[character.charCodeAt(0)] = SPACE;
for (const character of "()<>[]{}/%") KINDS[character.charCodeAt(0)] = DELIMITER;

const isRegular = (code: number): boolean => KINDS[code] === 0;

/** Splits a content stream, given as Latin-1 text, into its operations. */
export function* operations(content: string): Generator<Operation> {
  let at = 0;
  let start = -1;
  let operandsEnd = 0;
  const { length } = content;
  while (at < length) {
    const code = content.charCodeAt(at);
    if (KINDS[code] === SPACE) {
      at += 1;
    } else if (code === PERCENT) {
      at = endOfLine(content, at);
    } else {
      if (start === -1) start = at;
      const end = endOfToken(content, at, code);
      if (beginsOperator(code) && !isConstant(content, at, end)) {
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
}

const PERCENT = 0x25;
const QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;

/** Letters and the two quotation marks; everything else begins an operand. */
const beginsOperator = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === QUOTE || code === DOUBLE_QUOTE;

const isConstant = (content: string, at: number, end: number): boolean =>
  (end - at === 4 && (content.startsWith("true", at) || content.startsWith("null", at))) ||
  (end - at === 5 && content.startsWith("false", at));

function endOfToken(content: string, at: number, code: number): number {
  switch (code) {
    case 0x28: // (
      return endOfString(content, at);
    case 0x3c: // <
      if (content.charCodeAt(at + 1) === 0x3c) return at + 2;
      return content.indexOf(">", at) + 1 || content.length;
    case 0x3e: // >
      return content.charCodeAt(at + 1) === 0x3e ? at + 2 : at + 1;
    case 0x29: // )
    case 0x5b: // [
    case 0x5d: // ]
    case 0x7b: // {
    case 0x7d: // }
      return at + 1;
    default: {
      let end = at + 1;
      while (end < content.length && isRegular(content.charCodeAt(end))) end += 1;
      return end;
    }
  }
}

function endOfString(content: string, at: number): number {
  let depth = 0;
  for (let i = at; i < content.length; i++) {
    const code = content.charCodeAt(i);
    if (code === 0x5c) i += 1;
    else if (code === 0x28) depth += 1;
    else if (code === 0x29 && (depth -= 1) === 0) return i + 1;
  }
  return content.length;
}

function endOfLine(content: string, at: number): number {
  let end = at;
  while (end < content.length && content.charCodeAt(end) !== 0x0a && content.charCodeAt(end) !== 0x0d)
    end += 1;
  return end;
}

function endOfInlineImage(content: string, at: number): number {
  const end = /\sEI(?=\s|$)/g;
  end.lastIndex = at;
  const found = end.exec(content);
  return found === null ? content.length : found.index + found[0].length;
}

/** The number of a piece of marked content (MCID) in the operands of `BDC`, or undefined. */
export function markedContentNumber(operands: string): number | undefined {
  const number = /\/MCID\s+(\d+)/.exec(operands)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The numbers among an operation's operands, in order. */
export function numbersIn(operands: string): number[] {
  const numbers: number[] = [];
  for (const word of operands.split(/\s+/)) {
    const number = Number(word);
    if (word !== "" && !Number.isNaN(number)) numbers.push(number);
  }
  return numbers;
}

/** How much smaller than asked the page is drawn: 1 for not at all. Chromium shrinks pages that are too wide. */
export function shrinkage(content: string): number {
  let scale = 1;
  for (const { operator, operands } of operations(content)) {
    if (operator === "cm") scale *= Math.abs(numbersIn(operands)[0] ?? 1);
    // The first thing drawn stands right under the page's own scale.
    if (["Tf", "re", "BDC", "Do"].includes(operator)) break;
  }
  return scale / PT_PER_PX;
}

/** CSS px are 1/96 inch, points 1/72. */
const PT_PER_PX = 72 / 96;
