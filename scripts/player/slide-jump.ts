/** Which slides somebody means who types a number or words. Pure. */
import { search, type Place } from "./search.ts";
import type { Track, TrackSlide } from "./track.ts";

/** So many are offered. */
const OFFERED = 8;

/** Titles that have the words come before slides that show or say them. */
const ORDER: readonly Place["kind"][] = ["title", "text", "sentence"];

/**
 * The slides, the likeliest first: of a number the slide at that place, then those whose number begins so; of words the slides that have them.
 * @param places what is known of the lecture's words
 */
export function slidesFor(typed: string, track: Track, places: readonly Place[]): TrackSlide[] {
  const wanted = typed.trim();
  const numbered = /^\d+$/.test(wanted)
    ? [...track.slides]
        .filter(({ number }) => String(number + 1).startsWith(String(Number(wanted))))
        .sort((a, b) => a.number - b.number)
    : [];
  const hits = search(places, wanted);
  const worded = ORDER.flatMap((kind) => hits.filter(({ place }) => place.kind === kind)).flatMap(
    ({ place }) => track.slides[place.slide] ?? [],
  );
  return [...new Set([...numbered, ...worded])].slice(0, OFFERED);
}
