/** The line under the slide: how long it has been on show, how long it should be, and how long it was last time. */
import { byId, setText } from "../player/dom.ts";
import { showTime } from "../player/show-time.ts";
import { say, type Texts } from "../player/texts.ts";
import { isSlow } from "../talk/rehearsal-table.ts";
import { inSeconds } from "./rehearsal-rows.ts";

/** Times of the slide on show; what is not known is undefined. */
export interface SlideTimes {
  /** In the rehearsal under way. */
  readonly nowMs: number | undefined;
  readonly plannedMs: number | undefined;
  readonly spokenMs: number;
  /** In the rehearsal before. */
  readonly lastMs: number | undefined;
}

/** Binds the line; it stays away where there is nothing to say. */
export function createSlideTime(texts: Texts): (times: SlideTimes) => void {
  const line = byId("slide-time", HTMLParagraphElement);
  const now = byId("slide-time-now", HTMLSpanElement);
  const should = byId("slide-time-should", HTMLSpanElement);
  const last = byId("slide-time-last", HTMLSpanElement);

  return ({ nowMs, plannedMs, spokenMs, lastMs }) => {
    const isRehearsing = nowMs !== undefined;
    line.hidden = !isRehearsing && plannedMs === undefined && lastMs === undefined;
    const shouldMs = plannedMs ?? spokenMs;
    const isOver = isRehearsing && nowMs > shouldMs;
    now.classList.toggle("is-slow", isOver);
    const nowText = isOver ? texts.slideTimeOver : texts.slideTimeNow;
    setText(
      now,
      isRehearsing ? say(nowText, { time: showTime(nowMs), over: showTime(nowMs - shouldMs) }) : "",
    );
    const shouldText = plannedMs === undefined ? texts.slideTimeNarration : texts.slideTimePlanned;
    setText(should, say(shouldText, { time: inSeconds(shouldMs) }));
    const wasSlow = lastMs !== undefined && isSlow(lastMs, shouldMs);
    last.classList.toggle("is-slow", wasSlow);
    const lastText = wasSlow ? texts.slideTimeLastSlow : texts.slideTimeLast;
    setText(last, lastMs === undefined ? "" : say(lastText, { time: inSeconds(lastMs) }));
  };
}
