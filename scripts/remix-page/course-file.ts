/** A selection as a course file, ready for the folder `courses/` of the deck. Pure. */
import type { LectureIndex } from "../player/data.ts";
import { namedPieces, pieceName, type Names } from "../player/selection.ts";
import type { Track, TrackSlide } from "../player/track.ts";
import { ownIn, type Draft } from "./draft.ts";
import { ownMarkdown } from "./own-markdown.ts";

/** One file of the course, by its path in `courses/`. */
export interface CourseFile {
  readonly path: string;
  readonly text: string;
}

/** A course of a lecture. */
export interface Course {
  /** What the file is called, and the course on the command line. */
  readonly name: string;
  /** The course file first; slides of one's own lie in a folder beside it. */
  readonly files: readonly CourseFile[];
}

/** Writes the course. Whole eras and neighbours are joined. Without a title of its own it has the lecture's: a course needs one. */
export function courseOf(draft: Draft, track: Track, index: Names & Pick<LectureIndex, "title">): Course {
  const name = courseName(draft.title);
  const pathOf = (id: string) => `${name}/${id}.md`;
  const title = draft.title === "" ? index.title : draft.title;
  const slides = new Map(track.slides.map((slide) => [slide.fullId, slide]));
  const [opening] = draft.items;
  // Slides of one's own stand in the era that is open; at the beginning none is.
  const entries = opening !== undefined && "own" in opening ? [`  - era: ${scalar(title)}`] : [];
  let run: TrackSlide[] = [];
  const endRun = () => {
    for (const piece of namedPieces(track, run))
      entries.push(`  - use: ${scalar(pieceName(track, index, piece))}`);
    run = [];
  };
  for (const item of draft.items) {
    if ("slide" in item) {
      const slide = slides.get(item.slide);
      if (slide !== undefined) run.push(slide);
    } else {
      endRun();
      entries.push(`  - file: ${scalar(pathOf(item.own.id))}`);
    }
  }
  endRun();
  const lines = [
    `# Into the folder courses/ of the deck; then: lanternist build --course ${name}`,
    `title: ${scalar(title)}`,
    "slides:",
    ...entries,
  ];
  return {
    name,
    files: [
      { path: `${name}.yaml`, text: `${lines.join("\n")}\n` },
      ...ownIn(draft).map((own) => ({ path: pathOf(own.id), text: ownMarkdown(own) })),
    ],
  };
}

/** What a course is called where it has no title that makes a name. */
const NAMELESS = "selection";
const NAME_LENGTH = 60;

/** The title in plain letters: it becomes a file's name, a folder's, and part of an address. */
export function courseName(title: string): string {
  const plain = title
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, NAME_LENGTH)
    .replace(/^-+|-+$/g, "");
  return plain === "" ? NAMELESS : plain;
}

/** What YAML takes for text as it stands: names with letters first, and no words that mean something else (YAML 1.1, `bool` and `null`). */
const PLAIN = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)\p{L}[\p{L}\p{M}\p{N}/.-]*$/iu;

/** Text in YAML: as it stands, or in double quotes, where what JSON writes is what YAML reads (YAML 1.2, 1.3). */
const scalar = (text: string): string => (PLAIN.test(text) ? text : JSON.stringify(text));
