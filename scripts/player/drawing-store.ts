/**
 * What is drawn on the slides: by this window, by the others of the talk, and by the deck itself. Kept in the browser, together
 * with what other tabs write there; what the deck carries need not be kept.
 */
import {
  changed,
  drawn,
  DRAWING_LIMITS,
  emptyDrawing,
  erased,
  keptDrawing,
  mergeMarks,
  readMarks,
  redoing,
  strokesOf,
  undoing,
  withoutOldErased,
  type Change,
  type Drawing,
  type Mark,
} from "../talk/drawing.ts";
import type { TalkLink } from "../talk/messages.ts";
import { isRecord, type Stroke } from "../talk/stroke.ts";
import { followMemory, openMemory } from "./memory.ts";

const NAME = "drawings";
/** Lines that follow each other fast are kept together. */
const SAVE_AFTER_MS = 1_000;

/** The drawings of a lecture. Slides are named by their full ids. */
export interface DrawingStore {
  readonly of: (slide: string) => Drawing;
  /** The line that another window draws at this moment. */
  readonly liveOf: (slide: string) => Stroke | undefined;
  /** Slides with at least one line. */
  readonly slides: () => readonly string[];
  /** On how many slides something is kept in this browser. */
  readonly ownCount: () => number;
  /** Adds lines. Says whether the slide had room for them all; if not, none is added. */
  readonly add: (slide: string, gesture: string, strokes: readonly Stroke[]) => boolean;
  readonly erase: (slide: string, gesture: string, ids: readonly string[]) => void;
  readonly undo: (slide: string) => void;
  readonly redo: (slide: string) => void;
  /** Takes in lines that the deck carries: they are there unless they were erased here. */
  readonly carry: (slide: string, strokes: readonly Stroke[]) => void;
  /** Shows others a line as far as it is drawn. */
  readonly tellLive: (slide: string, stroke: Stroke | undefined) => void;
  /** False once the browser has refused to keep them. */
  readonly areKept: () => boolean;
  /** Takes all out of the browser that the deck does not carry. */
  readonly forget: () => void;
  /** Called when anything has changed. */
  readonly follow: (changed: () => void) => void;
}

/**
 * Opens the drawings of a lecture.
 * @param drawer the lecture's own drawer of the browser's memory
 * @param link to the other windows of the talk
 */
export function openDrawings(drawer: string, link: TalkLink): DrawingStore {
  const memory = openMemory(drawer);
  const drawings = new Map<string, Drawing>();
  const carried = new Map<string, Map<string, Mark>>();
  const live = new Map<string, Stroke>();
  const listeners: (() => void)[] = [];
  let kept = memory.set(`${NAME}-tried`, undefined);
  let saving: ReturnType<typeof setTimeout> | undefined;
  let askedOthers = false;

  for (const [slide, marks] of inBrowser()) drawings.set(slide, keptDrawing(marks));

  const of = (slide: string) => drawings.get(slide) ?? emptyDrawing;
  const tell = () => {
    for (const listener of listeners) listener();
  };

  function inBrowser(): [string, Mark[]][] {
    const value = memory.get(NAME);
    return isRecord(value) ? Object.entries(value).map(([slide, marks]) => [slide, readMarks(marks)]) : [];
  }

  function put(slide: string, drawing: Drawing): void {
    drawings.set(slide, drawing);
    saving ??= setTimeout(save, SAVE_AFTER_MS);
    tell();
  }

  /** Joins other tabs' marks with ours; they were told of ours, or read them in the browser. */
  function join(slide: string, marks: readonly Mark[]): void {
    const drawing = of(slide);
    drawings.set(slide, { ...drawing, marks: mergeMarks(drawing.marks, marks) });
  }

  /** All but what the deck carries, by slide. */
  function own(): (readonly [string, Mark[]])[] {
    const entries = [...drawings].map(([slide, { marks }]) => {
      const deck = carried.get(slide);
      const ours = [...marks.values()].filter((mark) => deck?.get(mark.id)?.version !== mark.version);
      return [slide, withoutOldErased(ours)] as const;
    });
    return entries.filter(([, marks]) => marks.length > 0);
  }

  function save(): void {
    clearTimeout(saving);
    saving = undefined;
    for (const [slide, marks] of inBrowser()) join(slide, marks);
    const full = own();
    kept = memory.set(NAME, full.length === 0 ? undefined : Object.fromEntries(full));
  }

  /** Makes a change here and tells the others. */
  function make(change: Change | undefined): void {
    if (change === undefined || change.marks.length === 0) return;
    link.send({ kind: "draw", change });
    put(change.slide, changed(of(change.slide), change));
  }

  function restart(): void {
    clearTimeout(saving);
    saving = undefined;
    drawings.clear();
    for (const [slide, marks] of carried) drawings.set(slide, { ...emptyDrawing, marks });
  }

  link.listen((message) => {
    // Whoever is heard first may have lines that are not kept in this browser.
    if (!askedOthers) {
      askedOthers = true;
      link.send({ kind: "drawings-wanted" });
    }
    switch (message.kind) {
      case "drawings-wanted":
        for (const [slide, { marks }] of drawings)
          link.send({ kind: "drawings", slide, marks: [...marks.values()] });
        return;
      case "drawings":
        join(message.slide, message.marks);
        return put(message.slide, of(message.slide));
      case "draw": {
        const { change } = message;
        if (change.marks.some(({ id }) => id === live.get(change.slide)?.id)) live.delete(change.slide);
        return put(change.slide, changed(of(change.slide), change));
      }
      case "drawing":
        if (message.stroke === undefined) live.delete(message.slide);
        else live.set(message.slide, message.stroke);
        return tell();
    }
  });
  followMemory(drawer, NAME, () => {
    // Where nothing is left the reader has had it all forgotten.
    if (memory.get(NAME) === undefined) restart();
    else for (const [slide, marks] of inBrowser()) join(slide, marks);
    tell();
  });
  const saveNow = () => {
    if (saving !== undefined) save();
  };
  window.addEventListener("pagehide", saveNow);
  // A tab that nobody looks at may be ended without a word.
  document.addEventListener("visibilitychange", saveNow);

  return {
    of,
    liveOf: (slide) => live.get(slide),
    slides: () =>
      [...drawings].filter(([, drawing]) => strokesOf(drawing).length > 0).map(([slide]) => slide),
    ownCount: () => own().length,
    add: (slide, gesture, strokes) => {
      const change = drawn(slide, gesture, of(slide), strokes);
      const hasRoom = strokesOf(of(slide)).length + change.marks.length <= DRAWING_LIMITS.strokes;
      if (hasRoom) make(change);
      else link.send({ kind: "drawing", slide });
      return hasRoom;
    },
    erase: (slide, gesture, ids) => make(erased(slide, gesture, of(slide), ids)),
    undo: (slide) => make(undoing(slide, of(slide))),
    redo: (slide) => make(redoing(slide, of(slide))),
    carry: (slide, strokes) => {
      if (carried.has(slide)) return;
      const marks = strokes.map((stroke): Mark => ({ id: stroke.id, version: 1, stroke }));
      carried.set(slide, new Map(marks.map((mark) => [mark.id, mark])));
      join(slide, marks);
      tell();
    },
    tellLive: (slide, stroke) =>
      link.send(stroke === undefined ? { kind: "drawing", slide } : { kind: "drawing", slide, stroke }),
    areKept: () => kept,
    forget: () => {
      restart();
      memory.set(NAME, undefined);
      tell();
    },
    follow: (listener) => listeners.push(listener),
  };
}
