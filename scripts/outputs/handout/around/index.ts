/** All that surrounds the text of a handout, as plain data: each part is made by a file beside this one. Pure. */
import type { Lecture, Sentence, Slide } from "../../../model.ts";
import { sentenceAnchor } from "./anchors.ts";
import { chronologyOf, type ChronologyEntry } from "./chronology.ts";
import { citationTags, lectureCitation, type LectureCitation, type MetaTag } from "./citation.ts";
import { glossaryOf, type GlossaryEntry } from "./glossary.ts";
import type { NameIndex } from "./index-of-names.ts";
import { sourceNotes, type SourceNote } from "./notes.ts";
import { aroundWords, type AroundWords } from "./words.ts";

/** What surrounds the text. An empty list has no section. */
export interface Around {
  readonly words: AroundWords;
  readonly glossary: readonly GlossaryEntry[];
  readonly chronology: readonly ChronologyEntry[];
  readonly names: NameIndex;
  /** Full id of a slide → its notes. */
  readonly notes: ReadonlyMap<string, readonly SourceNote[]>;
  readonly citation: LectureCitation;
  readonly tags: readonly MetaTag[];
  /** Anchors inside the narration that index or glossary lead to. */
  readonly anchors: ReadonlySet<string>;
}

/**
 * What surrounds the text of a lecture.
 * @param names the people and places of its deck
 */
export function aroundOf({ deck }: Pick<Lecture, "deck">, names: NameIndex): Around {
  const { meta } = deck;
  const glossary = glossaryOf(deck);
  const anchors = [
    ...glossary.flatMap(({ meanings }) =>
      meanings.flatMap(({ taught }) => taught.map(({ anchor }) => anchor)),
    ),
    ...[...names.people, ...names.places].flatMap(({ mentions }) =>
      mentions.flatMap((mention) => mention.anchors),
    ),
  ];
  return {
    words: aroundWords(meta.language),
    glossary,
    chronology: chronologyOf(deck),
    names,
    notes: sourceNotes(deck),
    citation: lectureCitation(meta),
    tags: citationTags(
      meta,
      glossary.map(({ term }) => term),
    ),
    anchors: new Set(anchors),
  };
}

/** A slide's sentences, with an anchor around those that something leads to. */
export function withAnchors(
  slide: Slide,
  anchors: ReadonlySet<string>,
): Pick<Sentence, "html" | "paragraph">[] {
  return slide.narration.map(({ html, paragraph }, i) => {
    const anchor = sentenceAnchor(slide.fullId, i);
    return { html: anchors.has(anchor) ? `<span id="${anchor}">${html}</span>` : html, paragraph };
  });
}
