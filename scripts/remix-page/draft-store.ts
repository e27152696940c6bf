/** The selection on the page: what can be done with it, undone, and kept in the browser. */
import type { Memory } from "../player/memory.ts";
import type { Draft } from "./draft.ts";
import { begin, change, redo, undo, type History } from "./history.ts";

/** The name under which it is kept. */
export const KEPT_AS = "remix";

/** Holds the selection. */
export interface DraftStore {
  readonly get: () => Draft;
  /** Puts another in its place; says whether it is another. */
  readonly set: (next: Draft) => boolean;
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** Whether it would outlive the page. */
  readonly isKept: () => boolean;
  /** Calls back at once and after every change. */
  readonly follow: (listener: (draft: Draft) => void) => void;
}

/**
 * Holds a selection.
 * @param from the address that it came from: brought once, it is not brought again when the page is loaded anew
 */
export function createDraftStore(first: Draft, memory: Memory, from: string): DraftStore {
  const listeners: ((draft: Draft) => void)[] = [];
  let history = begin(first);
  let kept = true;

  function become(next: History<Draft>): boolean {
    if (next.now === history.now) return false;
    history = next;
    keep();
    for (const listener of listeners) listener(history.now);
    return true;
  }
  function keep(): void {
    const { title, items } = history.now;
    const isEmpty = items.length === 0 && title === "" && from === "";
    kept = memory.set(KEPT_AS, isEmpty ? undefined : { title, items, from });
  }
  keep();
  return {
    get: () => history.now,
    set: (next) => become(change(history, next)),
    undo: () => become(undo(history)),
    redo: () => become(redo(history)),
    canUndo: () => history.past.length > 0,
    canRedo: () => history.future.length > 0,
    isKept: () => kept,
    follow: (listener) => {
      listeners.push(listener);
      listener(history.now);
    },
  };
}
