import { expect, test } from "vitest";
import { advance, newClock, play, seek } from "../../scripts/player/clock.ts";
import { heardMs } from "../../scripts/player/heard.ts";

test.each([
  [1_000, 0, 1, 1_000],
  [1_000, 200, 1, 800],
  // At double speed twice as much is on its way.
  [1_000, 200, 2, 600],
  [1_000, 200, 0.5, 900],
  // Not yet.
  [100, 200, 1, -100],
])("of %d ms played, %d ms late at speed %d, %d ms are heard", (playedMs, lagMs, rate, expected) => {
  expect(heardMs(playedMs, lagMs, rate)).toBe(expected);
});

test("after a seek the moment stands until it is heard, and what follows comes when it is heard", () => {
  let clock = seek(play(newClock(10_000, 0), 0), 5_000, 0);
  const shown = [5_000, 5_100, 5_200, 5_300, 5_900].map((playedMs) => {
    const by = heardMs(playedMs, 200, 1);
    clock = advance(clock, playedMs - 5_000, { by, waitsMs: [], limitMs: 10_000 });
    return clock.positionMs;
  });
  expect(shown).toEqual([5_000, 5_000, 5_000, 5_100, 5_700]);
});
