/** Small readings of a PDF's fonts (ISO 32000-1, 9.5 to 9.9). */
import { PDFDict, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { readUnicodeMap, type UnicodeMap } from "./cmap.ts";
import { dictAt, itemsAt, nameAt, resolve, streamText } from "./objects.ts";

/** The part of a composite font that has the glyphs; the font itself when it is a simple one. */
export function glyphPart(font: PDFDict): PDFDict {
  const descendant = resolve(font.context, itemsAt(font, "DescendantFonts")[0]);
  return descendant instanceof PDFDict ? descendant : font;
}

/** What describes the font's look and holds its program. */
export const descriptorOf = (font: PDFDict): PDFDict | undefined => dictAt(glyphPart(font), "FontDescriptor");

/** Without the prefix of a subset: `SourceSerif4-Regular`. */
export function fontName(font: PDFDict): string {
  const descriptor = descriptorOf(font);
  const written = (descriptor && nameAt(descriptor, "FontName")) ?? nameAt(font, "BaseFont") ?? "unnamed";
  return written.replace(/^[A-Z]{6}\+/, "");
}

/** The font program, under the key for its kind (ISO 32000-1, table 126); undefined when it is not in the file. */
export function fontProgram(
  font: PDFDict,
): { readonly key: string; readonly stream: PDFRawStream } | undefined {
  const descriptor = descriptorOf(font);
  for (const key of ["FontFile", "FontFile2", "FontFile3"]) {
    const stream = descriptor?.lookup(PDFName.of(key));
    if (stream instanceof PDFRawStream) return { key, stream };
  }
  return undefined;
}

/** The font's codes are two bytes each, and the numbers of its glyphs. */
export const isIdentity = (font: PDFDict): boolean => /^Identity-[HV]$/.test(nameAt(font, "Encoding") ?? "");

/** The font's own map to Unicode, empty without one. */
export const unicodeMap = (font: PDFDict): UnicodeMap =>
  readUnicodeMap(streamText(font.lookup(PDFName.of("ToUnicode"))));
