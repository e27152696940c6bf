/** Reads which characters a font has glyphs for: its `cmap` table, formats 4 and 12 (OpenType 1.9). */

/** The tag `cmap` as a number. */
const CMAP = 0x636d6170;

/**
 * The code points with a glyph, ascending.
 * @param sfnt an uncompressed TrueType or OpenType font
 * @throws for a font without a Unicode `cmap` of these formats
 */
export function coveredCodePoints(sfnt: Uint8Array): number[] {
  const view = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength);
  const table = findTable(view);
  const subtables = Array.from(
    { length: view.getUint16(table + 2) },
    (_, i) => table + view.getUint32(table + 8 + 8 * i),
  );
  const full = subtables.find((at) => view.getUint16(at) === 12);
  const basic = subtables.find((at) => view.getUint16(at) === 4);
  if (full !== undefined) return format12(view, full);
  if (basic !== undefined) return format4(view, basic);
  throw new Error("the font's cmap has neither format 4 nor format 12");
}

/** Where the table `cmap` begins. */
function findTable(view: DataView): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    if (view.getUint32(12 + 16 * i) === CMAP) return view.getUint32(12 + 16 * i + 8);
  }
  throw new Error("the font has no table cmap");
}

function format12(view: DataView, at: number): number[] {
  const found: number[] = [];
  for (let group = 0; group < view.getUint32(at + 12); group++) {
    const from = view.getUint32(at + 16 + 12 * group);
    const to = view.getUint32(at + 20 + 12 * group);
    for (let codePoint = from; codePoint <= to; codePoint++) found.push(codePoint);
  }
  return found;
}

function format4(view: DataView, at: number): number[] {
  const found: number[] = [];
  const twice = view.getUint16(at + 6);
  for (let i = 0; i < twice; i += 2) {
    const to = view.getUint16(at + 14 + i);
    const from = view.getUint16(at + 16 + twice + i);
    const delta = view.getUint16(at + 16 + 2 * twice + i);
    const offsetAt = at + 16 + 3 * twice + i;
    const offset = view.getUint16(offsetAt);
    for (let codePoint = from; codePoint <= to && codePoint < 0xffff; codePoint++) {
      const glyph =
        offset === 0 ? codePoint + delta : view.getUint16(offsetAt + offset + 2 * (codePoint - from));
      if ((glyph & 0xffff) !== 0) found.push(codePoint);
    }
  }
  return found;
}
