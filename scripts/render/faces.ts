/** Chooses the fonts that a lecture's characters need. */
import { type FontFamily, fontFamilies, sliceCoverage } from "./fonts.ts";
import { conjoiningLetters, isCovered, shownCharacters } from "./glyphs.ts";
import { shownTexts, type LectureWords } from "./shown-text.ts";

/** One font of the stylesheet: a slice of a family, in every style. */
export interface Face {
  readonly family: FontFamily;
  readonly slice: string;
  /** What CSS's unicode-range says, ascending. */
  readonly codePoints: readonly number[];
}

/**
 * Which slices of which fonts a lecture needs.
 * @param notes with its private notes
 */
export function neededFaces(lecture: LectureWords, notes = false): Face[] {
  const shown = [...shownTexts(lecture, notes)];
  const characters = [...shownCharacters(shown).keys()].sort((a, b) => a - b);
  const letters = conjoiningLetters(shown);
  const texts = fontFamilies.filter((family) => family.use === "text");
  const isText = (codePoint: number): boolean => texts.every((family) => covers(family, codePoint));
  return fontFamilies.flatMap((family) => {
    if (family.use === "code" && !showsCode(lecture)) return [];
    if (family.use !== "fallback") return slicedFaces(family, characters);
    const others = characters.filter((codePoint) => !isText(codePoint));
    return cutFace(family, others, letters);
  });
}

/** The families of which a lecture needs a slice, in their order: those of `neededFaces`, found without cutting anything. */
export function neededFamilies(lecture: LectureWords): FontFamily[] {
  const texts = fontFamilies.filter((family) => family.use === "text");
  const others = [...shownCharacters(shownTexts(lecture)).keys()].filter(
    (codePoint) => !texts.every((family) => covers(family, codePoint)),
  );
  return fontFamilies.filter(
    (family) =>
      family.use === "text" ||
      (family.use === "code" ? showsCode(lecture) : others.some((codePoint) => covers(family, codePoint))),
  );
}

function slicedFaces(family: FontFamily, characters: readonly number[]): Face[] {
  const taken = new Set<number>();
  return family.slices.flatMap((slice) => {
    const own = sliceCoverage(family, slice).flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, i) => from + i),
    );
    const fresh = new Set(own.filter((codePoint) => !taken.has(codePoint)));
    for (const codePoint of fresh) taken.add(codePoint);
    const needed = slice === "latin" || characters.some((codePoint) => fresh.has(codePoint));
    // A letter and its accent are drawn together only from one file, so every slice keeps its combining marks.
    return needed
      ? [
          {
            family,
            slice,
            codePoints: own.filter((codePoint) => fresh.has(codePoint) || isCombining(codePoint)),
          },
        ]
      : [];
  });
}

/** What joins emoji into one, such as a flag or a family: zero-width joiner, variation selector. */
const JOINERS = [0x200d, 0xfe0f];
/** A keycap is drawn together with its digit, `#` or `*`, so from one font. */
const KEYCAP = 0x20e3;
const KEYS = Array.from("#*0123456789", (key) => key.charCodeAt(0));

/** @param decomposed what browsers compose before they look for a glyph */
function cutFace(family: FontFamily, characters: readonly number[], decomposed: readonly number[]): Face[] {
  return family.slices.flatMap((slice) => {
    const coverage = sliceCoverage(family, slice);
    const codePoints = characters.filter((codePoint) => isCovered(coverage, codePoint));
    if (codePoints.length === 0) return [];
    const joined = [...JOINERS, ...(codePoints.includes(KEYCAP) ? KEYS : [])];
    const more = [...joined.filter((codePoint) => isCovered(coverage, codePoint)), ...decomposed];
    return [{ family, slice, codePoints: [...new Set([...codePoints, ...more])].sort((a, b) => a - b) }];
  });
}

const isCombining = (codePoint: number): boolean => codePoint >= 0x300 && codePoint <= 0x36f;

const covers = (family: FontFamily, codePoint: number): boolean =>
  family.slices.some((slice) => isCovered(sliceCoverage(family, slice), codePoint));

function showsCode(lecture: LectureWords): boolean {
  return lecture.deck.eras.some((era) =>
    era.slides.some((slide) =>
      [...Object.values(slide.slots), ...slide.footnotes, slide.titleHtml].some((html) =>
        /<(?:code|pre|kbd|samp)\b/.test(html),
      ),
    ),
  );
}
