/** Whether the talk is behind or ahead of what is planned: in words, by a sign and in colour. */
import { byId, setText } from "../player/dom.ts";
import { showTime } from "../player/show-time.ts";
import { say, type Texts } from "../player/texts.ts";
import type { PlannedSlide } from "../talk/planned.ts";
import { paceAt, planOf } from "./plan.ts";
import type { Stopwatch } from "./stopwatch.ts";
import type { DrawSpeaker } from "./view.ts";

const SIGNS = { on: "●", behind: "▲", ahead: "▼" } as const;

/** Binds the line; it stays away where nothing is planned, and before the stopwatch runs. */
export function createPace(
  slides: readonly PlannedSlide[] | undefined,
  stopwatch: Stopwatch,
  texts: Texts,
): DrawSpeaker {
  const line = byId("pace", HTMLParagraphElement);
  const sign = byId("pace-sign", HTMLSpanElement);
  const words = byId("pace-words", HTMLSpanElement);
  const total = byId("planned", HTMLParagraphElement);
  const plan = slides && planOf(slides);
  let slide = "";

  if (plan !== undefined) {
    total.hidden = false;
    setText(total, say(texts.plannedTotal, { time: showTime(plan.totalMs) }));
  }

  function draw(): void {
    const elapsedMs = stopwatch.elapsedMs();
    const pace = plan === undefined || elapsedMs === undefined ? undefined : paceAt(plan, slide, elapsedMs);
    line.hidden = pace === undefined;
    if (pace === undefined) return;
    line.dataset["pace"] = pace.kind;
    setText(sign, SIGNS[pace.kind]);
    const text = { on: texts.paceOn, behind: texts.paceBehind, ahead: texts.paceAhead }[pace.kind];
    setText(words, say(text, { time: showTime(pace.byMs) }));
  }

  stopwatch.follow(draw);
  return (view) => {
    slide = view.now.slide.fullId;
    draw();
  };
}
