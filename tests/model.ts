/** Parts of a lecture made by hand, so that a test of one stage needs none of the others. */
import type { Deck, DeckMeta, Era, Lecture, Slide } from "../scripts/model.ts";

const at = { file: "01-era.md", line: 1, column: 1 };

/** A slide with everything empty but what is given. `id` is `era/slide`. */
export function makeSlide(fullId: string, given: Partial<Slide> = {}): Slide {
  return {
    id: fullId.split("/")[1] ?? "",
    fullId,
    aliases: [],
    title: "",
    titleHtml: given.title ?? "",
    layout: "text",
    classes: [],
    settings: {},
    slots: {},
    citations: [],
    footnotes: [],
    elements: [],
    waiting: [],
    steps: [],
    narration: [],
    notes: "",
    descriptions: [],
    at,
    endLine: 1,
    ...given,
  };
}

/** An era with everything empty but what is given. */
export function makeEra(id: string, slides: readonly Slide[], given: Partial<Era> = {}): Era {
  return { id, title: id, places: [], people: [], terms: [], questions: [], slides, at, ...given };
}

/** What `deck.yaml` says, with the defaults for what is not given. */
export function makeMeta(given: Partial<DeckMeta> = {}): DeckMeta {
  return {
    title: "A lecture",
    language: "en",
    authors: [],
    theme: "history",
    paper: "A4",
    hyphenate: true,
    handout: [{ profile: "study" }],
    pauses: { sentence: 350, question: 600, clause: 250, paragraph: 700, slide: 1200, hold: 5000 },
    pronunciations: {},
    accounts: {},
    credits: [],
    front: [],
    back: [],
    ...given,
  };
}

/** A lecture of these eras, silent and with everything empty but what is given. */
export function makeLecture(
  eras: readonly Era[],
  given: Partial<Omit<Lecture, "deck">> & { readonly meta?: Partial<DeckMeta> } = {},
): Lecture {
  const { meta, ...lecture } = given;
  const deck: Deck = { id: "deck", meta: makeMeta(meta), eras, references: [], media: [] };
  return {
    deck,
    front: [],
    back: [],
    timeline: { durationMs: 0, estimated: true, slides: [] },
    sounds: [],
    voice: { adapter: "silent", title: "no voice", synthetic: false },
    bibliography: [],
    credits: [],
    ...lecture,
  };
}
