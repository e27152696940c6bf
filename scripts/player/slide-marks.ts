/** The marks on the seek bar where slides begin: one drawing, however many slides there are. */
import type { TrackSlide } from "./track.ts";

/** Marks nearer to each other than this could not be told apart; they are left out. */
export const NEAREST_PX = 4;

/** One era's piece of the bar. */
export interface MarkedPiece {
  readonly piece: HTMLElement;
  readonly startMs: number;
  readonly endMs: number;
  readonly slides: readonly TrackSlide[];
}

/**
 * Where marks stand within a piece: at the start of each slide but the first. Pure.
 * @returns distances from the piece's left edge, in CSS pixels
 */
export function slideMarks(
  { startMs, endMs, slides }: Pick<MarkedPiece, "startMs" | "endMs" | "slides">,
  widthPx: number,
): number[] {
  const places = slides.map((slide) => (widthPx * (slide.startMs - startMs)) / Math.max(1, endMs - startMs));
  return places.filter((place, i) => {
    const before = places[i - 1];
    const after = places[i + 1] ?? widthPx;
    return before !== undefined && place - before >= NEAREST_PX && after - place >= NEAREST_PX;
  });
}

/** Draws the marks over the bar, and again when its size changes; returns what draws them when the pieces are others. */
export function drawSlideMarks(bar: HTMLElement, pieces: () => readonly MarkedPiece[]): () => void {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.classList.add("seek-marks");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.append(path);
  bar.append(svg);
  const draw = () => {
    const marks = pieces().flatMap((piece) =>
      slideMarks(piece, piece.piece.offsetWidth).map((px) => Math.round(piece.piece.offsetLeft + px) + 0.5),
    );
    path.setAttribute("d", marks.map((px) => `M${px} 0v20`).join(""));
  };
  new ResizeObserver(draw).observe(bar);
  return draw;
}
