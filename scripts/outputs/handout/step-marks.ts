/**
 * Numbers on a slide's picture, each at what comes with it or is pointed at. Pure; relies on well-formed HTML with
 * attributes in double quotes.
 */

import { elementEnd, startTag, type StartTag } from "../../render/html.ts";

/** Marks of one element. */
type Numbers = readonly number[];

const VOID = new Set(["img", "hr", "input", "br", "source", "video", "audio"]);
const ROWS = new Set(["table", "thead", "tbody", "tfoot", "tr"]);

/**
 * Adds the marks.
 * @param numbersOf id of an element of the picture → its numbers
 */
export function addStepMarks(html: string, numbersOf: ReadonlyMap<string, Numbers>): string {
  return [...numbersOf].reduce((marked, [id, numbers]) => addTo(marked, id, numbers), html);
}

function addTo(html: string, id: string, numbers: Numbers): string {
  const found = startTag(html, id);
  if (found === undefined) return html;
  const { at, after, name } = found;
  const drawing = html.lastIndexOf("<svg", at);
  const isDrawn = drawing !== -1 && html.indexOf("</svg>", drawing) > at;
  if (isDrawn) return addToDrawing(html, { drawing, ...found }, numbers);
  if (VOID.has(name)) return insert(html, at, htmlMark(numbers));
  if (!ROWS.has(name)) return insert(html, after, htmlMark(numbers));
  // Nothing but cells may stand in a row.
  const cell = /<t[dh]\b[^>]*>/.exec(html.slice(after));
  return cell === null ? html : insert(html, after + cell.index + cell[0].length, htmlMark(numbers));
}

const insert = (html: string, at: number, added: string): string =>
  html.slice(0, at) + added + html.slice(at);

const htmlMark = (numbers: Numbers): string =>
  `<span class="step-marks">${numbers.map((number) => `<span class="step-mark">${number}</span>`).join("")}</span>`;

// ── In drawings ────────────────────────────────────────────────────────────────────────────

interface Drawn extends StartTag {
  /** Where the drawing begins. */
  readonly drawing: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Size of a slide's drawing in CSS px, about: a mark should come out alike in all. */
const DRAWN_PX = { width: 1120, height: 480 } as const;
const RADIUS_PX = 17;

/** The mark stands beside the element's first lettering, else on its first shape, in that one's own coordinates. */
function addToDrawing(html: string, { drawing, at, after, tag, name }: Drawn, numbers: Numbers): string {
  const [, , , width = DRAWN_PX.width, height = DRAWN_PX.height] =
    /^<svg\b[^>]*\sviewBox="\s*([-\d.]+)[\s,]+([-\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/
      .exec(html.slice(drawing))
      ?.map(Number) ?? [];
  const radius = RADIUS_PX * Math.max(width / DRAWN_PX.width, height / DRAWN_PX.height);
  const inside =
    name === "svg" || name === "g" ? html.slice(after, elementEnd(html, name, after)) : undefined;
  const lettering = /<text\b([^>]*)>([\s\S]*?)<\/text>/.exec(inside ?? html.slice(at));
  if (lettering !== null && (inside !== undefined || lettering.index === 0)) {
    const [whole, attributes = "", text = ""] = lettering;
    const place = beside(attributes, text, radius, numbers.length);
    return insert(
      html,
      (inside === undefined ? at : after) + lettering.index + whole.length,
      drawnMark(place, radius, numbers),
    );
  }
  const shape =
    inside === undefined
      ? tag
      : /<(?:circle|ellipse|rect|image|line|path|poly\w+|use)\b[^>]*>/.exec(inside)?.[0];
  if (shape === undefined) return html;
  const begin = html.indexOf(shape, inside === undefined ? at : after);
  // A shape may hold a title; before it the mark would lie under it, so it goes behind its end.
  const kind = /^<(\w+)/.exec(shape)?.[1] ?? "";
  const end = shape.endsWith("/>")
    ? begin + shape.length
    : html.indexOf(`</${kind}>`, begin) + kind.length + 3;
  return insert(html, end, drawnMark(pointOf(shape), radius, numbers));
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
const number = (tag: string, name: string): number => Number.parseFloat(attribute(tag, name) ?? "0") || 0;

/** Ems that a letter is wide, on average. */
const LETTER_EM = 0.5;

/** Beside a line of lettering, on the side that its place on the drawing leaves free. */
function beside(attributes: string, text: string, radius: number, count: number): Point {
  const size = number(attributes, "font-size") || radius;
  const width = text.replace(/<[^>]*>/g, "").length * LETTER_EM * size;
  const x = number(attributes, "x");
  const y = number(attributes, "y") - size * 0.34;
  const gap = radius * 1.4;
  switch (attribute(attributes, "text-anchor")) {
    case "middle":
      return { x: x - width / 2 - gap - (count - 1) * 2 * radius, y };
    case "end":
      return { x: x - width - gap - (count - 1) * 2 * radius, y };
    default:
      return { x: x + width + gap, y };
  }
}

/** A point of a shape: the middle of a circle, the middle corner of a line, the first corner of a box. */
function pointOf(shape: string): Point {
  if (/^<(?:circle|ellipse)/.test(shape)) return { x: number(shape, "cx"), y: number(shape, "cy") };
  if (shape.startsWith("<line"))
    return {
      x: (number(shape, "x1") + number(shape, "x2")) / 2,
      y: (number(shape, "y1") + number(shape, "y2")) / 2,
    };
  const points = shape.startsWith("<path")
    ? pathPoints(attribute(shape, "d") ?? "")
    : pairs((attribute(shape, "points") ?? "").match(NUMBER)?.map(Number) ?? []);
  return points[Math.floor(points.length / 2)] ?? { x: number(shape, "x"), y: number(shape, "y") };
}

const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

const pairs = (numbers: readonly number[]): Point[] =>
  Array.from({ length: Math.floor(numbers.length / 2) }, (_, i) => ({
    x: numbers[2 * i] ?? 0,
    y: numbers[2 * i + 1] ?? 0,
  }));

/** The corners of a path, up to its first curve (SVG 2, 9.3). */
function pathPoints(d: string): Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (const [, command = "", written = ""] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = written.match(NUMBER)?.map(Number) ?? [];
    const relative = command === command.toLowerCase();
    if (/[hv]/i.test(command)) {
      for (const value of numbers) {
        if (/h/i.test(command)) x = relative ? x + value : value;
        else y = relative ? y + value : value;
        points.push({ x, y });
      }
    } else if (/[ml]/i.test(command)) {
      for (const to of pairs(numbers)) {
        [x, y] = relative ? [x + to.x, y + to.y] : [to.x, to.y];
        points.push({ x, y });
      }
    } else break;
  }
  return points;
}

/** Two decimals are finer than any printer. */
const short = (value: number): string => String(Math.round(value * 100) / 100);

function drawnMark({ x, y }: Point, radius: number, numbers: Numbers): string {
  const marks = numbers.map((value, index) => {
    const cx = x + index * 2.1 * radius;
    return `<circle cx="${short(cx)}" cy="${short(y)}" r="${short(radius)}"/><text x="${short(cx)}" y="${short(y + radius * 0.42)}" font-size="${short(radius * (value > 9 ? 1.05 : 1.25))}" text-anchor="middle">${value}</text>`;
  });
  return `<g class="drawn-step-mark">${marks.join("")}</g>`;
}
