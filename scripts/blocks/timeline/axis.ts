/** The axis: which days it shows, and where its ticks stand. */
import { calendarDay, dayNumber, monthNames } from "../../source/calendar.ts";
import { textWidth } from "../text.ts";

/** From the beginning of `from` to the beginning of `to`, in days since 1970; `to` is the day after the last one. */
export interface Domain {
  readonly from: number;
  readonly to: number;
}

/** A stretch of the axis between two ticks. */
export interface Tick {
  readonly day: number;
  /** Where the next tick stands, or the axis ends. */
  readonly until: number;
  /** Empty where there is no room for it. */
  readonly label: string;
}

/** The rows of the ruler. Days and months get a second row with the months or years they belong to. */
export interface Ticks {
  readonly main: readonly Tick[];
  /** True when a label names its whole stretch and stands in its middle; else it stands at its tick. */
  readonly names: boolean;
  /** Days without labels, for short lines between the main ones. */
  readonly between: readonly number[];
  readonly context: readonly Tick[];
}

type Unit = "century" | "decade" | "year" | "month" | "day";

/** What an author can ask for. */
export type WantedUnit = Unit | "auto";

interface Step {
  readonly unit: Unit;
  readonly count: number;
}

const stepsOf = (unit: Unit, counts: readonly number[]): Step[] => counts.map((count) => ({ unit, count }));

/** From fine to coarse. */
const steps: readonly Step[] = [
  ...stepsOf("day", [1, 2, 5, 10]),
  ...stepsOf("month", [1, 2, 3, 6]),
  ...stepsOf("year", [1, 2, 5]),
  ...stepsOf("decade", [1, 2, 5]),
  ...stepsOf("century", [1, 2, 5, 10, 20, 50, 100]),
];

/** Size of the tick labels in pixels. */
export const TICK_PX = 17;
/** The narrowest stretch between two ticks without labels, in pixels. */
const MIN_STRETCH = 9;
/** Free space round a label. */
const AIR = 9;

