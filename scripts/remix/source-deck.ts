/** A deck that slides are taken from, in the form in which they are taken. Pure. */
import type { Deck, DeckFiles, Era, Slide } from "../model.ts";
import { piecesOf, type EraPieces, type PlaceOf, type SlidePieces } from "./era-pieces.ts";

/** A deck that slides are taken from: the one in whose folder the course lies, or one of its `decks:`. */
export interface SourceDeck {
  /** The name that the course gives it; undefined for the deck that the course lies in. */
  readonly name: string | undefined;
  readonly files: DeckFiles;
  readonly deck: Deck;
  /** Where its places are for the author of the course. */
  readonly placeOf: PlaceOf;
}

/** A slide that is there to be taken. */
export interface SourceSlide {
  /** Undefined for a slide of the course's own. */
  readonly deck: SourceDeck | undefined;
  readonly id: string;
  /** In its own deck. */
  readonly fullId: string;
  /** Undefined for a slide of the course's own. */
  readonly slide: Slide | undefined;
  readonly pieces: SlidePieces;
  readonly definitions: EraPieces["definitions"];
  /** Deck path of its file. */
  readonly path: string;
}

/** An era that is there to be taken. */
export interface SourceEra {
  readonly era: Era;
  readonly front: EraPieces["front"];
  readonly slides: readonly SourceSlide[];
}

/** Takes a deck apart. */
export function erasOf(source: SourceDeck): SourceEra[] {
  const strict = source.files.files.has("deck.yaml");
  return source.deck.eras.map((era) => {
    const path = era.at.file;
    const file = source.files.files.get(path) ?? { path, sizeBytes: 0 };
    const pieces = piecesOf(file, source.placeOf, strict);
    const slides = era.slides.flatMap((slide, index): SourceSlide[] => {
      const found = pieces.slides[index];
      if (found === undefined) return [];
      const { id, fullId } = slide;
      return [{ deck: source, id, fullId, slide, pieces: found, definitions: pieces.definitions, path }];
    });
    return { era, front: pieces.front, slides };
  });
}
