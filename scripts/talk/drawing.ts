/**
 * What is drawn on one slide, by all windows that show it. Every change says of some lines whether they are there, each with a
 * version: the higher one wins, so windows that heard the same changes in any order, or twice, show the same. Pure.
 */
import { isRecord, isWrong, readStroke, STROKE_LIMITS, type Stroke } from "./stroke.ts";

/** The last word on one line. */
export interface Mark {
  /** The line's id. */
  readonly id: string;
  /** Counts the words on this line, from 1. */
  readonly version: number;
  /** The line; absent when it is erased. */
  readonly stroke?: Stroke;
}

/** What one window did, as it tells the others. */
export interface Change {
  /** Full id. */
  readonly slide: string;
  readonly way: "do" | "undo" | "redo";
  /** Names one movement of the hand: what it did in several changes is undone at once. */
  readonly gesture: string;
  readonly marks: readonly Mark[];
}

/** What a gesture did, so that it can be undone: the lines before and after. */
export interface Deed {
  readonly gesture: string;
  readonly lines: readonly {
    readonly id: string;
    readonly before: Stroke | undefined;
    readonly after: Stroke | undefined;
  }[];
}

/** One slide. */
export interface Drawing {
  readonly marks: ReadonlyMap<string, Mark>;
  /** What can be undone, last at the end. */
  readonly done: readonly Deed[];
  /** What can be done again, next at the end. */
  readonly undone: readonly Deed[];
}

/** Bounds on one slide. */
export const DRAWING_LIMITS = { strokes: 1_000, erased: 1_000, deeds: 200 } as const;

/** No full id of a slide is longer. */
export const MAX_SLIDE_ID = 400;

/** A slide on which nobody drew. */
export const emptyDrawing: Drawing = { marks: new Map(), done: [], undone: [] };

/** The lines that are there, in the order in which they lie over one another. */
export const strokesOf = ({ marks }: Pick<Drawing, "marks">): Stroke[] =>
  [...marks.values()].flatMap(({ stroke }) => stroke ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));

/** Joins what two sides know of the lines. */
export function mergeMarks(
  ours: ReadonlyMap<string, Mark>,
  theirs: readonly Mark[],
): ReadonlyMap<string, Mark> {
  const merged = new Map(ours);
  for (const mark of theirs) {
    const other = merged.get(mark.id);
    if (other === undefined || wins(mark, other)) merged.set(mark.id, mark);
  }
  return merged;
}

/** Of two words of one version it is the one that erases, else the one that sorts later: both sides choose alike. */
function wins(mark: Mark, other: Mark): boolean {
  if (mark.version !== other.version) return mark.version > other.version;
  if (mark.stroke === undefined || other.stroke === undefined)
    return mark.stroke === undefined && other.stroke !== undefined;
  return JSON.stringify(mark.stroke) > JSON.stringify(other.stroke);
}

/** A change that draws lines; those that are there already are left as they are. */
export const drawn = (
  slide: string,
  gesture: string,
  drawing: Drawing,
  strokes: readonly Stroke[],
): Change => ({
  slide,
  way: "do",
  gesture,
  marks: strokes
    .filter(({ id }) => drawing.marks.get(id)?.stroke === undefined)
    .map((stroke) => said(drawing, stroke.id, stroke)),
});

/** A change that erases lines. */
export const erased = (slide: string, gesture: string, drawing: Drawing, ids: readonly string[]): Change => ({
  slide,
  way: "do",
  gesture,
  marks: ids.map((id) => said(drawing, id, undefined)),
});

/** What undoes the last gesture; undefined when there is none. */
export function undoing(slide: string, drawing: Drawing): Change | undefined {
  const deed = drawing.done.at(-1);
  if (deed === undefined) return undefined;
  const marks = deed.lines.map(({ id, before }) => said(drawing, id, before));
  return { slide, way: "undo", gesture: deed.gesture, marks };
}

