/** How a line looks: as the path of an SVG whose units are the pixels of a slide as it is designed. Pure. */
import { SLIDE_WIDTH_PX } from "../slide-size.ts";
import { placesOf, type Stroke } from "./stroke.ts";

/** A line, ready to be drawn. */
export interface StrokePath {
  /** The attribute `d`. */
  readonly d: string;
  /** Width of the line; undefined where the path is the line's outline, to be filled. */
  readonly strokeWidthPx: number | undefined;
}

/** Where a line turns by more than this it has a corner, and is not rounded. */
const CORNER_COS = Math.cos(Math.PI / 3);

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The path of a line: a smooth curve, or its outline where it is thicker and thinner by pressure. */
export function strokePath(stroke: Pick<Stroke, "points" | "pressures" | "width">): StrokePath {
  const widthPx = stroke.width * SLIDE_WIDTH_PX;
  const dots = placesOf(stroke).map(({ x, y, pressure }) => ({
    x: x * SLIDE_WIDTH_PX,
    y: y * SLIDE_WIDTH_PX,
    radius: (widthPx * pressure) / 2,
  }));
  return stroke.pressures === undefined
    ? { d: curve(dots), strokeWidthPx: widthPx }
    : { d: outline(dots), strokeWidthPx: undefined };
}

/** Through all places, with the tangent at each that leads from the one before to the one after. */
function curve(dots: readonly Dot[]): string {
  const [first, second] = dots;
  if (first === undefined) return "";
  // A line of no length, with round ends, is a dot.
  if (second === undefined) return `M${px(first.x)} ${px(first.y)}h.01`;
  const tangents = dots.map((dot, i) => tangentAt(dots[i - 1], dot, dots[i + 1]));
  const parts = dots.slice(1).map((to, i) => {
    const from = dots[i] ?? to;
    const third = Math.hypot(to.x - from.x, to.y - from.y) / 3;
    const out = tangents[i] ?? NONE;
    const into = tangents[i + 1] ?? NONE;
    const controls = [
      from.x + out.x * third,
      from.y + out.y * third,
      to.x - into.x * third,
      to.y - into.y * third,
    ];
    return `C${[...controls, to.x, to.y].map(px).join(" ")}`;
  });
  return `M${px(first.x)} ${px(first.y)}${parts.join("")}`;
}

const NONE = { x: 0, y: 0 };

/** A direction of length 1, or none at an end or a corner. */
function tangentAt(before: Dot | undefined, here: Dot, after: Dot | undefined): { x: number; y: number } {
  if (before === undefined || after === undefined) return NONE;
  const into = direction(before, here);
  const out = direction(here, after);
  return into.x * out.x + into.y * out.y < CORNER_COS ? NONE : direction(before, after);
}

function direction(from: Dot, to: Dot): { x: number; y: number } {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length === 0 ? NONE : { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

/** A disc at each place and a band from each to the next, all turning the same way, so that filling them gives one shape. */
function outline(dots: readonly Dot[]): string {
  const discs = dots.map(({ x, y, radius }) => {
    const r = px(Math.max(radius, 0.2));
    return `M${px(x - radius)} ${px(y)}a${r} ${r} 0 1 1 ${px(2 * radius)} 0a${r} ${r} 0 1 1 ${px(-2 * radius)} 0z`;
  });
  const bands = dots.slice(1).map((to, i) => {
    const from = dots[i] ?? to;
    const { x, y } = direction(from, to);
    const corner = (dot: Dot, side: 1 | -1) =>
      `${px(dot.x + side * y * dot.radius)} ${px(dot.y - side * x * dot.radius)}`;
    return `M${corner(from, 1)}L${corner(to, 1)}L${corner(to, -1)}L${corner(from, -1)}z`;
  });
  return [...discs, ...bands].join("");
}

/** A hundredth of a pixel is finer than any screen. */
const px = (value: number): string => String(Math.round(value * 100) / 100);
