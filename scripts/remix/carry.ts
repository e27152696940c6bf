/** Files that slides bring along: where they lie in the deck that is put together, and the paths in the text. Pure. */
import type { DeckFile } from "../model.ts";
import type { Line } from "./lines.ts";

/** A file of a deck that is put together: a file of one of the decks it comes from. */
export interface PlacedFile {
  /** Which deck: its place in the list of decks; 0 is the one that the course lies in. */
  readonly deck: number;
  /** Its path in that deck. */
  readonly path: string;
  readonly file: DeckFile;
}

/** Places files so that none takes another's place. */
export interface Places {
  readonly placed: ReadonlyMap<string, PlacedFile>;
  /** @returns the path in the deck that is put together: `like`, or the first free one in a folder named after the deck */
  readonly place: (file: PlacedFile, like: string, folder: string) => string;
}

/** @param start files that are there already */
export function makePlaces(start: ReadonlyMap<string, PlacedFile>): Places {
  const placed = new Map(start);
  return {
    placed,
    place: (file, like, folder) => {
      let path = like;
      for (let n = 1; ; n++) {
        const other = placed.get(path);
        if (other === undefined || (other.deck === file.deck && other.path === file.path)) break;
        path = n === 1 ? `${folder}/${like}` : `${folder}-${n}/${like}`;
      }
      placed.set(path, file);
      return path;
    },
  };
}

/** What may stand before and after a path in a text: nothing that could be more of it. */
const BEFORE = String.raw`(?<![\p{L}\p{N}_./%-])(?:\./)?`;
const AFTER = String.raw`(?![\p{L}\p{N}_/%-]|\.[\p{L}\p{N}])`;

/** Files of a folder that a text names, and the text with their new paths. */
export interface Carried {
  readonly lines: readonly Line[];
  /** Paths, as they were, of the files that the text names. */
  readonly named: readonly string[];
}

/**
 * Writes new paths into a text.
 * @param paths of the files that it may name, as it would name them
 * @param moved gives the new path of a file that it does name
 */
export function carryPaths(
  lines: readonly Line[],
  paths: Iterable<string>,
  moved: (path: string) => string,
): Carried {
  const whole = lines.map(({ text }) => text).join("\n");
  const named = [...paths].filter((path) => whole.includes(path) || whole.includes(encodeURI(path)));
  const news = new Map<RegExp, (found: string) => string>();
  const really: string[] = [];
  for (const path of named) {
    const pattern = new RegExp(
      `${BEFORE}(?:${[...new Set([path, encodeURI(path)])].map(escaped).join("|")})${AFTER}`,
      "gu",
    );
    if (!pattern.test(whole)) continue;
    really.push(path);
    const other = moved(path);
    if (other === path) continue;
    news.set(pattern, (found) => (found.includes("%") ? encodeURI(other) : other));
  }
  if (news.size === 0) return { lines, named: really };
  const out = lines.map((line) => {
    let { text } = line;
    for (const [pattern, write] of news) text = text.replace(pattern, write);
    return text === line.text ? line : { text, from: line.from };
  });
  return { lines: out, named: really };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
