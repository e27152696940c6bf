/**
 * Carries slides of other decks into a course's own folder, or carries them again when they have changed: which text, files, sources,
 * pronunciations and accounts come along, and what they are called there when their name is taken. What was changed here is never
 * overwritten, and every new name is told. Pure.
 */
import type { Pronunciation, Reference } from "../model.ts";
import { hashOf } from "../narration/hash.ts";
import { hashOfReference, sayPart, sourcePart, type BorrowedSlide } from "./borrowed-slide.ts";
import { freeName } from "./free-name.ts";
import type { LockedSlide } from "./lock-file.ts";
import { asCopied, signed, type Renames } from "./renames.ts";
import { accountIn } from "./slide-text.ts";

/** What there is already where slides are carried to. */
export interface Home {
  /** The course's name, which its folder has too. */
  readonly course: string;
  /** Path in the course's folder → hash of the file's bytes. */
  readonly files: ReadonlyMap<string, string>;
  /** The ids of the slides in the era in which copies will stand. */
  readonly ids: ReadonlySet<string>;
  /** Sources that a text of the course can cite. */
  readonly references: readonly Reference[];
  /** Those of the decks that it borrows from: their keys may come into the course with slides that are used where they are. */
  readonly otherReferences: readonly Reference[];
  /** The keys of those that are in the course's own `sources.json`, and may be replaced when they have changed in their deck. */
  readonly ownReferences: ReadonlySet<string>;
  /** Those of the course, and of the deck that it lies in. */
  readonly pronunciations: Readonly<Record<string, Pronunciation>>;
  readonly accounts: Readonly<Record<string, string>>;
}

/** A slide as it is carried. */
export interface CarriedSlide {
  /** Its id in the course. */
  readonly id: string;
  /** Path of the copy in the course's folder. */
  readonly file: string;
  /** What the copy would be if nothing had been changed here, without a line end at its end. */
  readonly text: string;
  readonly renames: Renames;
  /** Files to copy: from a path in its deck to one in the course's folder. */
  readonly copies: readonly { readonly from: string; readonly to: string }[];
  /** To put into the course's `sources.json`. */
  readonly references: readonly Reference[];
  /** To put into the course's file. */
  readonly pronunciations: Readonly<Record<string, Pronunciation>>;
  readonly accounts: Readonly<Record<string, string>>;
  /** What has another name than in its deck and why, and what stays as it is here; a sentence each. */
  readonly said: readonly string[];
}

/** The copy that there is of a slide. */
export type Previous = Pick<LockedSlide, "parts" | "renamed"> & { readonly file: string };

