/** A timeline in words, for those who do not see it: made from its data. */
import { calendarDay } from "../../source/calendar.ts";
import type { Domain } from "./axis.ts";
import type { Entry } from "./check.ts";
import type { TimelineSpec } from "./schema.ts";

/** The short name of the timeline, and what it shows. An author's `alt` replaces the second. */
export function describeTimeline(
  spec: TimelineSpec,
  entries: readonly Entry[],
  domain: Domain,
): { title: string; description: string } {
  const from = year(domain.from);
  const to = year(domain.to - 1);
  const title = `Timeline, ${from === to ? from : `${from} to ${to}`}`;
  if (spec.alt !== undefined) return { title, description: spec.alt };
  const lanes = spec.lanes.length === 0 ? [undefined] : spec.lanes;
  const sentences = lanes.map((lane) => {
    const own = entries.filter((entry) => lane === undefined || entry.lane === lane.id);
    const items = own.map(
      (entry) => `${entry.words}: ${entry.label}${entry.detail === undefined ? "" : ` (${entry.detail})`}`,
    );
    return `${lane === undefined ? "" : `${lane.label}: `}${items.length === 0 ? "nothing" : items.join("; ")}.`;
  });
  return { title, description: `${title}. ${sentences.join(" ")}` };
}

function year(day: number): string {
  const { year } = calendarDay(day);
  return year <= 0 ? `${1 - year} BC` : String(year);
}
