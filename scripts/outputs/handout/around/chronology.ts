/** Everything that the lecture gives a date, in the order of time: eras, and what timelines and maps show. Pure. */
import type { Dated, Deck } from "../../../model.ts";
import { sectionId } from "../../../render/slide.ts";
import { spanInWords } from "../../../render/span.ts";
import { edtfDays, parseEdtf } from "../../../source/edtf.ts";

/** One line of the chronology. */
export interface ChronologyEntry {
  /** The date in words, doubts and open ends included: `c. 1950`, `from 1994`. */
  readonly when: string;
  readonly label: string;
  /** Empty when there is none. */
  readonly detail: string;
  readonly isEra: boolean;
  /** Anchors of the slides that show it; of an era its own. */
  readonly anchors: readonly string[];
  /** Numbers of those slides, from 1 through the whole lecture; empty for an era that no slide shows. */
  readonly slides: readonly number[];
}

interface Found extends Dated {
  readonly isEra: boolean;
  readonly anchors: readonly string[];
  readonly slides: readonly number[];
  /** Days since 1 January 1970; infinite where an end is open. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/**
 * The chronology of a deck. What two slides call by the same words, at times of which one lies within the other, is one entry; it
 * keeps the narrower date. An entry without a beginning comes before all others that end when it does.
 */
export function chronologyOf({ eras, meta }: Pick<Deck, "eras" | "meta">): ChronologyEntry[] {
  let number = 0;
  const found = eras.flatMap((era) => {
    const own =
      era.span === undefined
        ? []
        : timed({ date: era.span, label: era.title }, { isEra: true, anchors: [era.id], slides: [] });
    const shown = era.slides.flatMap((slide) => {
      number += 1;
      const where = { isEra: false, anchors: [sectionId(slide.fullId)], slides: [number] };
      return (slide.dates ?? []).flatMap((dated) => timed(dated, where));
    });
    return [...own, ...shown];
  });
  return found
    .reduce<Found[]>((all, entry) => joined(all, entry), [])
    .map((entry, i) => ({ entry, i }))
    .sort((a, b) => order(a.entry, b.entry) || a.i - b.i)
    .map(({ entry }) => ({
      when: spanInWords(entry.date, meta.language),
      label: entry.label,
      detail: entry.detail ?? "",
      isEra: entry.isEra,
      anchors: entry.anchors,
      slides: entry.slides,
    }));
}

function timed(dated: Dated, where: Pick<Found, "isEra" | "anchors" | "slides">): Found[] {
  const parsed = parseEdtf(dated.date);
  if (!parsed.ok) return [];
  const { firstDay = -Infinity, lastDay = Infinity } = edtfDays(parsed.value);
  return [{ ...dated, ...where, firstDay, lastDay }];
}

/** Adds an entry, or where it is shown to the entry that says the same. */
function joined(all: readonly Found[], entry: Found): Found[] {
  const same = all.findIndex(
    (other) => plain(other.label) === plain(entry.label) && (holds(other, entry) || holds(entry, other)),
  );
  const other = all[same];
  if (other === undefined) return [...all, entry];
  const narrower = holds(other, entry) ? entry : other;
  const detail = other.detail ?? entry.detail;
  return all.with(same, {
    ...other,
    date: narrower.date,
    firstDay: narrower.firstDay,
    lastDay: narrower.lastDay,
    ...(detail !== undefined && { detail }),
    isEra: other.isEra || entry.isEra,
    anchors: [...new Set([...other.anchors, ...entry.anchors])],
    slides: [...new Set([...other.slides, ...entry.slides])],
  });
}

const plain = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const holds = (outer: Found, inner: Found): boolean =>
  outer.firstDay <= inner.firstDay && inner.lastDay <= outer.lastDay;

/** By the beginning, longer before shorter, an era before what it holds; without a beginning by the end. */
function order(a: Found, b: Found): number {
  const start = (entry: Found): number => (entry.firstDay === -Infinity ? entry.lastDay : entry.firstDay);
  return compare(start(a), start(b)) || compare(b.lastDay, a.lastDay) || Number(b.isEra) - Number(a.isEra);
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
