/** Which files of a deck are eras, in which order, and what their ids are. */
import { error, warning } from "../diagnostics.ts";
import type { DeckFiles, Problem } from "../model.ts";
import { slug } from "./ids.ts";

/** A file that is an era, before it is read. */
export interface EraFile {
  readonly path: string;
  readonly id: string;
  /** What the file's name begins with. */
  readonly number?: number;
  /** The file's name in words: the era's title when it gives none. */
  readonly name: string;
}

const MARKDOWN = /\.(?:md|markdown)$/i;
/** `02-permission-to-invade.md` */
const NUMBERED = /^(\d+)[-_. ]+(.+)\.(?:md|markdown)$/i;
const NO_ERA = /^(?:readme|licen[cs]e|changelog|contributing)(?:[-_.].*)?\.(?:md|markdown)$/i;

/**
 * Finds the eras.
 * @param strict the deck has a `deck.yaml`: only files whose name begins with a number are eras
 */
export function findEras(files: DeckFiles, strict: boolean): { eras: EraFile[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const candidates = [...files.files.keys()].filter(
    (path) => !path.includes("/") && MARKDOWN.test(path) && !NO_ERA.test(path),
  );
  const chosen = strict ? candidates.filter((path) => NUMBERED.test(path)) : candidates;
  for (const path of candidates) {
    if (chosen.includes(path) || chosen.length === 0) continue;
    const hint = `name it ${String(chosen.length + 1).padStart(2, "0")}-${path}, or move it into a folder`;
    problems.push(
      warning(
        "not-an-era",
        { file: path, line: 1, column: 1 },
        "this file is no era: its name does not begin with a number",
        { hint },
      ),
    );
  }
  const eras: EraFile[] = [];
  const paths = new Map<string, string>();
  for (const path of chosen.sort(byNumberThenName)) {
    const stem = (NUMBERED.exec(path)?.[2] ?? path.replace(MARKDOWN, "")).trim();
    const id = slug(stem);
    const at = { file: path, line: 1, column: 1 };
    const other = paths.get(id);
    if (id === "")
      problems.push(
        error("invalid-era-name", at, "the file's name gives no id", {
          hint: "name it with letters: 01-beginnings.md",
        }),
      );
    else if (other !== undefined)
      problems.push(
        error("duplicate-era", at, `"${other}" is the era "${id}" too`, {
          hint: "give one of the files another name",
        }),
      );
    else {
      paths.set(id, path);
      const number = NUMBERED.exec(path)?.[1];
      eras.push({
        path,
        id,
        ...(number !== undefined && { number: Number(number) }),
        name: titled(stem),
      });
    }
  }
  if (eras.length === 0 && problems.length === 0) problems.push(noEras(files, strict, candidates));
  return { eras, problems };
}

function noEras(files: DeckFiles, strict: boolean, candidates: readonly string[]): Problem {
  const at = { file: strict ? "deck.yaml" : (candidates[0] ?? "."), line: 1, column: 1 };
  const [first] = candidates;
  const hint =
    first === undefined
      ? "add a Markdown file for each era, such as 01-beginnings.md"
      : `name the files of eras with a number: 01-${first}`;
  return error("no-eras", at, `there is no era in "${files.name}"`, { hint });
}

/** `permission-to-invade` → `Permission to invade`. */
export function titled(stem: string): string {
  const words = stem.replace(/[-_.\s]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** By the number that the names begin with, then by name in code units. */
function byNumberThenName(a: string, b: string): number {
  const numbers = [a, b].map((path) => /^\d+/.exec(path)?.[0]);
  const [x, y] = numbers;
  if (x !== undefined && y !== undefined && Number(x) !== Number(y)) return Number(x) - Number(y);
  return a < b ? -1 : a > b ? 1 : 0;
}
