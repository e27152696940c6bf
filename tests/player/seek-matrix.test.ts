import { expect, test } from "vitest";
import { advance, newClock, play, seek, type Clock } from "../../scripts/player/clock.ts";
import { stepState } from "../../scripts/player/step-state.ts";
import { captionAt, sentenceAt, slideAt, stepAt, type Track } from "../../scripts/player/track.ts";

const step = (action: "show" | "hide" | "focus", target: string) => ({ action, target });
const said = (startMs: number, endMs: number) => ({
  html: "",
  paragraph: 0,
  startMs,
  endMs,
  text: `${startMs}`,
});

/** Steps at the very start, two at once, at the very end; a slide with nothing; a wait. */
const data = [
  {
    waiting: ["a", "b", "c"],
    steps: [step("show", "a"), step("focus", "a"), step("show", "b"), step("hide", "a"), step("show", "c")],
    stepsMs: [0, 700, 700, 1_500, 2_000],
    waitsMs: [],
    said: [said(0, 900), said(1_000, 1_800)],
  },
  { waiting: [], steps: [], stepsMs: [], waitsMs: [], said: [] },
  { waiting: ["d"], steps: [step("show", "d")], stepsMs: [400], waitsMs: [400], said: [said(100, 900)] },
] as const;
const lengths = [2_000, 1_500, 1_000];
const slides = lengths.map((durationMs, number) => {
  const startMs = lengths.slice(0, number).reduce((sum, ms) => sum + ms, 0);
  return {
    number,
    column: 0,
    row: number,
    fullId: `war/${number}`,
    title: "",
    startMs,
    endMs: startMs + durationMs,
  };
});
const track: Track = { durationMs: 4_500, slides, columns: [slides] };

/** What is seen at the clock's position. */
function seen({ positionMs }: Clock) {
  const slide = slideAt(track, positionMs);
  const own = data[slide.number];
  if (own === undefined) throw new Error("no such slide");
  const offsetMs = positionMs - slide.startMs;
  return {
    slide: slide.fullId,
    ...stepState(own, stepAt(own, offsetMs)),
    caption: captionAt({ captions: own.said }, offsetMs),
    sentence: sentenceAt({ sentences: own.said }, offsetMs),
  };
}

/** Plays from the start to a time in frames of uneven length, and goes on at every wait. */
function playTo(goalMs: number): Clock {
  let clock = play(newClock(track.durationMs, 0), 0);
  for (let frame = 1; clock.positionMs < goalMs; frame += 1) {
    if (!clock.playing) clock = play(clock, clock.nowMs);
    const slide = slideAt(track, clock.positionMs);
    const waitsMs = (data[slide.number]?.waitsMs ?? []).map((ms) => slide.startMs + ms - 1);
    const limitMs = Math.min(goalMs, slide.endMs);
    clock = advance(clock, clock.nowMs + 7 + ((frame * 13) % 40), { by: "timer", waitsMs, limitMs });
  }
  return clock;
}

const moments = slides.flatMap(({ startMs, endMs }) => [
  startMs,
  startMs + 700,
  (startMs + endMs) / 2,
  endMs - 1,
]);

test.each(moments)("at %d ms seeking from either side shows what playing shows", (ms) => {
  const played = playTo(ms);
  expect(played.positionMs).toBe(ms);
  for (const from of [0, track.durationMs]) {
    const clock = seek(seek(newClock(track.durationMs, 0), from, 0), ms, 0);
    expect(seen(clock)).toEqual(seen(played));
  }
});
