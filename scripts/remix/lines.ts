/** Lines of text that know where their author wrote them: text that is put together from several files keeps its places. */
import type { At, Problem } from "../model.ts";

/** A line, without its end. */
export interface Line {
  readonly text: string;
  /** Where it was written: the same line of another file. */
  readonly from: Origin;
}

/** Where a line comes from. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  /** Every place in the line is this column: the line was made from a value that stands there. Without it, columns stay. */
  readonly column?: number;
  /** How many columns stand before the line where it was written. */
  readonly indent?: number;
}

/** Where everything in a deck that was put together comes from. */
export interface Origins {
  /** Path of a text that was put together → the origins of its lines. */
  readonly lines: ReadonlyMap<string, readonly Origin[]>;
  /** Path of a file that lies elsewhere → how messages name it. */
  readonly files: ReadonlyMap<string, string>;
}

/** The lines of a text that was made from what stands at one place. */
export const linesAt = (text: string, { file, line, column }: At): Line[] =>
  text.split("\n").map((written) => ({ text: written, from: { file, line, column } }));

/**
 * The lines of a text in YAML. Those of a block that keeps its lines (`key: |`) have places of their own.
 * @param at of the value
 * @param source the file's lines
 */
export function linesInYaml(text: string, at: At, source: readonly string[]): Line[] {
  if (!/^\|[-+]?[ \t]*(?:#.*)?$/.test((source[at.line - 1] ?? "").slice(at.column - 1)))
    return linesAt(text, at);
  // YAML 1.2, 8.1.1.1: a block's indent is that of its first line that is not empty.
  const first = source.slice(at.line).find((line) => line.trim() !== "") ?? "";
  const indent = first.search(/\S/);
  return text.split("\n").map((written, index) => ({
    text: written,
    from: { file: at.file, line: at.line + 1 + index, indent },
  }));
}

/** Without the empty lines at both ends. */
export function trimmed(lines: readonly Line[]): Line[] {
  const isFull = ({ text }: Line): boolean => text.trim() !== "";
  const first = lines.findIndex(isFull);
  return first === -1 ? [] : lines.slice(first, lines.findLastIndex(isFull) + 1);
}

/** Stretches with an empty line between them; empty ones are left out. */
export function joined(...stretches: readonly (readonly Line[])[]): Line[] {
  const out: Line[] = [];
  for (const stretch of stretches.map(trimmed)) {
    const [first] = stretch;
    if (first === undefined) continue;
    if (out.length > 0) out.push({ text: "", from: first.from });
    out.push(...stretch);
  }
  return out;
}

/** A place in a deck that was put together, as the place where its author wrote it; other places stay. */
export function originOf<T extends At>(place: T, { lines, files }: Origins): T {
  const written = lines.get(place.file);
  const from = written?.[Math.min(place.line, written.length) - 1];
  if (from === undefined) return { ...place, file: files.get(place.file) ?? place.file };
  return {
    ...place,
    file: from.file,
    line: from.line,
    column: from.column ?? place.column + (from.indent ?? 0),
  };
}

/** Problems of a deck that was put together, at the places where authors can mend them. */
export const withOrigins = (problems: readonly Problem[], origins: Origins): Problem[] =>
  problems.map((problem) => originOf(problem, origins));
