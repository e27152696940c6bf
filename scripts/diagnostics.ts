/** Makes, sorts and shows problems. Showing is pure: it returns text. */
import { closestMatch } from "leven";
import type { At, Problem, Severity } from "./model.ts";

/** Extra parts of a problem, all optional. */
export interface ProblemDetails {
  readonly hint?: string;
  readonly length?: number;
}

/**
 * Makes a problem.
 * @param code stable kebab-case name, listed in `docs/problems.md`
 * @param message one sentence without a full stop
 */
export function problem(
  severity: Severity,
  code: string,
  at: At,
  message: string,
  details: ProblemDetails = {},
): Problem {
  return { severity, code, message, file: at.file, line: at.line, column: at.column, ...details };
}

/** A problem that stops the build. */
export const error = (code: string, at: At, message: string, details?: ProblemDetails): Problem =>
  problem("error", code, at, message, details);

/** A problem that the author should see and the build survives; `--strict` makes it an error. */
export const warning = (code: string, at: At, message: string, details?: ProblemDetails): Problem =>
  problem("warning", code, at, message, details);

/**
 * The valid name that was probably meant, or undefined when none is near.
 * A third of the letters may differ, at least one and at most three: further away, suggestions read as nonsense.
 */
export function nearest(written: string, valid: readonly string[]): string | undefined {
  const lower = new Map(valid.map((name) => [name.toLowerCase(), name]));
  const swapped = neighboursSwapped(written.toLowerCase()).find((name) => lower.has(name));
  if (swapped !== undefined) return lower.get(swapped);
  // Another letter is no slip of the only one.
  if (written.length < 2) return lower.get(written.toLowerCase());
  const maxDistance = Math.min(3, Math.max(1, Math.floor(written.length / 3)));
  const match = closestMatch(written.toLowerCase(), [...lower.keys()], { maxDistance });
  return match === undefined ? undefined : lower.get(match);
}

/** The commonest slip of the keys, which counts as two letters otherwise: "titel" for "title". */
function neighboursSwapped(word: string): string[] {
  if (word.length > 40) return [];
  return Array.from(
    { length: Math.max(0, word.length - 1) },
    (_, i) => word.slice(0, i) + (word[i + 1] ?? "") + (word[i] ?? "") + word.slice(i + 2),
  );
}

/** `did you mean "x"?`, or the whole list when nothing is near and the list is short. */
export function suggestion(written: string, valid: readonly string[]): string | undefined {
  const near = nearest(written, valid);
  if (near !== undefined) return `did you mean "${near}"?`;
  return valid.length > 0 && valid.length <= 12 ? `one of: ${valid.join(", ")}` : undefined;
}

/** By file, line and column; errors before warnings at one place. Duplicates are dropped. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return [...problems]
    .sort(
      (a, b) =>
        compare(a.file, b.file) ||
        a.line - b.line ||
        a.column - b.column ||
        compare(a.severity, b.severity) ||
        compare(a.code, b.code),
    )
    .filter((p) => {
      const key = JSON.stringify([p.file, p.line, p.column, p.code, p.message]);
      return seen.has(key) ? false : (seen.add(key), true);
    });
}

/**
 * One problem as people read it: place, message, the source line with a caret, and what to write instead.
 * @param source the text of the problem's file, if it is at hand
 */
export function showProblem(p: Problem, source: string | undefined): string {
  const head = `${p.file}:${p.line}:${p.column} ${p.severity} [${p.code}] ${p.message}`;
  const excerpt = showExcerpt(p, source);
  const hint = p.hint === undefined ? [] : [`  hint: ${p.hint}`];
  return [head, ...(excerpt === "" ? [] : [excerpt]), ...hint].join("\n");
}

/** The source line of a problem, with carets under what is meant; empty where there is none to show. */
export function showExcerpt(p: Problem, source: string | undefined): string {
  const line = source?.split(/\r\n|\n|\r/)[p.line - 1];
  return line === undefined || line.trim() === "" ? "" : frame(line, p).join("\n");
}

/** Longest source excerpt shown around a caret, in characters. */
const FRAME_WIDTH = 100;

function frame(line: string, p: Problem): string[] {
  const column = Math.min(p.column - 1, line.length);
  const start =
    line.length <= FRAME_WIDTH ? 0 : Math.max(0, Math.min(column - 30, line.length - FRAME_WIDTH));
  const excerpt = line.slice(start, start + FRAME_WIDTH).replaceAll("\t", " ");
  const length = Math.max(1, Math.min(p.length ?? 1, excerpt.length - (column - start)));
  const gutter = `  ${p.line} | `;
  return [gutter + excerpt, " ".repeat(gutter.length + column - start) + "^".repeat(length)];
}

/** Whether these problems stop a build. */
export function hasErrors(problems: readonly Problem[], strict: boolean): boolean {
  return problems.some((p) => strict || p.severity === "error");
}

/** `2 errors, 1 warning`. */
export function countProblems(problems: readonly Problem[]): string {
  const count = (severity: Severity) => problems.filter((p) => p.severity === severity).length;
  const say = (n: number, word: string) => `${n} ${word}${n === 1 ? "" : "s"}`;
  return [say(count("error"), "error"), say(count("warning"), "warning")].join(", ");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
