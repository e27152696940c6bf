/** A rehearsal: a talk given for practice, as the moments at which it went on. Pure. */

/** A slide at a step, from a moment on. */
export interface Click {
  /** Full id. */
  readonly slide: string;
  readonly step: number;
  /** Since the start, pauses left out. */
  readonly ms: number;
}

/** One run through a lecture, or a part of it. */
export interface Rehearsal {
  readonly lecture: { readonly id: string; readonly title: string };
  /** When it began: ISO 8601, in UTC. */
  readonly began: string;
  readonly durationMs: number;
  /** In their order; the first at 0. */
  readonly clicks: readonly Click[];
}

/** More than any talk has: what is beyond is not noted any more. */
export const MOST_CLICKS = 20_000;

/** The clicks with one more; the same where it is the place that is there already. */
export function withClick(clicks: readonly Click[], click: Click): readonly Click[] {
  const last = clicks.at(-1);
  if (last !== undefined && last.slide === click.slide && last.step === click.step) return clicks;
  if (clicks.length >= MOST_CLICKS) return clicks;
  return [...clicks, { ...click, ms: Math.max(last?.ms ?? 0, Math.round(click.ms)) }];
}

/** How long each slide was on show, all visits together; in the order of the first visits. */
export function slideTimes({
  clicks,
  durationMs,
}: Pick<Rehearsal, "clicks" | "durationMs">): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const [i, { slide, ms }] of clicks.entries()) {
    const untilMs = clicks[i + 1]?.ms ?? durationMs;
    times.set(slide, (times.get(slide) ?? 0) + untilMs - ms);
  }
  return times;
}
