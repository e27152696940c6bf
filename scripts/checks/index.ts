/**
 * The table of checks: rules over a whole deck, and rules over a slide as it was read. What a file's own text can break is found
 * where it is read, with its exact place.
 */
import type { Deck, DeckFiles, DeckMeta, Era, Problem, Slide } from "../model.ts";
import { aliases } from "./aliases.ts";
import { citations } from "./citations.ts";
import { crowded } from "./crowded.ts";
import { empty } from "./empty.ts";
import { leansOnOrder } from "./leans-on-order.ts";
import { leansOnSight } from "./leans-on-sight.ts";
import { licenses } from "./licenses.ts";
import { links, linksOf } from "./links.ts";
import { mergeConflicts } from "./merge-conflicts.ts";
import { minutes } from "./minutes.ts";
import { missingCredit } from "./missing-credit.ts";
import { notCitations } from "./not-citations.ts";

/** A rule over a whole deck. */
export interface DeckCheck {
  readonly name: string;
  readonly run: (deck: Deck, files: DeckFiles, looks: Looks) => readonly Problem[];
}

/** A rule over one slide, whatever the others say. */
export interface SlideCheck {
  readonly name: string;
  readonly ofSlide: (
    slide: Slide,
    era: Pick<Era, "summary">,
    meta: Pick<DeckMeta, "language">,
  ) => readonly Problem[];
}

/** One rule. */
export type Check = DeckCheck | SlideCheck;

/** Every rule. Their problems are sorted by place afterwards, so the order here says nothing. */
export const checks: readonly Check[] = [
  empty,
  mergeConflicts,
  aliases,
  citations,
  notCitations,
  links,
  minutes,
  licenses,
  crowded,
  leansOnSight,
  missingCredit,
  leansOnOrder,
];

/** What every slide is asked, whatever the others say. */
export interface Looks {
  /** What the rules over slides find in one of them. */
  readonly checkSlide: SlideCheck["ofSlide"];
  /** Where its links on the page lead, without the `#`. */
  readonly linksOf: (slide: Slide) => readonly string[];
}

/** Looks at every slide anew. */
export const freshLooks: Looks = {
  checkSlide: (slide, era, meta) =>
    checks.flatMap((rule) => ("ofSlide" in rule ? rule.ofSlide(slide, era, meta) : [])),
  linksOf,
};

/**
 * Everything that the rules find.
 * @param looks given by those who check a deck again and again and know what has not changed
 */
export const check = (deck: Deck, files: DeckFiles, looks = freshLooks): Problem[] => [
  ...checks.flatMap((rule) => ("run" in rule ? rule.run(deck, files, looks) : [])),
  ...deck.eras.flatMap((era) => era.slides.flatMap((slide) => looks.checkSlide(slide, era, deck.meta))),
];
