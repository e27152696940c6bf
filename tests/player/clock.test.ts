import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  advance,
  newClock,
  pause,
  play,
  seek,
  setRate,
  type Clock,
  type Drive,
} from "../../scripts/player/clock.ts";

const drive = (by: Drive["by"], rest: Partial<Drive> = {}): Drive => ({
  by,
  waitsMs: [],
  limitMs: Infinity,
  ...rest,
});
const timer = drive("timer");

describe("driven by the timer", () => {
  test("stands still until it plays", () => {
    expect(advance(newClock(10_000, 0), 5_000, timer).positionMs).toBe(0);
  });

  test("time passes at its rate", () => {
    const slow = setRate(play(newClock(10_000, 100), 100), 0.5);
    expect(advance(slow, 1_100, timer).positionMs).toBe(500);
    expect(advance(setRate(slow, 2), 1_100, timer).positionMs).toBe(2_000);
  });

  test("a pause takes no time", () => {
    const paused = pause(advance(play(newClock(10_000, 0), 0), 1_000, timer), 1_000);
    expect(advance(play(paused, 60_000), 61_000, timer).positionMs).toBe(2_000);
  });

  test("stops at the end, and plays from the start again", () => {
    const over = advance(play(newClock(10_000, 0), 0), 11_000, timer);
    expect(over).toMatchObject({ positionMs: 10_000, playing: false });
    expect(play(over, 12_000)).toMatchObject({ positionMs: 0, playing: true });
  });

  test("goes no further than its limit at once", () => {
    const clock = advance(play(newClock(10_000, 0), 0), 5_000, drive("timer", { limitMs: 3_000 }));
    expect(clock).toMatchObject({ positionMs: 3_000, playing: true });
  });
});

describe("driven by the sound", () => {
  const playing = play(newClock(10_000, 0), 0);

  test("goes where the sound is, whatever the time of day says", () => {
    expect(advance(playing, 9_000, drive(1_250)).positionMs).toBe(1_250);
  });

  test("never goes back: it waits for a sound that is behind", () => {
    const sought = seek(playing, 4_000, 0);
    expect(advance(sought, 16, drive(3_980)).positionMs).toBe(4_000);
    expect(advance(sought, 32, drive(4_010)).positionMs).toBe(4_010);
  });

  test("stands still while something loads", () => {
    expect(advance(playing, 9_000, drive("held"))).toMatchObject({ positionMs: 0, playing: true });
  });
});

describe("waits", () => {
  const waits = drive("timer", { waitsMs: [2_000, 3_000] });

  test("playback stops exactly there", () => {
    const stopped = advance(play(newClock(10_000, 0), 0), 2_016, waits);
    expect(stopped).toMatchObject({ positionMs: 2_000, playing: false, waitingMs: 2_000 });
  });

  test("going on passes it, and stops at the next", () => {
    const stopped = advance(play(newClock(10_000, 0), 0), 2_016, waits);
    const on = advance(play(stopped, 5_000), 5_500, waits);
    expect(on).toMatchObject({ positionMs: 2_500, playing: true, waitingMs: undefined });
    expect(advance(on, 6_500, waits)).toMatchObject({ positionMs: 3_000, waitingMs: 3_000 });
  });

  test("seeking leaves it behind", () => {
    const stopped = advance(play(newClock(10_000, 0), 0), 2_016, waits);
    expect(seek(stopped, 500, 3_000)).toMatchObject({ positionMs: 500, waitingMs: undefined });
  });

  test("seeking over it does not stop", () => {
    const clock = advance(seek(play(newClock(10_000, 0), 0), 4_000, 0), 16, waits);
    expect(clock).toMatchObject({ positionMs: 4_016, playing: true });
  });
});

test("whatever drives it, playing never goes back, never leaves the lecture and never passes a wait unseen", () => {
  const by = fc.oneof(
    fc.constant("timer" as const),
    fc.constant("held" as const),
    fc.integer({ min: -500, max: 12_000 }),
  );
  const moves = fc.array(fc.record({ by, passedMs: fc.integer({ min: 0, max: 1_500 }) }), { maxLength: 40 });
  fc.assert(
    fc.property(
      moves,
      fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 5 }),
      (list, waits) => {
        const waitsMs = [...waits].sort((a, b) => a - b);
        let clock: Clock = play(newClock(10_000, 0), 0);
        let nowMs = 0;
        for (const move of list) {
          nowMs += move.passedMs;
          const next = advance(clock, nowMs, { by: move.by, waitsMs, limitMs: Infinity });
          expect(next.positionMs).toBeGreaterThanOrEqual(clock.positionMs);
          expect(next.positionMs).toBeLessThanOrEqual(10_000);
          const passed = waitsMs.filter((ms) => clock.positionMs < ms && ms < next.positionMs);
          expect(clock.playing ? passed : []).toEqual([]);
          clock = next.waitingMs === undefined ? next : play(next, nowMs);
        }
      },
    ),
  );
});
