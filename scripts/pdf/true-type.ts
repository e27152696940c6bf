/** Reads the little that must be known of a TrueType font inside a PDF: which glyphs it has, and how wide they are. */

/** A TrueType font program. Widths are in thousandths of the font size, as a PDF's. */
export interface TrueType {
  readonly glyphs: number;
  /** The glyph is there; an empty drawing, such as a space's, counts. */
  readonly has: (glyph: number) => boolean;
  readonly widthOf: (glyph: number) => number | undefined;
}

/** Sources: OpenType 1.9, chapters "Font file", "head", "hhea", "hmtx", "maxp". */
export function readTrueType(bytes: Uint8Array): TrueType | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const tables = tablesOf(view);
    const [head, hhea, hmtx, maxp] = ["head", "hhea", "hmtx", "maxp"].map((tag) => tables.get(tag));
    if (head === undefined || hhea === undefined || hmtx === undefined || maxp === undefined)
      return undefined;
    const unitsPerEm = view.getUint16(head + 18);
    const glyphs = view.getUint16(maxp + 4);
    const measured = view.getUint16(hhea + 34);
    if (unitsPerEm === 0 || measured === 0) return undefined;
    return {
      glyphs,
      has: (glyph) => glyph < glyphs,
      widthOf: (glyph) => {
        // Glyphs after the last measured one are as wide as it.
        const at = hmtx + 4 * Math.min(glyph, measured - 1);
        return glyph >= glyphs || at + 2 > view.byteLength
          ? undefined
          : (view.getUint16(at) * 1000) / unitsPerEm;
      },
    };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Tag → offset of the table. */
function tablesOf(view: DataView): Map<string, number> {
  const tables = new Map<string, number>();
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    tables.set(tag, view.getUint32(at + 8));
  }
  return tables;
}
