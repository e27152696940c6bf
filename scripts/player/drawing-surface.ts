/** The lines over a slide, and the laser's dot: pictures only, silent for screen readers, and out of the pointer's way unless it draws. */
import { SLIDE_HEIGHT_PX, SLIDE_WIDTH_PX } from "../slide-size.ts";
import { strokePath } from "../talk/stroke-path.ts";
import type { Stroke } from "../talk/stroke.ts";

/** What lies over a slide. */
export interface DrawingSurface {
  /** What the pointer draws on. */
  readonly element: SVGSVGElement;
  /** Where parts of its own can be drawn, over the lines. */
  readonly top: SVGGElement;
  /** Shows these lines and no others, the first at the bottom. */
  readonly show: (strokes: readonly Stroke[]) => void;
  /** Shows lines that are being drawn. */
  readonly showLive: (strokes: readonly Stroke[]) => void;
}

/** The elements of one line. */
interface Drawn {
  readonly stroke: Stroke;
  readonly parts: readonly { readonly layer: SVGGElement; readonly path: SVGPathElement }[];
}

/**
 * Puts the surface into an element that has the shape of a slide. Markers lie in a picture of their own, which lets the slide through as
 * ink on paper does; pens lie over it, each with an edge in the colour of paper, so that they are seen on dark pictures too.
 */
export function createDrawingSurface(host: HTMLElement): DrawingSurface {
  const markers = picture("ink ink-markers");
  const pens = picture("ink ink-pens");
  const layer = (svg: SVGSVGElement) => svg.appendChild(element("g"));
  const layers = { marker: layer(markers), casing: layer(pens), pen: layer(pens) };
  const liveLayers = { marker: layer(markers), casing: layer(pens), pen: layer(pens) };
  const top = layer(pens);
  host.append(markers, pens);

  const drawer = (into: typeof layers) => {
    let shown = new Map<string, Drawn>();
    return (strokes: readonly Stroke[]): void => {
      const next = new Map<string, Drawn>();
      for (const stroke of strokes) {
        const before = shown.get(stroke.id);
        next.set(stroke.id, before?.stroke === stroke ? before : draw(stroke, into));
      }
      for (const [id, old] of shown)
        if (next.get(id) !== old) for (const { path } of old.parts) path.remove();
      // Most often a line is added at the end: then nothing else is touched.
      const order = [...next.keys()];
      const keeps = [...shown.keys()].every((id, i) => id === order[i]);
      for (const [id, { parts }] of next)
        if (!keeps || shown.get(id) !== next.get(id)) for (const { layer, path } of parts) layer.append(path);
      shown = next;
    };
  };
  return { element: pens, top, show: drawer(layers), showLive: drawer(liveLayers) };
}

function draw(stroke: Stroke, layers: Readonly<Record<"marker" | "casing" | "pen", SVGGElement>>): Drawn {
  const { d, strokeWidthPx } = strokePath(stroke);
  const isLine = strokeWidthPx !== undefined;
  const path = element("path");
  path.setAttribute("d", d);
  path.classList.add(isLine ? "ink-line" : "ink-shape");
  path.dataset["ink"] = stroke.ink;
  if (isLine) path.setAttribute("stroke-width", String(strokeWidthPx));
  if (stroke.tool === "marker") return { stroke, parts: [{ layer: layers.marker, path }] };
  const casing = element("path");
  casing.setAttribute("d", d);
  casing.classList.add("ink-casing");
  casing.setAttribute("stroke-width", String((strokeWidthPx ?? 0) + CASING_PX));
  return {
    stroke,
    parts: [
      { layer: layers.casing, path: casing },
      { layer: layers.pen, path },
    ],
  };
}

/** How much wider than its line the edge is. */
const CASING_PX = 4;

const element = <K extends keyof SVGElementTagNameMap>(name: K): SVGElementTagNameMap[K] =>
  document.createElementNS("http://www.w3.org/2000/svg", name);

function picture(name: string): SVGSVGElement {
  const svg = element("svg");
  svg.setAttribute("class", name);
  svg.setAttribute("viewBox", `0 0 ${SLIDE_WIDTH_PX} ${SLIDE_HEIGHT_PX}`);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  return svg;
}
