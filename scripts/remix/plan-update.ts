/** `remix update`: takes what changed upstream into the copies of a course, and follows what it uses where it is. Pure. */
import type { Reference } from "../model.ts";
import { deckCredit, owedCredits } from "./borrowed-credits.ts";
import type { BorrowedSlide } from "./borrowed-slide.ts";
import { makeCarrier, type Home } from "./carry-slide.ts";
import { editCourse, type SlideCredit } from "./edit-course.ts";
import { writeLock, type LockedSlide } from "./lock-file.ts";
import { differingParts, mergeSlide } from "./merge-slide.ts";
import { folderOf, lockPath, sourcesPath, type CourseState, type Plan, type PlannedFile } from "./plan.ts";
import { lockedSlide } from "./plan-add.ts";
import { normalText } from "./slide-revision.ts";
import { baseHere, type Here, type SlideStatus } from "./slide-status.ts";

/** One slide of the lock file, or one that shall come into it. */
export interface FollowedSlide {
  readonly key: string;
  /** Undefined for a slide that is used where it is and not in the lock file yet. */
  readonly locked: LockedSlide | undefined;
  readonly now: BorrowedSlide | undefined;
  readonly here: Here;
  readonly status: SlideStatus;
  /** Its full id in the course, where it stands in it. */
  readonly fullId: string | undefined;
}

/** What an update works on. */
export interface UpdateContext {
  readonly course: CourseState;
  readonly home: Home;
  readonly ownReferences: readonly Reference[];
  /** Name of a deck → the commit at which its folder stands. */
  readonly commits: ReadonlyMap<string, string>;
}

/**
 * Plans it for the slides that are asked for. The copies of others, and what is gone upstream, stay as they are.
 * @param forgotten keys of the lock file that the course needs no more
 */