/** What does the gesture again that was undone last; undefined when there is none. */
export function redoing(slide: string, drawing: Drawing): Change | undefined {
  const deed = drawing.undone.at(-1);
  if (deed === undefined) return undefined;
  const marks = deed.lines.map(({ id, after }) => said(drawing, id, after));
  return { slide, way: "redo", gesture: deed.gesture, marks };
}

function said({ marks }: Drawing, id: string, stroke: Stroke | undefined): Mark {
  const version = (marks.get(id)?.version ?? 0) + 1;
  return stroke === undefined ? { id, version } : { id, version, stroke };
}

/** The slide after a change, whoever made it. A change that says nothing new leaves all as it is. */
export function changed(drawing: Drawing, change: Change): Drawing {
  const marks = mergeMarks(drawing.marks, change.marks);
  const lines = change.marks.flatMap(({ id }) => {
    const before = drawing.marks.get(id)?.stroke;
    const after = marks.get(id)?.stroke;
    return (before === undefined) === (after === undefined) ? [] : [{ id, before, after }];
  });
  const isOf = (deed: Deed) => deed.gesture === change.gesture;
  if (change.way === "do") {
    if (lines.length === 0) return { ...drawing, marks };
    const last = drawing.done.at(-1);
    const joined = last !== undefined && isOf(last);
    const deed = { gesture: change.gesture, lines: joined ? [...last.lines, ...lines] : lines };
    const done = [...(joined ? drawing.done.slice(0, -1) : drawing.done), deed].slice(-DRAWING_LIMITS.deeds);
    return { marks, done, undone: [] };
  }
  // A deed that is not known here, since this window was reloaded, moves nothing.
  const from = change.way === "undo" ? drawing.done : drawing.undone;
  const deed = from.findLast(isOf);
  const left = from.filter((other) => other !== deed);
  const added = deed === undefined ? [] : [deed];
  return change.way === "undo"
    ? { marks, done: left, undone: [...drawing.undone, ...added] }
    : { marks, done: [...drawing.done, ...added], undone: left };
}

/** A slide as it was kept: its lines can be undone one by one, the last first. */
export function keptDrawing(marks: readonly Mark[]): Drawing {
  const merged = mergeMarks(new Map(), marks);
  const done = strokesOf({ marks: merged }).map((stroke): Deed => ({
    gesture: stroke.id,
    lines: [{ id: stroke.id, before: undefined, after: stroke }],
  }));
  return { marks: merged, done: done.slice(-DRAWING_LIMITS.deeds), undone: [] };
}

/** Without the oldest erased lines, of which no window has kept anything by now. */
export function withoutOldErased(marks: readonly Mark[]): Mark[] {
  const gone = marks.filter(({ stroke }) => stroke === undefined).map(({ id }) => id);
  const old = new Set(gone.sort().slice(0, -DRAWING_LIMITS.erased));
  return marks.filter(({ id }) => !old.has(id));
}

/** Marks from data that anybody may have written, as far as they can be read. */
export function readMarks(value: unknown): Mark[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, DRAWING_LIMITS.strokes + DRAWING_LIMITS.erased).flatMap((one: unknown): Mark[] => {
    if (!isRecord(one)) return [];
    const { id, version, stroke } = one;
    if (typeof id !== "string" || typeof version !== "number") return [];
    if (!Number.isSafeInteger(version) || version < 1) return [];
    if (stroke === undefined) return [{ id, version }];
    const read = readStroke(stroke);
    return isWrong(read) || read.id !== id ? [] : [{ id, version, stroke: read }];
  });
}

/** A change from data that anybody may have written; undefined when it is none. */
export function readChange(value: unknown): Change | undefined {
  if (!isRecord(value)) return undefined;
  const { slide, way, gesture, marks } = value;
  if (typeof slide !== "string" || slide.length > MAX_SLIDE_ID) return undefined;
  if (typeof gesture !== "string" || gesture.length > STROKE_LIMITS.idLength) return undefined;
  if (way !== "do" && way !== "undo" && way !== "redo") return undefined;
  return { slide, way, gesture, marks: readMarks(marks) };
}
