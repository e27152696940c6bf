/** What a reading rule sees and gives: the shapes that every language's rules share. */
import type { Run } from "../../model.ts";

/** A place in a sentence where a rule may read. */
export interface Place {
  readonly text: string;
  /** Where to read from: always the start of a word, a number or a sign. */
  readonly at: number;
  /** Nothing at or after this offset may be read. */
  readonly end: number;
  /** BCP 47. */
  readonly language: string;
  /** The sentence is in capitals: they mean nothing. */
  readonly shouted: boolean;
}

/** What a rule has read: it ends at `to`, which is the end of its last run or after it. */
export interface Match {
  readonly to: number;
  readonly runs: readonly Run[];
}

/** One way to read; undefined where it does not apply. Takes time that depends only on what it consumes. */
export interface Rule {
  readonly name: string;
  /** What the first character must be for the rule to be asked. */
  readonly starts: "letter" | "digit" | "sign";
  readonly read: (place: Place) => Match | undefined;
}

/** A regular expression for rules: sticky, with the places of its groups. */
export const pattern = (source: string): RegExp => new RegExp(source, "dyu");

/** No letter, digit or continued number may follow. */
export const END = "(?![\\p{L}\\p{M}\\p{Nd}]|[.,:/]\\p{Nd})";

type Groups = Readonly<Record<string, string | undefined>>;

/** Words for a named group; `true` says it as written, an empty string shows it without saying. */
export type Said = Readonly<Record<string, string | undefined>>;

/**
 * Makes a rule of a pattern whose named groups become runs, in order.
 * @param say the words for each group that took part, or undefined when the rule does not apply after all
 */
export function rule(
  name: string,
  starts: Rule["starts"],
  regex: RegExp,
  say: (groups: Groups, place: Place, to: number) => Said | undefined,
): Rule {
  return {
    name,
    starts,
    read: (place) => {
      regex.lastIndex = place.at;
      const found = regex.exec(place.text);
      const to = place.at + (found?.[0].length ?? 0);
      if (found === null || to > place.end || to === place.at) return undefined;
      const said = say(found.groups ?? {}, place, to);
      if (said === undefined) return undefined;
      const runs = Object.entries(found.indices?.groups ?? {})
        .flatMap(([group, range]): Run[] => {
          const spoken = said[group];
          return range === undefined || spoken === undefined
            ? []
            : [{ from: range[0], to: range[1], spoken }];
        })
        .sort((a, b) => a.from - b.from);
      return { to, runs };
    },
  };
}

/** The word before a place, in lower case and without its full stop; empty at the start. Looks at most 24 characters back. */
export function wordBefore({ text, at }: Pick<Place, "text" | "at">): string {
  return (/([\p{L}\p{M}'’]+)[.\s-]*$/u.exec(text.slice(Math.max(0, at - 24), at))?.[1] ?? "").toLowerCase();
}

/** The word after an offset, as written; empty at the end. Looks at most 32 characters ahead. */
export function wordAfter(text: string, to: number): string {
  return /^[\s-]*([\p{L}\p{M}'’]+)/u.exec(text.slice(to, to + 32))?.[1] ?? "";
}
