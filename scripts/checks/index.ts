/**
 * The table of checks: rules over a whole deck, which no single slide could break. What one file can break is found
 * where it is read, with its exact place.
 */
import type { Deck, DeckFiles, Problem } from "../model.ts";
import { aliases } from "./aliases.ts";
import { citations } from "./citations.ts";
import { crowded } from "./crowded.ts";
import { empty } from "./empty.ts";
import { leansOnSight } from "./leans-on-sight.ts";
import { links } from "./links.ts";
import { minutes } from "./minutes.ts";
import { notCitations } from "./not-citations.ts";

/** One rule. */
export interface Check {
  readonly name: string;
  readonly run: (deck: Deck, files: DeckFiles) => readonly Problem[];
}

/** Every rule. Their problems are sorted by place afterwards, so the order here says nothing. */
export const checks: readonly Check[] = [
  empty,
  aliases,
  citations,
  notCitations,
  links,
  minutes,
  crowded,
  leansOnSight,
];

/** Everything that the rules find. */
export const check = (deck: Deck, files: DeckFiles): Problem[] =>
  checks.flatMap((rule) => rule.run(deck, files));
