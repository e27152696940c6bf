/** The laser: a dot with a short trail that fades. Nothing of it is kept. */
import { SLIDE_HEIGHT_PX, SLIDE_WIDTH_PX } from "../slide-size.ts";
import type { SlidePoint } from "../talk/messages.ts";
import { strokePath } from "../talk/stroke-path.ts";

/** How long the trail is, in time. */
const TRAIL_MS = 260;
/** In slide widths. */
const DOT_WIDTH = 0.013;

/** Shows where somebody points; undefined when nobody does any more. */
export type Laser = (at: SlidePoint | undefined) => void;

/** Makes the laser in a layer of the surface over a slide. */
export function createLaser(layer: SVGGElement): Laser {
  const trail = document.createElementNS("http://www.w3.org/2000/svg", "path");
  const dot = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  trail.setAttribute("class", "laser-trail");
  dot.setAttribute("class", "laser-dot");
  dot.setAttribute("r", String((DOT_WIDTH / 2) * SLIDE_WIDTH_PX));
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  let places: readonly (SlidePoint & { readonly atMs: number })[] = [];
  let here: SlidePoint | undefined;
  let asked = 0;

  function draw(): void {
    asked = 0;
    const nowMs = performance.now();
    places = places.filter(({ atMs }) => nowMs - atMs < TRAIL_MS);
    if (here === undefined) dot.remove();
    else {
      dot.setAttribute("cx", String(here.x * SLIDE_WIDTH_PX));
      dot.setAttribute("cy", String(here.y * SLIDE_HEIGHT_PX));
      layer.append(dot);
    }
    if (places.length < 2 || still.matches) return trail.remove();
    const { d } = strokePath({
      width: DOT_WIDTH,
      points: places.flatMap(({ x, y }) => [x, y]),
      pressures: places.map(({ atMs }) => 1 - (nowMs - atMs) / TRAIL_MS),
    });
    trail.setAttribute("d", d);
    layer.prepend(trail);
    asked = requestAnimationFrame(draw);
  }

  return (at) => {
    here = at;
    if (at !== undefined) places = [...places, { ...at, atMs: performance.now() }];
    if (asked === 0) asked = requestAnimationFrame(draw);
  };
}
