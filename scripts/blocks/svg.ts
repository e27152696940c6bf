/** Small helpers for writing SVG text: escaping, numbers, elements, and the frame that every block's drawing shares. */
import { escapeHtml } from "../escape.ts";
import type { Drawing, SlideElement } from "../model.ts";
import type { BlockContext } from "./index.ts";

/** Attributes in the order in which they are written; absent values are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text for an element or a double-quoted attribute. Characters that XML forbids are dropped. */
export function escapeXml(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters to drop
  return escapeHtml(text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ""));
}

/** A coordinate: one decimal is a twentieth of a printed point. */
export function coordinate(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}

/** An element with escaped attributes; `content` is markup already. */
export function element(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${typeof value === "number" ? coordinate(value) : escapeXml(value ?? "")}"`,
    )
    .join("");
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** One line of text at its baseline. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly sizePx: number;
  readonly anchor: "start" | "middle" | "end";
  readonly class: string;
}

/** A line of text; Korean gets its language, so that it is said and set as Korean. */
export function textElement(line: TextLine): string {
  return element(
    "text",
    {
      class: line.class,
      x: line.x,
      y: line.y,
      "font-size": line.sizePx,
      "text-anchor": line.anchor === "start" ? undefined : line.anchor,
      lang: /\p{Script=Hangul}/u.test(line.text) ? "ko" : undefined,
    },
    escapeXml(line.text),
  );
}

/** A part that cues can name, as drawn. */
export interface Part {
  readonly id: string;
  /** `place`, `route`, `event` …: a class of the part's group. */
  readonly kind: string;
  readonly classes?: readonly string[];
  /** What the part is, for lists of cue targets. */
  readonly label: string;
  readonly markup: string;
}

/** What a block hands over to be framed. */
export interface Frame {
  readonly kind: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly title: string;
  readonly description: string;
  /** What lies under the parts. */
  readonly ground: string;
  /** Back to front. */
  readonly parts: readonly Part[];
  /** What lies over the parts. */
  readonly front?: string;
  /** How many times its own size the drawing is shown at; 1 when absent. */
  readonly enlarged?: number;
}

/** The id of a part on the page. */
const partId = (context: BlockContext, id: string): string => `${context.id}--${id}`;

/** The accessible SVG of a block, and its parts as cue targets. */
export function frameDrawing(frame: Frame, context: BlockContext): Drawing {
  const { widthPx, heightPx, enlarged = 1 } = frame;
  const name = context.name ?? context.id.slice(context.id.lastIndexOf("--") + 2 || 0);
  const titleId = `${context.id}--svg-title`;
  const descId = `${context.id}--svg-desc`;
  const groups = frame.parts.map((part) =>
    element(
      "g",
      { id: partId(context, part.id), class: ["part", part.kind, ...(part.classes ?? [])].join(" ") },
      part.markup,
    ),
  );
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: `block block-${frame.kind}`,
      id: context.id,
      role: "img",
      "aria-labelledby": `${titleId} ${descId}`,
      viewBox: `0 0 ${coordinate(widthPx)} ${coordinate(heightPx)}`,
      width: widthPx * enlarged,
      height: heightPx * enlarged,
    },
    [
      element("title", { id: titleId }, escapeXml(frame.title)),
      element("desc", { id: descId }, escapeXml(frame.description)),
      frame.ground,
      ...groups,
      frame.front ?? "",
    ]
      .filter((line) => line !== "")
      .join("\n"),
  );
  const parts: SlideElement[] = frame.parts.map((part) => ({
    name: `${name}/${part.id}`,
    id: partId(context, part.id),
    label: part.label,
  }));
  return {
    svg,
    widthPx: Math.round(widthPx * enlarged),
    heightPx: Math.round(heightPx * enlarged),
    parts,
    description: frame.description,
  };
}
