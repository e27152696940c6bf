/** Reads a bibliography file as reference managers export it: CSL-JSON, CSL-YAML or BibTeX. */
import * as z from "zod";
import { error, warning } from "../diagnostics.ts";
import type { At, Problem, Reference } from "../model.ts";
import { readYaml } from "./yaml.ts";

/** Turns BibTeX into CSL-JSON items. Throws for text that is no BibTeX. */
export type BibtexReader = (text: string) => unknown;

/** The sources that were read, and what is wrong with the file. */
export interface References {
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
}

/** Reference managers write numbers for ids and leave out the type of what they do not know. */
const item = z.looseObject({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  type: z.string().default("document"),
});
const items = z.array(item);
/** Pandoc's form of CSL-YAML puts the list under a key. */
const listed = z.object({ references: items }).transform((file) => file.references);
const file = z.union([items, listed]);

/** True when reading this file needs `loadBibtex`. */
export const needsBibtex = (path: string): boolean => /\.bib$/i.test(path);

/**
 * Reads a bibliography file.
 * @param at the file's first character
 * @param bibtex what `loadBibtex` gave; only needed for `.bib`
 */
export function readReferences(text: string, at: At, bibtex?: BibtexReader): References {
  if (needsBibtex(at.file))
    return bibtex === undefined ? { references: [], problems: [] } : readBibtex(text, at, bibtex);
  const { value, problems } = readYaml(text.replace(/^\uFEFF/, ""), at, file);
  return value === undefined ? { references: [], problems } : withoutDuplicates(value, at);
}

/** The BibTeX reader, loaded only for decks that have a `.bib` file. */
export async function loadBibtex(): Promise<BibtexReader> {
  return (await import("./bibtex.ts")).readBibtexItems;
}

function readBibtex(text: string, at: At, bibtex: BibtexReader): References {
  const failed = (reason: string, place: At = at): References => ({
    references: [],
    problems: [
      error("bad-bibtex", place, `the BibTeX cannot be read: ${reason}`, {
        hint: "mend the entry that ends or stands here, or export the file again, as BibTeX or CSL JSON",
      }),
    ],
  });
  try {
    const read = items.safeParse(bibtex(text));
    return read.success ? withoutDuplicates(read.data, at) : failed("an entry has no key");
  } catch (cause) {
    const message = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    const [, reason = message, line, column] =
      /^(?:SyntaxError: )?(.*?) at line (\d+) col (\d+)/.exec(message) ?? [];
    return line === undefined
      ? failed(reason)
      : failed(reason, { file: at.file, line: Number(line), column: Number(column) });
  }
}

function withoutDuplicates(read: readonly Reference[], at: At): References {
  const references = new Map<string, Reference>();
  const problems: Problem[] = [];
  for (const reference of read) {
    if (references.has(reference.id))
      problems.push(
        warning("duplicate-source", at, `two sources have the key "${reference.id}"; the first is used`, {
          hint: "give each its own key",
        }),
      );
    else references.set(reference.id, reference);
  }
  return { references: [...references.values()], problems };
}
