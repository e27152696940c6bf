/** The credits of a course: what its decks owe and it still uses, what it owes these decks, and its own. Pure. */
import { posix } from "node:path";
import type { At, Credit, DeckMeta } from "../model.ts";
import { defined } from "../source/deck.ts";
import { keyPlace } from "../source/key-place.ts";
import type { PlacedFile } from "./carry.ts";
import { kindOf } from "./course-schema.ts";
import { changesOf } from "./override-slide.ts";
import { besideCourse } from "./paths.ts";
import type { PickedSlide } from "./pick.ts";
import type { Course } from "./read-course.ts";
import type { SourceDeck } from "./source-deck.ts";

/** A credit, and where it is written or what makes it due. */
export interface PlacedCredit {
  readonly credit: Credit;
  readonly at: At;
}

/** What the course is made of. */
export interface CreditContext {
  /** All decks, the one that the course lies in first. */
  readonly decks: readonly SourceDeck[];
  /** Slide of the course → its full id. */
  readonly ids: ReadonlyMap<PickedSlide, string>;
  readonly placed: ReadonlyMap<string, PlacedFile>;
}

/** All of them. What is about things that the course does not use is left out when it is read. */
export function composeCredits(course: Course, context: CreditContext): PlacedCredit[] {
  const { decks, ids } = context;
  // Who writes a credit for a slide knows more of it than its deck says: of a permission, say.
  const named = new Set((course.yaml.credits ?? []).flatMap(({ slides = [] }) => slides));
  const credits = decks.flatMap((deck, number): PlacedCredit[] => {
    const slides = [...ids].filter(([{ source }]) => source.deck === deck);
    if (slides.length === 0) return [];
    const at = deck.name === undefined ? keyPlace(deck.files, "credits") : course.at(["decks", deck.name]);
    const inherited = deck.deck.meta.credits.flatMap((credit) => inCourse(credit, deck, number, context));
    const isOther = deck.name !== undefined || isByOthers(course, deck.deck.meta);
    const borrowed = isOther
      ? forDeck(
          deck.deck.meta,
          slides.filter(([, id]) => !named.has(id)),
        )
      : [];
    return [...borrowed, ...inherited].map((credit) => ({ credit, at }));
  });
  const own = (course.yaml.credits ?? []).map((written, index): PlacedCredit => {
    const credit = defined(written);
    const files = credit.files?.map((path) => ownPath(course, path, context));
    return { credit: files === undefined ? credit : { ...credit, files }, at: course.at(["credits", index]) };
  });
  return [...credits, ...own];
}

/** Whether the authors of a course made the deck: then they owe it nothing. */
const isByOthers = ({ yaml }: Course, { authors }: DeckMeta): boolean =>
  yaml.authors !== undefined && !authors.every(({ name }) => yaml.authors?.some((own) => own.name === name));

/** What the course owes a deck for its slides; one credit for each way in which slides were changed. */
function forDeck(meta: DeckMeta, slides: readonly (readonly [PickedSlide, string])[]): Credit[] {
  const groups = new Map<string, string[]>();
  for (const [{ entry }, fullId] of slides) {
    const changes =
      (kindOf(entry) === "slide" || entry.changes !== undefined ? changesOf(entry) : undefined) ?? "";
    groups.set(changes, [...(groups.get(changes) ?? []), fullId]);
  }
  const source =
    meta.url ??
    (meta.identifier && `https://doi.org/${meta.identifier.replace(/^(?:doi:|https:\/\/doi\.org\/)/i, "")}`);
  const author = meta.authors.map(({ name }) => name).join(", ");
  return [...groups].map(([changes, ids]) =>
    defined({
      title: meta.title,
      author: author === "" ? undefined : author,
      source,
      license: meta.license,
      changes: changes === "" ? undefined : changes,
      slides: ids,
    }),
  );
}

/** A deck's credit with the names that things have in the course; none where it is about things that were not taken. */
function inCourse(
  credit: Credit,
  deck: SourceDeck,
  number: number,
  { ids, placed }: CreditContext,
): Credit[] {
  const { files, slides, license, ...rest } = credit;
  const there = [...placed];
  const ownFiles = files?.flatMap((path) =>
    there.filter(([, file]) => file.deck === number && file.path === path).map(([to]) => to),
  );
  const ownSlides = slides?.flatMap((id) =>
    [...ids].filter(([{ source }]) => source.deck === deck && source.fullId === id).map(([, to]) => to),
  );
  const isAboutParts = files !== undefined || slides !== undefined;
  const isLeft = (ownFiles?.length ?? 0) + (ownSlides?.length ?? 0) > 0;
  if (isAboutParts && !isLeft) return [];
  // What a deck's authors made is under the deck's licence, and here they are others.
  const isTheirs = deck.deck.meta.authors.some(({ name }) => name === credit.author);
  const itsLicense =
    license ??
    (deck.name !== undefined && isTheirs && credit.basis === undefined ? deck.deck.meta.license : undefined);
  return [
    {
      ...rest,
      ...(itsLicense !== undefined && { license: itsLicense }),
      ...(ownFiles !== undefined && ownFiles.length > 0 && { files: ownFiles }),
      ...(ownSlides !== undefined && ownSlides.length > 0 && { slides: ownSlides }),
    },
  ];
}

/** A file that the course names in its credits, from its own folder or the deck's, as the course's deck names it. */
function ownPath(course: Course, written: string, { placed }: CreditContext): string {
  const beside = besideCourse(course.file, written);
  const moved = [...placed].find(([, file]) => file.deck === 0 && file.path === beside)?.[0];
  return moved ?? (beside !== undefined && placed.has(beside) ? beside : posix.normalize(written));
}
