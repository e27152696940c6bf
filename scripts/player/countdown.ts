/** On a slide that nobody speaks on: how long it still stands. A ring that empties, and words where there is room; never a live region. */
import type { Columns } from "./columns.ts";
import { byId, setText } from "./dom.ts";
import { say, type Texts } from "./texts.ts";
import type { Draw } from "./view.ts";

/** Returns what draws the countdown, in whole seconds at the speed that is set. */
export function createCountdown(columns: Columns, texts: Texts): Draw {
  const countdown = byId("countdown", HTMLSpanElement);
  const text = byId("countdown-text", HTMLSpanElement);
  const ring = countdown.querySelector("circle:last-child");
  return ({ slide, slideCount, positionMs, playing, describing, rate }) => {
    const data = columns.get(slide.column)?.slides[slide.row];
    const isQuiet = data !== undefined && data.sound === undefined && data.sentences.length === 0;
    countdown.hidden = !isQuiet || slide.number === slideCount - 1 || describing;
    if (countdown.hidden) return;
    const seconds = (ms: number) => Math.ceil(Math.max(0, ms) / 1000 / rate);
    const left = seconds(slide.endMs - positionMs);
    const share = left / Math.max(1, seconds(slide.endMs - slide.startMs));
    ring?.setAttribute("stroke-dashoffset", (1 - share).toFixed(3));
    // While the lecture stands still, nothing comes next by itself.
    setText(text, playing ? say(texts.nextIn, { n: left }) : "");
  };
}
