/** `remix update`: takes what changed upstream into the copies of a course, and follows what it uses where it is. Pure. */
import type { Pronunciation, Reference } from "../model.ts";
import { deckCredit, owedCredits } from "./borrowed-credits.ts";
import type { BorrowedSlide } from "./borrowed-slide.ts";
import { makeCarrier, type Carrier, type Home } from "./carry-slide.ts";
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
  /** Texts of the files in the course's folder, by path in it. */
  readonly texts: ReadonlyMap<string, string>;
  /** Name of a deck → the commit at which its folder stands. */
  readonly commits: ReadonlyMap<string, string>;
}

/** What an update has found to do so far; it grows from slide to slide. */
interface Draft {
  readonly lock: Record<string, LockedSlide>;
  readonly files: PlannedFile[];
  readonly said: string[];
  readonly credits: SlideCredit[];
  readonly uncredited: SlideCredit[];
  readonly references: Map<string, Reference>;
  readonly pronunciations: Record<string, Pronunciation>;
  readonly accounts: Record<string, string>;
  readonly moved: Map<string, string>;
  conflicts: number;
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
  const { course, home, ownReferences } = context;
  const draft: Draft = {
    lock: { ...course.lock },
    files: [],
    said: [],
    credits: [],
    uncredited: [],
    references: new Map(ownReferences.map((reference) => [reference.id, reference])),
    pronunciations: {},
    accounts: {},
    moved: new Map(),
    conflicts: 0,
  };
  const { files, said, lock, conflicts: _none, references, ...edits } = draft;
  for (const key of forgotten) {
    delete lock[key];
    said.push(`${key}: the course has it no more`);
  }
  const carrier = makeCarrier(home);
  for (const slide of slides) updateSlide(slide, draft, carrier, context);

  const own = [...references.values()];
  const hasNew = own.some((reference) => !ownReferences.includes(reference));
  if (hasNew) files.push({ path: sourcesPath(course.name), text: `${JSON.stringify(own, undefined, 2)}\n` });
  const sources = hasNew ? { sources: `${course.name}/sources.json` } : {};
  const text = editCourse(course.text, { ...edits, ...sources });
  if (text !== course.text) files.push({ path: course.file, text });
  const lockText = writeLock(lock);
  const isFirst = course.lockText === undefined && Object.keys(lock).length === 0;
  if (lockText !== course.lockText && !isFirst) files.push({ path: lockPath(course.name), text: lockText });
  return { files, said, conflicts: draft.conflicts };
}

function updateSlide(slide: FollowedSlide, draft: Draft, carrier: Carrier, context: UpdateContext): void {
  const { key, locked, now, here, status } = slide;
  const { lock, moved, said } = draft;
  const stays = whyItStays(slide);
  if (stays !== undefined) said.push(`${key}: ${stays}`);
  if (stays !== undefined || now === undefined) return;
  if (locked !== undefined && isUnchanged(status) && locked.deck === now.deck.where && knows(locked, here))
    return;
  const nowKey = `${now.deck.name}:${now.fullId}`;
  if (nowKey !== key) {
    delete lock[key];
    moved.set(key, nowKey);
    said.push(`${key}: is ${nowKey} now`);
  }
  const commit = context.commits.get(now.deck.name);
  if (locked?.file !== undefined && "text" in here && here.text !== undefined) {
    const copy = { ...slide, now, locked: { ...locked, file: locked.file }, text: here.text };
    lock[nowKey] = updateCopy(copy, commit, draft, carrier, context);
  } else {
    lock[nowKey] = lockedSlide(now, undefined, undefined, commit);
    said.push(`${key}: ${locked === undefined ? "is followed from now on" : "noted as it is now"}`);
  }
}

/** Why nothing is taken over, if nothing can be. */
function whyItStays({ locked, now, status }: FollowedSlide): string | undefined {
  if (status.state === "unknown") return undefined;
  if (now === undefined)
    return locked?.file === undefined
      ? "gone from its deck; take it out of the course, or copy it from an older version"
      : `gone from its deck; your copy ${locked.file} stays`;
  if (status.state === "no copy")
    return `its copy ${locked?.file ?? ""} is gone, and nothing is made in its place`;
  return status.conflicts === true
    ? `${locked?.file ?? ""} holds marks of a merge; finish that first`
    : undefined;
}

/** A copy that can be brought up to date. */
interface Copy extends FollowedSlide {
  readonly locked: LockedSlide & { readonly file: string };
  readonly now: BorrowedSlide;
  readonly text: string;
}

/** @returns what the lock file keeps of it from now on */
function updateCopy(
  { key, locked, now, status, fullId, text }: Copy,
  commit: string | undefined,
  draft: Draft,
  carrier: Carrier,
  { course, texts }: UpdateContext,
): LockedSlide {
  const { files, said, credits, uncredited, references } = draft;
  const folder = folderOf(course.name);
  const carried = carrier.carry(now, { ...locked, file: locked.file.slice(course.name.length + 1) });
  const versions = {
    base: normalText(baseHere(locked)),
    ours: normalText(text),
    theirs: normalText(carried.text),
  };
  const merged = mergeSlide(versions, { ours: locked.file, theirs: `${now.deck.name}:${now.fullId}` });
  draft.conflicts += merged.conflicts;
  const stands = { there: now.fullId, here: fullId ?? carried.id };
  const owed = owedCredits(now.deck, carried.copies, stands, course.name, texts);
  for (const { from, to } of carried.copies)
    files.push({ path: `${folder}/${to}`, from: { deck: now.deck.name, path: from } });
  files.push(...owed.beside);
  if (merged.text !== versions.ours)
    files.push({ path: `courses/${locked.file}`, text: withEndsOf(text, `${merged.text}\n`) });
  for (const reference of carried.references) references.set(reference.id, reference);
  Object.assign(draft.pronunciations, carried.pronunciations);
  Object.assign(draft.accounts, carried.accounts);
  const changed = changesIn(merged.text, versions.theirs);
  const entry = { ...lockedSlide(now, carried, locked.file, commit), changed };
  if (fullId !== undefined) {
    // Works that are about no slide by name were credited when the first slide was borrowed.
    credits.push(...owed.credits.filter(({ slides }) => slides !== undefined));
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
    ...[...carried.said, ...owed.said].map((line) => `  ${line}`),
  );
  return entry;
}

const isUnchanged = ({ state, moved, license }: SlideStatus): boolean =>
  (state === "same" || state === "changed here") && moved === undefined && license === undefined;

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
