/** From a deck to its timeline and sound: plan, speak, time. The one entry of this folder for a build. */
import type {
  At,
  Deck,
  DescriptionTime,
  MadeSlide,
  Problem,
  SlideSound,
  Timeline,
  VoiceInfo,
} from "../model.ts";
import { sentenceReader } from "../source/reading/index.ts";
import { chooseVoice, otherLanguage, voiceInfo } from "./choose-voice.ts";
import { cannotSay } from "./clips.ts";
import { narrated, planNarration, slidePlanner, type SlidePlan } from "./plan.ts";
import { planDescriptions, timeDescription } from "./describe.ts";
import { recordingsOf, type Recordings } from "./recordings.ts";
import { sameForAll, speakAll, type SpeakingEffects } from "./speak-all.ts";
import { estimateSpeech, timeLecture, type SlideSpeech, type TimelineParts } from "./timeline.ts";
import type { CommandOptions } from "./voices/command.ts";
import { silentVoice } from "./voices/silent.ts";
import { MissingProgram, type Voice } from "./voices/voice.ts";

/** What to narrate, with which voices. */
export interface NarrationOptions {
  readonly front: readonly MadeSlide[];
  readonly back: readonly MadeSlide[];
  /** False for a build without sound, whose times are estimated. */
  readonly audio: boolean;
  /** Says what a build with sound would find wrong, and makes none. Only without `audio`. */
  readonly rehearse?: boolean;
  /** The voice that the user asks for on the command line; it wins over the deck's. */
  readonly voice?: string | undefined;
  /** Where the deck names its voice. */
  readonly voiceAt?: At;
  /** Voices of the user's configuration that are programs of this machine. */
  readonly voices: Readonly<Record<string, CommandOptions>>;
  /** Folder of the clip store. */
  readonly cacheFolder: string;
  /** Paths of the deck's files, recordings among them. */
  readonly deckPaths: ReadonlySet<string>;
}

/** How narration meets the world. */
export interface NarrationEffects extends SpeakingEffects {
  /** Reads a file of the deck; fails when it is not there. */
  readonly readDeck: (path: string) => Promise<Uint8Array>;
  /** When a file of the deck was last changed, in milliseconds since 1970. */
  readonly changedMs?: (path: string) => Promise<number>;
  /** Told what the user may want to know, a line each. */
  readonly log?: (line: string) => void;
}

/** What the build's line says of the narration. */
export interface NarrationCounts {
  /** Sentences of narration. */
  readonly sentences: number;
  /** Sentences that describe pictures, and are spoken for those who ask. */
  readonly descriptions: number;
  /** Clips of both that had to be made because the store had none. */
  readonly spoken: number;
}

/** A deck's sound and times, with all that could not be said. */
export interface Narration {
  readonly timeline: Timeline;
  readonly sounds: readonly SlideSound[];
  readonly voice: VoiceInfo;
  readonly problems: readonly Problem[];
  readonly counts: NarrationCounts;
  /** The voice's program is not on this machine: there is no sound, and the times are estimated. */
  readonly missing?: MissingProgram;
}

/**
 * Speaks a deck's narration, or estimates its times.
 * @throws the signal's reason when aborted; every thread and program is ended first
 */
