/**
 * Carries slides of other decks into a course's own folder, or carries them again when they have changed: which text, files, sources,
 * pronunciations and accounts come along, and what they are called there when their name is taken. What was changed here is never
 * overwritten, and every new name is told. Pure.
 */
import type { Pronunciation, Reference } from "../model.ts";
import type { BorrowedSlide } from "./borrowed-slide.ts";
import {
  carryAccount,
  carryFiles,
  carryPronunciations,
  carryRecording,
  carrySources,
  freeFile,
  freeId,
  takenFiles,
  type Carrying,
  type Taken,
} from "./carry-parts.ts";
import type { LockedSlide } from "./lock-file.ts";
import { asCopied, signed, type Renames } from "./renames.ts";

/** What there is already where slides are carried to. */
export interface Home {
  /** The course's name, which its folder has too. */
  readonly course: string;
  /** Path in the course's folder → hash of the file's bytes. */
  readonly files: ReadonlyMap<string, string>;
  /** The ids of the slides in the era in which copies will stand. */
  readonly ids: ReadonlySet<string>;
  /** Sources that a text of the course can cite. */
  readonly references: readonly Reference[];
  /** Those of the decks that it borrows from: their keys may come into the course with slides that are used where they are. */
  readonly otherReferences: readonly Reference[];
  /** The keys of those that are in the course's own `sources.json`, and may be replaced when they have changed in their deck. */
  readonly ownReferences: ReadonlySet<string>;
  /** Those of the course, and of the deck that it lies in. */
  readonly pronunciations: Readonly<Record<string, Pronunciation>>;
  readonly accounts: Readonly<Record<string, string>>;
}

/** A slide as it is carried. */
export interface CarriedSlide {
  /** Its id in the course. */
  readonly id: string;
  /** Path of the copy in the course's folder. */
  readonly file: string;
  /** What the copy would be if nothing had been changed here, without a line end at its end. */
  readonly text: string;
  readonly renames: Renames;
  /** Files to copy: from a path in its deck to one in the course's folder. */
  readonly copies: readonly { readonly from: string; readonly to: string }[];
  /** To put into the course's `sources.json`. */
  readonly references: readonly Reference[];
  /** To put into the course's file. */
  readonly pronunciations: Readonly<Record<string, Pronunciation>>;
  readonly accounts: Readonly<Record<string, string>>;
  /** What has another name than in its deck and why, and what stays as it is here; a sentence each. */
  readonly said: readonly string[];
}

/** The copy that there is of a slide. */
export type Previous = Pick<LockedSlide, "parts" | "renamed"> & { readonly file: string };

/** Carries one slide after another: each finds taken what those before it took. */
export interface Carrier {
  /** @param previous the copy that there is, if it is carried again */
  readonly carry: (slide: BorrowedSlide, previous?: Previous) => CarriedSlide;
  /** The same, unless the result is not accepted: then it was never carried. */
  readonly tryCarry: (
    slide: BorrowedSlide,
    previous: Previous,
    accepts: (carried: CarriedSlide) => boolean,
  ) => CarriedSlide | undefined;
  /** What is carried from now on stands in another, empty era. */
  readonly openEra: () => void;
}

/** Makes a carrier. */
export function makeCarrier(home: Home): Carrier {
  let taken: Taken = {
    files: takenFiles(home.files),
    ids: new Set(home.ids),
    references: new Map(home.references.map((reference) => [reference.id, reference])),
    pronunciations: new Map(Object.entries(home.pronunciations)),
    accounts: new Map(Object.entries(home.accounts)),
  };
  return {
    carry: (slide, previous) => carryOne(slide, previous, taken, home),
    openEra: () => {
      taken.ids.clear();
    },
    tryCarry: (slide, previous, accepts) => {
      const trial: Taken = {
        files: takenFiles(taken.files.all()),
        ids: new Set(taken.ids),
        references: new Map(taken.references),
        pronunciations: new Map(taken.pronunciations),
        accounts: new Map(taken.accounts),
      };
      const carried = carryOne(slide, previous, trial, home);
      if (!accepts(carried)) return undefined;
      taken = trial;
      return carried;
    },
  };
}

function carryOne(
  slide: BorrowedSlide,
  previous: Previous | undefined,
  taken: Taken,
  home: Home,
): CarriedSlide {
  const carrying: Carrying = { slide, previous, taken, home, renames: { ...previous?.renamed }, said: [] };
  const { renames, said } = carrying;
  const file = previous?.file ?? freeFile(carrying);
  const id =
    previous === undefined ? freeId(carrying) : (renames[signed("id", slide.id)]?.slice(1) ?? slide.id);
  const parts = {
    copies: [...carryFiles(carrying), ...carryRecording(carrying, file, id)],
    references: carrySources(carrying),
    pronunciations: carryPronunciations(carrying),
    accounts: carryAccount(carrying),
  };
  const text = asCopied(slide.text, renames);
  return { id, file, text, renames, said, ...parts };
}
