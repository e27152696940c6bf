/** Brings a change of the lecture into the page, without loading it anew. */
import type { LectureChange, SlideChange } from "../../preview/messages.ts";
import type { ColumnData, LectureIndex } from "../data.ts";
import { addScript, type Columns } from "../columns.ts";

/** Columns this near to the one on show are loaded before the change is shown, so that nothing is empty meanwhile. */
const NEAR_COLUMNS = 1;

/** A page whose lecture can become another. */
export interface Renewable {
  readonly index: LectureIndex;
  readonly columns: Columns;
  /** Absent where only a part of the lecture is open. */
  readonly renew?: (next: LectureIndex, replaced: ReadonlyMap<number, ColumnData | undefined>) => void;
}

/**
 * Shows a change. Changes are shown one after another: the caller waits for one before the next.
 * @param page whose `renew` brings it in; one that shows a part only is loaded anew
 * @param shown full id and column of the slide on show
 */
export async function showChange(
  { renew, index, columns }: Renewable,
  change: LectureChange,
  shown: { readonly fullId: string; readonly column: number },
): Promise<void> {
  if (renew === undefined) return location.reload();
  const next = change.index ?? withSlides(index, change.slides);
  const replaced = new Map<number, ColumnData | undefined>();
  for (const column of change.stale) replaced.set(column, undefined);
  for (const { column, row, data } of change.slides) {
    const before = replaced.get(column) ?? columns.get(column);
    if (before !== undefined) replaced.set(column, { slides: before.slides.with(row, data) });
  }
  const here = nextColumn(next, shown.fullId, shown.column);
  const wanted = change.stale.filter((column) => Math.abs(column - here) <= NEAR_COLUMNS);
  for (const [column, data] of await fetchColumns(next, wanted, change.version)) replaced.set(column, data);
  renew(next, replaced);
}

/** The index with other entries for some slides. */
function withSlides(index: LectureIndex, changes: readonly SlideChange[]): LectureIndex {
  const columns = index.columns.map((column, number) => {
    const own = changes.filter((change) => change.column === number);
    if (own.length === 0) return column;
    const slides = [...column.slides];
    for (const { row, index: entry } of own) slides[row] = entry;
    return { ...column, slides };
  });
  return { ...index, columns };
}

/** Where a slide's column is in the lecture as it will be. */
function nextColumn({ columns }: LectureIndex, fullId: string, before: number): number {
  const found = columns.findIndex(({ id, slides }) => slides.some((slide) => `${id}/${slide.id}` === fullId));
  return found === -1 ? before : found;
}

/** Loads columns of the lecture as it will be; the page's own data stays until they are all here. */
async function fetchColumns(
  { columns }: LectureIndex,
  wanted: readonly number[],
  version: number,
): Promise<Map<number, ColumnData>> {
  const arrived = new Map<number, ColumnData>();
  const usual = window.lanternist?.era;
  window.lanternist = { ...window.lanternist, era: (column, data) => arrived.set(column, data) };
  try {
    const loading = wanted.flatMap((column) => {
      const path = columns[column]?.data;
      return path === undefined ? [] : [addScript(`${path}?v=${version}`)];
    });
    // What does not load now is loaded when it is needed.
    for (const script of await Promise.allSettled(loading))
      if (script.status === "fulfilled") script.value.remove();
  } finally {
    window.lanternist = { ...window.lanternist, ...(usual !== undefined && { era: usual }) };
  }
  for (const [column, data] of arrived) if (!wanted.includes(column)) usual?.(column, data);
  return arrived;
}
