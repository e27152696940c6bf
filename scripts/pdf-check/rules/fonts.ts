/** Fonts that show text, and the characters they show (Matterhorn checkpoints 10 and 31). */
import { PDFArray, PDFName, PDFNumber, PDFRawStream, type PDFDict } from "@cantoo/pdf-lib";
import { descriptorOf, fontName, fontProgram, glyphPart, isIdentity, unicodeMap } from "../../pdf/fonts.ts";
import {
  dictAt,
  itemsAt,
  nameAt,
  numberAt,
  resolve,
  streamBytes,
  streamText,
  textAt,
} from "../../pdf/objects.ts";
import { readTrueType, type TrueType } from "../../pdf/true-type.ts";
import type { Inspected } from "../inspect.ts";
import type { Fault, Rule } from "../rule.ts";
import type { FontUse } from "../walk.ts";
import { PREDEFINED_CMAPS } from "./predefined-cmaps.ts";

/** One fault for each font of which something is true. */
const fontsWhere = ({ fonts }: Inspected, broken: (font: FontUse) => string | undefined): Fault[] =>
  fonts.flatMap((font) => {
    const message = broken(font);
    return message === undefined
      ? []
      : [{ message: `the font ${fontName(font.dict)} ${message}`, page: font.page }];
  });

const isComposite = (font: PDFDict): boolean => nameAt(font, "Subtype") === "Type0";

const embedded: Rule = {
  name: "fonts-embedded",
  title: "Every font that shows text is in the file",
  matterhorn: ["31-009"],
  clause: "7.21.4.1",
  severity: "error",
  hint: "embed all fonts when the document is exported",
  check: (inspected) =>
    fontsWhere(inspected, ({ dict: font, visible }) =>
      // The glyphs of a Type 3 font are drawings of the document itself.
      !visible || nameAt(font, "Subtype") === "Type3" || fontProgram(font) !== undefined
        ? undefined
        : "is not in the file",
    ),
};

/** Encodings whose codes every reader knows (ISO 32000-1, annex D). */
const KNOWN_ENCODINGS: ReadonlySet<string> = new Set([
  "MacRomanEncoding",
  "MacExpertEncoding",
  "WinAnsiEncoding",
]);

/** Collections of characters that every reader can map to Unicode (ISO 32000-1, 9.10.2). */
const KNOWN_COLLECTIONS = /^(?:GB1|CNS1|Japan1|Korea1|KR)$/;

/** What a font has instead of its own map to Unicode. */
function mapsOtherwise(font: PDFDict): boolean {
  if (isComposite(font)) {
    const system = dictAt(glyphPart(font), "CIDSystemInfo");
    return system !== undefined && KNOWN_COLLECTIONS.test(textAt(system, "Ordering") ?? "");
  }
  if (KNOWN_ENCODINGS.has(nameAt(font, "Encoding") ?? "")) return true;
  const encoding = dictAt(font, "Encoding");
  const based = encoding !== undefined && KNOWN_ENCODINGS.has(nameAt(encoding, "BaseEncoding") ?? "");
  const changed = encoding === undefined ? [] : itemsAt(encoding, "Differences");
  if (based && changed.length === 0) return true;
  // A Latin font without an encoding has the standard one; bit 6 of its flags says that it is Latin (table 123).
  const flags = numberAt(descriptorOf(font) ?? font, "Flags") ?? 0;
  const latin = (flags & 32) !== 0 || ["Type1", "Type3"].includes(nameAt(font, "Subtype") ?? "");
  return latin && changed.every((item) => item instanceof PDFNumber || isKnownGlyph(item));
}

/** Names that say which character they are: Adobe's for ASCII letters and digits, and `uni` with its number. */
const isKnownGlyph = (item: unknown): boolean =>
  item instanceof PDFName &&
  /^(?:[A-Za-z]|[a-z]{2,20}|[A-Z]{1,2}[a-z]{2,20}|uni[0-9A-F]{4}|u[0-9A-F]{4,6})$/.test(item.decodeText()) &&
  !/^(?:glyph|cid|index|char)\d*$/i.test(item.decodeText());

const unicode: Rule = {
  name: "text-readable",
  title: "Every character can be read back as text",
  matterhorn: ["10-001", "17-003", "31-027"],
  clause: "7.21.7",
  severity: "error",
  hint: "export the document with fonts that say which characters their glyphs are (ToUnicode)",
  check: (inspected) =>
    fontsWhere(inspected, ({ dict: font, codes }) => {
      const map = font.lookup(PDFName.of("ToUnicode"));
      if (!(map instanceof PDFRawStream))
        return mapsOtherwise(font) ? undefined : "does not say which characters its glyphs are";
      if (!isIdentity(font)) return undefined;
      const known = unicodeMap(font);
      const silent = [...codes].filter((code) => code !== 0 && (known.get(code) ?? "") === "");
      return silent.length === 0
        ? undefined
        : `does not say which characters ${silent.length} of its glyphs are`;
    }),
};

