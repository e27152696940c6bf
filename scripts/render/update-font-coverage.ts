/**
 * Writes `font-coverage.ts` from the installed fonts: `npx tsx scripts/render/update-font-coverage.ts`, after a font
 * package has moved. The table saves every build from unpacking fonts; a test compares it with the fonts themselves.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fontverter from "fontverter";
import { coveredCodePoints } from "./cmap.ts";
import { fontFamilies, fontPath, writeRanges } from "./fonts.ts";

/** Code points of one installed font file, ascending. */
export async function installedCoverage(root: string, path: string): Promise<number[]> {
  return coveredCodePoints(await fontverter.convert(await readFile(join(root, path)), "truetype"));
}

/** Used with every script, or with none. */
const isSymbol = (codePoint: number): boolean =>
  /[\p{Script=Common}\p{Script=Inherited}]/u.test(String.fromCodePoint(codePoint));

if (process.argv[1]?.endsWith("update-font-coverage.ts") === true) {
  const root = join(import.meta.dirname, "../..");
  const lines: string[] = [];
  for (const family of fontFamilies) {
    for (const slice of family.slices) {
      const found = await installedCoverage(root, fontPath(family, slice, "400-normal"));
      const counted = family.symbolsOnly === true ? found.filter(isSymbol) : found;
      lines.push(`  "${family.package}/${slice}":\n    "${writeRanges(counted)}",`);
    }
  }
  const text = [
    "/** Which code points each font slice has glyphs for. Made from the fonts by `update-font-coverage.ts`; do not edit. */",
    "export const coverage: Readonly<Record<string, string>> = {",
    ...lines,
    "};",
    "",
  ].join("\n");
  await writeFile(join(root, "scripts/render/font-coverage.ts"), text);
}
