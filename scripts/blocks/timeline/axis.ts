/** The axis: which days it shows, where a day lies, and where its ticks stand. */
import { calendarDay, dayNumber, monthNames } from "../../source/calendar.ts";
import { textWidth } from "../text.ts";

/** From the beginning of `from` to the beginning of `to`, in days since 1970; `to` is the day after the last one. */
export interface Domain {
  readonly from: number;
  readonly to: number;
}

/** A stretch of the axis between two ticks; a tick without a label only divides. */
export interface Tick {
  readonly day: number;
  /** Where the next tick stands, or the axis ends. */
  readonly until: number;
  readonly label: string;
  /** True when the label names the whole stretch and stands in its middle; else it stands at the tick. */
  readonly names: boolean;
}

type Unit = "century" | "decade" | "year" | "month" | "day";

interface Step {
  readonly unit: Unit;
  readonly count: number;
}

const steps: readonly Step[] = [
  ...[1, 2, 7, 14].map((count) => ({ unit: "day" as const, count })),
  ...[1, 2, 3, 6].map((count) => ({ unit: "month" as const, count })),
  ...[1, 2, 5].map((count) => ({ unit: "year" as const, count })),
  ...[1, 2, 5].map((count) => ({ unit: "decade" as const, count })),
  ...[1, 2, 5, 10, 20, 50, 100].map((count) => ({ unit: "century" as const, count })),
];

/** Size of the tick labels in pixels. */
export const TICK_PX = 16;
/** The narrowest stretch between two ticks without a label, in pixels. */
const MIN_STRETCH = 9;

/** The domain of a span, or of the data with a little air at both ends. */
export function domainOf(
  days: readonly number[],
  span: { firstDay: number | undefined; lastDay: number | undefined } | undefined,
): Domain {
  const low = span?.firstDay ?? days.reduce((a, b) => Math.min(a, b), Infinity);
  const high = span?.lastDay ?? days.reduce((a, b) => Math.max(a, b), -Infinity);
  const [from, to] = low <= high ? [low, high + 1] : [0, 1];
  const air = Math.max(1, (to - from) * 0.03);
  return {
    from: span?.firstDay === undefined ? Math.floor(from - air) : from,
    to: span?.lastDay === undefined ? Math.ceil(to + air) : to,
  };
}

/** Ticks for a domain drawn `width` pixels wide: the wanted unit, thinned where its labels have no room. */
export function ticksOf(domain: Domain, width: number, wanted: Unit | "auto"): Tick[] {
  const pxPerDay = width / (domain.to - domain.from);
  const fitting = steps.filter(
    (step) => daysOf(step) * pxPerDay >= (step.unit === "day" && step.count === 1 ? 24 : 40),
  );
  const usable = fitting.filter((step) =>
    ticksAt(domain, step, pxPerDay).every((tick) => fits(tick, pxPerDay)),
  );
  const unitSteps = wanted === "auto" ? usable : usable.filter((step) => step.unit === wanted);
  const step = unitSteps[0] ?? usable[0] ?? fitting.at(-1) ?? (steps.at(-1) as Step);
  const labelled = ticksAt(domain, step, pxPerDay);
  const finer = finerStep(step, wanted, pxPerDay);
  if (finer === undefined) return labelled;
  // Unlabelled ticks of the finer unit between the labelled ones.
  const known = new Set(labelled.map((tick) => tick.day));
  const between = ticksAt(domain, finer, pxPerDay)
    .filter((tick) => !known.has(tick.day))
    .map((tick) => ({ ...tick, label: "" }));
  return [...labelled, ...between].sort((a, b) => a.day - b.day);
}

/** A single unit below a multiple (years between `1950` and `1955`), where there is room. */
function finerStep(step: Step, wanted: Unit | "auto", pxPerDay: number): Step | undefined {
  const below = steps
    .slice(0, steps.indexOf(step))
    .filter((s) => s.count === 1 && (s.unit === step.unit || (s.unit === "year" && step.unit === "decade")));
  return below.find(
    (s) =>
      daysOf(s) * pxPerDay >= MIN_STRETCH && (wanted === "auto" || wanted === s.unit || s.unit === step.unit),
  );
}

const unitDays: Readonly<Record<Unit, number>> = {
  day: 1,
  month: 30.4,
  year: 365.25,
  decade: 3652.5,
  century: 36_525,
};

const daysOf = (step: Step): number => unitDays[step.unit] * step.count;

function fits(tick: Tick, pxPerDay: number): boolean {
  const room = (tick.until - tick.day) * pxPerDay;
  // The first and last stretches may be cut by the ends of the axis; their labels are left out then.
  return tick.label === "" || textWidth(tick.label, TICK_PX) + 10 <= room;
}

function ticksAt(domain: Domain, step: Step, pxPerDay: number): Tick[] {
  const starts: number[] = [];
  for (
    let day = firstTick(domain.from, step);
    day < domain.to && starts.length < 2000;
    day = nextTick(day, step)
  )
    starts.push(day);
  return starts.map((day, i) => {
    const whole = nextTick(day, step);
    const until = Math.min(whole, domain.to);
    const from = Math.max(day, domain.from);
    const label = labelOf(day, step, i === 0);
    // A stretch that the axis cuts keeps its label if there is still room.
    const cut = from > day || until < whole;
    const enough = (until - from) * pxPerDay >= textWidth(label, TICK_PX) + 10;
    return {
      day: from,
      until,
      label: cut && !enough ? "" : label,
      names: step.count === 1 && step.unit !== "century" && step.unit !== "decade",
    };
  });
}

/** The last tick that is not after a day. */
function firstTick(day: number, { unit, count }: Step): number {
  const { year, month } = calendarDay(day);
  if (unit === "day") return count === 1 ? day : day + mod(-day, count);
  if (unit === "month") {
    const months = Math.floor((year * 12 + month - 1) / count) * count;
    return dayNumber(Math.floor(months / 12), mod(months, 12) + 1, 1);
  }
  const years = yearsOf(unit) * count;
  return dayNumber(Math.floor(year / years) * years, 1, 1);
}

function nextTick(day: number, { unit, count }: Step): number {
  if (unit === "day") return day + count;
  const { year, month } = calendarDay(day);
  if (unit === "month") return dayNumber(year, month + count, 1);
  return dayNumber(year + yearsOf(unit) * count, 1, 1);
}

const yearsOf = (unit: Unit): number => (unit === "century" ? 100 : unit === "decade" ? 10 : 1);
const mod = (a: number, n: number): number => ((a % n) + n) % n;

/** `25`, `25 June` where a month begins, `June`, `June 1950` where a year begins, `1950`. */
function labelOf(start: number, { unit, count }: Step, first: boolean): string {
  const { year, month, day } = calendarDay(start);
  const name = monthNames[month - 1] ?? "";
  const short = name.slice(0, 3);
  if (unit === "day")
    return first || day === 1 ? `${day} ${short}` : count === 1 ? String(day) : `${day} ${short}`;
  if (unit === "month")
    return first || month === 1 ? `${short} ${yearText(year)}` : count === 1 ? short : short;
  return yearText(year);
}

const yearText = (year: number): string => (year <= 0 ? `${1 - year} BC` : String(year));
