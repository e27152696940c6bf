/**
 * When everything happens. Inside a slide, moments are sums of samples rounded once; slides follow one another in whole milliseconds.
 * Pure: the same clips give the same times.
 */
import type {
  Deck,
  DescriptionTime,
  MadeSlide,
  Sentence,
  SentenceTime,
  Slide,
  SlideTime,
  Step,
  Timeline,
  Utterance,
  WordTime,
} from "../model.ts";
import { toSamples } from "./audio/pcm.ts";
import { estimateWords } from "./estimate.ts";
import { wordsOf } from "./voices/voice.ts";

/** What a clip's sound tells the timeline. */
export interface ClipLength {
  readonly lengthSamples: number;
  /** Times of its words; empty when the voice gives none. */
  readonly words: readonly { readonly startMs: number; readonly endMs: number }[];
}

/** A slide's utterances as they were said, or as they would be. */
export interface SlideSpeech {
  readonly utterances: readonly Utterance[];
  /** One per utterance. */
  readonly clips: readonly ClipLength[];
  /** 1000 for estimates: then a sample is a millisecond. */
  readonly sampleRateHz: number;
  /** `delayMs` is where its first sample lies in the decoded file. */
  readonly sound?: { readonly path: string; readonly sizeBytes: number; readonly delayMs: number };
}

/** The times of a slide that nobody has spoken: from its words and pauses. */
export function estimateSpeech(utterances: readonly Utterance[]): SlideSpeech {
  const clips = utterances.map(({ spoken }) => {
    const words = estimateWords(spoken);
    return { lengthSamples: words.at(-1)?.endMs ?? 0, words };
  });
  return { utterances, clips, sampleRateHz: 1000 };
}

/** All that a timeline is made from. */
export interface TimelineParts {
  readonly deck: {
    readonly meta: Pick<Deck["meta"], "pauses">;
    readonly eras: readonly Pick<Deck["eras"][number], "slides">[];
  };
  readonly front: readonly MadeSlide[];
  readonly back: readonly MadeSlide[];
  /** By full id, asked once for each slide in their order; a slide that is missing has no narration. */
  readonly speech: Pick<ReadonlyMap<string, SlideSpeech>, "get">;
  /** By full id: what is said of a slide's pictures. It takes none of the lecture's time. */
  readonly descriptions?: ReadonlyMap<string, DescriptionTime>;
}

/** Lays the slides end to end and gives every sentence, step and wait its time. Pure. */
export function timeLecture({ deck, front, back, speech, descriptions }: TimelineParts): Timeline {
  const { hold, slide: gap } = deck.meta.pauses;
  const slides: SlideTime[] = [];
  let atMs = 0;
  const add = (time: SlideTime): void => {
    slides.push(time);
    atMs = time.endMs;
  };
  for (const made of front) add(holdSlide(made.fullId, [], [], atMs, hold));
  for (const slide of deck.eras.flatMap((era) => era.slides)) {
    const said = speech.get(slide.fullId);
    const description = descriptions?.get(slide.fullId);
    const spoken = said?.utterances.some((utterance) => utterance.spoken !== "") === true;
    const time =
      said !== undefined && spoken
        ? timeSlide(slide, said, atMs, gap)
        : holdSlide(slide.fullId, slide.steps, slide.narration, atMs, hold);
    add(description === undefined ? time : { ...time, description });
  }
  for (const made of back) add(holdSlide(made.fullId, [], [], atMs, hold));
  return {
    durationMs: atMs,
    estimated: slides.every(({ sound }) => sound === undefined),
    slides,
  };
}

/** A slide that nobody speaks on: its steps come evenly, and what is written to be read stands all the time. */
function holdSlide(
  slide: string,
  steps: readonly Step[],
  narration: readonly Sentence[],
  startMs: number,
  holdMs: number,
): SlideTime {
  const endMs = startMs + holdMs;
  const part = (i: number, of: number): number => startMs + Math.round((holdMs * i) / of);
  return {
    slide,
    startMs,
    endMs,
    sentences: narration.map(({ text }, i) => ({
      text,
      startMs: part(i, narration.length),
      endMs: part(i + 1, narration.length),
      words: [],
    })),
    stepsMs: steps.map((_, i) => part(i + 1, steps.length + 1)),
    waitsMs: narration.flatMap(({ cues }) => cues.filter(({ kind }) => kind === "wait").map(() => endMs)),
  };
}

/** An utterance in its slide's sound; samples from the slide's start. */
interface Placed {
  readonly utterance: Utterance;
  readonly from: number;
  readonly to: number;
  readonly words: ClipLength["words"];
}

/**
 * Times one slide whose sound is there, or is estimated.
 * @param startMs when it begins on the lecture's clock
 * @param gapMs the silence after it
 */
