/** The courses of a deck: each is read, put together, parsed and checked, so that it can be built as a deck is. */
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { error, nearest, suggestion } from "./diagnostics.ts";
import { WrongUsage } from "./exit-codes.ts";
import { deckAccess, type DeckAccess } from "./io/inside-deck.ts";
import { NoDeck, openSourceDeck } from "./io/open-source-deck.ts";
import { BadArchive } from "./io/unpack-zip.ts";
import { understand, type LoadedDeck } from "./load-deck.ts";
import type { Deck, DeckFile, DeckFiles, Problem, Reference } from "./model.ts";
import { compose, type Composed } from "./remix/compose.ts";
import type { PlaceOf } from "./remix/era-pieces.ts";
import { originOf, withOrigins, type Origins } from "./remix/lines.ts";
import { besideCourse } from "./remix/paths.ts";
import { courseFiles, courseName, readCourse, type Course } from "./remix/read-course.ts";
import type { SourceDeck } from "./remix/source-deck.ts";
import { loadBibtex, needsBibtex, readReferences } from "./source/references.ts";
import { readText } from "./source/text.ts";

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
  const { course, problems: reading } = readCourse(file);
  const problems: Problem[] = [...reading];
  if (course === undefined) return { composed: undefined, opened: [world.home], problems };
  const opened: Opened[] = [world.home];
  for (const [name, written] of Object.entries(course.yaml.decks)) {
    const deck = await openDeck(course, name, written, world, around, problems);
    if (deck !== undefined) opened.push(deck);
  }
  const references = await ownReferences(course, world.home.files, problems);
  const missing = Object.keys(course.yaml.decks).filter((name) => !opened.some((deck) => deck.name === name));
  // What a deck that cannot be opened would have given is not said to be unknown.
  const entries = course.yaml.slides.filter(
    ({ use }) => !missing.some((name) => use?.startsWith(`${name}:`) === true),
  );
  if (entries.length < course.yaml.slides.length) return { composed: undefined, opened, problems };
  const composed = compose(course, opened, { references });
  return { composed, opened, problems: [...problems, ...composed.problems] };
}

async function openDeck(
  course: Course,
  name: string,
  written: string,
  world: World,
  around: readonly string[],
  problems: Problem[],
): Promise<Opened | undefined> {
  const at = course.at(["decks", name]);
  const fail = (code: string, message: string, hint: string): undefined =>
    void problems.push(error(code, at, message, { hint, length: written.length }));
  const inside = besideCourse(course.file, written);
  const file = inside === undefined ? undefined : world.home.files.files.get(inside);
  if (file !== undefined && courseFiles(world.home.files).includes(file))
    return openCourse(name, file, world, [...around, course.name], fail);
  try {
    const path = resolve(world.root, "courses", written);
    const { files, ...access } = await openSourceDeck(path, world.trust ? undefined : world.root);
    const { deck } = await understand(files);
    const placeOf: PlaceOf = (place) => ({ ...place, file: `${inside ?? written}/${place.file}` });
    if (deck === undefined || deck.eras.every((era) => era.slides.length === 0))
      return fail(
        "no-deck",
        `there is no deck in "${written}"`,
        "name a folder with eras, a source.zip, or the folder of a built site",
      );
    return { name, files, deck, placeOf, ...access };
  } catch (reason) {
    if (reason instanceof NoDeck)
      return fail("no-deck", reason.message.replace(world.root, "…"), reason.hint);
    if (reason instanceof BadArchive)
      return fail("bad-archive", reason.message, "download or export it again");
    throw reason;
  }
}

/** A course may borrow from another course of the same deck. */
async function openCourse(
  name: string,
  file: DeckFile,
  world: World,
  around: readonly string[],
  fail: (code: string, message: string, hint: string) => undefined,
): Promise<Opened | undefined> {
  const other = courseName(file.path);
  if (around.includes(other)) {
    const ring = [...around.slice(around.indexOf(other)), other].join(" → ");
    return fail(
      "course-cycle",
      `courses borrow from one another in a ring: ${ring}`,
      "take one of them out of decks:",
    );
  }
  const { composed, opened, problems } = await composeCourse(file, world, around);
  const deck = composed === undefined ? undefined : (await understand(composed.files)).deck;
  if (composed === undefined || deck === undefined || problems.some(({ severity }) => severity === "error"))
    return fail("no-deck", `the course "${other}" cannot be read`, "mend its own mistakes first");
  const { origins, files } = composed;
  return {
    name,
    files,
    deck,
    placeOf: (place) => originOf(place, origins),
    ...accessOf(composed, opened),
  };
}

/** The bibliographies that a course adds. */
async function ownReferences(
  course: Course,
  { files }: DeckFiles,
  problems: Problem[],
): Promise<Reference[]> {
  const { sources } = course.yaml;
  const written = sources === undefined ? [] : typeof sources === "string" ? [sources] : sources;
  const references: Reference[] = [];
  for (const [index, name] of written.entries()) {
    const at = course.at(typeof sources === "string" ? ["sources"] : ["sources", index]);
    const path = besideCourse(course.file, name);
    const file = path === undefined ? undefined : files.get(path);
    if (path === undefined || file === undefined) {
      const folder = course.file.slice(0, course.file.lastIndexOf("/") + 1);
      const near = nearest(
        path ?? name,
        [...files.keys()].filter((one) => one.startsWith(folder)),
      );
      const details = {
        length: name.length,
        ...(near !== undefined && { hint: `did you mean "${near.slice(folder.length)}"?` }),
      };
      problems.push(error("missing-file", at, `there is no file "${path ?? name}" in the deck`, details));
      continue;
    }
    const { text, problems: reading } = readText(file);
    const bibtex = needsBibtex(path) ? await loadBibtex() : undefined;
    const read = readReferences(text, { file: path, line: 1, column: 1 }, bibtex);
    references.push(...read.references);
    problems.push(...reading, ...read.problems);
  }
  return references;
}