const unicodeReal: Rule = {
  name: "text-real",
  title: "No character is mapped to one that is none",
  matterhorn: ["31-028", "31-029"],
  clause: "7.21.7",
  severity: "error",
  hint: "export the document again, with another font or another program",
  check: (inspected) =>
    fontsWhere(inspected, ({ dict: font, codes }) => {
      const map = unicodeMap(font);
      const wrong = [...codes].some((code) => /[\0\ufeff\ufffe]/.test(map.get(code) ?? "") && code !== 0);
      return wrong ? "maps a glyph to U+0000, U+FEFF or U+FFFE, which are no characters" : undefined;
    }),
};

const noMissingGlyphs: Rule = {
  name: "glyphs-present",
  title: "No character is shown by the sign for a missing glyph",
  matterhorn: ["31-030"],
  clause: "7.21.8",
  severity: "error",
  hint: "use a font that has the character",
  check: ({ pages }) =>
    pages.flatMap(({ number, drawn }) =>
      drawn.missingGlyph
        ? [{ message: "a character is shown as the sign for a missing glyph", page: number }]
        : [],
    ),
};

/** The TrueType program of a composite font whose codes are its glyphs' numbers. */
function directTrueType(font: PDFDict): { program: TrueType; part: PDFDict } | undefined {
  const part = glyphPart(font);
  const program = fontProgram(font);
  const direct = isIdentity(font) && nameAt(part, "CIDToGIDMap") === "Identity";
  if (program?.key !== "FontFile2" || !direct) return undefined;
  const read = readTrueType(streamBytes(program.stream));
  return read === undefined ? undefined : { program: read, part };
}

const glyphsInProgram: Rule = {
  name: "glyphs-in-font",
  title: "The fonts in the file have every glyph that is shown",
  matterhorn: ["31-011"],
  clause: "7.21.4.1",
  severity: "error",
  hint: "embed the font again; its subset is too small",
  check: (inspected) =>
    fontsWhere(inspected, ({ dict: font, codes }) => {
      const direct = directTrueType(font);
      const lacks = direct !== undefined && [...codes].some((glyph) => !direct.program.has(glyph));
      return lacks ? "lacks a glyph that the text shows" : undefined;
    }),
};

const widths: Rule = {
  name: "widths-agree",
  title: "The document and its fonts agree how wide glyphs are",
  matterhorn: ["31-016"],
  clause: "7.21.5",
  severity: "error",
  hint: "embed the font again",
  check: (inspected) =>
    fontsWhere(inspected, ({ dict: font, codes }) => {
      const direct = directTrueType(font);
      if (direct === undefined) return undefined;
      const written = widthsOf(direct.part);
      const usual = numberAt(direct.part, "DW") ?? 1000;
      const wrong = [...codes].filter((glyph) => {
        const width = direct.program.widthOf(glyph);
        // More than a thousandth of the font size; the document's numbers are rounded (Matterhorn 31-016).
        return width !== undefined && Math.abs(width - (written.get(glyph) ?? usual)) > 1;
      });
      return wrong.length === 0
        ? undefined
        : `has another width than the document says for ${wrong.length} glyphs`;
    }),
};

/** `W`: `c [w …]` and `first last w` (ISO 32000-1, 9.7.4.3). */
function widthsOf(part: PDFDict): Map<number, number> {
  const found = new Map<number, number>();
  const items = itemsAt(part, "W").map((item) => resolve(part.context, item));
  for (let i = 0; i + 1 < items.length;) {
    const [first, second, third] = items.slice(i, i + 3);
    if (!(first instanceof PDFNumber)) break;
    if (second instanceof PDFArray) {
      for (const [index, width] of second.asArray().entries()) {
        const direct = resolve(part.context, width);
        if (direct instanceof PDFNumber) found.set(first.asNumber() + index, direct.asNumber());
      }
      i += 2;
    } else {
      if (!(second instanceof PDFNumber) || !(third instanceof PDFNumber)) break;
      const last = Math.min(second.asNumber(), 0xffff);
      for (let glyph = first.asNumber(); glyph <= last; glyph++) found.set(glyph, third.asNumber());
      i += 3;
    }
  }
  return found;
}

