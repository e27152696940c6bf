import { expect, test } from "vitest";
import { createBeginTime } from "../../scripts/player/begin-time.ts";

test("the guess is what the first sound took to begin, and comes near to what later ones take", () => {
  const begin = createBeginTime();
  const took: number[] = [];
  for (const [nowMs, beginsMs] of [
    [0, 130],
    [10_000, 130],
    [20_000, 170],
    [30_000, 130],
  ] as const) {
    begin.asked(nowMs);
    // Asked in every frame, the first time counts.
    begin.asked(nowMs + 16);
    begin.heard(nowMs + beginsMs + 70, 70);
    took.push(begin.guessMs());
  }
  expect(took).toEqual([130, 130, 150, 140]);
});

test("what was interrupted teaches nothing, and what had to be waited for little", () => {
  const begin = createBeginTime();
  const first = begin.guessMs();
  begin.asked(0);
  begin.forget();
  begin.heard(5_000, 70);
  expect(begin.guessMs()).toBe(first);
  begin.asked(10_000);
  begin.heard(20_000, 70);
  expect(begin.guessMs()).toBe(250);
});