export function timeSlide(
  slide: Slide,
  { utterances, clips, sampleRateHz, sound }: SlideSpeech,
  startMs: number,
  gapMs: number,
): SlideTime {
  const placed: Placed[] = [];
  let at = 0;
  utterances.forEach((utterance, i) => {
    const clip = clips[i] ?? { lengthSamples: 0, words: [] };
    placed.push({ utterance, from: at, to: at + clip.lengthSamples, words: clip.words });
    at += clip.lengthSamples + toSamples(utterance.pauseAfterMs, sampleRateHz);
  });
  const clock = (samples: number): number => startMs + Math.round((samples * 1000) / sampleRateHz);
  const durationMs = clock(at) - startMs;
  const cueTimes = slide.narration.map((sentence, index) =>
    timeSentence(sentence, index, placed, sampleRateHz, clock),
  );
  const cueMs = (sentence: number, offset: number): number =>
    cueTimes[sentence]?.at(offset) ?? startMs + durationMs;
  let latest = startMs;
  const stepsMs = slide.steps.map(({ when }) => {
    latest = Math.max(latest, when === undefined ? startMs + durationMs : cueMs(when.sentence, when.offset));
    return latest;
  });
  const waitsMs = slide.narration.flatMap(({ cues }, index) =>
    cues.filter(({ kind }) => kind === "wait").map(({ offset }) => cueMs(index, offset)),
  );
  return {
    slide: slide.fullId,
    startMs,
    endMs: startMs + durationMs + gapMs,
    ...(sound === undefined
      ? {}
      : { sound: { path: sound.path, sizeBytes: sound.sizeBytes, durationMs, delayMs: sound.delayMs } }),
    sentences: cueTimes.map(({ time }) => time),
    stepsMs,
    waitsMs: [...new Set(waitsMs)].sort((a, b) => a - b),
  };
}

function timeSentence(
  { text }: Sentence,
  index: number,
  placed: readonly Placed[],
  sampleRateHz: number,
  clock: (samples: number) => number,
): { time: SentenceTime; at: (offset: number) => number } {
  const own = placed.filter(({ utterance }) => utterance.sentence === index && utterance.spoken !== "");
  const before = placed.findLast(({ utterance }) => utterance.sentence < index);
  const from = own[0]?.from ?? before?.to ?? 0;
  const to = own.at(-1)?.to ?? from;
  const pieces = own.map((piece) => ({
    startMs: clock(piece.from),
    words: timeWords(text, piece, sampleRateHz, clock),
  }));
  const words = pieces.flatMap((piece) => piece.words);
  const time = { text, startMs: clock(from), endMs: clock(to), words };
  return {
    time,
    at: (offset) => {
      const word = words.find((one) => one.to > offset);
      if (word === undefined) return time.endMs;
      if (word.from < offset) {
        const share = (offset - word.from) / (word.to - word.from);
        return Math.round(word.startMs + (word.endMs - word.startMs) * share);
      }
      // What comes with the first word after a silence comes as the sound begins, so that a wait cuts no word.
      return pieces.find((piece) => piece.words[0] === word)?.startMs ?? word.startMs;
    },
  };
}

/** Times of the text's words: a run's words are said for its stretch, word by word where both have the same number. */
function timeWords(
  text: string,
  { utterance, from, to, words }: Placed,
  sampleRateHz: number,
  clock: (samples: number) => number,
): WordTime[] {
  const lengthMs = ((to - from) * 1000) / sampleRateHz;
  const count = wordsOf(utterance.spoken).length;
  const times = words.length === count ? words : spread(utterance.spoken, lengthMs);
  const moment = (ms: number): number => clock(from + (Math.min(ms, lengthMs) * sampleRateHz) / 1000);
  let next = 0;
  let latest = clock(from);
  const timed: WordTime[] = [];
  const add = ({ from, to }: Stretch, startMs: number, endMs: number): void => {
    const start = Math.max(latest, moment(startMs));
    latest = Math.max(start, moment(endMs));
    timed.push({ from, to, startMs: start, endMs: latest });
  };
  for (const run of utterance.runs) {
    const begin = next;
    next += run.spoken.includes(" ") ? wordsOf(run.spoken).length : run.spoken === "" ? 0 : 1;
    const end = Math.min(next, times.length);
    const first = times[begin];
    const last = times[end - 1];
    if (end <= begin || first === undefined || last === undefined) continue;
    const written = wordsIn(text, run);
    if (written.length === end - begin) {
      for (const [i, word] of written.entries()) {
        const { startMs, endMs } = times[begin + i] ?? last;
        add(word, startMs, endMs);
      }
    } else add(run, first.startMs, last.endMs);
  }
  return timed;
}

function spread(spoken: string, lengthMs: number): { startMs: number; endMs: number }[] {
  const words = estimateWords(spoken);
  const factor = lengthMs / Math.max(1, words.at(-1)?.endMs ?? 1);
  return words.map(({ startMs, endMs }) => ({ startMs: startMs * factor, endMs: endMs * factor }));
}

/** A part of a sentence's text. */
type Stretch = Pick<WordTime, "from" | "to">;

function wordsIn(text: string, run: Stretch): readonly Stretch[] {
  const written = text.slice(run.from, run.to);
  if (/^\S+$/u.test(written)) return [run];
  return [...written.matchAll(/\S+/gu)].map((match) => ({
    from: run.from + match.index,
    to: run.from + match.index + match[0].length,
  }));
}
