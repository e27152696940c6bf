/** The first half of the flow, which `build` and `check` share: a folder becomes a deck, with everything that is wrong in it. */
import { loadBlocks } from "./blocks/index.ts";
import { check } from "./checks/index.ts";
import { sortProblems } from "./diagnostics.ts";
import { readDeck } from "./io/read-deck.ts";
import type { Deck, DeckFiles, Problem } from "./model.ts";
import { parse } from "./source/parse.ts";
import { loadBibtex, needsBibtex } from "./source/references.ts";

/** A deck that was read, parsed and checked; `deck` is undefined when too little of it could be understood. */
export interface LoadedDeck {
  readonly deck: Deck | undefined;
  readonly source: DeckFiles;
  readonly problems: readonly Problem[];
}

/** Folder → Deck, and everything wrong with it. */
export async function loadDeck(folder: string): Promise<LoadedDeck> {
  const { deck: source, problems: reading } = await readDeck(folder);
  const { deck, problems } = await understand(source);
  return { deck, source, problems: sortProblems([...reading, ...problems]) };
}

/** The same for files that are read already. */
export async function understand(source: DeckFiles): Promise<Omit<LoadedDeck, "source">> {
  const blocks = await loadBlocks(source);
  const bibtex = [...source.files.keys()].some(needsBibtex) ? { bibtex: await loadBibtex() } : {};
  const { deck, problems: parsing } = await parse(source, { blocks, ...bibtex });
  const checking = deck === undefined ? [] : check(deck, source);
  return { deck, problems: [...parsing, ...checking] };
}
