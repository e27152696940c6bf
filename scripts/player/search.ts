/** Finds words in the lecture. Case and accents do not matter, nor which quotation marks and dashes are typed. Pure. */

/** Something that can be found: a slide's title, a piece of its text, or a sentence that is said. */
export interface Place {
  /** The slide's number in the lecture, from 0. */
  readonly slide: number;
  /** When it is shown or said, from the slide's start. */
  readonly offsetMs: number;
  readonly kind: "title" | "text" | "sentence";
  readonly text: string;
  /** `fold(text).folded` */
  readonly folded: string;
}

/** A place where the words were found. */
export interface Hit {
  readonly place: Place;
  /** The words as `fold` leaves them, each to be marked. */
  readonly words: readonly string[];
}

/** A piece of a hit's text. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

/**
 * Marks that are laid over letters: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs. Those of scripts
 * in which such a mark makes another letter (Devanagari, Thai, kana) are no accents and stay.
 */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
/** What is typed for what is set. */
const TYPED = new Map([
  ["‘", "'"],
  ["’", "'"],
  ["“", '"'],
  ["”", '"'],
  ["„", '"'],
  ["–", "-"],
  ["—", "-"],
  ["‑", "-"],
  // A soft hyphen, which is not seen where no line ends.
  ["\u00ad", ""],
]);
/** How much of a long text is shown before and after the first word that was found. */
const AROUND = 70;

/** A text as it is compared, and from which index of the text each of its code units comes. */
export interface Folded {
  readonly folded: string;
  readonly origins: readonly number[];
}

/** Takes a text's case, accents and double spaces away; syllables of Hangul come apart into letters. */
export function fold(text: string): Folded {
  let folded = "";
  const origins: number[] = [];
  let index = 0;
  for (const character of text) {
    const plain = /\s/.test(character)
      ? folded.endsWith(" ")
        ? ""
        : " "
      : (TYPED.get(character) ?? character).toLowerCase().normalize("NFD").replace(ACCENTS, "");
    for (let unit = 0; unit < plain.length; unit += 1) origins.push(index);
    folded += plain;
    index += character.length;
  }
  return { folded, origins };
}

/** Makes a place of a text. */
export const makePlace = (place: Omit<Place, "folded">): Place => ({
  ...place,
  folded: fold(place.text).folded,
});

/** The places that have the words as they stand; where none has, those that have each of them somewhere. */
export function search(places: readonly Place[], query: string): Hit[] {
  const wanted = fold(query).folded.trim();
  if (wanted === "") return [];
  const withAll = (words: readonly string[]) =>
    places
      .filter(({ folded }) => words.every((word) => folded.includes(word)))
      .map((place) => ({ place, words }));
  const exact = withAll([wanted]);
  return exact.length > 0 || !wanted.includes(" ") ? exact : withAll(wanted.split(" "));
}

/** The hit's text in pieces, the words that were found apart; a long text is cut to what stands around the first. */
export function piecesOf({ place: { text }, words }: Hit): Piece[] {
  const found = foundIn(text, words);
  const first = found[0] ?? { start: 0, end: 0 };
  const from = first.start > AROUND ? text.indexOf(" ", first.start - AROUND) + 1 : 0;
  const near = text.indexOf(" ", first.end + AROUND);
  const to = near === -1 ? text.length : near;
  const pieces: Piece[] = from > 0 ? [{ text: "… ", isFound: false }] : [];
  let at = from > first.start ? first.start : from;
  for (const { start, end } of found.filter((range) => range.start < to)) {
    if (start > at) pieces.push({ text: text.slice(at, start), isFound: false });
    pieces.push({ text: text.slice(start, end), isFound: true });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), isFound: false });
  if (Math.max(at, to) < text.length) pieces.push({ text: " …", isFound: false });
  return pieces;
}

/** Where the words stand in a text: in order, none over another. */
function foundIn(text: string, words: readonly string[]): { start: number; end: number }[] {
  const { folded, origins } = fold(text);
  const ranges = words.flatMap((word) => {
    const all: { start: number; end: number }[] = [];
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
      const start = origins[at] ?? 0;
      // The first letter after it that comes from another character: half a syllable is marked as a whole.
      const last = origins[at + word.length - 1];
      const next = origins.findIndex((origin, unit) => unit >= at + word.length && origin !== last);
      all.push({ start, end: next === -1 ? text.length : (origins[next] ?? text.length) });
    }
    return all;
  });
  ranges.sort((a, b) => a.start - b.start);
  return ranges.filter(({ start }, n) => start >= (ranges[n - 1]?.end ?? 0));
}
