/**
 * What comes along with a carried slide, part by part: each takes the first name that is free, and a part that was carried before is
 * written again only when it changed in its deck and not here.
 */
import type { Pronunciation, Reference } from "../model.ts";
import { hashOf } from "../narration/hash.ts";
import { hashOfReference, sayPart, sourcePart, type BorrowedSlide } from "./borrowed-slide.ts";
import type { CarriedSlide, Home, Previous } from "./carry-slide.ts";
import { freeName } from "./free-name.ts";
import { signed } from "./renames.ts";
import { accountIn } from "./slide-text.ts";

/** The files of a course's folder: names that some disks take for one are one. */
export interface TakenFiles {
  /** The hash of a file; undefined where there is none of exactly that name. */
  readonly hashOf: (path: string) => string | undefined;
  /** Whether another file has the name, or one that differs from it in capitals or in the form of its letters only. */
  readonly isTaken: (path: string, hash: string | undefined) => boolean;
  readonly take: (path: string, hash: string) => void;
  readonly all: () => ReadonlyMap<string, string>;
}

/** @param start path → hash */
export function takenFiles(start: ReadonlyMap<string, string>): TakenFiles {
  const exact = new Map(start);
  const folded = (path: string): string => path.normalize("NFC").toLowerCase();
  const names = new Map([...exact.keys()].map((path) => [folded(path), path]));
  return {
    hashOf: (path) => exact.get(path),
    isTaken: (path, hash) => {
      const other = names.get(folded(path));
      return other !== undefined && (other !== path || hash === undefined || exact.get(path) !== hash);
    },
    take: (path, hash) => {
      exact.set(path, hash);
      names.set(folded(path), path);
    },
    all: () => exact,
  };
}

/** What is taken so far. */
export interface Taken {
  readonly files: TakenFiles;
  readonly ids: Set<string>;
  readonly references: Map<string, Reference>;
  readonly pronunciations: Map<string, Pronunciation>;
  readonly accounts: Map<string, string>;
}

/** What carrying one slide works with; `renames` and `said` grow. */
export interface Carrying {
  readonly slide: BorrowedSlide;
  readonly previous: Previous | undefined;
  readonly taken: Taken;
  readonly home: Home;
  readonly renames: Record<string, string>;
  readonly said: string[];
}

/** Whether a part came along with the copy that there is. */
const wasCarried = ({ previous }: Carrying, part: string): boolean =>
  Object.hasOwn(previous?.parts ?? {}, part);

/**
 * Whether a part is to be written: it is new, or changed in its deck and not here.
 * @param own its hash as it is here
 * @param what how people call it
 */
function isToWrite(
  { slide, previous, said }: Carrying,
  part: string,
  own: string | undefined,
  what: string,
): boolean {
  const [before, now] = [previous?.parts?.[part], slide.parts[part]];
  if (before === now || own === now) return false;
  if (own === undefined || own === before) return true;
  said.push(`${what} was changed both here and in "${slide.deck.name}": yours stays`);
  return false;
}

/** `korea`, `korea-2`, `korea-3` … */
const numbered = (name: string, n: number): string => (n === 1 ? name : `${name}-${n}`);

/** `fao`, then `fao-korea`, `fao-korea-2` … */
const withDeck = (name: string, deck: string, n: number): string =>
  n === 1 ? name : `${name}-${numbered(deck, n - 1)}`;

/** The path of the copy in the course's folder. */
export function freeFile({ slide: { deck, fullId }, taken: { files }, said }: Carrying): string {
  const stem = `${deck.name}--${fullId.replaceAll("/", "--")}`;
  const file = freeName(
    (n) => `${numbered(stem, n)}.md`,
    (path) => files.isTaken(path, undefined),
  );
  if (file !== `${stem}.md`) said.push(`${stem}.md is another file here: the slide is in ${file}`);
  files.take(file, "");
  return file;
}

/** The copy's id in the era in which it will stand. */
export function freeId({ slide: { id }, taken: { ids }, renames, said }: Carrying): string {
  const free = freeName(
    (n) => numbered(id, n),
    (other) => ids.has(other),
  );
  if (free !== id) {
    renames[signed("id", id)] = signed("id", free);
    said.push(`the era has a slide "${id}" already: this one is "${free}"`);
  }
  ids.add(free);
  return free;
}

