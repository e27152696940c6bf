/**
 * Finds the words of a problem again in the source of its slide: cleaning sees finished HTML, which has no lines. Words that are complained
 * of several times are found at one place after the other.
 */
import type { Token } from "markdown-it";
import type { Problem } from "../model.ts";
import type { Places } from "./places.ts";

/** The part of a file that a slide is. */
export interface SlideLines {
  /** First line of the slide in the body, from 0. */
  readonly fromLine: number;
  /** The line after its last. */
  readonly toLine: number;
  /** Its blocks: code is shown as it is, so nothing is taken out of it. */
  readonly content: readonly Token[];
}

/** Where a search goes on. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * A function that puts a problem at the place in the slide's lines that it speaks of: the n-th problem of the same words at their n-th place.
 * When the words stand nowhere it gives the problem as it was.
 */
export function problemLocator(places: Places, slide: SlideLines): (problem: Problem) => Problem {
  const code = codeLines(slide.content);
  const next = new Map<string, Position>();
  const last = new Map<string, Position>();

  const find = (words: Words): Position | undefined => {
    const from = next.get(words.text) ?? { line: slide.fromLine, column: 0 };
    for (let line = from.line; line < slide.toLine; line++) {
      if (code.has(line)) continue;
      const text = withoutCode(places.lines[line] ?? "");
      const column = indexIn(text, words, line === from.line ? from.column : 0);
      if (column !== -1) return { line, column };
    }
    return undefined;
  };

  return (problem) => {
    for (const words of wordsOf(problem.message)) {
      const { text } = words;
      // What is written once and used again, such as the address of a reference link, has one place.
      const found = find(words) ?? last.get(text);
      if (found === undefined) continue;
      last.set(text, found);
      next.set(text, { line: found.line, column: found.column + text.length });
      return { ...problem, ...places.line(found.line, found.column), length: text.length };
    }
    return problem;
  };
}

/** Lines of fenced and indented code. */
function codeLines(content: readonly Token[]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { type, map } of content) {
    if (map === null || (type !== "fence" && type !== "code_block")) continue;
    for (let line = map[0]; line < map[1]; line++) lines.add(line);
  }
  return lines;
}

/** A line with spaces for its code spans (CommonMark 6.1: as many backticks end a span as began it). */
function withoutCode(line: string): string {
  if (!line.includes("`")) return line;
  const ticks = [...line.matchAll(/`+/g)].map(({ 0: { length }, index }) => ({ length, index }));
  // From right to left, so that each run of backticks knows the next one of its length.
  const after = new Map<number, number>();
  const closing = ticks
    .map((_, i) => {
      const at = ticks.length - 1 - i;
      const { length } = ticks[at] ?? { length: 0 };
      const found = after.get(length);
      after.set(length, at);
      return found;
    })
    .reverse();
  const parts: string[] = [];
  let done = 0;
  for (let i = 0; i < ticks.length; i++) {
    const open = ticks[i];
    const end = closing[i];
    const close = end === undefined ? undefined : ticks[end];
    if (open === undefined || end === undefined || close === undefined) continue;
    const until = close.index + close.length;
    parts.push(line.slice(done, open.index), " ".repeat(until - open.index));
    done = until;
    i = end;
  }
  return parts.join("") + line.slice(done);
}

/** What to look for. */
interface Words {
  readonly text: string;
  /** Tags and attributes may be written in capitals, and are no part of longer names. */
  readonly name?: boolean;
}

function indexIn(line: string, { text, name = false }: Words, from: number): number {
  if (!name) return line.indexOf(text, from);
  const lower = line.toLowerCase();
  for (let at = lower.indexOf(text, from); at !== -1; at = lower.indexOf(text, at + 1)) {
    if (!/[\w-]/.test(lower[at - 1] ?? " ") && !/[\w-]/.test(lower[at + text.length] ?? " ")) return at;
  }
  return -1;
}

/** What a message quotes: an address, an attribute, a tag. */
function wordsOf(message: string): Words[] {
  const [, quoted] = /"([^"]+)"/.exec(message) ?? [];
  const [address] = /https?:\/\/[^\s]+/.exec(message) ?? [];
  const [, attribute] = /^([\w:-]+)= on/.exec(message) ?? [];
  const [, tag] = /<([\w-]+)>/.exec(message) ?? [];
  return [
    ...(quoted === undefined ? [] : [{ text: quoted }]),
    ...(address === undefined ? [] : [{ text: address }]),
    ...(attribute === undefined ? [] : [{ text: attribute.toLowerCase(), name: true }]),
    ...(tag === undefined ? [] : [{ text: `<${tag.toLowerCase()}`, name: true }]),
  ];
}
