/** The fixture with spans, and sentences that name dates. */
import type { Lecture } from "../../scripts/model.ts";
import { tonesLecture } from "./fixture.ts";

const spans = ["1950-01/1953-06", "1953-07/1961"];
const said: Readonly<Record<string, readonly string[]>> = {
  "war/telegram": ["For months Kim had asked.", "The answer came in January 1950."],
  "peace/ceasefire": ["He was born in 1912.", "It ended in 1958."],
};

/** "Permission to invade" is 1950 to 1953, the era after it ends in 1961; sentences name January 1950 and 1958. */
export async function datedLecture(): Promise<Lecture> {
  const lecture = await tonesLecture();
  const eras = lecture.deck.eras.map((era, i) => ({
    ...era,
    span: spans[i] ?? "",
    slides: era.slides.map((slide) => ({
      ...slide,
      narration: slide.narration.map((sentence, n) => ({
        ...sentence,
        text: said[slide.fullId]?.[n] ?? sentence.text,
      })),
    })),
  }));
  return { ...lecture, deck: { ...lecture.deck, eras } };
}
