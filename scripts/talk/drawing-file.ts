/**
 * Drawings as a file: what *Save drawings* writes, *Open drawings* reads, and a deck may carry as `drawings.json`.
 * Anybody may have written what is read: it is checked, and what is wrong is said with its place. Pure.
 */
import { DRAWING_LIMITS } from "./drawing.ts";
import { isRecord, isWrong, readStroke, type Stroke, type Wrong } from "./stroke.ts";

/** Says what the file is. */
const FORMAT = "lanternist-drawings";
/** Raised when older programs could not read the file any more. */
const VERSION = 1;
/** Longest file that is read, in characters: some hundred slides full of lines. */
export const MAX_FILE_LENGTH = 8_000_000;

/** Full id of a slide → its lines. */
export type SlideStrokes = Readonly<Record<string, readonly Stroke[]>>;

/** The file's text: one line of text for each line drawn, so that versions of it can be compared. */
export function drawingFile(deck: string, slides: SlideStrokes): string {
  const drawn = Object.entries(slides).filter(([, strokes]) => strokes.length > 0);
  const blocks = drawn.map(([slide, strokes]) => {
    const lines = strokes.map((stroke) => `   ${JSON.stringify(stroke)}`);
    return `  ${JSON.stringify(slide)}: [\n${lines.join(",\n")}\n  ]`;
  });
  const head = ` "format": "${FORMAT}",\n "version": ${VERSION},\n "deck": ${JSON.stringify(deck)}`;
  return `{\n${head},\n "slides": {${blocks.length === 0 ? "" : `\n${blocks.join(",\n")}\n `}}\n}\n`;
}

/** What a file says: the lines of each slide, or the first thing that is wrong with it. */
export function readDrawingFile(text: string): { readonly slides: SlideStrokes } | Wrong {
  const wrong = (path: Wrong["path"], message: string): Wrong => ({ path, message });
  if (text.length > MAX_FILE_LENGTH)
    return wrong([], `a file of drawings may hold ${MAX_FILE_LENGTH} characters`);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return wrong([], "this is not JSON, or a part of it is missing");
  }
  if (!isRecord(value) || value["format"] !== FORMAT)
    return wrong(["format"], `this is no file of drawings: its "format" must be "${FORMAT}"`);
  if (value["version"] !== VERSION)
    return wrong(
      ["version"],
      `drawings of version ${String(value["version"])} cannot be read, only of version ${VERSION}`,
    );
  const { slides } = value;
  if (!isRecord(slides)) return wrong(["slides"], `"slides" must be an object`);
  const read: [string, readonly Stroke[]][] = [];
  for (const [slide, lines] of Object.entries(slides)) {
    if (!Array.isArray(lines)) return wrong(["slides", slide], "the lines of a slide must be a list");
    if (lines.length > DRAWING_LIMITS.strokes)
      return wrong(["slides", slide], `a slide may have ${DRAWING_LIMITS.strokes} lines`);
    const strokes = new Map<string, Stroke>();
    for (const [i, line] of lines.entries()) {
      const stroke = readStroke(line);
      if (isWrong(stroke)) return { ...stroke, path: ["slides", slide, i, ...stroke.path] };
      if (strokes.has(stroke.id))
        return wrong(["slides", slide, i, "id"], `two lines of this slide have the id "${stroke.id}"`);
      strokes.set(stroke.id, stroke);
    }
    read.push([slide, [...strokes.values()]]);
  }
  return { slides: Object.fromEntries(read) };
}
