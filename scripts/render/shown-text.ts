/**
 * Every text that a reader of the lecture may see, with where it was written: what the shipped fonts must cover.
 * ASCII is always covered, so texts of nothing else are left out: most are, and looking at them would cost more than all the rest.
 */
import type { At, Lecture } from "../model.ts";
import { plainText } from "./html.ts";

/** One text, without markup. */
export interface ShownText {
  readonly text: string;
  readonly at: At;
}

/** The parts of a lecture that hold words. When they are said matters to nobody here. */
export type LectureWords = Pick<Lecture, "deck" | "bibliography" | "credits" | "voice">;

/**
 * Each text outside ASCII.
 * @param notes the private ones too, for the lecturer's own build
 */
export function* shownTexts(lecture: LectureWords, notes = false): Generator<ShownText> {
  const { meta, eras } = lecture.deck;
  const deckAt: At = { file: "deck.yaml", line: 1, column: 1 };
  const here = (at: At, ...texts: (string | undefined)[]): ShownText[] =>
    texts.flatMap((text) => (text !== undefined && NOT_ASCII.test(text) ? [{ text, at }] : []));
  yield* here(
    deckAt,
    meta.title,
    meta.subtitle,
    meta.date,
    meta.version,
    meta.contact,
    ...Object.values(meta.accounts),
  );
  yield* here(deckAt, ...meta.authors.map((author) => author.name));
  for (const era of eras) {
    yield* here(era.at, era.title, era.span, ...era.places, ...era.people, era.summary, ...era.questions);
    yield* here(era.at, ...era.terms.flatMap((term) => [term.term, term.definition]));
    for (const slide of era.slides) {
      yield* here(slide.at, slide.title, words(slide.titleHtml), ...Object.values(slide.slots).map(words));
      yield* here(slide.at, ...slide.footnotes.map(words), ...slide.descriptions);
      if (notes) yield* here(slide.at, words(slide.notes));
      for (const sentence of slide.narration) yield* here(sentence.at, sentence.text);
    }
  }
  const sourcesAt: At = { file: meta.sources ?? "deck.yaml", line: 1, column: 1 };
  for (const entry of lecture.bibliography)
    yield* here(sourcesAt, words(entry.bibliographyHtml), words(entry.noteHtml), words(entry.shortHtml));
  for (const { title, author, source, license, changes, note } of lecture.credits)
    yield* here(deckAt, title, author, source, license, changes, note);
  yield* here(deckAt, lecture.voice.title);
}

const NOT_ASCII = /[\u0080-\uffff]/;

/** The words of a fragment that may have more than ASCII in them, by letter or by character reference. */
const words = (html: string): string =>
  /[\u0080-\uffff]|&(?!amp;|lt;|gt;|quot;)/.test(html) ? plainText(html) : "";
