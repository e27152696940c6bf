/** Problems as pages show them. Pure. */
import { error, showExcerpt } from "../diagnostics.ts";
import type { Problem } from "../model.ts";
import type { DeckOnDisk } from "./deck-on-disk.ts";
import type { ShownProblem } from "./messages.ts";

/** A problem with its source line. */
export function shownProblem(problem: Problem, disk: DeckOnDisk | undefined): ShownProblem {
  const bytes = disk?.source.files.get(problem.file)?.bytes;
  const { severity, code, file, line, column, message, hint } = problem;
  const excerpt = showExcerpt(problem, bytes === undefined ? undefined : new TextDecoder().decode(bytes));
  return { severity, code, file, line, column, message, excerpt, ...(hint !== undefined && { hint }) };
}

/**
 * The problem of a deck that cannot be read at all.
 * @param code of the system
 */
export function unreadable(code: string): Problem {
  const isGone = code === "ENOENT" || code === "ENOTDIR";
  const message = isGone ? "the deck's folder is gone" : `the deck's folder cannot be read (${code})`;
  const hint = isGone
    ? "put it back: the preview goes on by itself"
    : "mend that: the preview goes on by itself";
  return error("deck-gone", { file: ".", line: 1, column: 1 }, message, { hint });
}
