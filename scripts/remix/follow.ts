/** The slides of other decks that a course has, as they were, as they are in their decks, and as they are here. Pure. */
import { borrow, hashOfReference, type BorrowedSlide, type OtherDeck } from "./borrowed-slide.ts";
import { recordingOfCopy } from "./carry-parts.ts";
import type { Home } from "./carry-slide.ts";
import { findAgain } from "./find-again.ts";
import type { LockedSlide } from "./lock-file.ts";
import { signed } from "./renames.ts";
import { changesOf } from "./override-slide.ts";
import type { PickedEra, PickedSlide } from "./pick.ts";
import { folderOf, type CourseState } from "./plan.ts";
import type { FollowedSlide } from "./plan-update.ts";
import { statusOf, type Here, type SlideStatus } from "./slide-status.ts";
import type { SourceEra, SourceSlide } from "./source-deck.ts";

/** What is looked at. */
export interface FollowContext {
  readonly course: CourseState;
  readonly home: Home;
  /** What `use:` says in the course's entries. */
  readonly uses: readonly string[];
  /** The copies that the course's entries name, by their paths from its file. */
  readonly named: ReadonlySet<string>;
  /** The course's eras, as far as their slides could be found. */
  readonly picked: readonly PickedEra[];
  /** The decks that could be opened, with their eras. */
  readonly decks: ReadonlyMap<OtherDeck, readonly SourceEra[]>;
  /** Texts of the files in the course's folder, by path in it. */
  readonly texts: ReadonlyMap<string, string>;
  /** Deck → path of a file → hash. */
  readonly hashes: ReadonlyMap<OtherDeck, ReadonlyMap<string, string>>;
}

/** The slides of other decks that may be asked for: those that the lock file knows, as they are now, and those that are used. */
export function slidesToHash({
  course,
  picked,
  decks,
}: Pick<FollowContext, "course" | "picked" | "decks">): Map<OtherDeck, SourceSlide[]> {
  return new Map(
    [...decks].map(([deck, eras]) => [
      deck,
      [
        ...Object.entries(course.lock).flatMap(([key, locked]) =>
          deckOf(key) === deck.name ? (findAgain(eras, locked.slide, locked.base) ?? []) : [],
        ),
        ...used(picked, deck).map(({ source }) => source),
      ],
    ]),
  );
}

/** All of them: those of the lock file in its order, then those that are used and not in it. */
export function follow(context: FollowContext): FollowedSlide[] {
  const { course, picked } = context;
  const decks = new Map([...context.decks.keys()].map((deck) => [deck.name, deck]));
  const known = Object.entries(course.lock).flatMap(([key, locked]): FollowedSlide[] => {
    const deck = decks.get(deckOf(key));
    if (deck === undefined) return [unknown(key, locked)];
    const source = findAgain(context.decks.get(deck) ?? [], locked.slide, locked.base);
    const now =
      source === undefined ? undefined : borrow(deck, source, context.hashes.get(deck) ?? new Map());
    if (locked.file !== undefined) {
      const here = copyHere(locked, context);
      if (here.text === undefined && !context.named.has(locked.file)) return [];
      return [followed(key, locked, now, here, standsAs(picked, `courses/${locked.file}`))];
    }
    const use = used(picked, deck).find((slide) => slide.source.fullId === source?.fullId);
    if (use === undefined && !context.uses.some((written) => mayMean(written, key))) return [];
    return [
      followed(key, locked, now, { changes: use === undefined ? undefined : changesOf(use.entry) }, use?.id),
    ];
  });
  const seen = new Set(
    known.flatMap(({ now }) => (now === undefined ? [] : [`${now.deck.name}:${now.fullId}`])),
  );
  const fresh = [...decks.values()].flatMap((deck) =>
    used(picked, deck).flatMap(({ source, entry, id }): FollowedSlide[] => {
      const key = `${deck.name}:${source.fullId}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const now = borrow(deck, source, context.hashes.get(deck) ?? new Map());
      const status: SlideStatus = { slide: key, state: "new" };
      return [{ key, locked: undefined, now, here: { changes: changesOf(entry) }, status, fullId: id }];
    }),
  );
  return [...known, ...fresh];
}

/** The course's name for the deck of a slide of the lock file. */
const deckOf = (key: string): string => key.slice(0, key.indexOf(":"));

/** Slides of a deck that the course uses where they are. */
const used = (picked: readonly PickedEra[], deck: OtherDeck): PickedSlide[] =>
  picked.flatMap((era) => era.slides).filter(({ source }) => source.deck?.name === deck.name);

/** The full id in the course of the slide in a file. */
function standsAs(picked: readonly PickedEra[], file: string): string | undefined {
  for (const era of picked)
    for (const { source, id } of era.slides)
      if (source.deck === undefined && source.path === file) return `${era.id}/${id}`;
  return undefined;
}

/** Whether an entry may mean a slide that cannot be found any more: by itself, by its era, or in a range. */
const mayMean = (use: string, key: string): boolean =>
  use === key || key.startsWith(`${use}/`) || (use.includes("..") && deckOf(use) === deckOf(key));

function followed(
  key: string,
  locked: LockedSlide,
  now: BorrowedSlide | undefined,
  here: Here,
  fullId: string | undefined,
): FollowedSlide {
  return { key, locked, now, here, status: statusOf(key, locked, now, here), fullId };
}

function unknown(key: string, locked: LockedSlide): FollowedSlide {
  const file = locked.file === undefined ? {} : { file: locked.file };
  return {
    key,
    locked,
    now: undefined,
    here: { text: undefined, parts: {} },
    status: { slide: key, state: "unknown", ...file },
    fullId: undefined,
  };
}

/** A copy as it is here, with what came along. */
function copyHere(
  locked: LockedSlide,
  { course, home, texts }: FollowContext,
): Extract<Here, { parts: unknown }> {
  const inFolder = locked.file?.slice(course.name.length + 1) ?? "";
  const renames = locked.renamed ?? {};
  const parts = Object.keys(locked.parts ?? {}).flatMap((part): [string, string][] => {
    const hash = ownHash(part, renames[part] ?? part, inFolder, locked, home);
    return hash === undefined ? [] : [[part, hash]];
  });
  return { text: texts.get(inFolder), parts: Object.fromEntries(parts) };
}

function ownHash(
  part: string,
  here: string,
  file: string,
  locked: LockedSlide,
  home: Home,
): string | undefined {
  if (part.startsWith("@")) {
    const reference = home.references.find(({ id }) => id === here.slice(1));
    return reference === undefined ? undefined : hashOfReference(reference);
  }
  // How words are said is chosen for a whole course, not for a slide.
  if (part.startsWith("say:")) return undefined;
  if (part.startsWith("recordings/")) {
    const [, was = ""] = locked.slide.split("/");
    const id = locked.renamed?.[signed("id", was)]?.slice(1) ?? was;
    return home.files.get(recordingOfCopy(file, id, part));
  }
  return home.files.get(here);
}

/** Where a course's folder begins in the paths of the deck's files. */
export const inFolder = (course: string, path: string): string | undefined =>
  path.startsWith(`${folderOf(course)}/`) ? path.slice(folderOf(course).length + 1) : undefined;
