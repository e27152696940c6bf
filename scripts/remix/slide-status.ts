/** What has become of a borrowed slide, upstream and here. Pure. */
import type { BorrowedSlide } from "./borrowed-slide.ts";
import type { LockedSlide } from "./lock-file.ts";
import { asCopied } from "./renames.ts";
import { normalText } from "./slide-revision.ts";
import { conflictLines } from "../source/conflict-marks.ts";

/** What has changed since the slide was taken. */
export type SlideState =
  | "same"
  | "changed upstream"
  | "changed here"
  | "both"
  /** Its deck has it no more. */
  | "gone"
  /** Its deck has it, and the copy of the course is gone. */
  | "no copy"
  /** Used where it is, and not in the lock file yet. */
  | "new"
  /** Its deck cannot be read. */
  | "unknown";

/** One slide's status, as `remix status` tells it. */
export interface SlideStatus {
  /** `korea:famine/harvest`. */
  readonly slide: string;
  readonly state: SlideState;
  /** The copy, by its path from the course's file; absent for a slide that is used where it is. */
  readonly file?: string;
  /** Its full id in its deck now, where that is another one. */
  readonly moved?: string;
  /** The deck's licence, where it is another one now; `null` for none. */
  readonly license?: { readonly was: string | null; readonly now: string | null };
  /** The copy holds marks of a merge that is to be finished. */
  readonly conflicts?: true;
}

/** What there is here of a slide. */
export type Here =
  /** The copy's text, and the parts that came along as they are here: see `Revised`. Undefined text: the copy is gone. */
  | { readonly text: string | undefined; readonly parts: Readonly<Record<string, string>> }
  /** Used where it is; `changes` says what the course writes otherwise. */
  | { readonly changes: string | undefined };

/** The base of a copy: what it would be if nothing had been changed here since. */
export const baseHere = (locked: LockedSlide): string => asCopied(locked.base, locked.renamed ?? {});

/**
 * A slide's status.
 * @param now the slide as its deck has it; undefined when it is gone
 */
export function statusOf(
  key: string,
  locked: LockedSlide,
  now: BorrowedSlide | undefined,
  here: Here,
): SlideStatus {
  const was = locked.license ?? null;
  const license = now?.deck.deck.meta.license ?? null;
  const text = "text" in here ? here.text : undefined;
  return {
    slide: key,
    state: stateOf(locked, now, here),
    ...(locked.file !== undefined && { file: locked.file }),
    ...(now !== undefined && now.fullId !== locked.slide && { moved: now.fullId }),
    ...(now !== undefined && license !== was && { license: { was, now: license } }),
    ...(text !== undefined && conflictLines(text).length > 0 && { conflicts: true as const }),
  };
}

function stateOf(locked: LockedSlide, now: BorrowedSlide | undefined, here: Here): SlideState {
  if (now === undefined) return "gone";
  if ("text" in here && here.text === undefined) return "no copy";
  const upstream = now.revision !== locked.revision;
  const own = changedHere(locked, here);
  if (upstream) return own ? "both" : "changed upstream";
  return own ? "changed here" : "same";
}

/** Whether a copy, or what came along with it, is no longer what was taken. */
export function changedHere(locked: LockedSlide, here: Here): boolean {
  if ("changes" in here) return here.changes !== undefined;
  if (here.text === undefined) return false;
  if (normalText(here.text) !== normalText(baseHere(locked))) return true;
  return Object.entries(here.parts).some(([part, hash]) => (locked.parts?.[part] ?? hash) !== hash);
}
