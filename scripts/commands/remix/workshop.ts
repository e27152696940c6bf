/** What the `remix` commands work on: a course, the decks that it borrows from, and its lock file. */
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { hasErrors } from "../../diagnostics.ts";
import type { DeckAccess } from "../../io/inside-deck.ts";
import { openCourses, type Opened, type OpenedCourse } from "../../load-courses.ts";
import { loadDeck } from "../../load-deck.ts";
import type { DeckFiles, Problem } from "../../model.ts";
import { hashOfBytes } from "../../narration/hash.ts";
import type { OtherDeck } from "../../remix/borrowed-slide.ts";
import type { Home } from "../../remix/carry-slide.ts";
import { follow, inFolder, slidesToHash, type FollowContext } from "../../remix/follow.ts";
import { readLock, type ReadLock } from "../../remix/lock-file.ts";
import { pick, type PickedEra } from "../../remix/pick.ts";
import { lockPath, sourcesPath, type CourseState, type Plan } from "../../remix/plan.ts";
import type { FollowedSlide } from "../../remix/plan-update.ts";
import type { Course } from "../../remix/read-course.ts";
import { erasOf, type SourceEra, type SourceSlide } from "../../remix/source-deck.ts";
import { readReferences, type References } from "../../source/references.ts";
import { readText } from "../../source/text.ts";
import { requireDeck, showProblems, type CommandContext } from "../context.ts";
import { commitsOf, hashesOf, writePlan } from "./deck-effects.ts";

/** Options of all `remix` commands. */
export interface RemixOptions {
  /** Path of the deck that the courses lie in. */
  readonly deck: string;
  /** Decks outside that folder may be read. */
  readonly trust?: boolean;
}

/** One course, ready to be worked on. */
export interface Workshop {
  readonly course: Course;
  readonly state: CourseState;
  readonly home: Home;
  /** The course's eras, as far as their slides could be found. */
  readonly picked: readonly PickedEra[];
  /** The decks that it borrows from, with their eras. */
  readonly decks: ReadonlyMap<OtherDeck, readonly SourceEra[]>;
  readonly ownReferences: Home["references"];
  /** The files that the course's entries name, by their paths from its file. */
  readonly named: ReadonlySet<string>;
  /** Texts of the files in the course's folder, by path in it. */
  readonly texts: ReadonlyMap<string, string>;
  /** Decks that could not be opened, and the like. */
  readonly problems: readonly Problem[];
  readonly commits: () => Promise<ReadonlyMap<OtherDeck, string>>;
  readonly hashes: (
    slides: ReadonlyMap<OtherDeck, readonly SourceSlide[]>,
  ) => Promise<FollowContext["hashes"]>;
  /** The slides of other decks that the course has. */
  readonly followed: () => Promise<readonly FollowedSlide[]>;
  /** Does what was planned. */
  readonly write: (plan: Plan) => Promise<void>;
}

/**
 * Opens courses. Those that cannot be worked on are missing; why has been shown.
 * @param name of the course; all when undefined
 * @throws WrongUsage when there is no such deck or course
 */
export async function openWorkshops(
  context: CommandContext,
  name: string | undefined,
  options: RemixOptions,
): Promise<{ workshops: Workshop[]; allRead: boolean }> {
  await requireDeck(options.deck);
  const loaded = await loadDeck(options.deck);
  const { deck, source } = loaded;
  if (deck === undefined) {
    showProblems(context.terminal, loaded.problems, source);
    return { workshops: [], allRead: false };
  }
  const request = { folder: options.deck, only: name, trust: options.trust ?? false };
  const workshops: Workshop[] = [];
  let allRead = true;
  const root = await realpath(resolve(options.deck));
  for (const opened of await openCourses({ deck, source }, request)) {
    const workshop = await workshopOf(opened, source, root, context);
    showProblems(context.terminal, workshop.problems, source);
    if (hasErrors(workshop.problems, false)) allRead = false;
    if ("course" in workshop) workshops.push(workshop);
  }
  return { workshops, allRead };
}

