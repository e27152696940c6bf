/** Finds what a course asks for: its entries become eras with the slides that stand in them. Pure. */
import { error, nearest, suggestion } from "../diagnostics.ts";
import type { At, DeckFile, DeckFiles, Problem } from "../model.ts";
import { titled } from "../source/eras.ts";
import { makeFreeIds, slug } from "../source/ids.ts";
import { kindOf, type EntryYaml } from "./course-schema.ts";
import { piecesOf, type SlidePieces, type WrittenEra } from "./era-pieces.ts";
import { besideCourse } from "./paths.ts";
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
      const found = find(entry.use ?? "", sources, useAt, problems);
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
  const at = course.at(["slides", slide.index, isFile ? "file" : "use"]);
  const { line } = course.at(["slides", other.index]);
  const hint = isFile
    ? "give the slide another id in its file"
    : `give it another: - use: ${slide.source.fullId}, and under it id: ${slide.id}-2`;
  return error(
    "duplicate-slide",
    at,
    `the era "${id}" has a slide "${slide.id}" already, from line ${line}`,
    {
      hint,
    },
  );
}

/** Stretches of slides, each of one era, that `use:` names. */
function find(
  use: string,
  sources: ReadonlyMap<string, readonly SourceEra[]>,
  at: At,
  problems: Problem[],
): { era: SourceEra; slides: readonly SourceSlide[] }[] {
  const [, name = "", path = ""] = /^(?:([^:]*):)?(.*)$/.exec(use) ?? [];
  const eras = sources.get(name);
  if (eras === undefined) {
    const names = [...sources.keys()].filter((key) => key !== "");
    const near = nearest(name, names);
    const hint = near === undefined ? `add it: decks: { ${name}: its/folder }` : `did you mean "${near}"?`;
    problems.push(
      error("unknown-deck", at, `the course has no deck "${name}"`, { hint, length: use.length }),
    );
    return [];
  }
  const ends = path.split("..");
  const spans = ends.map((end) => findEnd(end.trim(), eras));
  const wrong = spans.findIndex((span) => span === undefined);
  if (wrong !== -1 || ends.length > 2) {
    problems.push(unknownSlide(use, name, ends[wrong] ?? path, eras, at));
    return [];
  }
  const all = eras.flatMap((era) => era.slides);
  const from = all.findIndex(({ fullId }) => fullId === spans[0]?.first);
  const to = all.findIndex(({ fullId }) => fullId === spans.at(-1)?.last);
  if (to < from) {
    problems.push(
      error("bad-entry", at, `"${use}" ends before it begins`, {
        hint: `write it the other way round: ${ends.toReversed().join("..")}`,
        length: use.length,
      }),
    );
    return [];
  }
  const wanted = new Set(all.slice(from, to + 1));
  return eras
    .map((era) => ({ era, slides: era.slides.filter((slide) => wanted.has(slide)) }))
    .filter(({ slides }) => slides.length > 0);
}

/** The first and the last slide of what a name names: an era, a slide, an alias, or the slide's part where it is the only one. */
function findEnd(name: string, eras: readonly SourceEra[]): { first: string; last: string } | undefined {
  const whole = eras.find(({ era }) => era.id === name);
  const [first, last] = [whole?.slides[0], whole?.slides.at(-1)];
  if (first !== undefined && last !== undefined) return { first: first.fullId, last: last.fullId };
  const slides = eras.flatMap((era) => era.slides);
  const part = name.slice(name.indexOf("/") + 1);
  const alike = slides.filter(({ id }) => id === part);
  const found =
    slides.find(({ fullId }) => fullId === name) ??
    slides.find(({ slide, fullId }) =>
      slide?.aliases.some(
        (alias) => (alias.includes("/") ? alias : fullId.replace(/[^/]*$/, alias)) === name,
      ),
    ) ??
    (alike.length === 1 ? alike[0] : undefined);
  return found === undefined ? undefined : { first: found.fullId, last: found.fullId };
}

function unknownSlide(use: string, name: string, end: string, eras: readonly SourceEra[], at: At): Problem {
  const ids = eras.map(({ era }) => era.id);
  const slides = eras.flatMap((era) => era.slides.map(({ fullId }) => fullId));
  const meant = end.includes("/")
    ? (nearest(end, slides) ??
      nearest(
        end.slice(end.indexOf("/") + 1),
        slides.map((id) => id.slice(id.indexOf("/") + 1)),
      ))
    : (nearest(end, ids) ??
      nearest(
        end,
        slides.map((id) => id.slice(id.indexOf("/") + 1)),
      ));
  const full = slides.find((id) => id === meant || id.endsWith(`/${meant ?? ""}`)) ?? meant;
  const shown = end.includes("/") ? full : ids.includes(meant ?? "") ? meant : full;
  const prefix = name === "" ? "" : `${name}:`;
  const hint =
    shown === undefined
      ? `eras: ${ids.slice(0, 12).join(", ")}${ids.length > 12 ? ", …" : ""}`
      : `did you mean "${prefix}${shown}"?`;
  const what = end.includes("/") ? "slide" : "era";
  const where = name === "" ? "the deck" : `the deck "${name}"`;
  return error("unknown-slide", at, `${where} has no ${what} "${end}"`, { hint, length: use.length });
}

interface OwnFile {
  readonly id: string;
  /** The file's name in words. */
  readonly name: string;
  readonly front: WrittenEra;
  readonly slides: readonly SourceSlide[];
}

/** Slides of the course's own. */
function readOwn(
  course: Course,
  written: string,
  { files }: DeckFiles,
  at: At,
  problems: Problem[],
): OwnFile | undefined {
  const path = besideCourse(course.file, written);
  const file = path === undefined ? undefined : files.get(path);
  if (path === undefined || file === undefined || !/\.(?:md|markdown)$/i.test(path)) {
    problems.push(missingFile(course, written, path, files, at));
    return undefined;
  }
  const stem = (path.split("/").at(-1) ?? "").replace(/\.[^.]*$/, "").replace(/^\d+[-_. ]+/, "");
  const pieces = piecesOf(file, (place) => place, true);
  const free = makeFreeIds("slide");
  const own = (slide: SlidePieces): string | undefined => slide.heading?.attributes.id;
  for (const slide of pieces.slides) free.take(own(slide) ?? "");
  const slides = pieces.slides.map((slide): SourceSlide => {
    const id = own(slide) ?? free.free(slug(slide.heading?.text ?? ""));
    return {
      deck: undefined,
      id,
      fullId: id,
      slide: undefined,
      pieces: slide,
      definitions: pieces.definitions,
      path,
    };
  });
  return { id: slug(stem) || "own", name: titled(stem), front: pieces.front, slides };
}

function missingFile(
  course: Course,
  written: string,
  path: string | undefined,
  files: ReadonlyMap<string, DeckFile>,
  at: At,
): Problem {
  const details = { length: written.length };
  if (path === undefined)
    return error("outside-deck", at, `"${written}" lies outside the deck's folder`, {
      ...details,
      hint: "copy the file into the folder courses/",
    });
  if (files.has(path))
    return error("bad-entry", at, `"${written}" is no Markdown file`, {
      ...details,
      hint: "name a file that ends in .md",
    });
  const folder = course.file.slice(0, course.file.lastIndexOf("/") + 1);
  const near = nearest(
    path,
    [...files.keys()].filter((name) => name.startsWith(folder) && /\.(?:md|markdown)$/i.test(name)),
  );
  return error("missing-file", at, `there is no file "${path}" in the deck`, {
    ...details,
    ...(near !== undefined && { hint: `did you mean "${near.slice(folder.length)}"?` }),
  });
}
