import fontverter from "fontverter";
import { beforeAll, describe, expect, test } from "vitest";
import { programFolder, readProgramFile } from "../../scripts/io/program.ts";
import type { Lecture } from "../../scripts/model.ts";
import { coveredCodePoints } from "../../scripts/render/cmap.ts";
import { coverage } from "../../scripts/render/font-coverage.ts";
import { fontFamilies, fontPath, writeRanges } from "../../scripts/render/fonts.ts";
import { missingGlyphs } from "../../scripts/render/glyphs.ts";
import { themeFiles, type ThemeFiles } from "../../scripts/render/theme.ts";
import { installedCoverage } from "../../scripts/render/update-font-coverage.ts";
import { gallery } from "./gallery.ts";
import { makeEra, makeLecture, makeSlide } from "../model.ts";

const tools = { programFile: readProgramFile };
const showing = (main: string, at = { file: "02-war.md", line: 7, column: 1 }): Lecture =>
  makeLecture([makeEra("war", [makeSlide("war/one", { slots: { main: `<p>${main}</p>` }, at })])]);
const bytesOf = (files: ThemeFiles["fonts"], name: RegExp): Uint8Array[] =>
  files.flatMap((file) => (name.test(file.path) && "bytes" in file ? [file.bytes] : []));
const kilobytes = (files: Uint8Array[]): number => files.reduce((sum, file) => sum + file.length, 0) / 1024;

test("the table of coverage is what the installed fonts really have", async () => {
  const slices = fontFamilies.flatMap((family) => family.slices.map((slice) => ({ family, slice })));
  expect(Object.keys(coverage).sort()).toEqual(
    slices.map(({ family, slice }) => `${family.package}/${slice}`).sort(),
  );
  for (const { family, slice } of slices) {
    for (const style of family.styles) {
      const path = fontPath(family, slice, style);
      const missing = await missingFrom(path, coverage[`${family.package}/${slice}`] ?? "");
      expect(
        missing,
        `${path} lacks what the table promises: run scripts/render/update-font-coverage.ts`,
      ).toEqual([]);
    }
  }
});

/** What the table says a file has and it has not. */
async function missingFrom(path: string, ranges: string): Promise<string[]> {
  const real = new Set(writeRanges(await installedCoverage(programFolder(), path)).split(","));
  if (ranges.split(",").every((range) => real.has(range))) return [];
  const has = new Set(await installedCoverage(programFolder(), path));
  return ranges.split(",").filter((range) => {
    const [from = 0, to = from] = range.split("-").map((end) => Number.parseInt(end, 16));
    for (let codePoint = from; codePoint <= to; codePoint++) if (!has.has(codePoint)) return true;
    return false;
  });
}

