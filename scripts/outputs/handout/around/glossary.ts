/** The key terms of all eras in one alphabet, each with the eras that teach it. Pure. */
import type { Deck, Era } from "../../../model.ts";
import { collate } from "../../../source/collation.ts";
import { sentenceAnchor } from "./anchors.ts";
import { nameFinder } from "./mentions.ts";

/** One term. */
export interface GlossaryEntry {
  readonly term: string;
  /** More than one where eras define the term otherwise. */
  readonly meanings: readonly Meaning[];
}

/** What a term means, and where. */
export interface Meaning {
  readonly definition: string;
  readonly taught: readonly Taught[];
}

/** An era that has the term among its own. */
export interface Taught {
  readonly era: string;
  /** The first sentence of the era that uses the term; the era's beginning, where the term stands in its list, when none does. */
  readonly anchor: string;
}

/** The glossary of a deck; terms that differ in capitals only are one, and equal definitions are given once. */
export function glossaryOf({ eras, meta }: Pick<Deck, "eras" | "meta">): GlossaryEntry[] {
  const byTerm = new Map<string, { readonly term: string; readonly meanings: Map<string, Taught[]> }>();
  for (const era of eras) {
    for (const { term, definition } of era.terms) {
      const key = same(term);
      const entry = byTerm.get(key) ?? { term: term.trim(), meanings: new Map<string, Taught[]>() };
      byTerm.set(key, entry);
      const meaning = definition.trim();
      const taught = entry.meanings.get(meaning) ?? [];
      entry.meanings.set(meaning, [
        ...taught,
        { era: era.title, anchor: firstUse(term, era, meta.language) },
      ]);
    }
  }
  return collate([...byTerm.values()], ({ term }) => term, meta.language).map(({ term, meanings }) => ({
    term,
    meanings: [...meanings].map(([definition, taught]) => ({ definition, taught })),
  }));
}

const same = (term: string): string => term.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();

function firstUse(term: string, era: Era, language: string): string {
  const form = same(term);
  const find = nameFinder([{ name: form, native: "", inverted: form, family: "" }], language);
  for (const slide of era.slides) {
    const sentence = slide.narration.findIndex(({ text }) => find(text.toLowerCase()).size > 0);
    if (sentence >= 0) return sentenceAnchor(slide.fullId, sentence);
  }
  return era.id;
}
