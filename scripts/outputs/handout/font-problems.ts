/** What is wrong with the letters of a printed handout, and where the lecture says what they show. */
import { error } from "../../diagnostics.ts";
import { counted } from "../../counted.ts";
import type { At, Lecture, Problem } from "../../model.ts";
import { codePointName } from "../../render/glyphs.ts";
import { shownTexts } from "../../render/shown-text.ts";
import type { ForeignFont } from "./pdf/foreign-fonts.ts";
import { DECK, firstOn, placesById } from "./places.ts";

/** A family that texts of the page ask for first. */
export interface AskedFamily {
  readonly name: string;
  /** Full id of the slide, or id of the era, of the first such text; empty outside of both. */
  readonly first: string;
  /** How many texts. */
  readonly texts: number;
}

/** What was seen on the page and in the PDF. */
export interface SeenFonts {
  /** Families that are asked for and not shipped. */
  readonly asked: readonly AskedFamily[];
  /** Fonts that stood in. */
  readonly foreign: readonly ForeignFont[];
  /** Pages on which a glyph is missing, from 1. */
  readonly missingGlyphs: readonly number[];
  /** Page numbers by id of era or section. */
  readonly pageOf: ReadonlyMap<string, number>;
}

/**
 * An error for each family that is asked for, for each character that another font had to show, and one for all pages where nothing could.
 * @param readDeck reads the deck's files, in which characters are looked for
 */
export async function fontProblems(
  { asked, foreign, missingGlyphs, pageOf }: SeenFonts,
  lecture: Lecture,
  readDeck: (path: string) => Promise<Uint8Array>,
): Promise<Problem[]> {
  const places = placesById(lecture);
  const problems = asked.map(({ name, first, texts }) =>
    error(
      "font-not-shipped",
      places.get(first) ?? DECK,
      `the handout asks for the font "${name}", which is not shipped with it, for ${counted(texts, "text")}`,
      { hint: "the deck's styles should name no font, or one of the theme's, such as var(--font-text)" },
    ),
  );
  // Whoever asks for a font that is not shipped gets another, and one without characters drew the missing glyphs: both are said otherwise.
  const standIns = foreign.filter(({ characters }) => characters.length > 0 || missingGlyphs.length === 0);
  for (const font of asked.length > 0 ? [] : standIns)
    problems.push(...(await standIn(font, lecture, readDeck)));
  const [page] = missingGlyphs;
  if (page !== undefined)
    problems.push(
      error(
        "glyph-not-printed",
        places.get(firstOn(page, lecture, pageOf)) ?? DECK,
        `a character on ${missingGlyphs.length > 1 ? "pages" : "page"} ${missingGlyphs.join(", ")} of the handout has no glyph in the shipped fonts`,
      ),
    );
  return problems;
}

/** One problem per character; one in all where the PDF does not say which they are. */
async function standIn(
  { name, characters }: ForeignFont,
  lecture: Lecture,
  readDeck: (path: string) => Promise<Uint8Array>,
): Promise<Problem[]> {
  const hint = "no style of the deck should take the theme's fonts away; else write it otherwise";
  const font = `the font "${name}", which is not shipped with it`;
  if (characters.length === 0) return [error("font-not-shipped", DECK, `the handout uses ${font}`, { hint })];
  return Promise.all(
    characters.map(async (character) => {
      const found = placesOfCharacter(character, lecture);
      const at = found[0] === undefined ? DECK : await inSource(character, found[0], readDeck);
      const where = found.length < 2 ? "" : `, in ${found.length} places`;
      const message = `the handout shows "${character}" (${codePointName(character)}) in ${font}${where}`;
      return error("font-not-shipped", at, message, { hint });
    }),
  );
}

/** Where the lecture's texts hold a character: slides, sentences, eras. */
function placesOfCharacter(character: string, lecture: Lecture): At[] {
  const found = new Map<string, At>();
  for (const { text, at } of shownTexts(lecture))
    if (text.normalize("NFC").includes(character)) found.set(`${at.file}:${at.line}:${at.column}`, at);
  return [...found.values()];
}

/** The character itself in the text that begins at a place; the place where it is written otherwise, such as by a reference. */
async function inSource(
  character: string,
  at: At,
  readDeck: (path: string) => Promise<Uint8Array>,
): Promise<At> {
  // Without the file only the column is lost.
  const bytes = await readDeck(at.file).catch(() => undefined);
  const lines = bytes === undefined ? [] : new TextDecoder().decode(bytes).split(/\r\n?|\n/);
  for (let line = at.line; line <= lines.length; line++) {
    const column = (lines[line - 1] ?? "").indexOf(character);
    if (column !== -1) return { file: at.file, line, column: column + 1 };
  }
  return at;
}
