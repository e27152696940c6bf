/** Looks at the fonts of a PDF: whether they are the lecture's own, and whether a glyph is missing. */
import { PDFDict, PDFName, PDFRawStream, type PDFDocument } from "@cantoo/pdf-lib";
import { operations } from "./content.ts";
import { dictAt, itemsAt, nameAt, pageContent, resolve, streamText } from "./objects.ts";

/** One font of a PDF. */
export interface EmbeddedFont {
  /** Without the subset's prefix: `SourceSerif4-Regular`. */
  readonly name: string;
  readonly embedded: boolean;
  readonly hasUnicode: boolean;
  /** What it is used for, as its map to Unicode says, sorted. */
  readonly characters: readonly string[];
}

/** A font that stood in for the lecture's own. */
export type ForeignFont = Pick<EmbeddedFont, "name" | "characters">;

/** Every font of the document once, sorted by name. */
export function embeddedFonts(document: PDFDocument): EmbeddedFont[] {
  const fonts = new Map<string, EmbeddedFont>();
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || nameAt(object, "Type") !== "Font") continue;
    const subtype = nameAt(object, "Subtype") ?? "";
    // The part of a composite font that holds the outlines; its parent stands for it.
    if (subtype.startsWith("CIDFont")) continue;
    const descendant = resolve(document.context, itemsAt(object, "DescendantFonts")[0]);
    const descriptor = dictAt(descendant instanceof PDFDict ? descendant : object, "FontDescriptor");
    const written = (descriptor && nameAt(descriptor, "FontName")) ?? nameAt(object, "BaseFont") ?? "unnamed";
    const file = ["FontFile", "FontFile2", "FontFile3"].some(
      (key) => descriptor?.get(PDFName.of(key)) !== undefined,
    );
    const font = {
      name: written.replace(/^[A-Z]{6}\+/, ""),
      // The glyphs of a Type 3 font are drawings of the document itself.
      embedded: file || subtype === "Type3",
      hasUnicode: object.get(PDFName.of("ToUnicode")) !== undefined,
      characters: mappedCharacters(streamText(object.lookup(PDFName.of("ToUnicode")))),
    };
    const known = fonts.get(font.name);
    fonts.set(font.name, {
      ...font,
      embedded: font.embedded && known?.embedded !== false,
      hasUnicode: font.hasUnicode && known?.hasUnicode !== false,
      characters: [...new Set([...(known?.characters ?? []), ...font.characters])].sort(),
    });
  }
  return [...fonts.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Fonts that are not of the given families: the machine's own stood in for them.
 * @param families as CSS names them: `Source Serif 4`
 */
export function foreignFonts(document: PDFDocument, families: readonly string[]): ForeignFont[] {
  const own = families.map((family) => family.replaceAll(" ", ""));
  return embeddedFonts(document).filter(({ name }) => !own.some((family) => name.startsWith(family)));
}

/** The texts that a CMap maps glyphs to: `<glyph> <text>`, `<first> <last> <text of the first>` (ISO 32000-1, 9.10.3). */
function mappedCharacters(cmap: string): string[] {
  const found = new Set<string>();
  for (const [, kind, body = ""] of cmap.matchAll(/beginbf(char|range)([^]*?)endbf/g)) {
    const codes = [...body.matchAll(/<([0-9A-Fa-f\s]*)>/g)].map(([, hex = ""]) => hex.replace(/\s/g, ""));
    const width = kind === "char" ? 2 : 3;
    for (let i = 0; i + width <= codes.length; i += width) {
      const [first = "", last = ""] = width === 2 ? ["0", "0"] : codes.slice(i);
      const text = utf16Text(codes[i + width - 1] ?? "");
      const start = text.codePointAt(0);
      if (start === undefined) continue;
      found.add(text);
      const more = Number.parseInt(last, 16) - Number.parseInt(first, 16);
      for (let n = 1; n <= more; n += 1) found.add(String.fromCodePoint(start + n));
    }
  }
  return [...found].filter((text) => text.trim() !== "" && text !== "\0").sort();
}

/** Big-endian UTF-16 in hexadecimal; half a unit at the end is left out. */
function utf16Text(hex: string): string {
  const bytes = Buffer.from(hex, "hex");
  return bytes
    .subarray(0, bytes.length - (bytes.length % 2))
    .swap16()
    .toString("utf16le");
}

/** How often each page draws glyph 0 of a composite font: the sign for a character that the font lacks. */
export function missingGlyphPages(document: PDFDocument): number[] {
  return document.getPages().flatMap((page, index) => {
    const forms = formsOf(document, page.node.Resources(), new Set());
    const drawn = [{ content: pageContent(document, page), resources: page.node.Resources() }, ...forms];
    return drawn.some(({ content, resources }) => drawsNotdef(content, resources)) ? [index + 1] : [];
  });
}

interface Drawn {
  readonly content: string;
  readonly resources: PDFDict | undefined;
}

function formsOf(document: PDFDocument, resources: PDFDict | undefined, seen: Set<string>): Drawn[] {
  const objects = resources === undefined ? undefined : dictAt(resources, "XObject");
  return (objects?.entries() ?? []).flatMap(([, value]) => {
    const stream = resolve(document.context, value);
    if (
      !(stream instanceof PDFRawStream) ||
      nameAt(stream.dict, "Subtype") !== "Form" ||
      seen.has(value.toString())
    )
      return [];
    seen.add(value.toString());
    const own = dictAt(stream.dict, "Resources");
    const drawn: Drawn = { content: streamText(stream), resources: own };
    return [drawn].concat(formsOf(document, own, seen));
  });
}

/** Chromium writes text as hexadecimal strings of two bytes per glyph, under fonts with the encoding Identity-H. */
function drawsNotdef(content: string, resources: PDFDict | undefined): boolean {
  const fonts = resources === undefined ? undefined : dictAt(resources, "Font");
  let composite = false;
  for (const { operator, operands } of operations(content)) {
    if (operator === "Tf") {
      const name = /\/(\S+)/.exec(operands)?.[1] ?? "";
      const font = fonts?.lookup(PDFName.of(name));
      composite = font instanceof PDFDict && nameAt(font, "Encoding") === "Identity-H";
    } else if (composite && (operator === "Tj" || operator === "TJ")) {
      for (const [, hex = ""] of operands.matchAll(/<([0-9A-Fa-f\s]*)>/g)) {
        if (/^(?:.{4})*?0000/.test(hex.replace(/\s/g, ""))) return true;
      }
    }
  }
  return false;
}
