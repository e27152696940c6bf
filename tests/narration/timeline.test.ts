import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { captionsOf, columns, webVtt } from "../../scripts/narration/captions.ts";
import { planNarration } from "../../scripts/narration/plan.ts";
import { estimateSpeech, timeLecture, type SlideSpeech } from "../../scripts/narration/timeline.ts";
import { silentVoice } from "../../scripts/narration/voices/silent.ts";
import { wordsOf } from "../../scripts/narration/voices/voice.ts";
import type { Slide, Timeline } from "../../scripts/model.ts";
import { deck, pauses, readPlainly, slide } from "./utterances.ts";

/** Plans slides and gives each clip the length that `samples` says, words spread evenly. */
function timed(
  slides: readonly Slide[],
  rate: number,
  samples: (spoken: string) => number,
): { timeline: Timeline; speech: Map<string, SlideSpeech> } {
  const talk = deck(slides);
  const { plans } = planNarration(talk, () => silentVoice(), readPlainly);
  const speech = new Map(
    plans.map(({ slide: { fullId }, utterances }): [string, SlideSpeech] => {
      const clips = utterances.map(({ spoken }) => {
        const lengthSamples = spoken === "" ? 0 : samples(spoken);
        const words = wordsOf(spoken).map((_, i, all) => ({
          startMs: Math.round((lengthSamples * 1000 * i) / all.length / rate),
          endMs: Math.round((lengthSamples * 1000 * (i + 1)) / all.length / rate),
        }));
        return { lengthSamples, words };
      });
      return [
        fullId,
        { utterances, clips, sampleRateHz: rate, sound: { path: "audio/x.mp3", sizeBytes: 1, delayMs: 69 } },
      ];
    }),
  );
  return { timeline: timeLecture({ deck: talk, front: [], back: [], speech }), speech };
}

describe("timeline", () => {
  it("puts slides, pauses and cues one after the other", () => {
    const slides = [
      slide("one", [["One two. ", "Three [click]four five? ", "Six."], ["Seven eight."]]),
      slide("two", [["Nine ten."]]),
    ];
    // Every clip lasts a second at 16 kHz.
    const { timeline } = timed(slides, 16_000, () => 16_000);
    const [one, two] = timeline.slides;
    expect(one?.sentences.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [0, 1000],
      [1000 + pauses.sentence, 2000 + pauses.sentence],
      [2000 + pauses.sentence + pauses.question, 3000 + pauses.sentence + pauses.question],
      [
        3000 + pauses.sentence + pauses.question + pauses.paragraph,
        4000 + pauses.sentence + pauses.question + pauses.paragraph,
      ],
    ]);
    // "four" is the second of three words.
    expect(one?.stepsMs).toEqual([1350 + 333]);
    expect(one?.sound).toMatchObject({ durationMs: 5650, delayMs: 69 });
    expect(one?.endMs).toBe(5650 + pauses.slide);
    expect(two?.startMs).toBe(one?.endMs);
    expect(timeline.durationMs).toBe(5650 + 1000 + 2 * pauses.slide);
    expect(timeline.estimated).toBe(false);
  });

  it("parts a sentence at a pause, and lets playback wait in silence", () => {
    const { timeline } = timed(
      [slide("one", [["One two [pause 800ms][click]three. ", "Four [click][wait]five.[wait]"]])],
      16_000,
      () => 16_000,
    );
    const [one] = timeline.slides;
    const [first, second] = one?.sentences ?? [];
    expect([first?.startMs, first?.endMs]).toEqual([0, 2800]);
    expect(first?.words.map(({ startMs }) => startMs)).toEqual([0, 500, 1800]);
    expect(second?.startMs).toBe(2800 + pauses.sentence);
    // Step and wait come together, before the word.
    const five = 2800 + pauses.sentence + 1000 + pauses.clause;
    expect(one?.stepsMs).toEqual([1800, five]);
    expect(one?.waitsMs).toEqual([five, five + 1000]);
  });

  it("shows slides without narration for a while, their steps evenly", () => {
    const still = slide("still", [], { steps: [1, 2, 3].map(() => ({ action: "show", target: "x" })) });
    const { timeline } = timed([still], 16_000, () => 1);
    expect(timeline.slides).toEqual([
      {
        slide: "era/still",
        startMs: 0,
        endMs: 5000,
        sentences: [],
        stepsMs: [1250, 2500, 3750],
        waitsMs: [],
      },
    ]);
  });

  it("holds the slides that the program makes, before and after", () => {
    const talk = deck([slide("one", [])]);
    const made = (
      fullId: string,
      kind: "title" | "credits",
    ): { fullId: string; kind: "title" | "credits"; title: string } => ({ fullId, kind, title: kind });
    const { slides, durationMs } = timeLecture({
      deck: talk,
      front: [made("front/title", "title")],
      back: [made("back/credits", "credits")],
      speech: new Map(),
    });
    expect(slides.map(({ slide: id, startMs }) => [id, startMs])).toEqual([
      ["front/title", 0],
      ["era/one", 5000],
      ["back/credits", 10_000],
    ]);
    expect(durationMs).toBe(15_000);
  });

  it("estimates 150 words a minute", () => {
    // 25 words of 4.6 letters on average: ten seconds.
    const words =
      "Nobody in the village could say whose carts they were, but everyone had heard them pass along the frozen river road before the sun came";
    const talk = deck([slide("one", [[`${words}.`]])]);
    const { plans } = planNarration(talk, () => silentVoice(), readPlainly);
    const speech = new Map(
      plans.map(({ slide: { fullId }, utterances }) => [fullId, estimateSpeech(utterances)]),
    );
    const timeline = timeLecture({ deck: talk, front: [], back: [], speech });
    expect(timeline.estimated).toBe(true);
    expect(timeline.durationMs - pauses.slide).toBeGreaterThan(9000);
    expect(timeline.durationMs - pauses.slide).toBeLessThan(11_000);
    expect(timeline.slides[0]?.sound).toBeUndefined();
  });
});

