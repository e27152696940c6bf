/** Takes an era's file apart: its front matter, its slides with their parts, and the definitions that all of it shares. */
import type { At, DeckFile } from "../model.ts";
import { definitionsIn } from "../source/definitions.ts";
import { readFrontMatter } from "../source/front-matter.ts";
import { makeMarkdown } from "../source/markdown.ts";
import { trailingAttributes, type Attributes } from "../source/markdown/attributes.ts";
import { makePlaces } from "../source/places.ts";
import { readRevealKeys } from "../source/plain.ts";
import { eraSchema, plainSchema, type EraYaml } from "../source/schema.ts";
import { splitSlides, type SlideBlocks } from "../source/slides.ts";
import { readText } from "../source/text.ts";
import { trimmed, type Line } from "./lines.ts";

/** Where a place in a file of a deck is for its author, who may see that deck in another place, or as another text. */
export type PlaceOf = (at: At) => At;

/** An era's file in pieces. */
export interface EraPieces {
  /** What its front matter says, without what is wrong in it. */
  readonly front: WrittenEra;
  readonly slides: readonly SlidePieces[];
  readonly definitions: readonly DefinitionPiece[];
}

/** The keys of an era that are written. */
export type WrittenEra = { readonly [K in keyof EraYaml]?: EraYaml[K] | undefined };

/** One slide as its author wrote it. Definitions are in none of the parts. */
export interface SlidePieces {
  /** Comments before the heading. */
  readonly before: readonly Line[];
  /** Undefined for a slide that begins with no heading. */
  readonly heading: HeadingPiece | undefined;
  readonly content: readonly Line[];
  /** From the label on; empty for a slide without. */
  readonly narration: readonly Line[];
  readonly notes: readonly Line[];
  /** The first line that holds anything. */
  readonly first: Line;
}

/** A slide's heading. */
export interface HeadingPiece {
  readonly lines: readonly Line[];
  /** 1 to 6. */
  readonly level: number;
  /** Its Markdown without the braces. */
  readonly text: string;
  readonly attributes: Attributes;
}

/** A definition of a link or footnote. */
export interface DefinitionPiece {
  /** As marks name it, in lower case: `the site`, `^1`. */
  readonly label: string;
  readonly lines: readonly Line[];
}

const NO_ATTRIBUTES: Attributes = { classes: [], pairs: [] };

/**
 * Takes a file apart.
 * @param placeOf where a place of the file is for its author
 * @param strict the file's deck has a `deck.yaml`
 */
export function piecesOf(file: DeckFile, placeOf: PlaceOf, strict: boolean): EraPieces {
  const shownAs = file.path;
  const { text } = readText(file);
  const front = readFrontMatter(text, shownAs, strict ? eraSchema : plainSchema);
  const separators = strict ? [] : readRevealKeys(shownAs, { ...front.value }, []);
  const { tokens } = makeMarkdown().blocks(front.body);
  const places = makePlaces(shownAs, front.body, front.lines);
  const lines = front.body.split("\n").map((written, index): Line => {
    const { file: from, line } = placeOf({ file: shownAs, line: front.lines + index + 1, column: 1 });
    return { text: written, from: { file: from, line } };
  });
  const definitions = definitionsIn(places.lines, tokens);
  const isDefinition = lines.map(() => false);
  for (const { from, to } of definitions) isDefinition.fill(true, from, to);
  const stretch = (from: number, to: number): Line[] =>
    trimmed(lines.slice(from, to).filter((_, index) => isDefinition[from + index] !== true));
  // Where comments part the slides, a line of dashes in one is a rule; written with stars it stays one everywhere.
  const shown = (found: Line[]): Line[] =>
    separators.length === 0
      ? found
      : found.map((line) =>
          /^ {0,3}-[ \t]*-[ \t]*-[-\s]*$/.test(line.text) ? { ...line, text: "***" } : line,
        );
  return {
    front: eraFront({ ...front.value }),
    slides: splitSlides(tokens, places, separators).slides.map((blocks) => {
      const { before, heading, content, narration, notes } = cut(blocks, stretch);
      const first = lines[blocks.firstLine] ?? { text: "", from: { file: shownAs, line: 1 } };
      return { before, heading, content: shown(content), narration, notes, first };
    }),
    definitions: definitions.map(({ label, from, to }) => ({ label, lines: trimmed(lines.slice(from, to)) })),
  };
}

/** The keys of an era in a front matter that may hold a deck's too. */
function eraFront(front: Readonly<Record<string, unknown>>): WrittenEra {
  const own = Object.entries(front).filter(
    ([key, value]) => value !== undefined && Object.hasOwn(eraSchema.shape, key),
  );
  const read = eraSchema.partial().safeParse(Object.fromEntries(own));
  return read.success ? read.data : {};
}

interface Cut {
  readonly before: Line[];
  readonly heading: HeadingPiece | undefined;
  readonly content: Line[];
  readonly narration: Line[];
  readonly notes: Line[];
}

function cut(blocks: SlideBlocks, stretch: (from: number, to: number) => Line[]): Cut {
  const { heading, narration, notes, fromLine, toLine } = blocks;
  const notesLine = notes?.line ?? toLine;
  const narrationLine = narration?.line ?? notesLine;
  const sections = {
    narration: stretch(narrationLine, notesLine),
    notes: stretch(notesLine, toLine),
  };
  const [from, to] = heading?.inline.map ?? [fromLine, fromLine];
  if (heading === undefined)
    return { before: [], heading, content: stretch(fromLine, narrationLine), ...sections };
  const lines = stretch(from, to);
  // The line of === or --- under a heading belongs to it, and its token ends before.
  const isSetext = !/^ {0,3}#/.test(lines[0]?.text ?? "");
  const end = isSetext ? to + 1 : to;
  const { content } = heading.inline;
  const found = trailingAttributes(content);
  return {
    before: stretch(fromLine, from),
    heading: {
      lines: stretch(from, end),
      level: heading.level,
      text: content.slice(0, found?.from).trim().replaceAll("\n", " "),
      attributes: found?.attributes ?? NO_ATTRIBUTES,
    },
    content: stretch(end, narrationLine),
    ...sections,
  };
}
