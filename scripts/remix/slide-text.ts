/** What a slide's text names (files of the deck, sources, an account), and how it reads under other names. Pure. */
import { readCitations } from "../source/markdown/marks.ts";
import { carryPaths } from "./carry.ts";
import { linesAt, type Line } from "./lines.ts";
import { renameKeys } from "./rename-keys.ts";

/** New names for what a slide's text names; what is not in them keeps its name. */
export interface NewNames {
  /** Path of a file, from the folder in which the text stood → path from the one in which it will stand. */
  readonly files: ReadonlyMap<string, string>;
  /** Keys of sources, without `@`. */
  readonly sources: ReadonlyMap<string, string>;
  /** Marks of accounts. */
  readonly accounts: ReadonlyMap<string, string>;
}

/** What a deck is made of is no part of one slide. */
const OF_THE_DECK = /\.(?:md|markdown|ya?ml|bib|hbs|css)$/i;

/** Where a line was written says nothing here. */
const linesOf = (text: string): Line[] => linesAt(text, { file: "", line: 1, column: 1 });

/** The files of the deck that a slide's text names, by path. */
export function filesIn(text: string, paths: Iterable<string>): readonly string[] {
  const shown = [...paths].filter((path) => !OF_THE_DECK.test(path));
  return carryPaths(linesOf(text), shown, (path) => path).named;
}

/** The keys of the sources that a text cites, in order of first mention. */
export function sourcesIn(text: string): string[] {
  const found = [...text.matchAll(/\[(@[^[\]]{1,300})\]/g)];
  const keys = found.flatMap(([, content = ""]) => (readCitations(content) ?? []).map(({ key }) => key));
  return [...new Set(keys)];
}

/** In the braces of a heading, or in reveal-md's comment; the mark stands after what is kept of the line. */
const ACCOUNT = /^((?: {0,3}#{1,6}[ \t].*\{|.*<!--\s*\.slide:).*?\baccount=(["']?))([\p{L}\p{N}_-]+)(?=\2)/mu;

/** The account that a slide's heading, or reveal-md's comment, says it gives. */
export const accountIn = (text: string): string | undefined => ACCOUNT.exec(text)?.[3];

/** The text under new names. */
export function renamed(text: string, { files, sources, accounts }: NewNames): string {
  const moved = carryPaths(linesOf(text), files.keys(), (path) => files.get(path) ?? path).lines;
  const keyed = renameKeys(moved, sources);
  const written = keyed.map((line) => line.text).join("\n");
  return written.replace(
    ACCOUNT,
    (_, before: string, _quote, mark: string) => before + (accounts.get(mark) ?? mark),
  );
}
