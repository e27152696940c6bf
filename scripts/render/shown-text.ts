/** Every text that a reader of the lecture may see, with where it was written: what the shipped fonts must cover. */
import type { At, Lecture } from "../model.ts";
import { plainText } from "./html.ts";

export interface ShownText {
  readonly text: string;
  readonly at: At;
}

/** Attributes whose words are read out or shown: they need no glyph on paper, but browsers show them. */
export function* shownTexts(lecture: Lecture): Generator<ShownText> {
  const { meta, eras } = lecture.deck;
  const deckAt: At = { file: "deck.yaml", line: 1, column: 1 };
  const here = (at: At, ...texts: (string | undefined)[]): ShownText[] =>
    texts.flatMap((text) => (text === undefined || text === "" ? [] : [{ text, at }]));
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
      yield* here(
        slide.at,
        slide.title,
        plainText(slide.titleHtml),
        ...Object.values(slide.slots).map(plainText),
      );
      yield* here(slide.at, ...slide.footnotes.map(plainText), ...slide.descriptions);
      for (const sentence of slide.narration) yield* here(sentence.at, sentence.text);
    }
  }
  const sourcesAt: At = { file: meta.sources ?? "deck.yaml", line: 1, column: 1 };
  for (const entry of lecture.bibliography)
    yield* here(
      sourcesAt,
      plainText(entry.bibliographyHtml),
      plainText(entry.noteHtml),
      plainText(entry.shortHtml),
    );
  for (const { title, author, source, license, changes } of lecture.credits)
    yield* here(deckAt, title, author, source, license, changes);
  yield* here(deckAt, lecture.voice.title);
}
