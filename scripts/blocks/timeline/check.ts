/** Reads the dates of a timeline and finds the mistakes that a schema cannot see. */
import { error, suggestion } from "../../diagnostics.ts";
import type { Problem } from "../../model.ts";
import { edtfDays, parseEdtf, type Edtf } from "../../source/edtf.ts";
import { formatEdtf } from "../../source/format-edtf.ts";
import type { BlockContext } from "../index.ts";
import { doubleIds, placeOf } from "../problems.ts";
import type { TimelineSpec } from "./schema.ts";

/** An event or a span with its time, in days; ends are undefined where the interval is open. */
export interface Entry {
  readonly id: string;
  readonly kind: "event" | "span";
  readonly label: string;
  readonly detail?: string;
  readonly lane: string | undefined;
  readonly time: Edtf;
  readonly firstDay: number | undefined;
  /** Included. */
  readonly lastDay: number | undefined;
  /** The date in words. */
  readonly words: string;
}

/** What a timeline shows, in the order of time. */
export interface Entries {
  readonly entries: readonly Entry[];
  /** The author's axis. */
  readonly axis: { readonly firstDay: number | undefined; readonly lastDay: number | undefined } | undefined;
  readonly problems: readonly Problem[];
}

/** Reads every date; what has none is left out, with its problem. */
export function readEntries(spec: TimelineSpec, context: BlockContext): Entries {
  const problems = [
    ...doubleIds("timeline", { events: spec.events, spans: spec.spans }, context),
    ...doubleIds("timeline", { lanes: spec.lanes }, context),
  ];
  const read = (text: string, path: readonly PropertyKey[]): Edtf | undefined => {
    const result = parseEdtf(text);
    if (result.ok) return result.value;
    problems.push(
      error("bad-date", placeOf(context, path), result.message, { hint: result.hint, length: text.length }),
    );
    return undefined;
  };
  const lanes = spec.lanes.map((lane) => lane.id);
  const laneOf = (lane: string | undefined, path: readonly PropertyKey[]): string | undefined => {
    if (lane === undefined || lanes.includes(lane)) return lane ?? lanes[0];
    const hint = suggestion(lane, lanes) ?? "add it to lanes";
    problems.push(
      error("unknown-lane", placeOf(context, path), `there is no lane "${lane}" in this timeline`, {
        hint,
        length: lane.length,
      }),
    );
    return lanes[0];
  };

  const axisTime = spec.span === undefined ? undefined : read(spec.span, ["span"]);
  const axis = axisTime === undefined ? undefined : edtfDays(axisTime);
  const entries: Entry[] = [];
  const seen = new Set<string>();
  const add = (entry: Omit<Entry, "firstDay" | "lastDay" | "words">, path: readonly PropertyKey[]): void => {
    const days = edtfDays(entry.time);
    if (seen.has(entry.id)) return;
    seen.add(entry.id);
    const before = axis?.firstDay !== undefined && days.lastDay !== undefined && days.lastDay < axis.firstDay;
    const after = axis?.lastDay !== undefined && days.firstDay !== undefined && days.firstDay > axis.lastDay;
    if (before || after) {
      problems.push(
        error(
          "outside-span",
          placeOf(context, path),
          `"${entry.id}" (${formatEdtf(entry.time)}) lies ${before ? "before" : "after"} the timeline's span`,
          {
            hint: `widen the span, ${spec.span ?? ""}`,
          },
        ),
      );
      return;
    }
    entries.push({ ...entry, ...days, words: formatEdtf(entry.time) });
  };
  spec.events.forEach(({ id, date, label, detail, lane }, i) => {
    const time = read(date, ["events", i, "date"]);
    const own = laneOf(lane, ["events", i, "lane"]);
    if (time === undefined) return;
    if (time.kind === "interval") {
      problems.push(
        error(
          "bad-date",
          placeOf(context, ["events", i, "date"]),
          `"${date}" is an interval, and an event has one date`,
          {
            hint: `move "${id}" to spans, with span: ${date}`,
            length: date.length,
          },
        ),
      );
      return;
    }
    add({ id, kind: "event", label, ...(detail !== undefined && { detail }), lane: own, time }, [
      "events",
      i,
      "date",
    ]);
  });
  spec.spans.forEach(({ id, span, label, lane }, i) => {
    const time = read(span, ["spans", i, "span"]);
    const own = laneOf(lane, ["spans", i, "lane"]);
    if (time !== undefined) add({ id, kind: "span", label, lane: own, time }, ["spans", i, "span"]);
  });
  if (spec.events.length + spec.spans.length === 0) {
    problems.push(
      error("empty-timeline", context.at, "the timeline has neither events nor spans", {
        hint: "for instance: events: [{ id: invasion, date: 1950-06-25, label: Invasion }]",
      }),
    );
  }
  const start = (entry: Entry): number => entry.firstDay ?? -Infinity;
  const middle = (entry: Entry): number =>
    entry.kind === "event" ? ((entry.firstDay ?? 0) + (entry.lastDay ?? 0)) / 2 : start(entry);
  return {
    entries: entries
      .map((entry, i) => ({ entry, i }))
      .sort((a, b) => cmp(middle(a.entry), middle(b.entry)) || a.i - b.i)
      .map(({ entry }) => entry),
    axis,
    problems,
  };
}

const cmp = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
