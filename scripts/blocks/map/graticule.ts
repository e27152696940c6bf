/** Faint meridians and parallels, which show how a large map is bent. */
import { geoGraticule } from "d3-geo";
import { pathOf, simplify, strokes } from "./outline.ts";
import type { Extent, View } from "./projection.ts";

/** The graticule as one path; empty on maps of small regions, which lie nearly flat. */
export function graticulePath(view: View, extent: Extent): string {
  const span = Math.max(view.lonSpan, (extent.north - extent.south) * 1.6);
  if (span < 25) return "";
  const step = span > 140 ? 20 : span > 60 ? 10 : 5;
  const lines = geoGraticule()
    .step([step, step])
    .extentMajor([
      [-180, -90],
      [180, 90],
    ]);
  return strokes(lines(), view)
    .filter((stroke) => stroke.length > 1)
    .map((stroke) => pathOf(simplify(stroke, 0.3)))
    .join("");
}
