/** Reads the header by which media elements ask for a part of a file. Pure. */

/** A part of a file: `end` is its last byte, as HTTP counts. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Understands one range of bytes (RFC 9110, 14.1.2).
 * @param header the value of `Range`
 * @param sizeBytes the file's size
 * @returns `unsatisfiable` when the file ends before it; undefined when the whole file is the right answer: no header, another unit, several ranges, a slip
 */
export function byteRange(header: string | null, sizeBytes: number): ByteRange | "unsatisfiable" | undefined {
  const [, first, last] = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return undefined;
  if (first === "") {
    const length = Math.min(Number(last), sizeBytes);
    return length === 0 ? "unsatisfiable" : { start: sizeBytes - length, end: sizeBytes - 1 };
  }
  const start = Number(first);
  const end = last === "" ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (last !== "" && Number(last) < start) return undefined;
  return start >= sizeBytes ? "unsatisfiable" : { start, end };
}
