/** The stylesheet and font files that a lecture needs, for every output that shows slides. */
import { createHash } from "node:crypto";
import { blockKinds } from "../blocks/index.ts";
import type { OutputFile, Problem } from "../model.ts";
import type { Tools } from "../outputs/tools.ts";
import { type Face, neededFaces } from "./faces.ts";
import { fontPath, writeRanges } from "./fonts.ts";
import { missingGlyphs } from "./glyphs.ts";
import type { LectureWords } from "./shown-text.ts";

/** A lecture's styles and fonts. */
export interface ThemeFiles {
  /** Font faces, theme and the blocks that the lecture uses; its links are relative to `assets/`. */
  readonly css: string;
  /** In `assets/fonts/`. */
  readonly fonts: readonly OutputFile[];
  /** Characters that no shipped font has, as warnings; an output on paper asks `missingGlyphs` for errors. */
  readonly problems: readonly Problem[];
}

/**
 * Makes a lecture's stylesheet and the font files that it names.
 * @param tools reads the program's files; for a trusted deck, it may give the deck's own CSS of the same name instead
 */
export async function themeFiles(
  lecture: LectureWords,
  tools: Pick<Tools, "programFile" | "deckStyles">,
): Promise<ThemeFiles> {
  const faces = (await Promise.all(neededFaces(lecture).map((face) => makeFace(face, tools)))).flat();
  const texts = await Promise.all(
    styleSheets(lecture).map(async (path) => new TextDecoder().decode(await tools.programFile(path))),
  );
  return {
    css: [...faces.map((face) => face.css), ...texts, tools.deckStyles ?? ""].join("\n"),
    fonts: faces.map((face) => face.file),
    problems: missingGlyphs(lecture, "warning"),
  };
}

/** All that a lecture's stylesheet is made from, as text: with the same it is the same. Nothing is read or cut for it. */
export function themeKey(lecture: LectureWords, { deckStyles }: Pick<Tools, "deckStyles">): string {
  const faces = neededFaces(lecture).map(({ family, slice, codePoints }) => [family.name, slice, codePoints]);
  return JSON.stringify([faces, styleSheets(lecture), deckStyles]);
}

/** Paths in the program. */
const styleSheets = (lecture: LectureWords): string[] => [
  `templates/themes/${lecture.deck.meta.theme}/theme.css`,
  ...blocksUsed(lecture).map((kind) => `templates/blocks/${kind}.css`),
];

/** Kinds of the author blocks that the lecture's slides show, in table order. */
function blocksUsed(lecture: LectureWords): readonly string[] {
  const kinds = new Set<string>();
  for (const era of lecture.deck.eras) {
    for (const slide of era.slides) {
      for (const html of Object.values(slide.slots)) {
        for (const [, kind = ""] of html.matchAll(/\sclass="block block-([a-z]+)\b/g)) kinds.add(kind);
      }
    }
  }
  // An author may write such a class by hand; only our own kinds have a stylesheet.
  return blockKinds.filter((kind) => kinds.has(kind));
}

/** Reads or cuts the files of a face, one per style, and writes its CSS. */
async function makeFace(
  face: Face,
  tools: Pick<Tools, "programFile">,
): Promise<{ css: string; file: OutputFile }[]> {
  const { family, slice, codePoints } = face;
  return Promise.all(
    family.styles.map(async (style) => {
      const whole = await tools.programFile(fontPath(family, slice, style));
      const bytes = family.use === "fallback" ? await cut(whole, codePoints) : whole;
      const name = `${family.package}-${slice}-${style}`;
      // A cut font changes with the deck, so its name changes too and no cache shows the old one.
      const hash =
        family.use === "fallback" ? `-${createHash("sha256").update(bytes).digest("hex").slice(0, 8)}` : "";
      const path = `fonts/${name}${hash}.woff2`;
      const [weight, slant] = style.split("-");
      const css =
        `@font-face{font-family:"${family.name}";font-style:${slant};font-weight:${weight};font-display:block;` +
        `src:url("${path}") format("woff2");unicode-range:${writeRanges(codePoints, "U+")}}`;
      return { css, file: { path: `assets/${path}`, bytes } };
    }),
  );
}

async function cut(font: Uint8Array, codePoints: readonly number[]): Promise<Uint8Array> {
  const { default: subsetFont } = await import("subset-font");
  return subsetFont(font, String.fromCodePoint(...codePoints), { targetFormat: "woff2" });
}
