/** A selection while it is put together: its title, and slides of the lecture and of one's own in one's own order. Pure. */

/** A slide of the lecture, by its full id. */
export interface BorrowedItem {
  readonly slide: string;
}

/** A slide of one's own: text without sound. */
export interface OwnItem {
  readonly own: OwnSlide;
}

/** What a slide of one's own says. */
export interface OwnSlide {
  /** `own-1`; no two of a draft have the same. */
  readonly id: string;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  readonly narration: string;
}

/** One place of the selection. */
export type Item = BorrowedItem | OwnItem;

/** The selection. No slide stands in it twice. */
export interface Draft {
  /** Empty for the lecture's own. */
  readonly title: string;
  readonly items: readonly Item[];
}

/** Nothing chosen yet. */
export const EMPTY: Draft = { title: "", items: [] };

/** What names an item among the others: no full id lacks a slash, no id of an own slide has one. */
export const keyOf = (item: Item): string => ("slide" in item ? item.slide : item.own.id);

/** Full ids of the lecture's slides, in order. */
export const borrowedIn = ({ items }: Draft): string[] =>
  items.flatMap((item) => ("slide" in item ? [item.slide] : []));

/** The own slides, in order. */
export const ownIn = ({ items }: Draft): OwnSlide[] =>
  items.flatMap((item) => ("own" in item ? [item.own] : []));

/** Adds slides of the lecture at the end; those that are there already stay where they are. */
export function choose(draft: Draft, slides: readonly string[]): Draft {
  const known = new Set(borrowedIn(draft));
  const added = slides.filter((slide) => !known.has(slide)).map((slide) => ({ slide }));
  return added.length === 0 ? draft : { ...draft, items: [...draft.items, ...added] };
}

/** Takes items out, by their keys. */
export function remove(draft: Draft, keys: readonly string[]): Draft {
  const gone = new Set(keys);
  const items = draft.items.filter((item) => !gone.has(keyOf(item)));
  return items.length === draft.items.length ? draft : { ...draft, items };
}

/**
 * Moves an item.
 * @param to the place where it then stands, from 0; beyond an end it is the end
 */
export function move(draft: Draft, key: string, to: number): Draft {
  const from = draft.items.findIndex((item) => keyOf(item) === key);
  const item = draft.items[from];
  const goal = Math.min(draft.items.length - 1, Math.max(0, to));
  if (item === undefined || goal === from) return draft;
  const others = draft.items.filter((other) => other !== item);
  return { ...draft, items: [...others.slice(0, goal), item, ...others.slice(goal)] };
}

/** Gives the selection a title. */
export const entitle = (draft: Draft, title: string): Draft =>
  title === draft.title ? draft : { ...draft, title };

/** Writes a slide of one's own: in its place where its id is known, else at the end. */
export function write(draft: Draft, own: OwnSlide): Draft {
  const isKnown = ownIn(draft).some(({ id }) => id === own.id);
  if (!isKnown) return { ...draft, items: [...draft.items, { own }] };
  return {
    ...draft,
    items: draft.items.map((item) => ("own" in item && item.own.id === own.id ? { own } : item)),
  };
}

/** An id that no own slide has. */
export function newOwnId(draft: Draft): string {
  const numbers = ownIn(draft).map(({ id }) => Number(id.slice("own-".length)));
  return `own-${Math.max(0, ...numbers) + 1}`;
}

/** Whether two are the same to the letter. */
export const sameDraft = (one: Draft, other: Draft): boolean =>
  JSON.stringify([one.title, one.items]) === JSON.stringify([other.title, other.items]);
