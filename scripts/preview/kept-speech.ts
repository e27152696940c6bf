/**
 * The narration of a deck that is read again and again: what was said already, and what is still to be said. A slide that
 * nobody has said yet has estimated times; its sound comes when it is ready.
 */
import type { Deck, DescriptionTime, Problem, Slide, VoiceInfo } from "../model.ts";
import { chooseVoice, otherLanguage, voiceInfo } from "../narration/choose-voice.ts";
import { timeDescription } from "../narration/describe.ts";
import type { NarrationOptions } from "../narration/narrate.ts";
import type { SlidePlan } from "../narration/plan.ts";
import { recordingsOf, type RecordingEffects, type Recordings } from "../narration/recordings.ts";
import { estimateSpeech, type SlideSpeech } from "../narration/timeline.ts";
import type { Voice } from "../narration/voices/voice.ts";
import { sentenceReader } from "../source/reading/index.ts";
import { keepPlans, type KeyedPart, type Plans } from "./kept-plans.ts";
import type { SaidPart } from "./speaking.ts";

/** The narration as far as it is known now. */
export interface KnownSpeech {
  readonly voice: VoiceInfo;
  /** Whether there is sound, or soon will be. */
  readonly hasSound: boolean;
  readonly hasDescriptions: boolean;
  readonly problems: readonly Problem[];
  /** The same object as long as it is the same. */
  readonly speechOf: (slide: Slide) => SlideSpeech | undefined;
  readonly descriptionOf: (slide: Slide) => DescriptionTime | undefined;
  /** Whether a slide has no sound yet and will soon have it. */
  readonly soundComes: (slide: Slide) => boolean;
  /** What nobody has said yet: the narration in the lecture's order, then what describes pictures. */
  readonly unsaid: () => readonly KeyedPart[];
}

/** Keeps what was planned and said. */
export interface KeptSpeech {
  /** Plans a deck; slides that are the same objects are planned once. */
  readonly plan: (deck: Deck, options: NarrationOptions, effects: RecordingEffects) => Promise<KnownSpeech>;
  /** Keeps what a voice has made of a part. */
  readonly said: (part: KeyedPart, result: SaidPart) => void;
  /** No voice can say anything for now: no sound will come. */
  readonly failed: () => void;
  /** Whether a part came with an edit and is not said yet: its author waits for it. */
  readonly isFresh: (part: KeyedPart) => boolean;
  /** Whose sound a file is, by its path in the site. */
  readonly partOf: (path: string) => KeyedPart | undefined;
  /** Forgets the recordings: a file of theirs has changed. */
  readonly forgetRecordings: () => void;
}

/** Times of earlier words that are kept, for who takes an edit back. */
const OLD_SOUNDS = 200;

/** With more slides than these another voice came, or another deck: nobody waits for one of them. */
const MANY_SLIDES = 24;

const NOTHING: Plans = { parts: new Map(), problems: [] };
const NOBODY: Recordings = { voices: new Map(), problems: [] };

interface Known {
  readonly result: SaidPart | undefined;
  readonly voiceFails: boolean;
  readonly speech: SlideSpeech;
}

