/** Keeps bookmarks and notes in the browser, together with what other tabs write there. */
import { followMemory, openMemory } from "./memory.ts";
import { goneNote, mergeNotes, readNotes, sameNotes, withoutOldGone, type Note } from "./notes.ts";

const NAME = "notes";

/** The reader's bookmarks. */
export interface NotesStore {
  /** Deleted ones too, without their words. */
  readonly all: () => readonly Note[];
  /** Adds a bookmark, or puts a changed one in the place of what it was. */
  readonly put: (note: Omit<Note, "changedMs" | "gone">) => void;
  readonly remove: (id: string) => void;
  /** False once the browser has refused to keep them: then they last as long as the page. */
  readonly areKept: () => boolean;
  /** Takes all of them out of the browser. */
  readonly forget: () => void;
  /** Called when another tab has changed them. */
  readonly follow: (changed: () => void) => void;
}

/**
 * Opens the bookmarks of a lecture.
 * @param drawer the lecture's own
 */
export function openNotes(drawer: string): NotesStore {
  const memory = openMemory(drawer);
  const inBrowser = () => readNotes(memory.get(NAME));
  let notes = inBrowser();
  // Known at once where storage is blocked: whoever may keep nothing should know before they write.
  let kept = memory.set(`${NAME}-tried`, undefined);

  function save(changed: Note): void {
    const nowMs = Date.now();
    const before = notes.find(({ id }) => id === changed.id)?.changedMs ?? 0;
    // A clock that was set back does not make a change older than what it changes.
    const newest = { ...changed, changedMs: Math.max(nowMs, before + 1) };
    notes = withoutOldGone(mergeNotes([newest], mergeNotes(notes, inBrowser())), nowMs);
    kept = memory.set(NAME, notes);
  }

  return {
    all: () => notes,
    put: (note) => save({ ...note, changedMs: 0 }),
    remove: (id) => {
      const note = notes.find((other) => other.id === id);
      if (note !== undefined) save(goneNote(note));
    },
    areKept: () => kept,
    forget: () => {
      notes = [];
      memory.set(NAME, undefined);
    },
    follow: (changed) =>
      followMemory(drawer, NAME, () => {
        // Where nothing is left the reader has had it all forgotten.
        const isForgotten = memory.get(NAME) === undefined;
        const theirs = inBrowser();
        notes = isForgotten ? [] : mergeNotes(notes, theirs);
        // Tabs that wrote in the same moment did not see each other: what the later one left out is put back.
        if (!isForgotten && !sameNotes(notes, theirs)) kept = memory.set(NAME, notes);
        changed();
      }),
  };
}
