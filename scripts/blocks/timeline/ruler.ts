/** The axis as a ruler: its labels stand between two lines, so that no pole passes through them. */
import { coordinate as c, element, textElement } from "../svg.ts";
import { TICK_PX, type Domain, type Tick, type Ticks } from "./axis.ts";

/** Height of one row of labels. */
const ROW = 30;

/** Where the plot lies, in pixels. */
export interface Plot {
  readonly minX: number;
  readonly maxX: number;
  readonly xOf: (day: number) => number;
}

/** Height of the ruler in pixels. */
export const rulerHeight = (ticks: Ticks): number => (ticks.context.length > 0 ? 2 * ROW - 2 : ROW);

/** The ruler as SVG, its upper edge at `y`. */
export function rulerMarkup(ticks: Ticks, domain: Domain, y: number, plot: Plot): string {
  const { minX, maxX, xOf } = plot;
  const height = rulerHeight(ticks);
  const inner = (tick: { readonly day: number }): boolean => tick.day > domain.from;
  const marks = [
    ...ticks.main.filter(inner).map((tick) => `M${c(xOf(tick.day))},${c(y)}v${ROW}`),
    ...ticks.between.filter((day) => day > domain.from).map((day) => `M${c(xOf(day))},${c(y)}v6`),
    ...ticks.context.filter(inner).map((tick) => `M${c(xOf(tick.day))},${c(y)}v${c(height)}`),
  ].join("");
  const label = (tick: Tick, middle: boolean, row: number): string => {
    const x = xOf(tick.day);
    return textElement({
      text: tick.label,
      x: middle ? (x + xOf(tick.until)) / 2 : x + 5,
      y: y + ROW * (row + 0.5) + TICK_PX * 0.34 - row * 3,
      sizePx: TICK_PX,
      anchor: middle ? "middle" : "start",
      class: row === 0 ? "tick-label" : "tick-label context",
    });
  };
  const labels = [
    ...ticks.main.filter((tick) => tick.label !== "").map((tick) => label(tick, ticks.names, 0)),
    ...ticks.context.filter((tick) => tick.label !== "").map((tick) => label(tick, true, 1)),
  ];
  return element(
    "g",
    { class: "axis" },
    [
      element("rect", { class: "ruler", x: minX, y, width: maxX - minX, height }),
      element("path", { class: "ticks", d: marks }),
      ...labels,
    ].join(""),
  );
}

/** Faint lines from the ruler through all lanes. */
export function gridMarkup(ticks: Ticks, domain: Domain, top: number, bottom: number, { xOf }: Plot): string {
  const lines = ticks.context.length > 0 ? ticks.context : ticks.main;
  const d = lines
    .filter((tick) => tick.day > domain.from)
    .map((tick) => `M${c(xOf(tick.day))},${c(top)}V${c(bottom)}`)
    .join("");
  return element("path", { class: "grid", d });
}
