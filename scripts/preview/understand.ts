/** A deck's files understood again and again: the same as a build understands, at the cost of what has changed. */
import { loadBlocks } from "../blocks/index.ts";
import { check } from "../checks/index.ts";
import { deckCode, type DeckCode } from "../deck-code.ts";
import { sortProblems } from "../diagnostics.ts";
import { madeSlides } from "../lecture.ts";
import type { BibliographyEntry, Deck, DeckFile, DeckFiles, MadeSlide, Problem } from "../model.ts";
import { columnsOf, type Column } from "../outputs/site/column.ts";
import { bibliographyOf } from "../source/bibliography.ts";
import { parse } from "../source/parse.ts";
import { shorten } from "../source/shorten.ts";
import { loadBibtex, needsBibtex } from "../source/references.ts";
import { keepLooks, keepReader } from "./kept-deck.ts";
import type { DeckOnDisk } from "./deck-on-disk.ts";

/** A deck that can be shown. */
export interface UnderstoodDeck {
  readonly deck: Deck;
  readonly columns: readonly Column[];
  readonly front: readonly MadeSlide[];
  readonly back: readonly MadeSlide[];
  readonly bibliography: readonly BibliographyEntry[];
  /** The deck's own templates and styles, as far as they are used. */
  readonly code: DeckCode["tools"];
}

/** What was understood; `shown` is undefined when there is nothing to show, or when showing it would hide a mistake. */
export interface Understood {
  readonly shown: UnderstoodDeck | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Makes the reader.
 * @param trusted whether the deck's own templates and styles are used
 * @param short without the slides that are marked `.optional`
 */
export function keepUnderstanding(
  trusted: boolean,
  short: boolean,
): (disk: DeckOnDisk) => Promise<Understood> {
  const reader = keepReader();
  const looks = keepLooks();
  const codeOf = keepCode(trusted);
  let madeBefore: { readonly key: string; readonly made: ReturnType<typeof madeSlides> } | undefined;

  return async ({ source, problems: reading }) => {
    const blocks = await loadBlocks(source);
    const bibtex = [...source.files.keys()].some(needsBibtex) ? { bibtex: await loadBibtex() } : {};
    const { deck: whole, problems: parsing } = await parse(source, { blocks, ...bibtex, reader });
    const code = await codeOf(source);
    const found: Problem[] = [...reading, ...parsing, ...code.problems];
    if (whole === undefined) return { shown: undefined, problems: sortProblems(found) };
    found.push(...check(whole, source, looks));
    const { deck, problems: shortening } = short ? shorten(whole) : { deck: whole, problems: [] };
    found.push(...shortening);
    if (deck === undefined || found.some(({ severity }) => severity === "error"))
      return { shown: undefined, problems: sortProblems(found) };
    const { entries: bibliography, problems: citing } = bibliographyOf(deck);
    found.push(...citing);
    // The slides that we make are known by their objects, as the author's are.
    const key = JSON.stringify([deck.meta, bibliography.length > 0]);
    const made = madeBefore?.key === key ? madeBefore.made : madeSlides(deck, bibliography);
    madeBefore = { key, made };
    const columns = columnsOf({ deck, ...made });
    const shown = { deck, columns, ...made, bibliography, code: code.tools };
    const wrong = citing.some(({ severity }) => severity === "error");
    return { shown: wrong ? undefined : shown, problems: sortProblems(found) };
  };
}

/** Compiles the deck's own templates again only when one of them has changed. */
function keepCode(trusted: boolean): (source: DeckFiles) => Promise<DeckCode> {
  let before: { readonly files: readonly DeckFile[]; readonly code: DeckCode } | undefined;
  return async (source) => {
    const files = [...source.files.values()].filter(({ path }) => path.startsWith("templates/"));
    const same = before?.files.length === files.length && before.files.every((file, i) => file === files[i]);
    if (same && before !== undefined) return before.code;
    const code = await deckCode(source, trusted);
    before = { files, code };
    return code;
  };
}
