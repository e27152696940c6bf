/** A reader's bookmarks, each with a note. Pure. */
import { momentIn, type Found, type Moment } from "./moment.ts";

/** One bookmark. */
export interface Note {
  readonly id: string;
  /** Its moment, as `fragmentOf` writes it. */
  readonly at: string;
  /** What its slide was called then: it may be gone by now. */
  readonly title: string;
  /** What the reader wrote; may be empty. */
  readonly text: string;
  /** When it was last changed, since 1970. */
  readonly changedMs: number;
  /** It was deleted: kept without its words, so that another tab does not bring it back. */
  readonly gone?: true;
}

/** How long a deleted one is remembered; no tab stays open that long. */
const GONE_MS = 90 * 24 * 3_600_000;

/** Joins what two tabs hold: of each bookmark the newer state. Both tabs come to the same, whoever joins. */
export function mergeNotes(ours: readonly Note[], theirs: readonly Note[]): Note[] {
  const merged = new Map(theirs.map((note) => [note.id, note]));
  for (const note of ours) {
    const other = merged.get(note.id);
    if (other === undefined || isNewer(note, other)) merged.set(note.id, note);
  }
  return [...merged.values()];
}

/** Of two states of one millisecond it is the one whose text sorts later. */
function isNewer(note: Note, other: Note): boolean {
  if (note.changedMs !== other.changedMs) return note.changedMs > other.changedMs;
  return JSON.stringify(note) > JSON.stringify(other);
}

/** Whether two tabs hold the same, in whatever order. */
export function sameNotes(ours: readonly Note[], theirs: readonly Note[]): boolean {
  const states = new Set(theirs.map((note) => JSON.stringify(note)));
  return ours.length === theirs.length && ours.every((note) => states.has(JSON.stringify(note)));
}

/** The deleted bookmark as it is remembered. */
export const goneNote = ({ id, changedMs }: Note): Note => ({
  id,
  at: "",
  title: "",
  text: "",
  changedMs,
  gone: true,
});

/** Without those that were deleted long ago. */
export const withoutOldGone = (notes: readonly Note[], nowMs: number): Note[] =>
  notes.filter(({ gone, changedMs }) => gone === undefined || nowMs - changedMs < GONE_MS);

/** What was kept, as far as it can be read: another version may have written it. */
export function readNotes(kept: unknown): Note[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((value: unknown): Note[] => {
    if (typeof value !== "object" || value === null) return [];
    const { id, at, title, text, changedMs, gone } = value as Partial<Record<keyof Note, unknown>>;
    if (typeof id !== "string" || typeof at !== "string" || typeof title !== "string") return [];
    if (typeof text !== "string" || typeof changedMs !== "number") return [];
    if (gone !== true && momentIn(at) === undefined) return [];
    return [{ id, at, title, text, changedMs, ...(gone === true && { gone }) }];
  });
}

/** A bookmark in the lecture of today. */
export interface PlacedNote {
  readonly note: Note;
  /** Its slide's number; undefined when the slide is not in the lecture. */
  readonly slide: number | undefined;
}

/** The bookmarks that are not deleted, by their place in the lecture; at the end those that have lost theirs. */
export function placeNotes(notes: readonly Note[], find: (moment: Moment) => Found): PlacedNote[] {
  const placed = notes.flatMap((note) => {
    const moment = note.gone ? undefined : momentIn(note.at);
    if (moment === undefined) return [];
    const { slide, instead } = find(moment);
    const isHere = instead === undefined;
    const order = [
      isHere ? slide.number : Infinity,
      moment.sentence?.index ?? -1,
      moment.offsetMs,
      note.changedMs,
    ];
    return [{ note, slide: isHere ? slide.number : undefined, order }];
  });
  placed.sort((a, b) => {
    const i = a.order.findIndex((value, at) => value !== b.order[at]);
    return i === -1 ? 0 : (a.order[i] ?? 0) < (b.order[i] ?? 0) ? -1 : 1;
  });
  return placed.map(({ note, slide }) => ({ note, slide }));
}
