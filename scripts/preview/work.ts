/** What a preview has to take in, and whether it was read too early. Pure. */
import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../model.ts";
import { looksHalfWritten, type ChangedPaths, type DeckOnDisk } from "./deck-on-disk.ts";

/** A file in which something is newly wrong is read once more after this time: it may be half-written. */
export const LOOK_AGAIN_MS = 100;
/** A file that has become empty, or is gone, is looked at so often within that time: mostly its words come at once. */
export const LOOKS = 10;

/** What is to be taken in. */
export interface Work {
  /** Absent when only sound has come. */
  readonly paths?: ChangedPaths;
  /** How often these were read already and looked half-written. */
  readonly looks?: number;
}

/** Both as one. */
export function joined(waiting: Work, more: Work): Work {
  if (waiting.paths === undefined || more.paths === undefined)
    return waiting.paths === undefined ? more : waiting;
  const looks = Math.min(waiting.looks ?? 0, more.looks ?? 0);
  if (waiting.paths === "all" || more.paths === "all") return { paths: "all", looks };
  return { paths: new Set([...waiting.paths, ...more.paths]), looks };
}

/** Whether these files are as they were: a change is told twice. */
export const isSame = (before: DeckOnDisk, now: DeckOnDisk): boolean =>
  before.source.files.size === now.source.files.size &&
  [...now.source.files].every(([path, file]) => before.source.files.get(path) === file) &&
  isDeepStrictEqual(before.problems, now.problems);

/** Whether one of these files is empty, or gone, that was not before. */
export const halfWritten = (before: DeckOnDisk | undefined, now: DeckOnDisk, paths: ChangedPaths): boolean =>
  paths !== "all" &&
  [...paths].some((path) => looksHalfWritten(before?.source.files.get(path), now.source.files.get(path)));

/** Whether something is wrong now that was not wrong before. */
export function hasNewErrors(before: readonly Problem[], now: readonly Problem[]): boolean {
  const textOf = ({ code, file, message }: Problem): string => `${code} ${file} ${message}`;
  const known = new Set(before.map(textOf));
  return now.some((problem) => problem.severity === "error" && !known.has(textOf(problem)));
}
