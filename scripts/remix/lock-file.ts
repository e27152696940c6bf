/**
 * `courses/NAME.lock.yaml`: what each borrowed slide was when it was taken. `remix` writes it, `git` merges it, people read it. Pure.
 */
import { Document, isMap, isScalar, visit } from "yaml";
import * as z from "zod";
import { error } from "../diagnostics.ts";
import type { At, Problem } from "../model.ts";
import { readYaml } from "../source/yaml.ts";
import { slideRevision } from "./slide-revision.ts";

/** The version of the file's form that this program reads and writes. */
const VERSION = 1;

const words = z.string().min(1);
/** Nothing that a lock file says leads out of the course's folder. */
const inside = z
  .string()
  .regex(/^(?![/\\])(?!.*(?:^|[/\\])\.\.(?:[/\\]|$)).+$/)
  .meta({ examples: ["seminar/korea--famine--harvest.md"] });
const hash = z.string().regex(/^[0-9a-f]{32}$/);

const slide = z.strictObject({
  deck: words,
  title: words,
  url: words.optional(),
  slide: z.string().regex(/^[^/\s]+\/[^/\s]+$/),
  file: inside.optional(),
  revision: hash,
  commit: z
    .string()
    .regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
    .optional(),
  license: words.optional(),
  authors: z.array(words).optional(),
  parts: z.record(words, hash).optional(),
  renamed: z.record(words, inside).optional(),
  changed: words.optional(),
  base: z.string(),
});

const lock = z.strictObject({ version: z.literal(VERSION), slides: z.record(words, slide).default({}) });

/** One borrowed slide, as it was when it was taken. */
export interface LockedSlide {
  /** Where its deck is, as the course's `decks:` says. */
  readonly deck: string;
  /** The deck's title. */
  readonly title: string;
  /** Where the deck is published. */
  readonly url?: string | undefined;
  /** Its full id in that deck. */
  readonly slide: string;
  /** The copy, by its path from the course's file; absent for a slide that is used where it is. */
  readonly file?: string | undefined;
  /** See `slideRevision`. */
  readonly revision: string;
  /** At which the work tree of the deck's folder stood. */
  readonly commit?: string | undefined;
  /** The deck's licence: an SPDX expression. */
  readonly license?: string | undefined;
  /** The deck's authors. */
  readonly authors?: readonly string[] | undefined;
  /** See `Revised`. */
  readonly parts?: Readonly<Record<string, string>> | undefined;
  /** What has another name in the copy: paths, `@keys`, `account=marks` and `#ids`, old → new. */
  readonly renamed?: Readonly<Record<string, string>> | undefined;
  /** What the copy has that its deck had not, in words. */
  readonly changed?: string | undefined;
  /** Its text then, as it stood in its deck. */
  readonly base: string;
}

/** The borrowed slides by `NAME:era/slide`, where NAME is the course's for the deck. */
export type Lock = Readonly<Record<string, LockedSlide>>;

/** A lock file that was read, and what is wrong with it. */
export interface ReadLock {
  /** Undefined when it cannot be relied on. */
  readonly lock: Lock | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads a lock file. It may have been merged by git, edited by hand or written by a later version of the program.
 * @param file its path, for messages
 */
export function readLock(text: string, file: string): ReadLock {
  const start: At = { file, line: 1, column: 1 };
  const newer = /^version:[ \t]*(\d+)/m.exec(text);
  if (newer !== null && Number(newer[1]) > VERSION) {
    const at = { ...start, line: text.slice(0, newer.index).split("\n").length };
    const hint = "use a newer lanternist: npm install lanternist@latest";
    const message = `a later version of the program wrote this file, in its form ${newer[1]}`;
    return { lock: undefined, problems: [error("lock-newer", at, message, { hint })] };
  }
  const { value, problems, at } = readYaml(text, start, lock);
  if (value === undefined) return { lock: undefined, problems };
  const edited = Object.entries(value.slides).flatMap(([key, { base: written, parts = {}, revision }]) =>
    slideRevision({ text: written, parts }) === revision
      ? []
      : [
          error(
            "lock-edited",
            at(["slides", key, "revision"]),
            `what is kept of "${key}" was edited by hand`,
            {
              hint: "take the file back from your version control, or delete this entry and borrow the slide again",
            },
          ),
        ],
  );
  return { lock: edited.length > 0 ? undefined : value.slides, problems: edited };
}

const HEAD = ` What each borrowed slide was when it was taken, written by "lanternist remix".
 Keep it with the course: without it nobody can say what has changed since.`;

/** The file's text: slides by key, each with its keys in the same order and its text in lines, so that versions of it merge. */
export function writeLock(slides: Lock): string {
  const keys = Object.keys(slides).sort();
  const document = new Document({
    version: VERSION,
    slides: Object.fromEntries(keys.map((key) => [key, ordered(slides[key])])),
  });
  document.commentBefore = HEAD;
  const entries = document.get("slides");
  for (const [index, { key }] of (isMap(entries) ? entries.items : []).entries())
    if (isScalar(key)) key.spaceBefore = index > 0;
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isScalar(key) && key.value === "base" && isScalar(value)) value.type = "BLOCK_LITERAL";
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** The keys in the order of the schema; what is empty or absent is left out. */
function ordered(written: LockedSlide | undefined): Record<string, unknown> {
  const known = Object.entries({ ...written }).filter(
    ([, value]) => value !== undefined && (typeof value !== "object" || Object.keys(value).length > 0),
  );
  const position = (key: string): number => Object.keys(slide.shape).indexOf(key);
  return Object.fromEntries(
    known
      .sort(([a], [b]) => position(a) - position(b))
      .map(([key, value]) => [
        key,
        typeof value === "object" && !Array.isArray(value) ? sorted(value) : value,
      ]),
  );
}

const sorted = (value: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
