/**
 * Makes soft hyphens what readers of a PDF take them for (ISO 32000-1, 14.8.2.2.3). Chromium 150 draws every soft hyphen as a space without
 * width that stands for U+00AD, and at a line's end right after it a hyphen that stands for itself: taken at its word, the text would have
 * a space and a dash in the middle of a word. Here the spaces go, and the hyphen stands for U+00AD.
 */
import { PDFRawStream, type PDFDict, type PDFDocument } from "@cantoo/pdf-lib";
import { effectOf, operations } from "../../../pdf/content.ts";
import { unicodeMap } from "../../../pdf/fonts.ts";
import { dictAt, nameAt, streamText } from "../../../pdf/objects.ts";
import { stringsIn } from "../../../pdf/strings.ts";
import { packedStream } from "../../../pdf/write.ts";
import { applyEdits, type Edit } from "./plan-edits.ts";

/** Whether a code of a font, by its name among the page's resources, is drawn as a hyphen. */
export type IsHyphen = (font: string, code: number) => boolean;

const SOFT = "/Span <</ActualText <FEFF00AD>>> BDC";
/** Chromium's way to write the same. */
const IS_SOFT = /^\/Span\s*<<\s*\/ActualText\s*<FEFF00AD>\s*>>$/i;

/**
 * A page's content with its soft hyphens mended; the same text where there are none. A soft hyphen that ends no line is taken out, so
 * that its word is whole.
 */
export function mendSoftHyphens(content: string, isHyphen: IsHyphen): string {
  if (!/<FEFF00AD>/i.test(content)) return content;
  const edits: Edit[] = [];
  /** For each stretch of marked content that is open: it is a soft hyphen. */
  const open: boolean[] = [];
  let font = "";
  /** What came after a soft hyphen: nothing yet, or the beginning of another text object. */
  let after: "nothing" | "text" | undefined;
  for (const { operator, operands, start, end } of operations(content)) {
    if (operator === "BDC" || operator === "BMC") {
      open.push(IS_SOFT.test(operands));
      if (open.at(-1) === true) edits.push({ start, end, text: "" });
    } else if (operator === "EMC") {
      if (open.pop() !== true) continue;
      edits.push({ start, end, text: "" });
      after = "nothing";
    } else if (operator === "Tf") {
      font = /\/(\S+)/.exec(operands)?.[1] ?? "";
    } else if (operator === "BT") {
      if (after === "nothing") after = "text";
    } else if (effectOf(operator) === "text") {
      if (open.at(-1) === true) {
        edits.push({ start, end, text: "" });
        continue;
      }
      const code = codeIn(operands);
      if (after === "text" && code !== undefined && isHyphen(font, code))
        edits.push({ start, end: start, text: `${SOFT}\n` }, { start: end, end, text: "\nEMC" });
      after = undefined;
    }
  }
  return applyEdits(content, edits);
}

/** The one code of two bytes that an operation shows; undefined where it shows more. */
function codeIn(operands: string): number | undefined {
  const [text = "", ...more] = stringsIn(operands);
  return more.length > 0 || text.length !== 2 ? undefined : text.charCodeAt(0) * 256 + text.charCodeAt(1);
}

/** Mends what the pages show as drawings of their own, such as slides. */
export function mendDrawings({ context }: PDFDocument): void {
  for (const [ref, drawing] of context.enumerateIndirectObjects()) {
    if (!(drawing instanceof PDFRawStream) || nameAt(drawing.dict, "Subtype") !== "Form") continue;
    const content = streamText(drawing);
    const mended = mendSoftHyphens(content, hyphensOf(dictAt(drawing.dict, "Resources")));
    if (mended !== content) context.assign(ref, withContent(drawing, mended));
  }
}

/** The stream with other content, packed. */
function withContent({ dict }: PDFRawStream, content: string): PDFRawStream {
  const stream = packedStream(dict.context, Buffer.from(content, "latin1"));
  for (const [key, value] of dict.entries())
    if (!["Length", "Filter", "DecodeParms"].includes(key.decodeText())) stream.dict.set(key, value);
  return stream;
}

/** Tells the hyphens among letters by what the fonts of a page or drawing say of themselves. */
export function hyphensOf(resources: PDFDict | undefined): IsHyphen {
  const fonts = resources === undefined ? undefined : dictAt(resources, "Font");
  const known = new Map<string, ReadonlySet<number>>();
  return (name, code) => {
    const font = fonts === undefined ? undefined : dictAt(fonts, name);
    const codes = known.get(name) ?? hyphenCodes(font);
    known.set(name, codes);
    return codes.has(code);
  };
}

const hyphenCodes = (font: PDFDict | undefined): ReadonlySet<number> =>
  new Set(
    font === undefined
      ? []
      : Array.from(unicodeMap(font)).flatMap(([code, text]) => (/^[-\u2010]$/.test(text) ? [code] : [])),
  );
