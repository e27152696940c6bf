/** Compares the time that has run with the time that is planned. Pure. */
import type { PlannedSlide } from "../talk/planned.ts";

/** When each slide should begin and end, from the start of the talk. */
export interface Plan {
  readonly totalMs: number;
  /** By full id. */
  readonly slides: ReadonlyMap<string, { readonly startMs: number; readonly endMs: number }>;
}

/** How a talk keeps its time. */
export interface Pace {
  readonly kind: "on" | "behind" | "ahead";
  /** 0 when on time. */
  readonly byMs: number;
}

/** Lays the slides one after the other. */
export function planOf(planned: readonly Pick<PlannedSlide, "slide" | "plannedMs">[]): Plan {
  let totalMs = 0;
  const slides = new Map<string, { readonly startMs: number; readonly endMs: number }>();
  for (const { slide, plannedMs } of planned) {
    slides.set(slide, { startMs: totalMs, endMs: totalMs + plannedMs });
    totalMs += plannedMs;
  }
  return { totalMs, slides };
}

/** Behind is who is still on a slide that should be over; ahead who is on one that should not have begun. Undefined where the slide is not planned. */
export function paceAt(plan: Plan, slide: string, elapsedMs: number): Pace | undefined {
  const time = plan.slides.get(slide);
  if (time === undefined) return undefined;
  if (elapsedMs > time.endMs) return { kind: "behind", byMs: elapsedMs - time.endMs };
  if (elapsedMs < time.startMs) return { kind: "ahead", byMs: time.startMs - elapsedMs };
  return { kind: "on", byMs: 0 };
}
