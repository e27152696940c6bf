/** Finds the words of a problem again in the source of its slide: cleaning sees finished HTML, which has no lines. */
import type { Problem } from "../model.ts";
import type { Places } from "./places.ts";

/**
 * The problem at the place in the slide's lines that it speaks of, or as it was when that cannot be found.
 * @param from first line of the slide in the body, from 0
 * @param to the line after its last
 */
export function locateProblem(problem: Problem, places: Places, from: number, to: number): Problem {
  for (const words of wordsOf(problem.message)) {
    for (let line = from; line < to; line++) {
      const column = places.lines[line]?.indexOf(words) ?? -1;
      if (column !== -1) return { ...problem, ...places.line(line, column), length: words.length };
    }
  }
  return problem;
}

/** What a message quotes: an address, an attribute, a tag. */
function wordsOf(message: string): string[] {
  const [, quoted] = /"([^"]+)"/.exec(message) ?? [];
  const [address] = /https?:\/\/[^\s]+/.exec(message) ?? [];
  const [, attribute] = /^([\w:-]+)= on/.exec(message) ?? [];
  const [, tag] = /<([\w-]+)>/.exec(message) ?? [];
  const words = [quoted, address, attribute, tag === undefined ? undefined : `<${tag}`];
  return words.filter((word) => word !== undefined);
}