/** Pictures, films and sounds. */
export function carryFiles(carrying: Carrying): CarriedSlide["copies"] {
  const { slide, taken, renames, said } = carrying;
  const { files } = taken;
  const deck = slide.deck.name;
  return slide.shown.flatMap((from) => {
    if (wasCarried(carrying, from)) {
      const to = renames[from] ?? from;
      return isToWrite(carrying, from, files.hashOf(to), to) ? [{ from, to }] : [];
    }
    const now = slide.parts[from] ?? "";
    const usual = `media/${from.replace(/^media\//, "")}`;
    // A folder of its own, and not another name: cues name a picture by its file.
    const to = freeName(
      (n) => (n === 1 ? usual : usual.replace("media/", () => `media/${numbered(deck, n - 1)}/`)),
      (path) => files.isTaken(path, now),
    );
    if (to !== from) renames[from] = to;
    if (to !== usual) said.push(`"${usual}" is another file here: the one of "${deck}" is ${to}`);
    const isThere = files.hashOf(to) !== undefined;
    files.take(to, now);
    return isThere ? [] : [{ from, to }];
  });
}

/** To where a course's own slides have theirs: `recordings/FILE/ID.wav`, and the words beside it. */
export function carryRecording(carrying: Carrying, file: string, id: string): CarriedSlide["copies"] {
  const { slide, taken } = carrying;
  return slide.recorded.flatMap((from) => {
    const to = recordingOfCopy(file, id, from);
    return isToWrite(carrying, from, taken.files.hashOf(to), to) ? [{ from, to }] : [];
  });
}

/** Where the recording of a copy lies in the course's folder. */
export const recordingOfCopy = (file: string, id: string, from: string): string =>
  `recordings/${file.replace(/\.[^.]*$/, "")}/${id}${/\.[^.]*$/.exec(from)?.[0] ?? ""}`;

/** Sources that the slide cites, for the course's `sources.json`. */
export function carrySources(carrying: Carrying): Reference[] {
  const { slide, previous, taken, home, renames, said } = carrying;
  const { references } = taken;
  const deck = slide.deck.name;
  return slide.references.flatMap((reference): Reference[] => {
    const key = reference.id;
    const part = sourcePart(key);
    const now = slide.parts[part];
    const known = references.get((renames[part] ?? part).slice(1));
    if (wasCarried(carrying, part) && known !== undefined) {
      const own = hashOfReference(known);
      if (now === previous?.parts?.[part] || own === now) return [];
      // One that the deck of the course has too is not ours to change.
      if (home.ownReferences.has(known.id))
        return isToWrite(carrying, part, own, `the source [@${known.id}]`)
          ? [{ ...reference, id: known.id }]
          : [];
    }
    const free = freeName(
      (n) => withDeck(key, deck, n),
      (id) => {
        const own = references.get(id);
        const others = home.otherReferences.filter((other) => other.id === id);
        return [...(own === undefined ? [] : [own]), ...others].some(
          (other) => hashOfReference(other) !== now,
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
}

/** How words of the slide are said. */
export function carryPronunciations(carrying: Carrying): Record<string, Pronunciation> {
  const { slide, taken, said } = carrying;
  const { pronunciations } = taken;
  const written = Object.entries(slide.pronunciations).filter(([words, now]) => {
    const part = sayPart(words);
    const own = pronunciations.get(words);
    if (own !== undefined && !wasCarried(carrying, part) && hashOf(own) !== slide.parts[part]) {
      said.push(`"${words}" is said otherwise here than in "${slide.deck.name}": yours stays`);
      return false;
    }
    if (!isToWrite(carrying, part, own && hashOf(own), `how "${words}" is said`)) return false;
    pronunciations.set(words, now);
    return true;
  });
  return Object.fromEntries(written);
}

/** The mark of the slide's account and its words, where the course has them not. */
export function carryAccount({
  slide: { deck, text },
  taken: { accounts },
  renames,
  said,
}: Carrying): Record<string, string> {
  const account = accountIn(text);
  const words = account === undefined ? undefined : deck.deck.meta.accounts[account];
  if (account === undefined || words === undefined || renames[signed("accounts", account)] !== undefined)
    return {};
  const free = freeName(
    (n) => withDeck(account, deck.name, n),
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