/** Carries one slide after another: each finds taken what those before it took. */
export function makeCarrier(home: Home): (slide: BorrowedSlide, previous?: Previous) => CarriedSlide {
  const files = new Map(home.files);
  const ids = new Set(home.ids);
  const references = new Map(home.references.map((reference) => [reference.id, reference]));
  const pronunciations = new Map(Object.entries(home.pronunciations));
  const accounts = new Map(Object.entries(home.accounts));

  return (slide, previous) => {
    const deck = slide.deck.name;
    const said: string[] = [];
    const renames: Record<string, string> = { ...previous?.renamed };
    /** Whether a part that was carried before is to be carried again, as it is now. */
    const isNew = (part: string, own: string | undefined, what: string): boolean => {
      const [before, now] = [previous?.parts?.[part], slide.parts[part]];
      if (before === now || own === now) return false;
      if (own === undefined || own === before) return true;
      said.push(`${what} was changed both here and in "${deck}": yours stays`);
      return false;
    };
    const wasCarried = (part: string): boolean => Object.hasOwn(previous?.parts ?? {}, part);

    const file = previous?.file ?? freeFile(slide, (path) => files.has(path), said);
    files.set(file, files.get(file) ?? "");
    const id = previous === undefined ? takeId(slide, ids, renames, said) : idOf(slide, renames);

    const copies = slide.shown.flatMap((from) => {
      const now = slide.parts[from] ?? "";
      const usual = `media/${from.replace(/^media\//, "")}`;
      if (wasCarried(from)) {
        const to = renames[from] ?? from;
        return isNew(from, files.get(to), to) ? [{ from, to }] : [];
      }
      // A folder of its own, and not another name: cues name a picture by its file.
      const to = freeName(
        (n) => (n === 1 ? usual : usual.replace("media/", () => `media/${numbered(deck, n - 1)}/`)),
        (path) => files.has(path) && files.get(path) !== now,
      );
      if (to !== from) renames[from] = to;
      if (to !== usual) said.push(`"${usual}" is another file here: the one of "${deck}" is ${to}`);
      const isThere = files.has(to);
      files.set(to, now);
      return isThere ? [] : [{ from, to }];
    });
    const stem = file.replace(/\.[^.]*$/, "");
    const recorded = slide.recorded.flatMap((from) => {
      const to = `recordings/${stem}/${id}${/\.[^.]*$/.exec(from)?.[0] ?? ""}`;
      return isNew(from, files.get(to), to) ? [{ from, to }] : [];
    });

    const cited = slide.references.flatMap((reference): Reference[] => {
      const key = reference.id;
      const part = sourcePart(key);
      const known = references.get((renames[part] ?? part).slice(1));
      if (wasCarried(part) && known !== undefined) {
        const own = hashOfReference(known);
        if (slide.parts[part] === previous?.parts?.[part] || own === slide.parts[part]) return [];
        if (home.ownReferences.has(known.id))
          return isNew(part, own, `the source [@${known.id}]`) ? [{ ...reference, id: known.id }] : [];
      }
      const free = freeName(
        (n) => (n === 1 ? key : `${key}-${numbered(deck, n - 1)}`),
        (taken) => {
          const other = references.get(taken);
          const others = home.otherReferences.filter(({ id }) => id === taken);
          return [...(other === undefined ? [] : [other]), ...others].some(
            (one) => hashOfReference(one) !== slide.parts[part],
          );
        },
      );
      if (free !== key) {
        renames[part] = sourcePart(free);
        said.push(`[@${key}] is another source here: the one of "${deck}" is [@${free}]`);
      }
      if (references.has(free)) return [];
      references.set(free, { ...reference, id: free });
      return [{ ...reference, id: free }];
    });

    const spoken = Object.entries(slide.pronunciations).filter(([words, now]) => {
      const own = pronunciations.get(words);
      const part = sayPart(words);
      if (own !== undefined && !wasCarried(part) && hashOf(own) !== slide.parts[part]) {
        said.push(`"${words}" is said otherwise here than in "${deck}": yours stays`);
        return false;
      }
      if (!isNew(part, own === undefined ? undefined : hashOf(own), `how "${words}" is said`)) return false;
      pronunciations.set(words, now);
      return true;
    });

    return {
      id,
      file,
      copies: [...copies, ...recorded],
      references: cited,
      pronunciations: Object.fromEntries(spoken),
      accounts: carryAccount(slide, accounts, renames, said),
      renames,
      text: asCopied(slide.text, renames, new Set(slide.deck.files.files.keys())),
      said,
    };
  };
}

/** `korea`, `korea-2`, `korea-3` … */
const numbered = (name: string, n: number): string => (n === 1 ? name : `${name}-${n}`);

function freeFile(
  { deck, fullId }: BorrowedSlide,
  isTaken: (path: string) => boolean,
  said: string[],
): string {
  const stem = `${deck.name}--${fullId.replaceAll("/", "--")}`;
  const file = freeName((n) => `${numbered(stem, n)}.md`, isTaken);
  if (file !== `${stem}.md`) said.push(`${stem}.md is another file here: the slide is in ${file}`);
  return file;
}

function takeId(
  { id }: BorrowedSlide,
  ids: Set<string>,
  renames: Record<string, string>,
  said: string[],
): string {
  const free = freeName(
    (n) => numbered(id, n),
    (taken) => ids.has(taken),
  );
  if (free !== id) {
    renames[signed("id", id)] = signed("id", free);
    said.push(`the era has a slide "${id}" already: this one is "${free}"`);
  }
  ids.add(free);
  return free;
}

const idOf = ({ id }: BorrowedSlide, renames: Renames): string => renames[signed("id", id)]?.slice(1) ?? id;

/** The mark of the slide's account and its words, where the course has them not. */
function carryAccount(
  { deck, text }: BorrowedSlide,
  accounts: Map<string, string>,
  renames: Record<string, string>,
  said: string[],
): Record<string, string> {
  const account = accountIn(text);
  const words = account === undefined ? undefined : deck.deck.meta.accounts[account];
  if (account === undefined || words === undefined || renames[signed("accounts", account)] !== undefined)
    return {};
  const free = freeName(
    (n) => (n === 1 ? account : `${account}-${numbered(deck.name, n - 1)}`),
    (mark) => accounts.has(mark) && accounts.get(mark) !== words,
  );
  if (free !== account) {
    renames[signed("accounts", account)] = signed("accounts", free);
    said.push(`the account "${account}" has other words here: that of "${deck.name}" is "${free}"`);
  }
  const isThere = accounts.has(free);
  accounts.set(free, words);
  return isThere ? {} : { [free]: words };
}
