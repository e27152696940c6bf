/** One line that somebody draws on a slide, as plain data. Pure. */
import { SLIDE_HEIGHT_PX, SLIDE_WIDTH_PX } from "../slide-size.ts";

/** What leaves a line: the pen covers what is under it, the marker lets it through. */
export const STROKE_TOOLS = ["pen", "marker"] as const;
/** See `STROKE_TOOLS`. */
export type StrokeTool = (typeof STROKE_TOOLS)[number];

/** The colours there are; how each looks with each tool is the style sheet's part. */
export const INKS = ["black", "yellow", "red", "blue", "green"] as const;
/** See `INKS`. */
export type Ink = (typeof INKS)[number];

/** A line. It is never changed: whoever erases it takes it out as a whole. */
export interface Stroke {
  /** Unique wherever it was drawn. Begins with its time, so that lines sorted by id lie over one another as they were drawn. */
  readonly id: string;
  readonly tool: StrokeTool;
  readonly ink: Ink;
  /** In fractions of the slide's width, at full pressure. */
  readonly width: number;
  /** x, y, x, y …: places from the slide's top left corner, in fractions of its width and height. */
  readonly points: readonly number[];
  /** How hard the pen was pressed at each place, over 0 up to 1; absent where the device does not say. */
  readonly pressures?: readonly number[];
}

/** Bounds: far above any honest line, low enough that a hostile file does no harm. */
export const STROKE_LIMITS = { places: 4_000, minWidth: 0.0005, maxWidth: 0.1, idLength: 40 } as const;

/** Height of a slide in its widths: lengths are measured in widths in both directions. */
export const SLIDE_RATIO = SLIDE_HEIGHT_PX / SLIDE_WIDTH_PX;

/** A place of a line with both lengths in slide widths. */
export interface StrokePlace {
  readonly x: number;
  readonly y: number;
  /** 1 where the device does not say. */
  readonly pressure: number;
}

/** The places of a line, in slide widths. */
export function placesOf({ points, pressures }: Pick<Stroke, "points" | "pressures">): StrokePlace[] {
  const places: StrokePlace[] = [];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const pressure = pressures?.[i / 2] ?? 1;
    places.push({ x: points[i] ?? 0, y: (points[i + 1] ?? 0) * SLIDE_RATIO, pressure });
  }
  return places;
}

/**
 * The other way: places as a line keeps them, inside the slide and rounded to a tenth of a pixel of a slide as it is designed.
 * @param pressed whether the device says how hard it is pressed
 */
export function pointsOf(
  places: readonly StrokePlace[],
  pressed: boolean,
): Pick<Stroke, "points" | "pressures"> {
  const points = places.flatMap(({ x, y }) => [rounded(x, 0, 4), rounded(y / SLIDE_RATIO, 0, 4)]);
  return pressed
    ? { points, pressures: places.map(({ pressure }) => rounded(pressure, 0.01, 2)) }
    : { points };
}

function rounded(value: number, least: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(Math.min(1, Math.max(least, value)) * factor) / factor;
}

/** A mistake in data, at a path of keys and indexes. */
export interface Wrong {
  readonly path: readonly (string | number)[];
  /** What is wrong, in one sentence without a full stop. */
  readonly message: string;
}

/** Reads a line from data that anybody may have written: the line, or the first thing that is wrong with it. */
export function readStroke(value: unknown): Stroke | Wrong {
  const wrong = (key: string, message: string): Wrong => ({ path: [key], message });
  if (!isRecord(value)) return { path: [], message: "a line must be an object" };
  const { id, tool, ink, width, points, pressures } = value;
  if (typeof id !== "string" || !/^[a-z0-9-]+$/.test(id) || id.length > STROKE_LIMITS.idLength)
    return wrong("id", `"id" must be 1 to ${STROKE_LIMITS.idLength} letters a to z, digits and hyphens`);
  const knownTool = STROKE_TOOLS.find((one) => one === tool);
  if (knownTool === undefined) return wrong("tool", `"tool" must be one of: ${STROKE_TOOLS.join(", ")}`);
  const knownInk = INKS.find((one) => one === ink);
  if (knownInk === undefined) return wrong("ink", `"ink" must be one of: ${INKS.join(", ")}`);
  const { minWidth, maxWidth, places } = STROKE_LIMITS;
  if (!isNumber(width, minWidth, maxWidth))
    return wrong("width", `"width" must be a number from ${minWidth} to ${maxWidth}`);
  if (!isNumbers(points, 0) || points.length < 2 || points.length % 2 !== 0)
    return wrong("points", `"points" must be pairs of numbers from 0 to 1`);
  if (points.length > 2 * places) return wrong("points", `a line may have ${places} places`);
  const line = { id, tool: knownTool, ink: knownInk, width, points };
  if (pressures === undefined) return line;
  if (!isNumbers(pressures, 0) || pressures.length !== points.length / 2)
    return wrong("pressures", `"pressures" must be a number from 0 to 1 for each place`);
  return { ...line, pressures };
}

/** Whether reading found something wrong. */
export const isWrong = (read: object): read is Wrong => "message" in read;

/** Whether a value is an object with keys. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isNumber = (value: unknown, least: number, most: number): value is number =>
  typeof value === "number" && value >= least && value <= most;

const isNumbers = (value: unknown, least: number): value is readonly number[] =>
  Array.isArray(value) && value.every((one) => isNumber(one, least, 1));
