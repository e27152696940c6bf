/** Loads what can be made of a deck's folder: its own lecture, and that of each of its courses. */
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { sortProblems } from "./diagnostics.ts";
import { deckAccess, type DeckAccess } from "./io/inside-deck.ts";
import { loadCourses, type CourseRequest, type LoadedCourse } from "./load-courses.ts";
import { loadDeck } from "./load-deck.ts";
import type { At, Deck, DeckFiles, Problem } from "./model.ts";
import { originOf } from "./remix/lines.ts";

/** A lecture that can be made: the deck's own, or a course. */
export interface LoadedLecture extends DeckAccess {
  /** The course's name; undefined for the deck's own. */
  readonly course: string | undefined;
  /** Where it lies in the result: empty, or a folder's path with a slash at its end. */
  readonly folder: string;
  readonly deck: Deck;
  readonly source: DeckFiles;
  /** A place in `source` as the place where its author wrote it. */
  readonly placeOf: <T extends At>(place: T) => T;
}

/** What was loaded, and everything wrong with it. */
export interface LoadedLectures {
  /** Those that could be understood: the deck's own first, unless one course was asked for. */
  readonly lectures: readonly LoadedLecture[];
  readonly problems: readonly Problem[];
  /** All that problems point into, by the paths that they name. */
  readonly source: DeckFiles;
}

/**
 * Loads them.
 * @throws WrongUsage when there is no course of the name that was asked for
 */
export async function loadLectures(request: CourseRequest): Promise<LoadedLectures> {
  const { deck, source, problems } = await loadDeck(request.folder);
  if (deck === undefined) return { lectures: [], problems, source };
  const courses = await loadCourses({ deck, source }, request);
  const access = deckAccess(await realpath(resolve(request.folder)));
  const own: LoadedLecture = { ...access, course: undefined, folder: "", deck, source, placeOf: (at) => at };
  const files = courses.flatMap(({ shown }) => [...shown]);
  return {
    lectures: [...(request.only === undefined ? [own] : []), ...courses.flatMap(lectureOf)],
    problems: sortProblems([...problems, ...courses.flatMap((course) => course.problems)]),
    source: { ...source, files: new Map([...files, ...source.files]) },
  };
}

function lectureOf({ name, deck, source, origins, readDeck, changedMs }: LoadedCourse): LoadedLecture[] {
  if (deck === undefined) return [];
  const placeOf = <T extends At>(place: T): T => originOf(place, origins);
  return [{ course: name, folder: `courses/${name}/`, deck, source, placeOf, readDeck, changedMs }];
}
