/**
 * The fonts that the themes use, all static and under the SIL Open Font License, from the packages `@fontsource/*`.
 * Text fonts come in slices by script, as their packages cut them. The others are large, so they are cut to the
 * characters that a lecture shows.
 */
import { coverage } from "./font-coverage.ts";

/** A family that the program ships, and which characters it is cut to. */
export interface FontFamily {
  /** As CSS names it; `theme.css` must name every family in its stacks. */
  readonly name: string;
  /** Below `@fontsource/`, and the beginning of its files' names. */
  readonly package: string;
  /** Whose it is and where it comes from; all are under OFL-1.1. */
  readonly author: string;
  readonly source: string;
  /** In the order in which they are looked through for a character. */
  readonly slices: readonly string[];
  /** `400-normal` and the like. */
  readonly styles: readonly string[];
  /** Text fonts are for every lecture; code fonts for one with code; the others stand in where the text fonts have no glyph. */
  readonly use: "text" | "code" | "fallback";
  /** Count only what belongs to no one script: its stray letters (Arabic ones for mathematics) would not join into words. */
  readonly symbolsOnly?: boolean;
}

const EUROPEAN = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese"];

/** Every family that is shipped. */
export const fontFamilies: readonly FontFamily[] = [
  {
    name: "Source Serif 4",
    package: "source-serif-4",
    author: "Adobe",
    source: "https://github.com/adobe-fonts/source-serif",
    slices: EUROPEAN,
    styles: ["400-normal", "400-italic", "600-normal"],
    use: "text",
  },
  {
    name: "Source Sans 3",
    package: "source-sans-3",
    author: "Adobe",
    source: "https://github.com/adobe-fonts/source-sans",
    slices: [...EUROPEAN, "greek-ext"],
    styles: ["400-normal", "400-italic", "600-normal"],
    use: "text",
  },
  {
    name: "Source Code Pro",
    package: "source-code-pro",
    author: "Adobe",
    source: "https://github.com/adobe-fonts/source-code-pro",
    slices: EUROPEAN,
    styles: ["400-normal"],
    use: "code",
  },
  {
    name: "Gowun Batang",
    package: "gowun-batang",
    author: "The Gowun Batang Project Authors",
    source: "https://github.com/yangheeryu/Gowun-Batang",
    slices: ["korean"],
    styles: ["400-normal", "700-normal"],
    use: "fallback",
  },
  {
    name: "Noto Serif",
    package: "noto-serif",
    author: "The Noto Project Authors",
    source: "https://github.com/notofonts/latin-greek-cyrillic",
    slices: ["math"],
    styles: ["400-normal"],
    use: "fallback",
    symbolsOnly: true,
  },
  {
    name: "Noto Sans Math",
    package: "noto-sans-math",
    author: "Google LLC",
    source: "https://github.com/notofonts/math",
    slices: ["latin"],
    styles: ["400-normal"],
    use: "fallback",
    symbolsOnly: true,
  },
  {
    name: "Noto Sans Symbols 2",
    package: "noto-sans-symbols-2",
    author: "The Noto Project Authors",
    source: "https://github.com/notofonts/symbols",
    slices: ["symbols"],
    styles: ["400-normal"],
    use: "fallback",
    symbolsOnly: true,
  },
  {
    name: "Noto Emoji",
    package: "noto-emoji",
    author: "Google LLC",
    source: "https://github.com/googlefonts/noto-emoji",
    slices: ["emoji"],
    styles: ["400-normal"],
    use: "fallback",
    symbolsOnly: true,
  },
];

/** Where a font file lies, as `Tools.programFile` reads it. */
export function fontPath(family: FontFamily, slice: string, style: string): string {
  return `node_modules/@fontsource/${family.package}/files/${family.package}-${slice}-${style}.woff2`;
}

/** One stretch of code points, both ends included. */
export interface CodePointRange {
  readonly from: number;
  readonly to: number;
}

const parsed: ReadonlyMap<string, readonly CodePointRange[]> = new Map(
  Object.entries(coverage).map(([slice, written]) => [slice, readRanges(written)]),
);

/** The code points that a slice really has glyphs for, ascending. */
export function sliceCoverage(family: FontFamily, slice: string): readonly CodePointRange[] {
  const found = parsed.get(`${family.package}/${slice}`);
  if (found === undefined)
    throw new Error(`no coverage of ${family.package}/${slice}: run scripts/render/update-font-coverage.ts`);
  return found;
}

function readRanges(written: string): CodePointRange[] {
  return written.split(",").map((range) => {
    const [from = "", to = from] = range.split("-");
    return { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) };
  });
}

/** Writes ascending code points as the coverage table and CSS do: `20-7e,a0`. */
export function writeRanges(codePoints: readonly number[], prefix = ""): string {
  const ranges: string[] = [];
  for (let i = 0; i < codePoints.length;) {
    const from = codePoints[i] ?? 0;
    let to = from;
    while (codePoints[++i] === to + 1) to += 1;
    ranges.push(prefix + from.toString(16) + (to === from ? "" : `-${to.toString(16)}`));
  }
  return ranges.join(",");
}
