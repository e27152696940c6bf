/** Finds what a course asks for: its entries become eras with the slides that stand in them. Pure. */
import { error, suggestion } from "../diagnostics.ts";
import type { At, DeckFiles, Problem } from "../model.ts";
import { makeFreeIds, slug } from "../source/ids.ts";
import { kindOf, type EntryYaml } from "./course-schema.ts";
import { type WrittenEra } from "./era-pieces.ts";
import { findSlides } from "./find-slides.ts";
import { readOwn } from "./own-file.ts";
import type { Course } from "./read-course.ts";
import { erasOf, type SourceDeck, type SourceEra, type SourceSlide } from "./source-deck.ts";

/** An era of a course, before its text is put together. */
export interface PickedEra {
  readonly id: string;
  readonly front: WrittenEra;
  readonly slides: readonly PickedSlide[];
  /** Where the course asks for it. */
  readonly at: At;
}

/** A slide of a course. */
export interface PickedSlide {
  readonly source: SourceSlide;
  /** Its id in the course. */
  readonly id: string;
  readonly entry: EntryYaml;
  /** Of the entry in `slides:`. */
  readonly index: number;
  readonly at: At;
}

interface OpenEra {
  readonly id: string;
  readonly front: WrittenEra;
  readonly slides: PickedSlide[];
  readonly at: At;
  /** Takes the slides that follow whatever era they come from. */
  readonly isOwn: boolean;
  /** The era that it was opened for. */
  readonly of: SourceEra | undefined;
}

/**
 * Picks the slides.
 * @param decks the deck that the course lies in first, then its `decks:`
 * @param home the files of the deck that the course lies in
 */
export function pick(
  course: Course,
  decks: readonly SourceDeck[],
  home: DeckFiles,
): { eras: PickedEra[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const eras: OpenEra[] = [];
  const ids = makeFreeIds("era");
  const sources = new Map(decks.map((deck) => [deck.name ?? "", erasOf(deck)]));
  let open: OpenEra | undefined;

  /** @param id one that must not be taken; without it the first free one like the source's */
  const openEra = (
    id: string | undefined,
    like: string,
    era: Omit<OpenEra, "id" | "slides">,
    place: At,
  ): OpenEra => {
    if (id !== undefined && ids.has(id))
      problems.push(
        error("duplicate-era", place, `two eras of the course have the id "${id}"`, {
          hint: "give one of them another, with id:",
        }),
      );
    const opened = { ...era, id: id === undefined || ids.has(id) ? ids.free(id ?? like) : id, slides: [] };
    ids.take(opened.id);
    eras.push(opened);
    return opened;
  };
  const take = (era: OpenEra, slides: readonly SourceSlide[], entry: EntryYaml, index: number): void => {
    for (const source of slides) {
      const id = kindOf(entry) === "slide" ? (entry.id ?? source.id) : source.id;
      const at = course.at(["slides", index]);
      era.slides.push({ source, id, entry, index, at });
    }
  };

  for (const [index, entry] of course.yaml.slides.entries()) {
    const kind = kindOf(entry);
    const at = course.at(["slides", index]);
    const useAt = course.at(["slides", index, "use"]);
    if (kind === "ownEra") {
      const front: WrittenEra = { ...frontOf(entry), title: entry.era };
      const like = slug(entry.era ?? "") || "era";
      open = openEra(
        entry.id,
        like,
        { front, at, isOwn: true, of: undefined },
        course.at(["slides", index, "id"]),
      );
    } else if (kind === "file") {
      const fileAt = course.at(["slides", index, "file"]);
      const own = readOwn(course, entry.file ?? "", home, fileAt, problems);
      if (own === undefined) continue;
      if (own.front.title !== undefined || open === undefined) {
        const front = { ...own.front, title: own.front.title ?? own.name };
        open = openEra(undefined, own.id, { front, at, isOwn: true, of: undefined }, fileAt);
      }
      take(open, own.slides, entry, index);
    } else {
      const found = findSlides(entry.use ?? "", sources, useAt, problems);
      if (kind === "era" && found[0] !== undefined) {
        const [{ era }] = found;
        // The minutes that are planned for all of it are no plan for a part.
        const minutes = entry.only === undefined ? era.front.minutes : undefined;
        const front = { ...era.front, title: era.era.title, minutes, ...frontOf(entry) };
        const id = entry.id ?? era.era.id;
        open = openEra(id, id, { front, at, isOwn: false, of: era }, useAt);
        take(open, onlyOf(era, entry, index, course, problems), entry, index);
        continue;
      }
      for (const { era, slides } of found) {
        if (open === undefined || (!open.isOwn && open.of !== era)) {
          const front = { ...era.front, title: era.era.title, minutes: undefined };
          open = openEra(undefined, era.era.id, { front, at, isOwn: false, of: era }, useAt);
        }
        take(open, slides, entry, index);
      }
    }
  }
  return { eras: withoutTwins(eras, course, problems), problems };
}

/** The slides of an era that an entry asks for. */
function onlyOf(
  { era, slides }: SourceEra,
  { only }: EntryYaml,
  index: number,
  course: Course,
  problems: Problem[],
): readonly SourceSlide[] {
  if (only === undefined) return slides;
  const known = slides.map(({ id }) => id);
  return only.flatMap((id, position) => {
    const found = slides.find((slide) => slide.id === id || slide.fullId === id);
    if (found !== undefined) return [found];
    const at = course.at(["slides", index, "only", position]);
    const hint = suggestion(id, known) ?? `slides: ${known.join(", ")}`;
    problems.push(
      error("unknown-slide", at, `the era "${era.id}" has no slide "${id}"`, { hint, length: id.length }),
    );
    return [];
  });
}

/** The keys of an era that an entry writes. */
function frontOf(entry: EntryYaml): WrittenEra {
  const { title, span, places, people, summary, terms, questions, minutes } = entry;
  const written = { title, span, places, people, summary, terms, questions, minutes };
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
}

/** Takes out slides whose full id another has: nothing is renamed behind the author's back. */
function withoutTwins(eras: readonly OpenEra[], course: Course, problems: Problem[]): PickedEra[] {
  return eras.map((era) => {
    const seen = new Map<string, PickedSlide>();
    for (const slide of era.slides) {
      const other = seen.get(slide.id);
      if (other === undefined) seen.set(slide.id, slide);
      else problems.push(twin(era, slide, other, course));
    }
    return { id: era.id, front: era.front, at: era.at, slides: [...seen.values()] };
  });
}

function twin({ id }: OpenEra, slide: PickedSlide, other: PickedSlide, course: Course): Problem {
  const isFile = kindOf(slide.entry) === "file";
  const deck = slide.source.deck?.name;
  const at = course.at(["slides", slide.index, isFile ? "file" : "use"]);
  const { line } = course.at(["slides", other.index]);
  const hint = isFile
    ? "give the slide another id in its file"
    : `give it another: - use: ${deck === undefined ? "" : `${deck}:`}${slide.source.fullId}, and under it id: ${slide.id}-2`;
  return error(
    "duplicate-slide",
    at,
    `the era "${id}" has a slide "${slide.id}" already, from line ${line}`,
    {
      hint,
    },
  );
}
