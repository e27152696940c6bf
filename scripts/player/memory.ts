/**
 * What the browser keeps for this reader. Storage may be blocked (in a frame of another site, by the reader's own settings) or full:
 * then nothing is kept, and all else works.
 */

/** A drawer of the browser's storage that holds JSON. */
export interface Memory {
  /** What was kept under a name; undefined when there is nothing, or nothing that can be read. */
  readonly get: (name: string) => unknown;
  /** Keeps a value until it is replaced; `undefined` takes it out. Says whether it is kept. */
  readonly set: (name: string, value: unknown) => boolean;
}

/**
 * Opens the storage.
 * @param drawer names are kept apart by it: `player` for what holds for every lecture, a lecture's `lectureDrawer` for what is its own
 */
export function openMemory(drawer: string): Memory {
  const key = (name: string) => keyOf(drawer, name);
  return {
    get: (name) => {
      try {
        const text = localStorage.getItem(key(name));
        return text === null ? undefined : JSON.parse(text);
      } catch {
        return undefined;
      }
    },
    set: (name, value) => {
      try {
        if (value === undefined) localStorage.removeItem(key(name));
        else localStorage.setItem(key(name), JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Calls back when another tab has changed or removed what is kept under a name. */
export function followMemory(drawer: string, name: string, changed: () => void): void {
  window.addEventListener("storage", ({ key }) => {
    // Without a key all was cleared.
    if (key === null || key === keyOf(drawer, name)) changed();
  });
}

/** Takes everything out of a drawer, and nothing out of those whose names begin alike. */
export function emptyDrawer(drawer: string): void {
  try {
    for (const key of Object.keys(localStorage)) {
      const name = key.slice(key.lastIndexOf(":") + 1);
      if (key === keyOf(drawer, name)) localStorage.removeItem(key);
    }
  } catch {
    // Where storage is blocked nothing is kept.
  }
}

/** @param name without a colon: a drawer may have some */
const keyOf = (drawer: string, name: string): string => `lanternist:${drawer}:${name}`;
