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
import type { SlideResult } from "../narration/speak.ts";
import { estimateSpeech, type SlideSpeech } from "../narration/timeline.ts";
import type { Voice } from "../narration/voices/voice.ts";
import { sentenceReader } from "../source/reading/index.ts";
import { keepPlans, type KeyedPart, type Plans } from "./kept-plans.ts";

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
  /** What nobody has said yet: the narration in the lecture's order, then what describes pictures. */
  readonly unsaid: () => readonly KeyedPart[];
}

/** Keeps what was planned and said. */
export interface KeptSpeech {
  /** Plans a deck; slides that are the same objects are planned once. */
  readonly plan: (deck: Deck, options: NarrationOptions, effects: RecordingEffects) => Promise<KnownSpeech>;
  /** Keeps what a voice has made of a part. */
  readonly said: (part: KeyedPart, result: SlideResult) => void;
  /** The bytes of a sound file, by its path in the site. */
  readonly sound: (path: string) => Uint8Array | undefined;
  /** Forgets the recordings: a file of theirs has changed. */
  readonly forgetRecordings: () => void;
}

/** Sounds of earlier words that are kept, for who takes an edit back. */
const OLD_SOUNDS = 200;

const NOTHING: Plans = { parts: new Map(), problems: [] };
const NOBODY: Recordings = { voices: new Map(), problems: [] };

/** Makes the keeper; nothing is planned yet. */
export function keepSpeech(): KeptSpeech {
  const plans = keepPlans();
  const results = new Map<string, SlideResult>();
  const speeches = new WeakMap<
    SlidePlan,
    { readonly result: SlideResult | undefined; readonly speech: SlideSpeech }
  >();
  const times = new WeakMap<SlideSpeech, { readonly time: DescriptionTime | undefined }>();
  let speaker: Voice | undefined;
  let recorded: { readonly slides: readonly Slide[]; readonly recordings: Recordings } | undefined;

  /** What was said of a plan, else how long it may take. */
  function speechOf({ first, plan: { utterances }, key }: KeyedPart): SlideSpeech {
    const result = results.get(key);
    const before = speeches.get(first);
    if (before !== undefined && before.result === result) return before.speech;
    const speech = result === undefined ? estimateSpeech(utterances) : { ...result.speech, utterances };
    speeches.set(first, { result, speech });
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
      forget(new Set(parts.map(({ key }) => key)));
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
          ...parts.flatMap(({ key }) => results.get(key)?.problems ?? []),
        ],
        speechOf: (slide) => {
          const part = narration.parts.get(slide);
          return part && speechOf(part);
        },
        descriptionOf: (slide) => {
          const part = descriptions.parts.get(slide);
          return part && descriptionOf(part);
        },
        unsaid: () => parts.filter(({ key }) => !results.has(key)),
      };
    },
    said: ({ key }, result) => results.set(key, result),
    sound: (path) => {
      for (const { sound } of results.values()) if (sound?.path === path) return sound.bytes;
      return undefined;
    },
    forgetRecordings: () => {
      recorded = undefined;
    },
  };
}