async function workshopOf(
  { course, opened, references, problems: opening }: OpenedCourse,
  source: DeckFiles,
  root: string,
  { signal }: CommandContext,
): Promise<Workshop | { readonly problems: readonly Problem[] }> {
  const [home, ...others] = opened;
  if (course === undefined || home === undefined) return { problems: opening };
  const { lock, lockText, problems: locking } = lockOf(course, source);
  const own = ownSourcesOf(course, source);
  const problems = [...opening, ...locking, ...own.problems];
  if (lock === undefined || hasErrors(own.problems, false)) return { problems };

  const access = new Map<OtherDeck, Opened>(
    others.map(({ name = "", ...deck }) => [
      { ...deck, name, where: course.yaml.decks[name] ?? "" },
      { ...deck, name },
    ]),
  );
  const decks = new Map([...access.keys()].map((deck) => [deck, erasOf(deck)]));
  const { eras: picked } = pick(course, [home, ...decks.keys()], source);
  const { files, texts } = await folderOfCourse(course, source, home);
  const state: CourseState = {
    name: course.name,
    file: course.file,
    text: textAt(source, course.file) ?? "",
    lockText,
    lock,
  };
  const { meta } = home.deck;
  const workshop = {
    course,
    state,
    picked,
    decks,
    texts,
    named: new Set(course.yaml.slides.flatMap(({ file }) => file ?? [])),
    problems,
    ownReferences: own.references,
    home: {
      course: course.name,
      files,
      ids: new Set(picked.at(-1)?.slides.map(({ id }) => id)),
      references: [...home.deck.references, ...references, ...own.references],
      otherReferences: [...decks.keys()].flatMap(({ deck }) => deck.references),
      ownReferences: new Set(own.references.map(({ id }) => id)),
      pronunciations: { ...meta.pronunciations, ...course.yaml.pronunciations },
      accounts: { ...meta.accounts, ...course.yaml.accounts },
    },
    commits: () => commitsOf(root, access),
    hashes: (slides: Parameters<Workshop["hashes"]>[0]) => hashesOf(slides, access, signal),
    write: (plan: Plan) => writePlan(plan, root, access, signal),
  };
  return {
    ...workshop,
    async followed() {
      const hashes = await workshop.hashes(slidesToHash({ course: state, picked, decks }));
      const uses = course.yaml.slides.flatMap(({ use }) => use ?? []);
      return follow({ ...workshop, course: state, uses, hashes });
    },
  };
}

/** The text of a file, with its byte order mark and line ends; undefined when there is none. */
function textAt({ files }: DeckFiles, path: string): string | undefined {
  const bytes = files.get(path)?.bytes;
  return bytes === undefined ? undefined : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

function lockOf({ name }: Course, source: DeckFiles): ReadLock & { readonly lockText: string | undefined } {
  const lockText = textAt(source, lockPath(name));
  return lockText === undefined
    ? { lock: {}, problems: [], lockText }
    : { ...readLock(lockText, lockPath(name)), lockText };
}

/** The bibliography that came along with what was borrowed. */
function ownSourcesOf({ name }: Course, { files }: DeckFiles): References {
  const file = files.get(sourcesPath(name));
  return file === undefined
    ? { references: [], problems: [] }
    : readReferences(readText(file).text, { file: file.path, line: 1, column: 1 });
}

/** What lies in the course's folder, by path in it: hashes of all files, and the texts among them. */
async function folderOfCourse(
  { name }: Course,
  source: DeckFiles,
  home: DeckAccess,
): Promise<{ files: Map<string, string>; texts: Map<string, string> }> {
  const files = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const path of source.files.keys()) {
    const inside = inFolder(name, path);
    if (inside === undefined) continue;
    files.set(inside, hashOfBytes(await home.readDeck(path)));
    const text = textAt(source, path);
    if (text !== undefined) texts.set(inside, text.replace(/^\uFEFF/, ""));
  }
  return { files, texts };
}