const glyphMap: Rule = {
  name: "glyphs-mapped",
  title: "Composite TrueType fonts say which glyph each code is",
  matterhorn: ["31-004", "31-005"],
  clause: "7.21.3.2",
  severity: "error",
  hint: "embed the font again with a program that writes CIDToGIDMap",
  check: (inspected) =>
    fontsWhere(inspected, ({ dict: font }) => {
      const part = glyphPart(font);
      if (nameAt(part, "Subtype") !== "CIDFontType2" || fontProgram(font) === undefined) return undefined;
      const map = part.lookup(PDFName.of("CIDToGIDMap"));
      const good = map instanceof PDFRawStream || nameAt(part, "CIDToGIDMap") === "Identity";
      return good ? undefined : "does not say which glyph each code is (CIDToGIDMap)";
    }),
};

const collections: Rule = {
  name: "collections-agree",
  title: "A composite font and its encoding are of the same collection of characters",
  matterhorn: ["31-001", "31-002", "31-003"],
  clause: "7.21.3.1",
  severity: "error",
  hint: "embed the font again",
  check: (inspected) =>
    fontsWhere(inspected, ({ dict: font }) => {
      const encoding = font.lookup(PDFName.of("Encoding"));
      if (!isComposite(font) || !(encoding instanceof PDFRawStream)) return undefined;
      const [own, other] = [dictAt(glyphPart(font), "CIDSystemInfo"), dictAt(encoding.dict, "CIDSystemInfo")];
      if (own === undefined || other === undefined)
        return "does not say of which collection of characters it is";
      const same = ["Registry", "Ordering"].every((key) => textAt(own, key) === textAt(other, key));
      const newer = (numberAt(own, "Supplement") ?? 0) >= (numberAt(other, "Supplement") ?? 0);
      return same && newer ? undefined : "and its encoding are of different collections of characters";
    }),
};

const encodings: Rule = {
  name: "encodings-in-file",
  title: "Encodings of composite fonts are known ones, or in the file and whole",
  matterhorn: ["31-006", "31-007", "31-008"],
  clause: "7.21.3.3",
  severity: "error",
  hint: "embed the font again with a program that embeds its CMap",
  check: (inspected) =>
    fontsWhere(inspected, ({ dict: font }) => {
      if (!isComposite(font)) return undefined;
      const encoding = font.lookup(PDFName.of("Encoding"));
      if (!(encoding instanceof PDFRawStream)) {
        const name = nameAt(font, "Encoding") ?? "of no name";
        return PREDEFINED_CMAPS.has(name) ? undefined : `has an encoding (${name}) that is not in the file`;
      }
      const program = streamText(encoding);
      const other = /\/(\S+)\s+usecmap/.exec(program)?.[1] ?? nameAt(encoding.dict, "UseCMap");
      if (other !== undefined && !PREDEFINED_CMAPS.has(other))
        return `has an encoding that builds on one that is not in the file (${other})`;
      const direction = Number(/\/WMode\s+(\d)/.exec(program)?.[1] ?? 0);
      return direction === (numberAt(encoding.dict, "WMode") ?? 0)
        ? undefined
        : "has an encoding that contradicts itself on the direction of writing";
    }),
};

const cidSets: Rule = {
  name: "subsets-listed",
  title: "Where a font lists its glyphs, the list is right",
  matterhorn: ["31-014", "31-015"],
  clause: "7.21.4.2",
  severity: "error",
  hint: "embed the font again, or take the list (CIDSet) out",
  check: (inspected) =>
    fontsWhere(inspected, ({ dict: font }) => {
      const direct = directTrueType(font);
      const list = descriptorOf(font)?.lookup(PDFName.of("CIDSet"));
      if (direct === undefined || !(list instanceof PDFRawStream)) return undefined;
      const bits = streamBytes(list);
      const listed = (glyph: number): boolean => (((bits[glyph >> 3] ?? 0) >> (7 - (glyph & 7))) & 1) === 1;
      const all = Array.from(
        { length: Math.max(direct.program.glyphs, bits.length * 8) },
        (_, glyph) => glyph,
      );
      return all.every((glyph) => listed(glyph) === direct.program.has(glyph))
        ? undefined
        : "lists other glyphs than it has (CIDSet)";
    }),
};

/** Rules about fonts. */
export const fontRules: readonly Rule[] = [
  embedded,
  unicode,
  unicodeReal,
  noMissingGlyphs,
  glyphsInProgram,
  widths,
  glyphMap,
  collections,
  encodings,
  cidSets,
];
