/** Finds a borrowed slide in its deck again, wherever it stands now. Pure. */
import type { SourceEra, SourceSlide } from "./source-deck.ts";
import { normalText } from "./slide-revision.ts";
import { standaloneSlide } from "./standalone-slide.ts";
import { wordsOf } from "./words.ts";

/** How many of the words of the shorter text the other must have, of a slide that only its name's second part gives away. */
const ALIKE = 0.5;

/**
 * The slide that a borrowed one is now: by its full id; else by an alias; else the only one with its part of the id, if the text is alike;
 * else the only one with the same text under its heading.
 * @param fullId in its deck, when it was taken
 * @param base its text then
 */
export function findAgain(eras: readonly SourceEra[], fullId: string, base: string): SourceSlide | undefined {
  const slides = eras.flatMap((era) => era.slides);
  const [era = "", part = ""] = fullId.split("/");
  const isAlias = (alias: string, of: SourceSlide): boolean =>
    alias === fullId || (alias === part && of.fullId.startsWith(`${era}/`));
  return (
    slides.find((slide) => slide.fullId === fullId) ??
    slides.find((slide) => slide.slide?.aliases.some((alias) => isAlias(alias, slide))) ??
    only(slides.filter((slide) => slide.id === part && areAlike(standaloneSlide(slide), base))) ??
    only(slides.filter((slide) => bodyOf(base) !== "" && bodyOf(standaloneSlide(slide)) === bodyOf(base)))
  );
}

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

/** A slide's text without its heading. */
const bodyOf = (text: string): string => normalText(text.replace(/^ {0,3}#{1,6}[ \t][^\n]*\n?/m, "")).trim();

/** Whether two texts share most of their words. */
function areAlike(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => new Set(wordsOf(text).map((word) => word.trim().toLowerCase())));
  if (a === undefined || b === undefined) return false;
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= ALIKE * Math.min(a.size, b.size);
}