describe("the fonts of a lecture in Latin, Cyrillic and Korean", () => {
  let theme: ThemeFiles;
  beforeAll(async () => {
    theme = await themeFiles(gallery, tools);
  });

  test("weigh little: all that a slide in English and Korean can ask for is under 120 KB", () => {
    expect(kilobytes(bytesOf(theme.fonts, /source-s.*-latin-[46]|korean/))).toBeLessThan(120);
  });

  test("are static: variable fonts print as pictures of letters", async () => {
    for (const bytes of bytesOf(theme.fonts, /./)) {
      const sfnt = await fontverter.convert(bytes, "truetype");
      const tables = Array.from({ length: sfnt[5] ?? 0 }, (_, i) =>
        String.fromCharCode(...sfnt.slice(12 + 16 * i, 16 + 16 * i)),
      );
      expect(tables).toContain("cmap");
      expect(tables).not.toContain("fvar");
    }
  });

  test("hold of Korean the deck's own syllables and nothing more", async () => {
    const [korean] = bytesOf(theme.fonts, /korean-400/);
    const found = coveredCodePoints(await fontverter.convert(korean ?? new Uint8Array(), "truetype"));
    expect(String.fromCodePoint(...found.filter((codePoint) => codePoint >= 0xac00))).toBe(
      "김남성양영은일정평",
    );
    expect(kilobytes([korean ?? new Uint8Array()])).toBeLessThan(5);
  });

  test("are all named in the stylesheet, and it names no other", () => {
    const named = [...theme.css.matchAll(/url\("([^"]+)"\)/g)].map(([, path]) => `assets/${path}`);
    expect(named.sort()).toEqual(theme.fonts.map((file) => file.path).sort());
    expect(theme.css).not.toMatch(/https?:|@import/);
  });

  test("cover it: no problem", () => {
    expect(theme.problems).toEqual([]);
  });

  test("are the same bytes every time", async () => {
    const again = await themeFiles(structuredClone(gallery), tools);
    expect(again.css).toBe(theme.css);
    expect(bytesOf(again.fonts, /./)).toEqual(bytesOf(theme.fonts, /./));
  });
});

test("a lecture in plain English ships Latin alone", async () => {
  const { fonts } = await themeFiles(showing("Nothing but English – “quoted”, café"), tools);
  expect(fonts.map((file) => file.path).filter((path) => !path.includes("-latin-"))).toEqual([]);
});

test("a lecture with code ships a font for it", async () => {
  const { fonts } = await themeFiles(showing("<code>x</code>"), tools);
  expect(fonts.some((file) => file.path.includes("source-code-pro"))).toBe(true);
});

test("a block's stylesheet comes along only when the block is used", async () => {
  const map = await themeFiles(
    showing('<svg class="block block-map" id="x"></svg><svg class="block block-nothing"></svg>'),
    tools,
  );
  const none = await themeFiles(showing("block"), tools);
  expect(map.css).toContain(".block-map .sea");
  expect(none.css).not.toContain(".block-map .sea");
});

describe("a character that no shipped font has", () => {
  test("is named with its code point and its place, once for each script", () => {
    const [problem, ...others] = missingGlyphs(showing("العربية and العربية"), "error");
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ severity: "error", code: "missing-glyph", file: "02-war.md", line: 7 });
    expect(problem?.message).toBe(
      'no font of the theme has "ا" (U+0627), "ل" (U+0644), "ع" (U+0639), "ر" (U+0631), "ب" (U+0628) and 2 more',
    );
    expect(problem?.hint).toContain("--only site");
  });

  test("is only a warning on screen, where the reader's own fonts may have it", async () => {
    const { problems } = await themeFiles(showing("北京"), tools);
    expect(problems.map((problem) => [problem.severity, problem.code])).toEqual([
      ["warning", "missing-glyph"],
    ]);
  });

  test("is found in narration, titles, questions and bibliography too", () => {
    const slide = makeSlide("war/one", { title: "北" });
    const era = makeEra("war", [slide], { questions: ["ไ"], terms: [{ term: "ა", definition: "x" }] });
    const bibliography = [{ key: "k", bibliographyHtml: "ह", noteHtml: "", shortHtml: "" }];
    expect(missingGlyphs(makeLecture([era], { bibliography }), "error")).toHaveLength(4);
  });

  test("is not a space, a joiner or a mark of direction", () => {
    expect(missingGlyphs(showing("don\u0092t"), "error")).toHaveLength(1);
    expect(missingGlyphs(showing("a\u00a0b\u2009c\u200dd\u200ee\ufe0f\u00adf"), "error")).toEqual([]);
  });

  test.each([
    "김일성",
    "Шевардна́дзе",
    "Thucydides: Θουκυδίδης",
    "Hồ Chí Minh",
    "Wałęsa, P’yŏngyang",
    "→ ≥ ≈ ✓ ☢",
    "👍🏽 🇰🇵 👨‍👩‍👧",
    "김".normalize("NFD"),
  ])("is none of %s", (text) => {
    expect(missingGlyphs(showing(text), "error")).toEqual([]);
  });
});

test("a font that cannot be read says so", () => {
  expect(() => coveredCodePoints(new Uint8Array(64))).toThrow("no table cmap");
});
