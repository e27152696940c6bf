/** Puts together all that an output needs: a deck, its timeline and sound, its bibliography and its debts. */
import { creditsOf } from "./credits/owed.ts";
import type { BibliographyEntry, Deck, Lecture, MadeKind, MadeSlide } from "./model.ts";
import type { Narration } from "./narration/narrate.ts";

/** What a made slide is called, by the first part of the deck's language. */
const TITLES: Readonly<Record<string, Readonly<Record<Exclude<MadeKind, "title">, string>>>> = {
  en: { sources: "Sources", credits: "Credits and licence" },
  de: { sources: "Quellen", credits: "Nachweise und Lizenz" },
};

/** The slides that the program makes before the first era and after the last; one that would be empty is not made. */
export function madeSlides(
  deck: Deck,
  bibliography: readonly BibliographyEntry[],
): { front: MadeSlide[]; back: MadeSlide[] } {
  const titles = TITLES[deck.meta.language.split("-")[0] ?? ""] ?? TITLES["en"];
  const make =
    (side: "front" | "back") =>
    (kind: MadeKind): MadeSlide[] => {
      if (kind === "sources" && bibliography.length === 0) return [];
      const title = kind === "title" ? deck.meta.title : (titles?.[kind] ?? kind);
      return [{ kind, fullId: `${side}/${kind}`, title }];
    };
  return { front: deck.meta.front.flatMap(make("front")), back: deck.meta.back.flatMap(make("back")) };
}

/**
 * Everything an output needs, in one value.
 * @param narration what `narrate` gave for this deck with its made slides
 */
export function assembleLecture(
  deck: Deck,
  made: { readonly front: readonly MadeSlide[]; readonly back: readonly MadeSlide[] },
  bibliography: readonly BibliographyEntry[],
  narration: Narration,
): Lecture {
  const { timeline, sounds, voice } = narration;
  return {
    deck,
    ...made,
    timeline,
    sounds,
    voice,
    bibliography,
    credits: creditsOf({ deck, bibliography, voice }),
  };
}
