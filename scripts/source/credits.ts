/**
 * Reads what a deck reuses: `credits:` of `deck.yaml`, and `FILE.credit.yaml` beside a file. What they name is looked up, so that
 * every later stage has deck paths and full ids.
 */
import { creditsInForce, usedBy, type Used } from "../credits/in-force.ts";
import { error, nearest, warning } from "../diagnostics.ts";
import type { At, Credit, DeckFiles, Era, Problem } from "../model.ts";
import { recordingPath } from "../narration/recording-path.ts";
import { defined } from "./deck.ts";
import { creditsOfFileSchema } from "./credit-schema.ts";
import type { DeckYaml } from "./schema.ts";
import { slideNames } from "./slide-names.ts";
import { readText } from "./text.ts";
import { readYaml } from "./yaml.ts";

/** The credits that are owed, and what is wrong with those that are written. */
export interface ReadCredits {
  readonly credits: readonly Credit[];
  readonly problems: readonly Problem[];
}

/** What credits can name. */
export interface CreditedDeck {
  readonly files: DeckFiles;
  readonly eras: readonly Era[];
}

/** The end of a credit's file after the name of the file that it is about. */
export const BESIDE = ".credit.yaml";
/** A credit's file, with the name of the file that it is about; the wrong ending is named as a mistake. */
const OF_FILE = /^(.+)\.credit\.ya?ml$/i;

/**
 * Reads all credits of a deck.
 * @param at the place of a value, by its path from the keys of the deck
 */
export function readCredits(
  { credits, sources }: Pick<DeckYaml, "credits" | "sources">,
  at: (path: readonly PropertyKey[]) => At,
  { files, eras }: CreditedDeck,
): ReadCredits {
  // Most decks that are saved again and again write none, and finding what they could name costs a look at every slide.
  if (credits.length === 0 && ![...files.files.keys()].some((path) => OF_FILE.test(path)))
    return { credits: [], problems: [] };
  const used = usedBy(eras, defined({ sources }));
  const paths = [...files.files.keys()].filter((path) => !path.endsWith(BESIDE)).sort();
  const problems: Problem[] = [];
  const place = (credit: number, key: string) => (item: number) => at(["credits", credit, key, item]);
  // Recordings stay with their owner when a deck's source is passed on, so one may be named that is not there.
  const known = [...new Set([...paths, ...[...used.slides].map(recordingPath)])];
  const names = slideNames(eras);
  const written = credits.map(({ files: patterns, slides, ...rest }, i): Credit => ({
    ...defined(rest),
    ...(patterns !== undefined && { files: findFiles(patterns, known, place(i, "files"), problems) }),
    ...(slides !== undefined && { slides: findSlides(slides, names, place(i, "slides"), problems) }),
  }));
  const besides = creditsBeside(files, known, problems);
  const there: Used = { ...used, files: new Set(paths.filter((path) => used.files.has(path))) };
  return { credits: mergeEqual(creditsInForce([...written, ...besides], there)), problems };
}

function findFiles(
  patterns: readonly string[],
  paths: readonly string[],
  at: (item: number) => At,
  problems: Problem[],
): string[] {
  const found = patterns.flatMap((written, i) => {
    const matching = paths.filter((path) => matches(written, path));
    if (matching.length === 0) {
      const near = written.includes("*") ? undefined : nearest(written, paths);
      const hint = near === undefined ? "name a file or a folder of the deck" : `did you mean "${near}"?`;
      const message = `there is no file "${written}" in the deck`;
      problems.push(error("missing-file", at(i), message, { hint, length: written.length }));
    }
    return matching;
  });
  return [...new Set(found)];
}

function findSlides(
  slides: readonly string[],
  names: ReadonlyMap<string, string>,
  at: (item: number) => At,
  problems: Problem[],
): string[] {
  const found = slides.flatMap((written, i) => {
    const id = names.get(written);
    if (id !== undefined) return [id];
    const near = nearest(written, [...new Set(names.values())]);
    const hint =
      near === undefined ? "name a slide by its full id, such as war/telegram" : `did you mean "${near}"?`;
    const message = `there is no slide "${written}" in the deck`;
    problems.push(error("unknown-slide", at(i), message, { hint, length: written.length }));
    return [];
  });
  return [...new Set(found)];
}

/** Whether a written name stands for a path: itself, the folder that it lies in, or either with `*` for any part of a name. */
export function matches(written: string, path: string): boolean {
  const patterns = written.replace(/^\.\//, "").replace(/\/$/, "").split("/");
  const names = path.split("/");
  return patterns.length <= names.length && patterns.every((pattern, i) => isLike(names[i] ?? "", pattern));
}

/** Matches `*` by going back to the last one only, so that no pattern takes long. */
function isLike(name: string, pattern: string): boolean {
  let [n, p] = [0, 0];
  let star: { readonly p: number; n: number } | undefined;
  while (n < name.length) {
    if (pattern[p] === "*") {
      star = { p, n };
      p += 1;
    } else if (pattern[p] === name[n]) {
      p += 1;
      n += 1;
    } else if (star !== undefined) {
      star.n += 1;
      n = star.n;
      p = star.p + 1;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(p));
}

function creditsBeside({ files }: DeckFiles, known: readonly string[], problems: Problem[]): Credit[] {
  const isKnown = new Set(known);
  return [...files.keys()].sort().flatMap((path): Credit[] => {
    const file = files.get(path) ?? { path, sizeBytes: 0 };
    const of = OF_FILE.exec(file.path)?.[1];
    if (of === undefined) return [];
    const start = { file: file.path, line: 1, column: 1 };
    const owner = isKnown.has(of) ? of : nearest(of, known);
    if (owner === undefined || file.path !== owner + BESIDE) {
      const hint =
        owner === undefined
          ? `a credit of media/map.png is in media/map.png${BESIDE}`
          : `name it ${owner}${BESIDE}`;
      problems.push(
        warning("credit-of-no-file", start, "this credit stands beside no file of that name", { hint }),
      );
      return [];
    }
    const source = readText(file);
    const read = readYaml(source.text, start, creditsOfFileSchema);
    problems.push(...source.problems, ...read.problems);
    const written = read.value === undefined ? [] : Array.isArray(read.value) ? read.value : [read.value];
    return written.map((credit) => Object.assign({ files: [of] }, defined(credit)));
  });
}

/** One credit for what was written twice: beside several files of the same set, say. */
function mergeEqual(credits: readonly Credit[]): Credit[] {
  const merged = new Map<string, Credit>();
  for (const credit of credits) {
    const { title, author, source, license, changes, basis, note } = credit;
    const key = JSON.stringify([title, author, source, license, changes, basis, note]);
    const before = merged.get(key);
    const both = (name: "files" | "slides") => [
      ...new Set([...(before?.[name] ?? []), ...(credit[name] ?? [])]),
    ];
    const [files, slides] = [both("files"), both("slides")];
    merged.set(key, {
      ...credit,
      ...(files.length > 0 && { files }),
      ...(slides.length > 0 && { slides }),
    });
  }
  return [...merged.values()];
}
