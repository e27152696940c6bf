/** Slides of a course's own: a Markdown file beside it. Pure. */
import { error, nearest } from "../diagnostics.ts";
import type { At, DeckFile, DeckFiles, Problem } from "../model.ts";
import { titled } from "../source/eras.ts";
import { makeFreeIds, slug } from "../source/ids.ts";
import { piecesOf, type SlidePieces, type WrittenEra } from "./era-pieces.ts";
import { besideCourse } from "./paths.ts";
import type { Course } from "./read-course.ts";
import type { SourceSlide } from "./source-deck.ts";

/** A file of the course's own. */
export interface OwnFile {
  readonly id: string;
  /** The file's name in words. */
  readonly name: string;
  readonly front: WrittenEra;
  readonly slides: readonly SourceSlide[];
}

/** Reads slides of the course's own; undefined, and a problem, where there is no such file. */
export function readOwn(
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
