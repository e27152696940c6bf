/** When to look at the clock again. */

/** How often the clock is looked at while the page is hidden and draws nothing. */
const HIDDEN_TICK_MS = 200;

/** Calls back at the next frame, or soon when the page is hidden and draws none; returns what cancels it. */
export function schedule(callback: () => void): () => void {
  if (document.hidden) {
    const timer = setTimeout(callback, HIDDEN_TICK_MS);
    return () => clearTimeout(timer);
  }
  const frame = requestAnimationFrame(callback);
  return () => cancelAnimationFrame(frame);
}
