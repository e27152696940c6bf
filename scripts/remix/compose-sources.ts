/** The bibliography of a course: those of the decks that it borrows from, and its own. Pure. */
import type { Reference } from "../model.ts";
import type { SourceDeck } from "./source-deck.ts";

/** The bibliography, and what had to be called otherwise. */
export interface ComposedSources {
  /** Deck path of the file; undefined without sources. */
  readonly path: string | undefined;
  /** CSL-JSON; undefined where the file of the deck serves as it is. */
  readonly text: string | undefined;
  /** Of each deck: key → the key that its slides use here. */
  readonly renamed: ReadonlyMap<SourceDeck, ReadonlyMap<string, string>>;
}

/**
 * Puts it together. Two different sources with one key get two keys; readers see neither.
 * @param decks that slides are taken from, the one that the course lies in first
 * @param own sources of the course itself
 * @param path deck path of the bibliography of that first deck
 */
export function composeSources(
  decks: readonly SourceDeck[],
  own: readonly Reference[],
  path: string | undefined,
): ComposedSources {
  const [home, ...others] = decks;
  const all = new Map<string, Reference>();
  const add = (reference: Reference, prefix: string): string => {
    let key = reference.id;
    const same = (other: Reference | undefined): boolean =>
      other === undefined ||
      JSON.stringify({ ...other, id: "" }) === JSON.stringify({ ...reference, id: "" });
    for (let n = 1; !same(all.get(key)); n++) key = `${prefix}-${n === 1 ? "" : `${n}-`}${reference.id}`;
    all.set(key, key === reference.id ? reference : { ...reference, id: key });
    return key;
  };
  for (const reference of home?.deck.references ?? []) add(reference, "");
  const renamed = new Map<SourceDeck, ReadonlyMap<string, string>>();
  const before = all.size;
  for (const deck of others) {
    const keys = deck.deck.references.map(
      (reference) => [reference.id, add(reference, deck.name ?? "other")] as const,
    );
    renamed.set(deck, new Map(keys.filter(([from, to]) => from !== to)));
  }
  for (const reference of own) all.set(reference.id, reference);
  if (all.size === before && own.length === 0) return { path, text: undefined, renamed };
  return { path: "sources.json", text: JSON.stringify([...all.values()], undefined, 1), renamed };
}
