/** What the `remix` commands work on: a course, the decks that it borrows from, and its lock file. */
import { existsSync } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { hasErrors } from "../../diagnostics.ts";
import { gitCommit } from "../../io/git-commit.ts";
import { writeTogether } from "../../io/write-together.ts";
import { openCourses, type Opened, type OpenedCourse } from "../../load-courses.ts";
import { loadDeck, type LoadedDeck } from "../../load-deck.ts";
import type { Deck, Problem } from "../../model.ts";
import { hashOfBytes } from "../../narration/hash.ts";
import { filesOf, type OtherDeck } from "../../remix/borrowed-slide.ts";
import type { Home } from "../../remix/carry-slide.ts";
import { follow, inFolder, slidesToHash, type FollowContext } from "../../remix/follow.ts";
import { readLock } from "../../remix/lock-file.ts";
import { pick, type PickedEra } from "../../remix/pick.ts";
import { lockPath, sourcesPath, type CourseState, type Plan } from "../../remix/plan.ts";
import type { FollowedSlide } from "../../remix/plan-update.ts";
import type { Course } from "../../remix/read-course.ts";
import { erasOf, type SourceEra, type SourceSlide } from "../../remix/source-deck.ts";
import { readReferences } from "../../source/references.ts";
import { readText } from "../../source/text.ts";
import { requireDeck, showProblems, type CommandContext } from "../context.ts";

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
  for (const opened of await openCourses({ deck, source }, request)) {
    const workshop = await workshopOf(opened, { ...loaded, deck }, options.deck, context);
    const problems = "problems" in workshop ? workshop.problems : [];
    showProblems(context.terminal, problems, source);
    if (hasErrors(problems, false)) allRead = false;
    if ("course" in workshop) workshops.push(workshop);
  }
  return { workshops, allRead };
}

async function workshopOf(
  { course, opened, references, problems: opening }: OpenedCourse,
  { source }: LoadedDeck & { readonly deck: Deck },
  folder: string,
  context: CommandContext,
): Promise<Workshop | { readonly problems: readonly Problem[] }> {
  const [home, ...others] = opened;
  if (course === undefined || home === undefined) return { problems: opening };
  const root = await realpath(resolve(folder));
  const textAt = (path: string): string | undefined => {
    const file = source.files.get(path);
    return file?.bytes === undefined
      ? undefined
      : new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes);
  };
  const lockText = textAt(lockPath(course.name));
  const { lock, problems: locking } =
    lockText === undefined ? { lock: {}, problems: [] } : readLock(lockText, lockPath(course.name));
  const ownFile = source.files.get(sourcesPath(course.name));
  const own =
    ownFile === undefined
      ? { references: [], problems: [] }
      : readReferences(readText(ownFile).text, { file: ownFile.path, line: 1, column: 1 });
  const problems = [...opening, ...locking, ...own.problems];
  if (lock === undefined || hasErrors(own.problems, false)) return { problems };

  const decks = new Map<OtherDeck, readonly SourceEra[]>();
  const access = new Map<OtherDeck, Opened>();
  for (const one of others) {
    const deck = { ...one, name: one.name ?? "", where: course.yaml.decks[one.name ?? ""] ?? "" };
    decks.set(deck, erasOf(deck));
    access.set(deck, one);
  }
  const { eras: picked } = pick(course, [home, ...decks.keys()], source);
  const files = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const path of source.files.keys()) {
    const inside = inFolder(course.name, path);
    if (inside === undefined) continue;
    files.set(inside, hashOfBytes(await home.readDeck(path)));
    const text = textAt(path);
    if (text !== undefined) texts.set(inside, text.replace(/^\uFEFF/, ""));
  }
  const state: CourseState = {
    name: course.name,
    file: course.file,
    text: textAt(course.file) ?? "",
    lockText,
    lock,
  };
  const { meta } = home.deck;
  const there = [...home.deck.references, ...references, ...own.references];
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
      references: there,
      otherReferences: [...decks.keys()].flatMap(({ deck }) => deck.references),
      ownReferences: new Set(own.references.map(({ id }) => id)),
      pronunciations: { ...meta.pronunciations, ...course.yaml.pronunciations },
      accounts: { ...meta.accounts, ...course.yaml.accounts },
    },
    async commits() {
      const found = new Map<OtherDeck, string>();
      for (const deck of decks.keys()) {
        const path = resolve(root, "courses", deck.where);
        // What lies in an archive or a built site was made at another time than what is checked out around it.
        const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() === true;
        const commit = isFolder && !existsSync(join(path, "source.zip")) ? await gitCommit(path) : undefined;
        if (commit !== undefined) found.set(deck, commit);
      }
      return found;
    },
    async hashes(slides: ReadonlyMap<OtherDeck, readonly SourceSlide[]>) {
      const found = new Map<OtherDeck, Map<string, string>>();
      for (const [deck, wanted] of slides) {
        const hashes = new Map<string, string>();
        for (const slide of wanted) {
          const { shown, recorded } = filesOf(deck, slide);
          for (const path of [...shown, ...recorded]) {
            context.signal.throwIfAborted();
            const bytes = hashes.has(path) ? undefined : await access.get(deck)?.readDeck(path);
            if (bytes !== undefined) hashes.set(path, hashOfBytes(bytes));
          }
        }
        found.set(deck, hashes);
      }
      return found;
    },
    async write({ files: planned }: Plan) {
      const bytes = [];
      for (const file of planned)
        bytes.push({
          path: file.path,
          bytes:
            "text" in file
              ? new TextEncoder().encode(file.text)
              : await ([...access].find(([{ name }]) => name === file.from.deck)?.[1] ?? home).readDeck(
                  file.from.path,
                ),
        });
      await writeTogether(root, bytes, context.signal);
    },
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
