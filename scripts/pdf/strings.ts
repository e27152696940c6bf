/** The strings among the operands of an operation that shows text (ISO 32000-1, 7.3.4). */

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Every string of the operands as the bytes it stands for, each byte one character (Latin-1). */
export function stringsIn(operands: string): string[] {
  const found: string[] = [];
  let at = 0;
  while (at < operands.length) {
    const character = operands.charAt(at);
    if (character === "<" && operands.charAt(at + 1) !== "<") {
      const closing = operands.indexOf(">", at);
      const end = closing === -1 ? operands.length : closing;
      found.push(hexadecimal(operands, at + 1, end));
      at = end + 1;
    } else if (character === "(") {
      const { text, end } = literal(operands, at + 1);
      found.push(text);
      at = end;
    } else {
      at += 1;
    }
  }
  return found;
}

/** Characters that are no digits are passed over; an odd last digit counts as if a 0 followed (ISO 32000-1, 7.3.4.3). */
function hexadecimal(operands: string, from: number, to: number): string {
  let text = "";
  let high = -1;
  for (let at = from; at < to; at++) {
    const digit = DIGITS[operands.charCodeAt(at)] ?? -1;
    if (digit === -1) continue;
    if (high === -1) {
      high = digit;
    } else {
      text += String.fromCharCode(high * 16 + digit);
      high = -1;
    }
  }
  return high === -1 ? text : text + String.fromCharCode(high * 16);
}

/** What a character is worth as a hexadecimal digit; -1 for no digit. */
const DIGITS = new Int8Array(256).fill(-1);
for (const [worth, digit] of Array.from("0123456789abcdef").entries()) {
  DIGITS[digit.charCodeAt(0)] = worth;
  DIGITS[digit.toUpperCase().charCodeAt(0)] = worth;
}

/** @param from the place after the opening bracket */
function literal(operands: string, from: number): { readonly text: string; readonly end: number } {
  let text = "";
  let depth = 1;
  let at = from;
  for (; at < operands.length; at++) {
    const character = operands.charAt(at);
    if (character === "\\") {
      const octal = /^[0-7]{1,3}/.exec(operands.slice(at + 1, at + 4))?.[0];
      const next = operands.charAt(at + 1);
      if (octal !== undefined) text += String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      // A line end after the backslash only breaks the line of the file.
      else if (next !== "\n" && next !== "\r") text += ESCAPES[next] ?? next;
      at += octal?.length ?? 1;
    } else {
      if (character === "(") depth += 1;
      if (character === ")" && (depth -= 1) === 0) break;
      text += character;
    }
  }
  return { text, end: at + 1 };
}
