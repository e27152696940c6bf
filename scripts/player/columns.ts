/** Loads the data of a column when it is needed, by adding its script to the page: a page opened from disk cannot fetch. */
import type { OfflineList } from "../offline/list.ts";
import type { ColumnData, LectureIndex } from "./data.ts";

declare global {
  interface Window {
    /** What the data scripts call. */
    lanternist?: {
      readonly era?: (column: number, data: ColumnData) => void;
      /** Only in the lecturer's own build: private notes of each slide of the column, as cleaned HTML. */
      readonly notes?: (column: number, notes: readonly string[]) => void;
      readonly offline?: (list: OfflineList) => void;
    };
  }
}

/** The columns' data, loaded when they are asked for. */
export interface Columns {
  /** The data of a column, if it is here. */
  readonly get: (column: number) => ColumnData | undefined;
  /** Loads a column's data, once. Rejects when its script does not load; the next call tries again. */
  readonly load: (column: number) => Promise<ColumnData>;
}

/** Makes the loader and the global name under which data scripts register. */
export function createColumns(index: LectureIndex): Columns {
  const arrived = new Map<number, ColumnData>();
  const underWay = new Map<number, Promise<ColumnData>>();
  window.lanternist = { ...window.lanternist, era: (column, data) => arrived.set(column, data) };
  const get = (column: number) => arrived.get(column);

  function load(column: number): Promise<ColumnData> {
    const here = get(column);
    if (here !== undefined) return Promise.resolve(here);
    const already = underWay.get(column);
    if (already !== undefined) return already;
    const loading = addScript(index.columns[column]?.data ?? "")
      .then(() => {
        const data = get(column);
        if (data === undefined) throw new Error(`column ${column} did not register`);
        return data;
      })
      .finally(() => underWay.delete(column));
    underWay.set(column, loading);
    return loading;
  }
  return { get, load };
}

/**
 * Adds a script to the page.
 * @returns its element, when it has run
 * @throws when it does not load
 */
export function addScript(path: string): Promise<HTMLScriptElement> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = path;
    script.addEventListener("load", () => resolve(script));
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error(`${path} did not load`));
    });
    document.head.append(script);
  });
}