/** The domain of a span, or of the data with a little air at both ends. */
export function domainOf(
  days: readonly number[],
  span: { readonly firstDay: number | undefined; readonly lastDay: number | undefined } | undefined,
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

/** Ticks for a domain drawn `width` pixels wide: the wanted unit, or the finest whose labels have room. */
export function ticksOf(domain: Domain, width: number, wanted: WantedUnit): Ticks {
  const pxPerDay = width / (domain.to - domain.from);
  const usable = steps.filter((step) => pxOf(step, pxPerDay) >= labelRoom(step));
  // Three months of days are worth days; a year of every tenth day is not.
  const isFussy = (step: Step): boolean =>
    step.unit === "day" && step.count > 2 && domain.to - domain.from > 100;
  const ofUnit =
    wanted === "auto"
      ? usable.filter((step) => !isFussy(step))
      : usable.filter((step) => step.unit === wanted);
  const step = ofUnit[0] ?? usable[0] ?? { unit: "century", count: 100 };
  const main = ticksAt(domain, step, pxPerDay);
  const known = new Set(main.map((tick) => tick.day));
  const finer = finerStep(step, pxPerDay);
  const between = finer === undefined ? [] : ticksAt(domain, finer, pxPerDay).map((tick) => tick.day);
  const contextUnit = step.unit === "day" ? "month" : step.unit === "month" ? "year" : undefined;
  return {
    main,
    names: isNaming(step),
    between: between.filter((day) => !known.has(day)),
    context:
      contextUnit === undefined ? [] : ticksAt(domain, { unit: contextUnit, count: 1 }, pxPerDay, true),
  };
}

const unitDays: Readonly<Record<Unit, number>> = {
  day: 1,
  month: 30.4,
  year: 365.25,
  decade: 3652.5,
  century: 36_525,
};

/** Whether labels name whole stretches: `1950` from January to December, `June`, `25`. */
const isNaming = (step: Step): boolean => step.count === 1 && unitDays[step.unit] <= unitDays.year;

const pxOf = (step: Step, pxPerDay: number): number => unitDays[step.unit] * step.count * pxPerDay;

function labelRoom({ unit }: Step): number {
  const widest = unit === "day" ? "30" : unit === "month" ? "May" : "1950";
  return textWidth(widest, TICK_PX) + AIR;
}

/** The finest step whose ticks divide those of `step` and are not too close. */
function finerStep(step: Step, pxPerDay: number): Step | undefined {
  return steps
    .slice(0, steps.indexOf(step))
    .find(
      (s) =>
        (s.count === 1 && s.unit !== "day" && pxOf(s, pxPerDay) >= MIN_STRETCH) ||
        (s.unit === step.unit && s.count === 1 && pxOf(s, pxPerDay) >= MIN_STRETCH),
    );
}

/** The most ticks of one row; `ticksOf` never needs as many. */
const MAX_TICKS = 2000;

function ticksAt(domain: Domain, step: Step, pxPerDay: number, asContext = false): Tick[] {
  const ticks: Tick[] = [];
  for (let day = firstTick(domain.from, step); day < domain.to && ticks.length < MAX_TICKS;) {
    const next = nextTick(day, step);
    const from = Math.max(day, domain.from);
    const until = Math.min(next, domain.to);
    const room = (until - from) * pxPerDay - AIR;
    const isStretch = asContext || isNaming(step);
    // A label that stands at its tick would be wrong where the axis begins later; the axis's own beginning is right.
    const isCut = day < domain.from && !isStretch;
    const labels = isCut
      ? labelsOf(
          domain.from,
          { ...step, unit: unitDays[step.unit] < unitDays.year ? step.unit : "year" },
          false,
        )
      : labelsOf(day, step, asContext);
    const label = labels.find((text) => textWidth(text, TICK_PX) <= room) ?? "";
    ticks.push({ day: from, until, label });
    day = next;
  }
  return ticks;
}

/** The last tick that is not after a day. Days are counted within their month. */
function firstTick(day: number, { unit, count }: Step): number {
  const { year, month, day: date } = calendarDay(day);
  if (unit === "day") return day - ((date - 1) % count);
  if (unit === "month") {
    const months = Math.floor((year * 12 + month - 1) / count) * count;
    return dayNumber(0, months + 1, 1);
  }
  const years = yearsOf(unit) * count;
  return dayNumber(
    years === 1 ? year : roundYear(Math.floor((year > 0 ? year : year - 1) / years) * years),
    1,
    1,
  );
}

function nextTick(day: number, { unit, count }: Step): number {
  const { year, month, day: date } = calendarDay(day);
  if (unit === "day") {
    const nextMonth = dayNumber(year, month + 1, 1);
    // The rest of a month that is shorter than half a step belongs to its last stretch.
    const next = day + count;
    return next < nextMonth && nextMonth - next > count / 2 ? next : date + count > 27 ? nextMonth : next;
  }
  if (unit === "month") return dayNumber(year, month + count, 1);
  const years = yearsOf(unit) * count;
  const counted = year === 1 ? 0 : year > 0 ? year : year - 1;
  return dayNumber(years === 1 ? year + 1 : roundYear(counted + years), 1, 1);
}

/** The year of a round number as people count: 100 BC is -99, and AD 1 stands where there is no year nought. */
const roundYear = (counted: number): number => (counted > 0 ? counted : counted + 1);

const yearsOf = (unit: Unit): number => (unit === "century" ? 100 : unit === "decade" ? 10 : 1);

/** Labels from long to short; the first that has room is taken. */
function labelsOf(start: number, { unit, count }: Step, asContext: boolean): string[] {
  const { year, month, day } = calendarDay(start);
  const name = monthNames[month - 1] ?? "";
  if (unit === "day") return [String(day)];
  if (unit === "month") {
    return asContext
      ? [`${name} ${yearText(year)}`, `${name.slice(0, 3)} ${yearText(year)}`, name, name.slice(0, 3)]
      : count === 1
        ? [name, name.slice(0, 3)]
        : [name.slice(0, 3)];
  }
  return [yearText(year)];
}

const yearText = (year: number): string => (year <= 0 ? `${1 - year} BC` : String(year));
