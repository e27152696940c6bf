/** The flagship deck as the program reads it, and what its tests ask of it. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parse as parseYaml } from "yaml";
import * as z from "zod";
import { loadDeck, type LoadedDeck } from "../../scripts/load-deck.ts";
import type { Deck, Era, Slide } from "../../scripts/model.ts";

const folder = fileURLToPath(new URL("../../slides", import.meta.url));

export const loadFlagship = (): Promise<LoadedDeck> => loadDeck(folder);

/** The deck, when it could be read. */
export function deckOf({ deck }: LoadedDeck): Deck {
  if (deck === undefined) throw new Error("the flagship deck could not be read");
  return deck;
}

/** The text of one of the deck's files. */
export const readSource = (path: string): Promise<string> => readFile(`${folder}/${path}`, "utf8");

const factSchema = z.strictObject({
  kind: z.enum(["E", "ER", "C", "R", "D"]),
  slides: z.array(z.string()).min(1),
});
export type Fact = z.infer<typeof factSchema>;

/** `facts.yaml`: fact id → its kind and the slides that teach it. */
export async function readFacts(): Promise<Map<string, Fact>> {
  const text = await readFile(new URL("facts.yaml", import.meta.url), "utf8");
  return new Map(Object.entries(z.record(z.string(), factSchema).parse(parseYaml(text))));
}

export const slidesOf = (deck: Deck): Slide[] => deck.eras.flatMap((era) => era.slides);

/** The seven eras between opening and closing. */
export const sevenEras = (deck: Deck): readonly Era[] => deck.eras.slice(1, -1);

/** All narration of a slide as it is read in the transcript. */
export const wordsOf = (slide: Slide): string => slide.narration.map((sentence) => sentence.text).join(" ");

/** Everything that a slide shows, as HTML. */
export const shownOn = (slide: Slide): string => [slide.titleHtml, ...Object.values(slide.slots)].join("\n");

/** The same as the words that are read, those in drawings included. */
export const seenOn = (slide: Slide): string => shownOn(slide).replaceAll(/<[^>]*>/g, " ");

/** Words with a letter or digit in them: a dash is none. */
export const countWords = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export const hasCue = (slide: Slide, kind: string): boolean =>
  slide.narration.some((sentence) => sentence.cues.some((cue) => cue.kind === kind));

/** Full ids, as messages of failed tests should show them. */
export const namesOf = (slides: readonly Slide[]): string[] => slides.map((slide) => slide.fullId);
