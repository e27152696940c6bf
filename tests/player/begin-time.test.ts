import { expect, test } from "vitest";
import { createBeginTime } from "../../scripts/player/begin-time.ts";

test("the guess comes near to what sounds on this machine take to begin", () => {
  const begin = createBeginTime();
  for (const nowMs of [0, 10_000, 20_000, 30_000]) {
    begin.asked(nowMs);
    begin.asked(nowMs + 16);
    begin.heard(nowMs + 200, 70);
  }
  expect(begin.guessMs()).toBe(125);
});

test("what was interrupted or had to be waited for teaches little", () => {
  const begin = createBeginTime();
  begin.asked(0);
  begin.forget();
  begin.heard(5_000, 70);
  expect(begin.guessMs()).toBe(50);
  begin.asked(10_000);
  begin.heard(20_000, 70);
  expect(begin.guessMs()).toBe(150);
});
