/** The marks between which a merge leaves what two sides changed differently, as git and `remix update` write them. */
import { error } from "../diagnostics.ts";
import type { At, Problem } from "../model.ts";

/** A mark: seven of one sign at the left margin, alone or with a name after it. */
const BEGIN = /^<{7}(?: |$)/;
const END = /^>{7}(?: |$)/;

/** The lines, from 0, that begin a conflict, or end one that has no beginning any more. */
export function conflictLines(text: string): number[] {
  if (!text.includes("<<<<<<<") && !text.includes(">>>>>>>")) return [];
  const found: number[] = [];
  let open = false;
  for (const [index, line] of text.split("\n").entries()) {
    if (BEGIN.test(line)) {
      found.push(index);
      open = true;
    } else if (END.test(line)) {
      if (!open) found.push(index);
      open = false;
    }
  }
  return found;
}

/**
 * An error for each conflict.
 * @param at the place of the text's first character
 * @param indent columns that stand before each line in the file
 */
export const conflicts = (text: string, at: At, indent = 0): Problem[] =>
  conflictLines(text).map((line) =>
    error(
      "merge-conflict",
      { ...at, line: at.line + line, column: indent + 1 },
      "two versions of this text meet here",
      {
        hint: "keep what is right of both and take the three marks out; a line that shall begin so is indented",
        length: 7,
      },
    ),
  );
