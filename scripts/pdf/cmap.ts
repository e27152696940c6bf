/** Reads the map from a font's codes to Unicode (ISO 32000-1, 9.10.3). */

/** Code → the text it stands for. */
export type UnicodeMap = ReadonlyMap<number, string>;

/** A range longer than all codes of two bytes is damage. */
const LONGEST_RANGE = 0x1_0000;

/** @param cmap the program of the CMap, as text */
export function readUnicodeMap(cmap: string): UnicodeMap {
  const found = new Map<number, string>();
  for (const [, kind, body = ""] of cmap.matchAll(/beginbf(char|range)([^]*?)endbf/g)) {
    if (kind === "char") {
      for (const [, code = "", text = ""] of body.matchAll(/<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>/g))
        found.set(numberOf(code), utf16Text(text));
    } else {
      for (const [, first = "", last = "", text, list] of body.matchAll(RANGE))
        addRange(found, numberOf(first), numberOf(last), text, list);
    }
  }
  return found;
}

/** `<first> <last> <text of the first>`, or `<first> <last> [<text> …]`. */
const RANGE = /<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])/g;

function addRange(
  found: Map<number, string>,
  first: number,
  last: number,
  text: string | undefined,
  list: string | undefined,
): void {
  const end = Math.min(last, first + LONGEST_RANGE);
  if (list !== undefined) {
    const texts = [...list.matchAll(/<([0-9A-Fa-f\s]*)>/g)].map(([, hex = ""]) => utf16Text(hex));
    for (let code = first; code <= end && code - first < texts.length; code++)
      found.set(code, texts[code - first] ?? "");
    return;
  }
  const whole = utf16Text(text ?? "");
  const start = /[^]$/u.exec(whole)?.[0];
  const base = start?.codePointAt(0);
  if (start === undefined || base === undefined) return;
  const before = whole.slice(0, whole.length - start.length);
  for (let code = first; code <= end; code++)
    found.set(code, before + String.fromCodePoint(Math.min(base + code - first, 0x10_ffff)));
}

const numberOf = (hex: string): number => Number.parseInt(hex.replace(/\s/g, ""), 16);

/** Big-endian UTF-16 in hexadecimal; half a unit at the end is left out. */
function utf16Text(hex: string): string {
  const bytes = Buffer.from(hex.replace(/\s/g, ""), "hex");
  return bytes
    .subarray(0, bytes.length - (bytes.length % 2))
    .swap16()
    .toString("utf16le");
}
