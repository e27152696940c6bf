/** Which slides of the library are shown: those with the words, and of the person, that somebody asks for. Pure. */
import { search, type Place } from "../player/search.ts";
import type { Person } from "./data.ts";

/** What is asked for. */
export interface Wanted {
  /** Empty for all. */
  readonly words: string;
  /** A name of the list of people; empty for all. */
  readonly person: string;
}

/**
 * Numbers of the slides that are wanted.
 * @param places what is known of the slides' words
 * @returns undefined where nothing is asked for: then all are
 */
export function wantedSlides(
  { words, person }: Wanted,
  places: readonly Place[],
  people: readonly Person[],
): ReadonlySet<number> | undefined {
  const named = people.find(({ name }) => name === person);
  const found = words.trim() === "" ? undefined : slidesWith(places, words);
  if (named === undefined) return found;
  return new Set(found === undefined ? named.slides : named.slides.filter((slide) => found.has(slide)));
}

/** Slides that have the words as they stand; and those that have each of them somewhere, be it in several places. */
function slidesWith(places: readonly Place[], words: string): ReadonlySet<number> {
  const exact = new Set(search(places, words).map(({ place }) => place.slide));
  const each = words
    .trim()
    .split(/\s+/)
    .map((word) => new Set(search(places, word).map(({ place }) => place.slide)));
  const [first, ...others] = each;
  for (const slide of first ?? []) if (others.every((slides) => slides.has(slide))) exact.add(slide);
  return exact;
}
