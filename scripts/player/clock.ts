/**
 * The lecture's clock: one position, moved by the sound while it plays and by a timer otherwise. Pure: the
 * time of day (`nowMs`, any clock that never goes back) and the sound's position come in as arguments.
 */

/** The state of playing at one moment: plain data, changed by the functions below. */
export interface Clock {
  /** Where the lecture was at `nowMs`, in milliseconds from its start. */
  readonly positionMs: number;
  readonly nowMs: number;
  readonly playing: boolean;
  /** 1 is as recorded. */
  readonly rate: number;
  readonly durationMs: number;
  /** Playback stopped here until the listener goes on. */
  readonly waitingMs: number | undefined;
}

/** What moves the clock at one moment, and what stops it. */
export interface Drive {
  /**
   * `timer`: time passes. `held`: something is still loading, time stands still.
   * A number: the sound is there on the lecture's clock, and the clock goes with it.
   */
  readonly by: "timer" | "held" | number;
  /** Moments on the lecture's clock where playback stops for the listener. */
  readonly waitsMs: readonly number[];
  /** No further than this at once: what follows may be driven by another master. */
  readonly limitMs: number;
}

/** A clock that stands at the start. */
export const newClock = (durationMs: number, nowMs: number): Clock => ({
  positionMs: 0,
  nowMs,
  playing: false,
  rate: 1,
  durationMs,
  waitingMs: undefined,
});

/** Plays on; from the start again when the lecture is over. */
export const play = (clock: Clock, nowMs: number): Clock => ({
  ...clock,
  nowMs,
  positionMs: clock.positionMs >= clock.durationMs ? 0 : clock.positionMs,
  playing: true,
  waitingMs: undefined,
});

/** Stands still. */
export const pause = (clock: Clock, nowMs: number): Clock => ({ ...clock, nowMs, playing: false });

/** Goes to a time and plays on from there if it was playing; a wait is left behind. */
export const seek = (clock: Clock, positionMs: number, nowMs: number): Clock => ({
  ...clock,
  nowMs,
  positionMs: Math.min(Math.max(0, positionMs), clock.durationMs),
  waitingMs: undefined,
});

/** Plays faster or slower from here on. */
export const setRate = (clock: Clock, rate: number): Clock => ({ ...clock, rate });

/**
 * Where the clock is at `nowMs`. Never goes back: a sound that is a little behind after a seek makes the clock
 * wait for it. Stops at the first wait that it passes, and at the end.
 */
export function advance(clock: Clock, nowMs: number, drive: Drive): Clock {
  if (!clock.playing) return { ...clock, nowMs };
  const reachedMs = Math.min(reach(clock, nowMs, drive.by), Math.max(drive.limitMs, clock.positionMs));
  const waitMs = drive.waitsMs.find((ms) => clock.positionMs < ms && ms <= reachedMs);
  if (waitMs !== undefined) {
    return { ...clock, nowMs, positionMs: waitMs, playing: false, waitingMs: waitMs };
  }
  if (reachedMs >= clock.durationMs) {
    return { ...clock, nowMs, positionMs: clock.durationMs, playing: false };
  }
  return { ...clock, nowMs, positionMs: reachedMs };
}

function reach(clock: Clock, nowMs: number, by: Drive["by"]): number {
  if (by === "held") return clock.positionMs;
  if (by === "timer") return clock.positionMs + Math.max(0, nowMs - clock.nowMs) * clock.rate;
  return Math.max(clock.positionMs, by);
}
