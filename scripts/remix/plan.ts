/** What a `remix` command would do, as data: it is shown, and then done or not. */
import type { Lock } from "./lock-file.ts";

/** A file to write, by its path in the folder of the deck that the course lies in. */
export type PlannedFile =
  | { readonly path: string; readonly text: string }
  /** Copied from a deck that the course borrows from. */
  | { readonly path: string; readonly from: { readonly deck: string; readonly path: string } };

/** Everything to write. */
export interface Plan {
  /**
   * In this order, so that whatever stops the program, the next run finishes: what is named before what names it, the course's file after
   * its slides, and the lock file last.
   */
  readonly files: readonly PlannedFile[];
  /** What is done, and what to know about it; a line each. */
  readonly said: readonly string[];
}

/** What of a course `remix` reads and writes. */
export interface CourseState {
  /** The course's name. */
  readonly name: string;
  /** Deck path of its file, and its text. */
  readonly file: string;
  readonly text: string;
  /** The lock file's text; undefined when there is none. */
  readonly lockText: string | undefined;
  readonly lock: Lock;
}

/** Deck path of a course's lock file. */
export const lockPath = (course: string): string => `courses/${course}.lock.yaml`;
/** Deck path of the folder of what a course borrowed. */
export const folderOf = (course: string): string => `courses/${course}`;
/** Deck path of the bibliography of what it borrowed. */
export const sourcesPath = (course: string): string => `${folderOf(course)}/sources.json`;
