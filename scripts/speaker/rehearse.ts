/**
 * Rehearsing: from start to stop the moment of each click is noted on the stopwatch, so that pauses are left out. A rehearsal outlives a
 * reload of the page, and the last one stays in the browser.
 */
import type { LectureIndex } from "../player/data.ts";
import { byId } from "../player/dom.ts";
import type { Memory } from "../player/memory.ts";
import type { Texts } from "../player/texts.ts";
import type { PlannedSlide } from "../talk/planned.ts";
import { rehearsalIn, rehearsalValue } from "../talk/rehearsal-file.ts";
import { timesToday } from "../talk/rehearsal-table.ts";
import { slideTimes, withClick, type Rehearsal } from "../talk/rehearsal.ts";
import { createRehearsalDialog } from "./rehearsal-dialog.ts";
import { createSlideTime } from "./slide-time.ts";
import type { Stopwatch } from "./stopwatch.ts";
import type { DrawSpeaker, SpeakerView } from "./view.ts";

/** Names in the lecture's own drawer. */
const LAST = "rehearsal";
const RUNNING = "rehearsal-running";

/** What rehearsing needs of the page. */
export interface RehearseWorld {
  readonly index: LectureIndex;
  readonly plan: readonly PlannedSlide[] | undefined;
  /** The lecture's own drawer. */
  readonly memory: Memory;
  readonly stopwatch: Stopwatch;
  readonly texts: Texts;
}

/** A rehearsal that is under way. */
type Run = Pick<Rehearsal, "began" | "clicks">;

/** Binds the button, the dialog and the line under the slide. */
export function createRehearse({ index, plan, memory, stopwatch, texts }: RehearseWorld): DrawSpeaker {
  const button = byId("rehearse", HTMLButtonElement);
  const lecture = { id: index.id, title: index.title };
  let last = keptIn(memory.get(LAST));
  let isKept = true;
  let run = keptRun();
  let stopped: { readonly run: Run; readonly before: Rehearsal | undefined } | undefined;
  /** What the slides are compared with: the rehearsal before the one under way. */
  let before = last;
  let view: SpeakerView | undefined;

  function keptRun(): Run | undefined {
    const kept = keptIn(memory.get(RUNNING));
    const elapsedMs = stopwatch.elapsedMs();
    return kept !== undefined && elapsedMs !== undefined && elapsedMs >= kept.durationMs ? kept : undefined;
  }

  const show = createRehearsalDialog({
    index,
    plan,
    texts,
    last: () => last,
    isKept: () => isKept,
    start: () => {
      stopped = undefined;
      before = last;
      run = { began: new Date(Date.now()).toISOString(), clicks: [] };
      stopwatch.restart();
      draw();
    },
    goOn: () => {
      if (stopped === undefined || stopwatch.elapsedMs() !== last?.durationMs) return undefined;
      const { run: again, before: marks } = stopped;
      return () => {
        run = again;
        before = marks;
        stopped = undefined;
        stopwatch.run(true);
        draw();
      };
    },
    opened: (rehearsal) => {
      stopped = undefined;
      setLast(rehearsal);
      draw();
    },
  });
  const slideTime = createSlideTime(texts);

  function setLast(rehearsal: Rehearsal): void {
    last = rehearsal;
    before = rehearsal;
    isKept = memory.set(LAST, rehearsalValue(rehearsal));
  }

  /** Notes where the talk is, if it has moved. */
  function note(): void {
    const elapsedMs = stopwatch.elapsedMs();
    if (run === undefined || view === undefined) return;
    if (elapsedMs === undefined) {
      // Who sets the stopwatch to zero begins anew.
      run = { began: new Date(Date.now()).toISOString(), clicks: [] };
      return;
    }
    const { slide, step } = view.now;
    const ms = run.clicks.length === 0 ? 0 : elapsedMs;
    const clicks = withClick(run.clicks, { slide: slide.fullId, step, ms });
    if (clicks === run.clicks) return;
    run = { ...run, clicks };
    memory.set(RUNNING, rehearsalValue({ lecture, ...run, durationMs: Math.max(ms, Math.floor(elapsedMs)) }));
  }

  function stop(ended: Run): void {
    stopwatch.run(false);
    const durationMs = Math.round(stopwatch.elapsedMs() ?? 0);
    memory.set(RUNNING, undefined);
    run = undefined;
    if (ended.clicks.length > 0) {
      stopped = { run: ended, before };
      setLast({ lecture, ...ended, durationMs });
    }
    draw();
    show();
  }

  function draw(): void {
    if (view === undefined) return;
    note();
    const { fullId } = view.now.slide;
    const runs = run !== undefined;
    const label = runs ? texts.rehearsalStop : texts.rehearse;
    button.classList.toggle("is-rehearsing", runs);
    if (button.getAttribute("aria-label") !== label) {
      button.setAttribute("aria-label", label);
      button.title = label;
    }
    const elapsedMs = stopwatch.elapsedMs() ?? 0;
    slideTime({
      nowMs: run && (slideTimes({ clicks: run.clicks, durationMs: elapsedMs }).get(fullId) ?? 0),
      plannedMs: plan?.find(({ slide }) => slide === fullId)?.plannedMs,
      spokenMs: view.now.slide.endMs - view.now.slide.startMs,
      lastMs: before && timesToday(index, before).times.get(fullId),
    });
  }

  button.addEventListener("click", () => (run === undefined ? show() : stop(run)));
  stopwatch.follow(draw);
  return (now) => {
    view = now;
    draw();
  };
}

function keptIn(value: unknown): Rehearsal | undefined {
  const read = rehearsalIn(value);
  return typeof read === "string" ? undefined : read;
}