const word = fc.constantFrom(
  "war",
  "peace,",
  "Pyongyang",
  "a",
  "1950",
  "—",
  "“Why?”",
  "Khrushchev’s",
  "[click]",
  "[wait]",
  "[pause 300ms]",
  "supercalifragilisticexpialidociousandevenlonger",
);
const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => `${words.join(" ")} end.`);
const anySlides = fc
  .array(fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { maxLength: 2 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((slides) => slides.map((paragraphs, i) => slide(`s${i}`, paragraphs)));
const lengths = fc.infiniteStream(fc.integer({ min: 1, max: 200_000 }));
const rates = fc.constantFrom(16_000, 24_000, 1000);

describe("any timeline", () => {
  const property = (check: (made: ReturnType<typeof timed>, rate: number) => void): void => {
    fc.assert(
      fc.property(anySlides, lengths, rates, (slides, stream, rate) => {
        check(
          timed(slides, rate, () => stream.next().value as number),
          rate,
        );
      }),
      { numRuns: 60 },
    );
  };

  it("has slides that follow one another, and nothing outside of its slide", () => {
    property(({ timeline }) => {
      let atMs = 0;
      for (const time of timeline.slides) {
        expect(time.startMs).toBe(atMs);
        expect(time.endMs).toBeGreaterThan(time.startMs);
        atMs = time.endMs;
        const moments = [
          ...time.stepsMs,
          ...time.waitsMs,
          ...time.sentences.flatMap(({ startMs, endMs }) => [startMs, endMs]),
        ];
        for (const ms of moments) {
          expect(Number.isInteger(ms)).toBe(true);
          expect(ms).toBeGreaterThanOrEqual(time.startMs);
          expect(ms).toBeLessThanOrEqual(time.endMs);
        }
      }
      expect(timeline.durationMs).toBe(atMs);
    });
  });

  it("keeps the order of sentences, words and steps, and lets none overlap", () => {
    property(({ timeline }) => {
      for (const { sentences, stepsMs, waitsMs } of timeline.slides) {
        const times = sentences.flatMap(({ startMs, words, endMs }) => [
          startMs,
          ...words.flatMap((one) => [one.startMs, one.endMs]),
          endMs,
        ]);
        for (const list of [times, stepsMs, waitsMs]) expect(list).toEqual([...list].sort((a, b) => a - b));
        for (const { words, text: written } of sentences) {
          const offsets = words.flatMap(({ from, to }) => [from, to]);
          expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
          expect(offsets.at(-1) ?? 0).toBeLessThanOrEqual(written.length);
        }
      }
    });
  });

  it("sums up to the sound", () => {
    property(({ timeline, speech }, rate) => {
      for (const { slide: id, sound, startMs, endMs } of timeline.slides) {
        const said = speech.get(id);
        if (said === undefined || sound === undefined) continue;
        const samples = said.utterances.reduce(
          (sum, { pauseAfterMs }, i) =>
            sum + (said.clips[i]?.lengthSamples ?? 0) + Math.round((pauseAfterMs * rate) / 1000),
          0,
        );
        expect(Math.abs(sound.durationMs - (samples * 1000) / rate)).toBeLessThanOrEqual(0.5);
        expect(endMs - startMs).toBe(sound.durationMs + pauses.slide);
      }
    });
  });

  it("has captions of at most two lines of 42 characters that hold every word, in order, never overlapping", () => {
    property(({ timeline }) => {
      const captions = captionsOf(timeline.slides);
      let untilMs = 0;
      for (const { startMs, endMs, lines } of captions) {
        expect(startMs).toBeGreaterThanOrEqual(untilMs);
        expect(endMs).toBeGreaterThan(startMs);
        untilMs = endMs;
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(42);
      }
      const said = timeline.slides
        .flatMap(({ sentences }) => sentences)
        .filter(({ startMs, endMs }) => endMs > startMs);
      const letters = (texts: readonly string[]): string => texts.join("").replaceAll(/\s/g, "");
      expect(letters(captions.flatMap(({ lines }) => lines))).toBe(
        letters(said.map(({ text: written }) => written)),
      );
      expect(webVtt(captions)).toMatch(/^WEBVTT\n/);
    });
  });
});