/** Makes the keeper; nothing is planned yet. */
export function keepSpeech(): KeptSpeech {
  const plans = keepPlans();
  const results = new Map<string, { readonly part: KeyedPart; readonly result: SaidPart }>();
  const speeches = new WeakMap<SlidePlan, Known>();
  const times = new WeakMap<SlideSpeech, { readonly time: DescriptionTime | undefined }>();
  let speaker: Voice | undefined;
  let voiceFails = false;
  /** Keys of what was planned last, and of that what came with an edit. */
  let planned: ReadonlySet<string> | undefined;
  let fresh: ReadonlySet<string> = new Set();
  let recorded: { readonly slides: readonly Slide[]; readonly recordings: Recordings } | undefined;

  /** What was said of a plan, else how long it may take. */
  function speechOf({ first, plan: { utterances }, key }: KeyedPart): SlideSpeech {
    const result = results.get(key)?.result;
    const before = speeches.get(first);
    if (before !== undefined && before.result === result && before.voiceFails === voiceFails)
      return before.speech;
    const speech = result === undefined ? estimateSpeech(utterances) : { ...result.speech, utterances };
    speeches.set(first, { result, voiceFails, speech });
    return speech;
  }

  function descriptionOf(part: KeyedPart): DescriptionTime | undefined {
    const speech = speechOf(part);
    const known = times.get(speech) ?? { time: timeDescription(part.plan, speech) };
    times.set(speech, known);
    return known.time;
  }

  /** Opened voices are known by their object, so a voice that sounds the same stays the same. */
  function sameVoice(chosen: Voice): Voice {
    const same = speaker?.version === chosen.version && speaker.info.title === chosen.info.title;
    speaker = same && speaker !== undefined ? speaker : chosen;
    return speaker;
  }

  async function recordings(deck: Deck, options: NarrationOptions, effects: RecordingEffects) {
    const slides = deck.eras.flatMap((era) => era.slides);
    const before = recorded;
    const same =
      before?.slides.length === slides.length && before.slides.every((slide, i) => slide === slides[i]);
    if (same && before !== undefined) return before.recordings;
    recorded = { slides, recordings: await recordingsOf(deck, options.deckPaths, effects) };
    return recorded.recordings;
  }

  /** Notes what is new since the last plan. */
  function noteFresh(parts: readonly KeyedPart[]): void {
    const keys = new Set(parts.map(({ key }) => key));
    const came = parts.filter(
      ({ key, kind }) => kind === "narration" && planned?.has(key) === false && !results.has(key),
    );
    const still = [...fresh].filter((key) => keys.has(key));
    fresh = new Set([...still, ...(came.length > MANY_SLIDES ? [] : came.map(({ key }) => key))]);
    planned = keys;
    forget(keys);
  }

  /** Forgets sounds that no slide has any more, the oldest first. */
  function forget(used: ReadonlySet<string>): void {
    const unused = [...results.keys()].filter((key) => !used.has(key));
    for (const key of unused.slice(0, Math.max(0, unused.length - OLD_SOUNDS))) results.delete(key);
  }

  return {
    plan: async (deck, options, effects) => {
      const chosen = chooseVoice(deck, options);
      const voice = sameVoice(chosen.voice);
      const mute = !options.audio || voice.info.adapter === "silent";
      const hasRecordings = [...options.deckPaths].some((path) => path.startsWith("recordings/"));
      const recording = mute || !hasRecordings ? NOBODY : await recordings(deck, options, effects);
      const read = sentenceReader(deck.meta);
      const voiceOf = (slide: Slide): Voice => recording.voices.get(slide.fullId) ?? voice;
      const narration = plans.narration(deck, voiceOf, read);
      const foreign = mute ? [] : otherLanguage(voice, deck);
      const descriptions = mute || foreign.length > 0 ? NOTHING : plans.descriptions(deck, voice, read);
      const parts = mute ? [] : [...narration.parts.values(), ...descriptions.parts.values()];
      noteFresh(parts);
      return {
        voice: mute
          ? voice.info
          : voiceInfo(
              [...narration.parts.values()].map(({ plan }) => plan),
              voice,
              recording.voices,
              descriptions.parts.size > 0,
            ),
        hasSound: parts.length > 0,
        hasDescriptions: descriptions.parts.size > 0,
        problems: [
          ...chosen.problems,
          ...foreign,
          ...recording.problems,
          ...narration.problems,
          ...descriptions.problems,
          ...parts.flatMap(({ key }) => results.get(key)?.result.problems ?? []),
        ],
        speechOf: (slide) => {
          const part = narration.parts.get(slide);
          return part && speechOf(part);
        },
        descriptionOf: (slide) => {
          const part = descriptions.parts.get(slide);
          return part && descriptionOf(part);
        },
        soundComes: (slide) => {
          const part = narration.parts.get(slide);
          return !mute && !voiceFails && part !== undefined && !results.has(part.key);
        },
        unsaid: () => parts.filter(({ key }) => !results.has(key)),
      };
    },
    said: (part, result) => {
      voiceFails = false;
      results.set(part.key, { part, result });
      fresh = new Set([...fresh].filter((key) => key !== part.key));
    },
    failed: () => {
      voiceFails = true;
    },
    isFresh: ({ key }) => fresh.has(key),
    partOf: (path) => {
      for (const { part, result } of results.values()) if (result.speech.sound?.path === path) return part;
      return undefined;
    },
    forgetRecordings: () => {
      recorded = undefined;
    },
  };
}
