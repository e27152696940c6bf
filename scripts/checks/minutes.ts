/** Planned minutes that contradict one another: the slides of an era ask for more than the era has, or all of them for more than the deck. */
import { warning } from "../diagnostics.ts";
import type { At, DeckFiles, Era, Problem } from "../model.ts";
import { keyPlace } from "../source/key-place.ts";
import type { Check } from "./index.ts";

/** Finds eras and decks that hold more minutes than they have. */
export const minutes: Check = {
  name: "minutes",
  run: ({ meta, eras }, files) => [
    ...eras.flatMap((era) => eraMinutes(era, files)),
    ...deckMinutes(meta.minutes, eras, files),
  ],
};

function eraMinutes(era: Era, files: DeckFiles): Problem[] {
  const asked = slidesOf(era);
  if (era.minutes === undefined || !isMore(asked, era.minutes)) return [];
  return [tooMany(placeIn(files, era.at.file), "slides of this era", asked, "the era", era.minutes)];
}

function deckMinutes(has: number | undefined, eras: readonly Era[], files: DeckFiles): Problem[] {
  const asked = sum(eras.map((era) => Math.max(era.minutes ?? 0, slidesOf(era))));
  // Without deck.yaml the only minutes of the deck are those of an era.
  if (has === undefined || !files.files.has("deck.yaml") || !isMore(asked, has)) return [];
  return [tooMany(placeIn(files, "deck.yaml"), "eras", asked, "the lecture", has)];
}

const tooMany = (at: At, who: string, asked: number, whole: string, has: number): Problem =>
  warning(
    "too-many-minutes",
    at,
    `the ${who} are planned for ${shown(asked)} minutes, and ${whole} for ${shown(has)}`,
    { hint: `give ${whole} more minutes, or the ${who} fewer` },
  );

const slidesOf = ({ slides }: Era): number => sum(slides.map((slide) => slide.minutes ?? 0));
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Tenths and hundredths of a minute do not add up exactly. */
const isMore = (asked: number, has: number): boolean => asked - has > 0.005;
const shown = (number: number): string => String(Math.round(number * 100) / 100);

/** The value of `minutes:` in one file. */
const placeIn = (files: DeckFiles, path: string): At => {
  const file = files.files.get(path);
  return keyPlace({ ...files, files: new Map(file === undefined ? [] : [[path, file]]) }, "minutes");
};
