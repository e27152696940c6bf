/** The deck's own data: `deck.yaml`, or what the front matter of a plain folder says. */
import { error } from "../diagnostics.ts";
import type { HandoutChoice } from "../handout-profiles.ts";
import type { At, Author, Credit, DeckFiles, DeckMeta, MadeKind, Problem } from "../model.ts";
import { nearest, warning } from "../diagnostics.ts";
import { titled } from "./eras.ts";
import { deckSchema, type DeckYaml } from "./schema.ts";
import { readText } from "./text.ts";
import { readYaml } from "./yaml.ts";

/** The file that says what a deck is. */
export const DECK_YAML = "deck.yaml";

/** What `deck.yaml` says, before eras are read. */
export interface DeckData {
  /** Undefined when the folder has no `deck.yaml`. */
  readonly yaml: DeckYaml | undefined;
  readonly exists: boolean;
  readonly problems: readonly Problem[];
  /** The place of a value in `deck.yaml`, by its path. */
  readonly at: (path: readonly PropertyKey[]) => At;
}

/** Reads `deck.yaml`. */
export function readDeckYaml(files: DeckFiles): DeckData {
  const file = files.files.get(DECK_YAML);
  if (file === undefined) {
    const problems = [...files.files.keys()].flatMap((path) =>
      !path.includes("/") &&
      /\.ya?ml$/i.test(path) &&
      (path.toLowerCase() === "deck.yml" || nearest(path, [DECK_YAML]) !== undefined)
        ? [
            warning("no-deck-yaml", { file: path, line: 1, column: 1 }, `"${path}" is not read`, {
              hint: `name it ${DECK_YAML}`,
            }),
          ]
        : [],
    );
    const start = { file: DECK_YAML, line: 1, column: 1 };
    return { yaml: undefined, exists: false, problems, at: () => start };
  }
  const source = readText(file);
  const result = readYaml(source.text, { file: DECK_YAML, line: 1, column: 1 }, deckSchema);
  const problems = [...source.problems, ...result.problems];
  const yaml = result.partial ?? deckSchema.parse({ title: titled(files.name) || files.name });
  if (yaml.sources !== undefined && !files.files.has(yaml.sources)) {
    const hint = nearest(yaml.sources, [...files.files.keys()]);
    const details = hint === undefined ? {} : { hint: `did you mean "${hint}"?` };
    problems.push(
      error(
        "missing-file",
        result.at(["sources"]),
        `there is no file "${yaml.sources}" in the deck`,
        details,
      ),
    );
  }
  return { yaml, exists: true, problems, at: result.at };
}

/** What the deck's made slides depend on besides `deck.yaml`. */
export interface DeckShape {
  readonly hasDeckYaml: boolean;
  /** The layout of the first slide. */
  readonly firstLayout: string | undefined;
}

/**
 * The deck's data with its defaults.
 * @param credits as `readCredits` gives them
 */
export function deckMeta(
  yaml: DeckYaml,
  { hasDeckYaml, firstLayout }: DeckShape,
  credits: readonly Credit[],
): DeckMeta {
  const { front, back, authors, handout, ...rest } = yaml;
  const madeFront: MadeKind[] = hasDeckYaml && firstLayout !== "title" ? ["title"] : [];
  const madeBack: MadeKind[] = [
    ...(yaml.sources === undefined ? [] : ["sources" as const]),
    ...(hasDeckYaml ? ["credits" as const] : []),
  ];
  return {
    ...defined(rest),
    authors: authors.map((author): Author => {
      const orcid = "orcid" in author ? author.orcid?.replace(/^https:\/\/orcid\.org\//, "") : undefined;
      return orcid === undefined ? { name: author.name } : { name: author.name, orcid };
    }),
    credits,
    handout: handout.map(handoutChoice),
    pronunciations: yaml.pronunciations,
    front: front ?? madeFront,
    back: back ?? madeBack,
  };
}

function handoutChoice(written: DeckYaml["handout"][number]): HandoutChoice {
  if (!("per-page" in written)) return defined(written);
  const { "per-page": perPage, ...rest } = written;
  return defined({ ...rest, perPage });
}

/** The same without keys that are undefined, as the model wants it. */
// oxlint-disable typescript/no-unsafe-type-assertion -- the type says what the filter does
export function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
