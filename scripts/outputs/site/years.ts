/** Where the lecture's eras and sentences stand in history, for the ribbon of eras. Pure. */
import type { Deck, Slide } from "../../model.ts";
import { decimalYear, oneYear, spanOf, type Years } from "../../source/decimal-years.ts";
import { parseEdtf } from "../../source/edtf.ts";
import { drawnSpans } from "../../source/handover.ts";
import { yearsNamed } from "../../source/years-named.ts";

/** How far beside the eras a named date may lie, as a share of their whole length. */
const MARGIN = 0.03;

/** When things were, in years. Both maps are empty where fewer than two eras have a span: there is no axis then. */
export interface LectureYears {
  /** Era id → its span; only eras that have one. */
  readonly eras: ReadonlyMap<string, Years>;
  /** Full id of a slide → for each of its sentences the years that it names, or that were named last on the slide; only slides that name any. */
  readonly slides: ReadonlyMap<string, readonly (Years | undefined)[]>;
}

/** Reads the eras' spans and the dates in what is said. */
export function lectureYears({ eras, meta }: Pick<Deck, "eras" | "meta">): LectureYears {
  const { spans, whole } = yearsAxis(eras);
  if (whole === undefined) return { eras: new Map(), slides: new Map() };
  const said = eras
    .flatMap((era) => era.slides)
    .map((slide) => [slide.fullId, slideYears(slide, meta.language, whole)] as const)
    .filter(([, years]) => years.some((named) => named !== undefined));
  return { eras: spans, slides: new Map(said) };
}

/** The eras' spans, and from where to where they reach; no `whole` and no spans where fewer than two eras have one. */
export function yearsAxis(eras: Deck["eras"]): {
  readonly spans: LectureYears["eras"];
  readonly whole?: Years;
} {
  const spans = eraYears(eras);
  const whole = spanOf([...spans.values()]);
  return whole === undefined || spans.size < 2 ? { spans: new Map() } : { spans, whole };
}

/** An end that is open or unknown lies where all that is known begins or ends. */
function eraYears(eras: Deck["eras"]): Map<string, Years> {
  const read = eras.flatMap(({ id, span }) => {
    const parsed = span === undefined ? undefined : parseEdtf(span);
    return parsed?.ok === true ? [{ id, value: parsed.value }] : [];
  });
  const drawn = drawnSpans(read.map(({ value }) => value));
  const days = drawn.flatMap(({ startDay, endDay }) => [startDay, endDay]).filter((day) => day !== undefined);
  if (days.length === 0) return new Map();
  const first = Math.min(...days);
  const last = Math.max(...days);
  return new Map(
    read.map(({ id }, i) => {
      const { startDay = first, endDay = last } = drawn[i] ?? {};
      // An era that begins when all else is over, and goes on, is as long as a day.
      return [id, [decimalYear(startDay), decimalYear(Math.max(endDay, startDay + 1))]];
    }),
  );
}

/**
 * For each sentence of a slide the years that it names, or that were named last on the slide.
 * @param whole from the first era's beginning to the last one's end
 */
export function slideYears(
  { narration }: Pick<Slide, "narration">,
  language: string,
  whole: Years,
): (Years | undefined)[] {
  let current: Years | undefined;
  return narration.map(({ text }) => {
    const named = yearsNamed(text, language, current && oneYear(current));
    current = spanOf(named.flatMap((years) => plausible(years, whole))) ?? current;
    return current;
  });
}

/** A date as far as it lies within the lecture's span or near it; nothing of one that lies elsewhere, such as a birth or a number. */
function plausible([from, to]: Years, [first, last]: Years): Years[] {
  const margin = (last - first) * MARGIN;
  if (to <= first - margin || from >= last + margin) return [];
  const inside = (year: number): number => Math.min(last, Math.max(first, year));
  return [[inside(from), inside(to)]];
}
