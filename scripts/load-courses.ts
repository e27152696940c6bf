/** The courses of a deck: each is read, put together, parsed and checked, so that it can be built as a deck is. */
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { error, suggestion } from "./diagnostics.ts";
import { WrongUsage } from "./exit-codes.ts";
import { deckAccess, type DeckAccess } from "./io/inside-deck.ts";
import { NoDeck, openSourceDeck } from "./io/open-source-deck.ts";
import { BadArchive } from "./io/unpack-zip.ts";
import { understand, type LoadedDeck } from "./load-deck.ts";
import type { At, Deck, DeckFile, DeckFiles, Problem } from "./model.ts";
import { compose, type Composed } from "./remix/compose.ts";
import type { PlaceOf } from "./remix/era-pieces.ts";
import { originOf, withOrigins, type Origins } from "./remix/lines.ts";
import { besideCourse } from "./remix/paths.ts";
import { ownSources } from "./remix/own-sources.ts";
import { COURSES, courseFiles, courseName, readCourse, type Course } from "./remix/read-course.ts";
import type { SourceDeck } from "./remix/source-deck.ts";

/** A course, as a deck that can be built. */
export interface LoadedCourse extends DeckAccess {
  readonly name: string;
  /** Undefined when too little of it could be understood. */
  readonly deck: Deck | undefined;
  /** The deck that was put together. */
  readonly source: DeckFiles;
  readonly origins: Origins;
  /** At the places where authors can mend them. */
  readonly problems: readonly Problem[];
  /** What its problems point into, by the paths that they name. */
  readonly shown: ReadonlyMap<string, DeckFile>;
}

/** Which courses, and how far they may reach. */
export interface CourseRequest {
  /** Path of the folder of the deck that they lie in. */
  readonly folder: string;
  /** Only this one. */
  readonly only?: string | undefined;
  /** They may borrow from decks outside that folder. */
  readonly trust: boolean;
}

interface World extends CourseRequest {
  readonly root: string;
  readonly home: Opened;
}

/** A deck with its files on the disk or in memory. */
type Opened = SourceDeck & DeckAccess;

/**
 * Loads the courses that lie in a deck.
 * @param home the deck
 * @throws WrongUsage when there is no course of the name that was asked for
 */
export async function loadCourses(
  { deck, source }: Pick<LoadedDeck, "source"> & { readonly deck: Deck },
  request: CourseRequest,
): Promise<LoadedCourse[]> {
  const files = courseFiles(source);
  const names = files.map(({ path }) => courseName(path));
  if (request.only !== undefined && !names.includes(request.only)) {
    const hint =
      names.length === 0
        ? "the deck has no courses"
        : (suggestion(request.only, names) ?? `courses: ${names.join(", ")}`);
    throw new WrongUsage(`there is no course "${request.only}"; ${hint}`);
  }
  const root = await realpath(resolve(request.folder));
  const home: Opened = { name: undefined, files: source, deck, placeOf: (at) => at, ...deckAccess(root) };
  const world: World = { ...request, root, home };
  const wanted = files.filter(({ path }) => request.only === undefined || courseName(path) === request.only);
  const loaded: LoadedCourse[] = [];
  for (const file of wanted) loaded.push(await loadCourse(file, world));
  return loaded;
}

async function loadCourse(file: DeckFile, world: World): Promise<LoadedCourse> {
  const { composed, opened, problems } = await composeCourse(file, world, []);
  const name = courseName(file.path);
  const shown = new Map<string, DeckFile>(
    opened.flatMap((deck) =>
      [...deck.files.files].map(
        ([path, one]) => [deck.placeOf({ file: path, line: 1, column: 1 }).file, one] as const,
      ),
    ),
  );
  const access = accessOf(composed, opened);
  if (composed === undefined)
    return {
      name,
      deck: undefined,
      source: { name, files: new Map() },
      origins: { lines: new Map(), files: new Map() },
      problems,
      shown,
      ...access,
    };
  const { deck, problems: found } = await understand(composed.files);
  return {
    name,
    // Slides that were not found are missing from it.
    deck: problems.some(({ severity }) => severity === "error") ? undefined : deck,
    source: composed.files,
    origins: composed.origins,
    problems: [...problems, ...withOrigins(found, composed.origins)],
    shown,
    ...access,
  };
}

