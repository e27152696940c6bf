/** The index of people and places: who and what is mentioned on which slides. Pure. */
import type { Deck, Slide } from "../../../model.ts";
import { sectionId } from "../../../render/slide.ts";
import { collate } from "../../../source/collation.ts";
import { sentenceAnchor } from "./anchors.ts";
import { nameFinder } from "./mentions.ts";
import { personName, placeName, type Name } from "./names.ts";
import { shownTexts } from "./shown-texts.ts";

/** One line of the index. */
export interface IndexEntry {
  /** `Stalin, Joseph`. */
  readonly label: string;
  /** The name in its own script; empty when none is known. */
  readonly native: string;
  readonly mentions: readonly Mention[];
}

/** One slide that mentions a name. */
export interface Mention {
  /** From 1, through the whole lecture; 0 for an era that has the name in its front matter only. */
  readonly slide: number;
  /**
   * Anchors in their order: the slide when what it shows has the name, the first sentence and the last one with it. They may
   * stand on different pages of a long slide.
   */
  readonly anchors: readonly string[];
}

/** The lists of the index; an empty one has no names. */
export interface NameIndex {
  readonly people: readonly IndexEntry[];
  readonly places: readonly IndexEntry[];
}

/** What an index may look at. */
export interface IndexOptions {
  /** Whether the document shows slides, so that what stands only on them counts. */
  readonly withSlides: boolean;
}

interface Known extends Name {
  readonly isPlace: boolean;
}

/** The index of a deck, from the people and places of its eras. */
export function indexOfNames(
  { eras, meta }: Pick<Deck, "eras" | "meta">,
  { withSlides }: IndexOptions = { withSlides: true },
): NameIndex {
  const people = merged(eras.flatMap((era) => era.people).map(personName));
  const places = merged(eras.flatMap((era) => era.places).map(placeName));
  const names: Known[] = [
    ...people.map((name) => Object.assign({}, name, { isPlace: false })),
    ...places.map((name) => Object.assign({}, name, { isPlace: true })),
  ];
  const find = nameFinder(names, meta.language);
  const mentions = new Map<Known, Mention[]>(names.map((name) => [name, []]));
  for (const [i, slide] of eras.flatMap((era) => era.slides).entries()) {
    for (const [name, anchors] of mentionsOn(slide, find, withSlides))
      mentions.get(name)?.push({ slide: i + 1, anchors });
  }
  const entries = (isPlace: boolean): IndexEntry[] =>
    collate(
      names.filter((name) => name.isPlace === isPlace),
      ({ inverted }) => inverted,
      meta.language,
    ).map((name) => {
      const found = mentions.get(name) ?? [];
      return {
        label: name.inverted,
        native: name.native,
        mentions: found.length > 0 ? found : listedIn(name, eras),
      };
    });
  return { people: entries(false), places: entries(true) };
}

/** Every name once, with the script that any era gives it. */
function merged(names: readonly Name[]): Name[] {
  const byName = new Map<string, Name>();
  for (const name of names) {
    const known = byName.get(name.name);
    if (known === undefined || (known.native === "" && name.native !== "")) byName.set(name.name, name);
  }
  return [...byName.values()];
}

/** The names that a slide mentions, with their anchors. */
function mentionsOn(
  slide: Slide,
  find: (text: string) => ReadonlySet<Known>,
  withSlides: boolean,
): Map<Known, string[]> {
  const found = new Map<Known, string[]>();
  const shown = [slide.title, ...(withSlides ? shownTexts(slide) : [])];
  for (const text of shown) for (const name of find(text)) found.set(name, [sectionId(slide.fullId)]);
  const said = new Map<Known, string[]>();
  for (const [i, { text }] of slide.narration.entries())
    for (const name of find(text))
      said.set(name, [...(said.get(name) ?? []).slice(0, 1), sentenceAnchor(slide.fullId, i)]);
  for (const [name, anchors] of said) found.set(name, [...(found.get(name) ?? []), ...anchors]);
  return found;
}

/** Where a name is listed that no slide mentions. */
function listedIn(name: Known, eras: Deck["eras"]): Mention[] {
  return eras
    .filter((era) =>
      (name.isPlace ? era.places.map(placeName) : era.people.map(personName)).some(
        (listed) => listed.name === name.name,
      ),
    )
    .map((era) => ({ slide: 0, anchors: [era.id] }));
}