export function planUpdate(
  slides: readonly FollowedSlide[],
  context: UpdateContext,
  forgotten: readonly string[] = [],
): Plan & { readonly conflicts: number } {
  const { course, home } = context;
  const folder = folderOf(course.name);
  const lock: Record<string, LockedSlide> = { ...course.lock };
  const files: PlannedFile[] = [];
  const said: string[] = [];
  const credits: SlideCredit[] = [];
  const uncredited: SlideCredit[] = [];
  const references = new Map(context.ownReferences.map((reference) => [reference.id, reference]));
  const words = { pronunciations: {}, accounts: {} };
  const moved = new Map<string, string>();
  const carrier = makeCarrier(home);
  let conflicts = 0;
  for (const key of forgotten) {
    delete lock[key];
    said.push(`${key}: the course has it no more`);
  }

  for (const { key, locked, now, here, status, fullId } of slides) {
    if (now === undefined) {
      if (status.state === "gone") said.push(`${key}: gone from its deck; ${stays(locked)}`);
      continue;
    }
    if (status.state === "no copy") {
      said.push(`${key}: its copy ${locked?.file ?? ""} is gone, and nothing is made in its place`);
      continue;
    }
    if (status.conflicts === true) {
      said.push(`${key}: ${locked?.file ?? ""} holds marks of a merge; finish that first`);
      continue;
    }
    const commit = context.commits.get(now.deck.name);
    const nowKey = `${now.deck.name}:${now.fullId}`;
    const live = locked?.file === undefined;
    if (locked !== undefined && isUnchanged(status) && locked.deck === now.deck.where && knows(locked, here))
      continue;
    if (nowKey !== key) {
      delete lock[key];
      moved.set(key, nowKey);
      said.push(`${key}: is ${nowKey} now`);
    }
    if (live || !("text" in here) || here.text === undefined) {
      lock[nowKey] = lockedSlide(now, undefined, undefined, commit);
      said.push(`${key}: ${locked === undefined ? "is followed from now on" : "noted as it is now"}`);
      continue;
    }
    const carried = carrier.carry(now, { ...locked, file: locked.file.slice(course.name.length + 1) });
    const merged = mergeSlide(
      {
        base: normalText(baseHere(locked)),
        ours: normalText(here.text),
        theirs: normalText(carried.text),
      },
      { ours: locked.file, theirs: nowKey },
    );
    conflicts += merged.conflicts;
    const owed = owedCredits(
      now.deck,
      carried.copies,
      { there: now.fullId, here: fullId ?? carried.id },
      folder,
    );
    for (const { from, to } of carried.copies)
      files.push({ path: `${folder}/${to}`, from: { deck: now.deck.name, path: from } });
    files.push(...owed.beside);
    if (merged.text !== normalText(here.text))
      files.push({ path: `courses/${locked.file}`, text: withEndsOf(here.text, `${merged.text}\n`) });
    for (const reference of carried.references) references.set(reference.id, reference);
    Object.assign(words.pronunciations, carried.pronunciations);
    Object.assign(words.accounts, carried.accounts);
    const changed = changesIn(merged.text, normalText(carried.text));
    const entry = { ...lockedSlide(now, carried, locked.file, commit), changed };
    lock[nowKey] = entry;
    if (fullId !== undefined) {
      const [before, after] = [creditOf(locked, fullId), creditOf(entry, fullId)];
      if (JSON.stringify(before) !== JSON.stringify(after)) {
        uncredited.push(before);
        credits.push(after);
      }
    }
    if (status.license !== undefined)
      said.push(
        `${key}: the licence of its deck was ${status.license.was ?? "none"} and is ${status.license.now ?? "none"}; the credit says so now`,
      );
    said.push(
      `${key}: ${outcome(status, merged.conflicts, locked.file)}`,
      ...carried.said.map((line) => `  ${line}`),
    );
  }

  const own = [...references.values()];
  if (own.some((reference) => !context.ownReferences.includes(reference)))
    files.push({ path: sourcesPath(course.name), text: `${JSON.stringify(own, undefined, 2)}\n` });
  const hasOwn = own.length > 0 ? { sources: `${course.name}/sources.json` } : {};
  const text = editCourse(course.text, { ...words, ...hasOwn, credits, uncredited, moved });
  if (text !== course.text) files.push({ path: course.file, text });
  const lockText = writeLock(lock);
  if (lockText !== course.lockText) files.push({ path: lockPath(course.name), text: lockText });
  return { files, said, conflicts };
}

const isUnchanged = ({ state, moved, license }: SlideStatus): boolean =>
  (state === "same" || state === "changed here") && moved === undefined && license === undefined;

const stays = (locked: LockedSlide | undefined): string =>
  locked?.file === undefined
    ? "take it out of the course, or copy it from an older version"
    : `your copy ${locked.file} stays`;

const creditOf = ({ title, url, license, authors = [], changed }: LockedSlide, fullId: string): SlideCredit =>
  deckCredit(
    { title, authors, ...(url !== undefined && { url }), ...(license !== undefined && { license }) },
    [fullId],
    changed,
  );

function outcome({ state }: SlideStatus, conflicts: number, file: string): string {
  if (conflicts > 0)
    return `${conflicts === 1 ? "one place was" : `${conflicts} places were`} changed on both sides: choose between the marks in courses/${file}`;
  if (state === "both") return "merged with what you changed";
  if (state === "changed here") return "what you changed is noted, and its credit says so";
  return state === "changed upstream" ? "brought up to date" : "noted as it is now";
}

/** In which parts a copy differs from what was taken, in words. */
const changesIn = (own: string, taken: string): string | undefined =>
  differingParts(own, taken).join(", ") || undefined;

/** Whether the lock file says already what was changed here. */
function knows(locked: LockedSlide, here: Here): boolean {
  if (!("text" in here) || here.text === undefined) return true;
  const taken = normalText(baseHere(locked));
  return changesIn(normalText(here.text), taken) === locked.changed;
}

/** With the line ends that the file had. */
const withEndsOf = (file: string, text: string): string =>
  file.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text;
