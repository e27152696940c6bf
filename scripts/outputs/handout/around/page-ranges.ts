/** Page numbers of an entry of the index: each page once, pages in a row as a range. Pure. */

/** `12`, or `12–14`. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
  /** The first anchor on the first page, and on the last one. */
  readonly fromAnchor: string;
  readonly toAnchor: string;
}

/**
 * Where anchors stand; those that are in no place are passed over.
 * @param pageOf anchor → page number
 */
export function pageRanges(anchors: readonly string[], pageOf: ReadonlyMap<string, number>): PageRange[] {
  const firstOn = new Map<number, string>();
  for (const anchor of anchors) {
    const page = pageOf.get(anchor);
    if (page !== undefined && !firstOn.has(page)) firstOn.set(page, anchor);
  }
  const ranges: PageRange[] = [];
  for (const [page, anchor] of [...firstOn].sort(([a], [b]) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last.to + 1 === page)
      ranges[ranges.length - 1] = { ...last, to: page, toAnchor: anchor };
    else ranges.push({ from: page, to: page, fromAnchor: anchor, toAnchor: anchor });
  }
  return ranges;
}
