/** `drawings.json` of a deck: what the lecturer drew on its slides, as *Save drawings* wrote it. */
import * as z from "zod";
import { error, nearest, warning } from "../diagnostics.ts";
import type { At, DeckFiles, DeckMeta, Era, Problem } from "../model.ts";
import { readDrawingFile, type SlideStrokes } from "../talk/drawing-file.ts";
import type { Stroke } from "../talk/stroke.ts";
import { slideNames } from "./slide-names.ts";
import { readText } from "./text.ts";
import { readYaml } from "./yaml.ts";

/** Its name, in the deck's folder. */
const DRAWINGS = "drawings.json";

/** What is drawn, and what is wrong with the file. */
export interface DeckDrawings {
  /** By the full ids of today; undefined without a file, or with one that cannot be read. */
  readonly drawn: SlideStrokes | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads the deck's drawings, if it has some.
 * @param eras with their slides
 * @param meta says which slides the program makes
 */
export function readDeckDrawings(
  files: DeckFiles,
  eras: readonly Era[],
  meta: Pick<DeckMeta, "front" | "back">,
): DeckDrawings {
  const file = files.files.get(DRAWINGS);
  if (file === undefined) return { drawn: undefined, problems: [] };
  const { text, problems: reading } = readText(file);
  const problems: Problem[] = [...reading];
  const place = placeIn(text);
  const read = readDrawingFile(text);
  if (!("slides" in read)) {
    const details = { hint: "take the file that was saved by the lecture, and change it there" };
    problems.push(error("bad-drawings", place(read.path), read.message, details));
    return { drawn: undefined, problems };
  }
  const ids = slideIds(eras, meta);
  const known = [...new Set(ids.values())];
  const drawn = new Map<string, readonly Stroke[]>();
  for (const [written, strokes] of Object.entries(read.slides)) {
    const id = ids.get(written) ?? ids.get(written.slice(written.indexOf("/") + 1));
    if (id !== undefined) drawn.set(id, [...(drawn.get(id) ?? []), ...strokes]);
    else {
      const near = nearest(written, known);
      const details = {
        length: written.length + 2,
        hint:
          near === undefined
            ? "take its lines out of the file, or give the slide that took its place aliases="
            : `did you mean "${near}"?`,
      };
      const message = `drawings for the slide "${written}", which is not in the deck`;
      problems.push(warning("unknown-drawn-slide", keyIn(text, written), message, details));
    }
  }
  return { drawn: Object.fromEntries(drawn), problems };
}

/** Every way to name a slide, those that the program makes among them → its full id. */
function slideIds(
  eras: readonly Era[],
  { front, back }: Pick<DeckMeta, "front" | "back">,
): ReadonlyMap<string, string> {
  const ids = slideNames(eras);
  for (const kind of front) ids.set(`front/${kind}`, `front/${kind}`);
  for (const kind of back) ids.set(`back/${kind}`, `back/${kind}`);
  return ids;
}

/** The place of a slide's id: the file writes it as its first words of a line. */
function keyIn(text: string, id: string): At {
  const before = text.slice(0, Math.max(0, text.indexOf(JSON.stringify(id)))).split("\n");
  return { file: DRAWINGS, line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

/** Finds the place of a value. JSON is YAML, whose reader knows all places; where it is not even that, the reader says where. */
function placeIn(text: string): (path: readonly PropertyKey[]) => At {
  const start: At = { file: DRAWINGS, line: 1, column: 1 };
  // Only a file with a mistake is read twice.
  return (path) => {
    const { problems, at } = readYaml(text, start, z.unknown());
    const [first] = problems;
    if (path.length > 0 || first === undefined) return at(path);
    return { file: DRAWINGS, line: first.line, column: first.column };
  };
}