export async function narrate(
  deck: Deck,
  options: NarrationOptions,
  effects: NarrationEffects,
): Promise<Narration> {
  const rehearse = options.rehearse === true;
  const chosen = chooseVoice(deck, { ...options, audio: options.audio || rehearse });
  const mute = !options.audio || chosen.voice.info.adapter === "silent";
  // A lecture in which nobody speaks owes no voice a credit.
  const silent = deck.eras.every((era) => era.slides.every((slide) => slide.narration.length === 0));
  if ((mute || silent) && !rehearse) return estimated(deck, options, chosen);
  // What a build without any sound does not open, a rehearsal of it does not either.
  const recordings: Recordings =
    silent || chosen.voice.info.adapter === "silent"
      ? { voices: new Map(), problems: [] }
      : await recordingsOf(deck, options.deckPaths, effects);
  const voiceOf = (slide: string): Voice => recordings.voices.get(slide) ?? chosen.voice;
  const read = sentenceReader(deck.meta);
  const { plans, problems: planning } = planNarration(deck, voiceOf, read);
  // A voice that does not know the language says nothing right: the descriptions stand in the text.
  const describing =
    otherLanguage(chosen.voice, deck).length > 0
      ? { plans: [], problems: [] }
      : planDescriptions(deck, chosen.voice, read);
  const spokenByVoice = plans.some(
    ({ slide, utterances }) => utterances.length > 0 && voiceOf(slide.fullId) === chosen.voice,
  );
  const foreign = !spokenByVoice ? [] : otherLanguage(chosen.voice, deck);
  const problems = [
    ...chosen.problems,
    ...foreign,
    ...recordings.problems,
    ...planning,
    ...describing.problems,
  ];
  const sentences = plans.reduce((sum, { slide }) => sum + slide.narration.length, 0);
  const made = { deck, front: options.front, back: options.back };
  const silently = (): Narration => {
    const speech = new Map(plans.map(({ slide, utterances }) => [slide.fullId, estimateSpeech(utterances)]));
    return {
      timeline: timeLecture({ ...made, speech }),
      sounds: [],
      voice: silentVoice().info,
      problems: [...problems, ...withCause(refusals(plans, voiceOf), foreign)],
      counts: { sentences, descriptions: 0, spoken: 0 },
    };
  };
  if (mute) return silently();
  const spoken = await speakAll(
    [
      ...plans.map((plan) => ({ plan, voice: voiceOf(plan.slide.fullId) })),
      ...describing.plans.map((plan) => ({ plan, voice: chosen.voice })),
    ],
    options.cacheFolder,
    effects,
  ).catch(missingProgram);
  if (spoken instanceof MissingProgram) return { ...silently(), missing: spoken };
  const descriptions = new Map(
    describing.plans.flatMap((plan): [string, DescriptionTime][] => {
      const speech = spoken.speech.get(plan);
      const time = speech === undefined ? undefined : timeDescription(plan, speech);
      return time === undefined ? [] : [[plan.slide.fullId, time]];
    }),
  );
  const speech = new Map(
    plans.flatMap((plan): [string, SlideSpeech][] => {
      const said = spoken.speech.get(plan);
      return said === undefined ? [] : [[plan.slide.fullId, said]];
    }),
  );
  return {
    timeline: timeLecture({ ...made, speech, descriptions }),
    sounds: spoken.sounds,
    voice: voiceInfo(plans, chosen.voice, recordings.voices, descriptions.size > 0),
    problems: [...problems, ...withCause(spoken.problems, foreign)],
    counts: {
      sentences,
      descriptions: describing.plans.reduce((sum, { utterances }) => sum + utterances.length, 0),
      spoken: spoken.clips,
    },
  };
}

/**
 * A lecture that nobody speaks. Its slides are planned as the timeline asks for them: the plans of a long lecture, every word of it, need not
 * lie in memory together.
 */
function estimated(
  deck: Deck,
  { front, back }: NarrationOptions,
  chosen: ReturnType<typeof chooseVoice>,
): Narration {
  const problems = [...chosen.problems];
  const slides = new Map(narrated(deck).map((slide) => [slide.fullId, slide]));
  const plan = slidePlanner(deck, () => chosen.voice, sentenceReader(deck.meta), problems);
  const speech: TimelineParts["speech"] = {
    get: (id) => {
      const slide = slides.get(id);
      return slide === undefined ? undefined : estimateSpeech(plan(slide).utterances);
    },
  };
  const timeline = timeLecture({ deck, front, back, speech });
  const sentences = [...slides.values()].reduce((sum, slide) => sum + slide.narration.length, 0);
  return {
    timeline,
    sounds: [],
    voice: silentVoice().info,
    problems,
    counts: { sentences, descriptions: 0, spoken: 0 },
  };
}

/** A program that is not there is no bug of ours and no mistake of the deck's. */
function missingProgram(reason: unknown): MissingProgram {
  if (reason instanceof MissingProgram) return reason;
  throw reason;
}

/** What voices refuse to say, as far as that is known without trying. */
function refusals(plans: readonly SlidePlan[], voiceOf: (slide: string) => Voice): readonly Problem[] {
  const found = plans.flatMap(({ slide, utterances }) =>
    utterances.flatMap((utterance) => {
      const refusal = utterance.spoken === "" ? undefined : voiceOf(slide.fullId).refusal?.(utterance);
      return refusal === undefined ? [] : [cannotSay(utterance, refusal)];
    }),
  );
  return sameForAll(found);
}

/** A voice for another language fails at letters for that reason; spelling every word otherwise would mend nothing. */
function withCause(problems: readonly Problem[], foreign: readonly Problem[]): Problem[] {
  const hint = foreign[0]?.hint;
  return problems.map((p) => (p.code === "voice-failed" && hint !== undefined ? { ...p, hint } : p));
}
