/** The stopwatch: how long the talk has lasted. It goes on while the page is loaded anew. */
import { byId, setText } from "../player/dom.ts";
import type { Memory } from "../player/memory.ts";
import { showTime } from "../player/show-time.ts";
import type { Texts } from "../player/texts.ts";

/** The time that has run, and since when it runs again. */
interface Run {
  readonly elapsedMs: number;
  /** On the wall clock, so that it can be kept; undefined while it rests. */
  readonly sinceMs: number | undefined;
}

/** What others may know of it. */
export interface Stopwatch {
  /** Undefined before it was started. */
  readonly elapsedMs: () => number | undefined;
  /** Called once a second, and when it is started, paused or reset. */
  readonly follow: (listener: () => void) => void;
  /** From zero, at once. */
  readonly restart: () => void;
  /** Goes on, or pauses. */
  readonly run: (on: boolean) => void;
}

const ZERO: Run = { elapsedMs: 0, sinceMs: undefined };
/** Whoever comes back after a night begins anew. */
const STALE_MS = 8 * 3_600_000;

/** Binds the stopwatch and the clock beside it. */
export function createStopwatch(memory: Memory, texts: Texts): Stopwatch {
  const elapsed = byId("elapsed", HTMLParagraphElement);
  const clock = byId("clock", HTMLSpanElement);
  const button = byId("stopwatch-run", HTMLButtonElement);
  const reset = byId("stopwatch-reset", HTMLButtonElement);
  const listeners: (() => void)[] = [];
  let run = readRun(memory.get("stopwatch"));

  const elapsedMs = () => run.elapsedMs + (run.sinceMs === undefined ? 0 : Date.now() - run.sinceMs);
  const isFresh = () => run.sinceMs === undefined && run.elapsedMs === 0;

  function set(next: Run): void {
    run = next;
    memory.set("stopwatch", isFresh() ? undefined : run);
    draw();
  }

  function draw(): void {
    setText(elapsed, showTime(elapsedMs()));
    const time = { hour: "2-digit", minute: "2-digit" } as const;
    // As the lecturer's own browser writes it.
    setText(clock, new Date().toLocaleTimeString([], time));
    const runs = run.sinceMs !== undefined;
    const label = runs ? texts.stopwatchPause : texts.stopwatchStart;
    button.classList.toggle("is-running", runs);
    if (button.getAttribute("aria-label") !== label) {
      button.setAttribute("aria-label", label);
      button.title = label;
    }
    reset.disabled = isFresh();
    for (const told of listeners) told();
  }

  const turn = (on: boolean) => set({ elapsedMs: elapsedMs(), sinceMs: on ? Date.now() : undefined });
  button.addEventListener("click", () => turn(run.sinceMs === undefined));
  reset.addEventListener("click", () => {
    const hadFocus = document.activeElement === reset;
    set(ZERO);
    if (hadFocus) button.focus();
  });
  window.setInterval(draw, 1_000);
  draw();

  return {
    elapsedMs: () => (isFresh() ? undefined : elapsedMs()),
    follow: (listener) => {
      listeners.push(listener);
      listener();
    },
    restart: () => set({ elapsedMs: 0, sinceMs: Date.now() }),
    run: turn,
  };
}

/** What was kept, if it can be read and is of today. */
function readRun(value: unknown): Run {
  if (typeof value !== "object" || value === null || !("elapsedMs" in value)) return ZERO;
  const { elapsedMs } = value;
  if (typeof elapsedMs !== "number" || !(elapsedMs >= 0)) return ZERO;
  const sinceMs = "sinceMs" in value && typeof value.sinceMs === "number" ? value.sinceMs : undefined;
  const agoMs = sinceMs === undefined ? 0 : Date.now() - sinceMs;
  return agoMs < 0 || agoMs > STALE_MS ? ZERO : { elapsedMs, sinceMs };
}
