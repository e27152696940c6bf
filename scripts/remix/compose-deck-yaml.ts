/** The `deck.yaml` of a course: its own keys, and for the rest those of the deck that it lies in. Pure. */
import { stringify } from "yaml";
import { warning } from "../diagnostics.ts";
import type { At, DeckMeta, Problem } from "../model.ts";
import { keyPlace } from "../source/key-place.ts";
import { deckSchema } from "../source/schema.ts";
import type { PlacedCredit } from "./compose-credits.ts";
import { linesAt, type Line } from "./lines.ts";
import type { Course } from "./read-course.ts";
import type { SourceDeck } from "./source-deck.ts";

/** What comes into it besides. */
export interface DeckYamlParts {
  /** Deck path of the bibliography, if there is one. */
  readonly sources: string | undefined;
  readonly credits: readonly PlacedCredit[];
}

/**
 * What a course does not take over: a title, version, identifier and length of its own; and its own slides at both ends, since a deck
 * may have made its own.
 */
const OWN = new Set(["title", "subtitle", "version", "identifier", "minutes", "front", "back"]);

/**
 * Writes it.
 * @param decks the deck that the course lies in first, then those that slides are really taken from
 */
export function composeDeckYaml(
  course: Course,
  decks: readonly SourceDeck[],
  { sources, credits }: DeckYamlParts,
): { lines: Line[]; problems: Problem[] } {
  const [home, ...others] = decks;
  const problems: Problem[] = [];
  const written = Object.entries(course.yaml).filter(
    ([key, value]) => value !== undefined && !["slides", "decks", "sources"].includes(key),
  );
  const own = new Map(written);
  const inherited = new Map(
    Object.entries(home === undefined ? {} : writtenMeta(home.deck.meta)).filter(([key]) => !OWN.has(key)),
  );
  const url = home?.deck.meta.url;
  if (url !== undefined) inherited.set("url", courseUrl(url, course.name));
  const values = new Map<string, unknown>([...inherited, ...own]);
  for (const key of ["pronunciations", "accounts"] as const)
    values.set(key, mergedWords(key, course, decks, problems));
  values.set("sources", sources);

  const languages = others.filter(({ deck }) => deck.meta.language !== values.get("language"));
  for (const { name = "", deck } of languages)
    problems.push(
      warning(
        "other-language",
        course.at(["decks", name]),
        `the deck "${name}" is in ${deck.meta.language}, and the course in ${String(values.get("language"))}`,
        {
          hint: "its slides will be read as if they were in the language of the course",
        },
      ),
    );
  const place = (key: string): At =>
    own.has(key) || home === undefined ? course.at([key]) : keyPlace(home.files, key);
  const lines = Object.keys(deckSchema.shape).flatMap((key) => {
    if (key === "credits") return creditLines(credits);
    const value = values.get(key);
    if (value === undefined || isEmpty(value)) return [];
    return linesAt(stringify({ [key]: value }, { lineWidth: 0 }).trimEnd(), place(key));
  });
  return { lines, problems };
}

/** Each at the place that makes it due. */
const creditLines = (credits: readonly PlacedCredit[]): Line[] =>
  credits.flatMap(({ credit, at }, index) =>
    linesAt((index === 0 ? "credits:\n" : "") + stringify([credit], { lineWidth: 0 }).trimEnd(), at),
  );

/** A deck's data as its author would write it. */
function writtenMeta(meta: DeckMeta): Record<string, unknown> {
  const handout = meta.handout.map(({ perPage, ...rest }) =>
    perPage === undefined ? rest : { ...rest, "per-page": perPage },
  );
  return { ...meta, handout };
}

/** Where a course is published: its folder in the site of the deck. */
const courseUrl = (url: string, name: string): string =>
  `${url.replace(/[^/]*\.html?$/i, "").replace(/\/?$/, "/")}courses/${name}/`;

/** Words of all decks; the course's own count, then those of the deck that it lies in. */
function mergedWords(
  key: "pronunciations" | "accounts",
  course: Course,
  decks: readonly SourceDeck[],
  problems: Problem[],
): Readonly<Record<string, unknown>> {
  const own: Readonly<Record<string, unknown>> = course.yaml[key] ?? {};
  const merged: Record<string, unknown> = {};
  for (const { deck, name } of decks)
    for (const [word, value] of Object.entries(deck.meta[key])) {
      const other = merged[word];
      merged[word] ??= value;
      if (other === undefined || Object.hasOwn(own, word) || JSON.stringify(other) === JSON.stringify(value))
        continue;
      problems.push(
        warning(
          "two-meanings",
          course.at(["decks", name ?? ""]),
          `the deck "${name ?? ""}" has another entry for "${word}" in ${key} than the deck of the course, whose entry is used`,
          { hint: `say which you want: add "${word}" to ${key} of the course` },
        ),
      );
    }
  return { ...merged, ...own };
}

const isEmpty = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;
