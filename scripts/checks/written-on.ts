/** Finds where a slide's source says something. */
import type { At, DeckFiles, Slide } from "../model.ts";
import { readText } from "../source/text.ts";

/** Where it stands, and in which of the ways that it can be written. */
export interface Written {
  readonly at: At;
  readonly text: string;
}

/**
 * Looks for a text among a slide's lines.
 * @param ways in which it can be written, the likeliest first
 * @returns undefined when it is written in none of them
 */
export function writtenOn(
  { at, endLine }: Slide,
  { files }: DeckFiles,
  ways: readonly string[],
): Written | undefined {
  const file = files.get(at.file);
  if (file === undefined) return undefined;
  const lines = readText(file)
    .text.split("\n")
    .slice(at.line - 1, endLine);
  for (const text of ways) {
    const line = lines.findIndex((written) => written.includes(text));
    if (line !== -1)
      return { at: { ...at, line: at.line + line, column: (lines[line] ?? "").indexOf(text) + 1 }, text };
  }
  return undefined;
}