/** How the files of a course are read: where they really lie. */
function accessOf(composed: Composed | undefined, opened: readonly Opened[]): DeckAccess {
  const find = (path: string): { deck: Opened; path: string } => {
    const placed = composed?.placed.get(path);
    const deck = placed === undefined ? undefined : opened[placed.deck];
    if (placed === undefined || deck === undefined) throw new Error(`the course has no file ${path}`);
    return { deck, path: placed.path };
  };
  return {
    async readDeck(path) {
      const text = composed?.files.files.get(path)?.bytes;
      if (text !== undefined && composed?.placed.get(path) === undefined) return text;
      const found = find(path);
      return found.deck.readDeck(found.path);
    },
    async changedMs(path) {
      const found = find(path);
      return found.deck.changedMs(found.path);
    },
  };
}

interface ComposedCourse {
  readonly composed: Composed | undefined;
  readonly opened: readonly Opened[];
  readonly problems: Problem[];
}

/** @param around names of the courses that borrow from this one, outermost first */
async function composeCourse(
  file: DeckFile,
  world: World,
  around: readonly string[],
): Promise<ComposedCourse> {
  const { course, problems: wrong } = readCourse(file);
  const problems: Problem[] = [...wrong];
  if (course === undefined) return { composed: undefined, opened: [world.home], problems };
  const opened: Opened[] = [world.home];
  for (const [name, written] of Object.entries(course.yaml.decks)) {
    const found = await openDeck(course, name, written, world, around);
    if ("severity" in found) problems.push(found);
    else opened.push(found);
  }
  const { references, problems: reading } = await ownSources(course, world.home.files);
  problems.push(...reading);
  const missing = Object.keys(course.yaml.decks).filter((name) => !opened.some((deck) => deck.name === name));
  // What a deck that cannot be opened would have given is not said to be unknown.
  const entries = course.yaml.slides.filter(
    ({ use }) => !missing.some((name) => use?.startsWith(`${name}:`) === true),
  );
  if (entries.length < course.yaml.slides.length) return { composed: undefined, opened, problems };
  const composed = compose(course, opened, { references });
  return { composed, opened, problems: [...problems, ...composed.problems] };
}

/** A deck that a course borrows from, or what is wrong with it. */
async function openDeck(
  course: Course,
  name: string,
  written: string,
  world: World,
  around: readonly string[],
): Promise<Opened | Problem> {
  const at = course.at(["decks", name]);
  const { length } = written;
  const inside = besideCourse(course.file, written);
  const file = inside === undefined ? undefined : world.home.files.files.get(inside);
  if (file !== undefined && courseFiles(world.home.files).includes(file))
    return openCourse({ name, file, at, length }, world, [...around, course.name]);
  if (inside === undefined && !world.trust) {
    const hint = "copy it into the deck's folder, or add --trust if you know who wrote this course";
    return error("outside-deck", at, `"${written}" lies outside the deck's folder`, { hint, length });
  }
  const path = resolve(world.root, COURSES, written);
  try {
    const { files, ...access } = await openSourceDeck(path, world.trust ? undefined : world.root);
    const { deck } = await understand(files);
    const placeOf: PlaceOf = (place) => ({ ...place, file: `${inside ?? written}/${place.file}` });
    if (deck !== undefined && deck.eras.some((era) => era.slides.length > 0))
      return { name, files, deck, placeOf, ...access };
    const hint = "name a folder with eras, a source.zip, or the folder of a built site";
    return error("no-deck", at, `there is no deck in "${written}"`, { hint, length });
  } catch (reason) {
    if (reason instanceof NoDeck)
      return error("no-deck", at, reason.message.replace(path, written), { hint: reason.hint, length });
    if (reason instanceof BadArchive)
      return error("bad-archive", at, reason.message, { hint: "download or export it again", length });
    throw reason;
  }
}

/** A course may borrow from another course of the same deck. */
async function openCourse(
  {
    name,
    file,
    at,
    length,
  }: { readonly name: string; readonly file: DeckFile; readonly at: At; readonly length: number },
  world: World,
  around: readonly string[],
): Promise<Opened | Problem> {
  const other = courseName(file.path);
  if (around.includes(other)) {
    const ring = [...around.slice(around.indexOf(other)), other].join(" → ");
    const hint = "take one of them out of decks:";
    return error("course-cycle", at, `courses borrow from one another in a ring: ${ring}`, { hint, length });
  }
  const { composed, opened, problems } = await composeCourse(file, world, around);
  const ring = problems.find(({ code }) => code === "course-cycle");
  if (ring !== undefined) return ring;
  const deck = composed === undefined ? undefined : (await understand(composed.files)).deck;
  if (composed === undefined || deck === undefined || problems.some(({ severity }) => severity === "error"))
    return error("no-deck", at, `the course "${other}" cannot be read`, {
      hint: "mend its own mistakes first",
      length,
    });
  const { origins, files } = composed;
  const placeOf: PlaceOf = (place) => originOf(place, origins);
  return { name, files, deck, placeOf, ...accessOf(composed, opened) };
}
