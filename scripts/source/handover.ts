/** Where one span gives way to the next: `1953/1961` and `1961/1985` meet in the middle of 1961. Pure. */
import { edtfDays, type Edtf, type EdtfDate } from "./edtf.ts";

/** From where to where a span is drawn, in days since 1 January 1970; the end is the first moment after it. */
export interface DrawnSpan {
  /** Undefined where the start is open or unknown. */
  readonly startDay: number | undefined;
  readonly endDay: number | undefined;
}

/** Where spans are drawn: where one ends in the year (or month) in which another begins, both are cut in its middle. */
export function drawnSpans(spans: readonly Edtf[]): DrawnSpan[] {
  const middles = handoverDays(spans);
  return spans.map((span) => {
    const { firstDay, lastDay } = edtfDays(span);
    return {
      startDay: middles.get(startOf(span)) ?? firstDay,
      endDay: middles.get(endOf(span)) ?? (lastDay === undefined ? undefined : lastDay + 1),
    };
  });
}

const startOf = (span: Edtf): string => keyOf(span.kind === "interval" ? span.start : span.date);
const endOf = (span: Edtf): string => keyOf(span.kind === "interval" ? span.end : span.date);

/** A date that is not exact to the day, as a key; exact ones hand over by themselves. */
function keyOf(date: EdtfDate | string): string {
  return typeof date === "string" || date.precision === "day" ? "" : `${date.firstDay} ${date.lastDay}`;
}

function handoverDays(spans: readonly Edtf[]): ReadonlyMap<string, number> {
  const starts = new Set(spans.filter((span) => span.kind === "interval" && !isOneDate(span)).map(startOf));
  const shared = spans.filter((span) => endOf(span) !== "" && starts.has(endOf(span)) && !isOneDate(span));
  return new Map(
    shared.map((span) => {
      const [first = 0, last = 0] = endOf(span).split(" ").map(Number);
      return [endOf(span), (first + last + 1) / 2];
    }),
  );
}

/** A span within one year, such as `1961/1961`, is no handover. */
function isOneDate(span: Edtf): boolean {
  const { firstDay, lastDay } = edtfDays(span);
  return startOf(span) === endOf(span) && firstDay !== undefined && lastDay !== undefined;
}
