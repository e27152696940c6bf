/** Writes a parsed deck back: the same bytes, or chosen slides of it as their author wrote them. */

/** An era's file as it was read. */
export interface EraSource {
  readonly path: string;
  /** The byte order mark, if there was one. */
  readonly mark: "" | "\uFEFF";
  /** The file's text with its own line ends. */
  readonly raw: string;
  /** Each slide's lines, from 0, `to` not included, in the order of `Era.slides`. Breaks lie between them. */
  readonly slides: readonly { readonly from: number; readonly to: number }[];
}

/** A stretch of a file: a slide, or what stands before, between and after the slides. */
export interface Piece {
  /** Index in `Era.slides`; undefined for front matter and breaks. */
  readonly slide: number | undefined;
  readonly text: string;
}

/** Cuts a file into pieces. Joined, they are the file. */
export function piecesOf({ mark, raw, slides }: EraSource): Piece[] {
  const lines = raw.split(/(?<=\n|\r(?!\n))/);
  const pieces: Piece[] = [];
  let line = 0;
  const add = (slide: number | undefined, to: number): void => {
    if (to > line) pieces.push({ slide, text: lines.slice(line, to).join("") });
    line = Math.max(line, to);
  };
  for (const [index, { from, to }] of slides.entries()) {
    add(undefined, from);
    add(index, Math.min(to, lines.length));
  }
  add(undefined, lines.length);
  const [first, ...rest] = pieces;
  if (mark === "") return pieces;
  return first === undefined
    ? [{ slide: undefined, text: mark }]
    : [{ ...first, text: mark + first.text }, ...rest];
}

/** The file's bytes. */
export function writeEra(source: EraSource): Uint8Array {
  return new TextEncoder().encode(
    piecesOf(source)
      .map((piece) => piece.text)
      .join(""),
  );
}

/** One slide as its author wrote it, without the byte order mark and the empty lines around it. */
export function slideText(source: EraSource, index: number): string {
  const text = piecesOf({ ...source, mark: "" }).find((piece) => piece.slide === index)?.text ?? "";
  return text.replace(/^(?:[ \t]*\r?\n)+|\s+$/g, "");
}
