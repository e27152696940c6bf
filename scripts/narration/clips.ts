/** Gets the clips of a slide: from the clip store what was said before, from the voice what is new. */
import { error } from "../diagnostics.ts";
import type { Clip, Problem, Utterance } from "../model.ts";
import { packClip, unpackClip } from "./clip-file.ts";
import type { ClipStore } from "./clip-store.ts";
import { CannotSpeak, type Speaker, type Voice } from "./voices/voice.ts";

/** A slide's words and who says them. */
export interface SlideRequest {
  readonly utterances: readonly Utterance[];
  readonly voice: Voice;
}

/** What was made of a slide's words. */
export interface SlideClips {
  /** One for each utterance; undefined for those without words, and for those that the voice cannot say. */
  readonly clips: readonly (Clip | undefined)[];
  /** Why some could not be said. */
  readonly problems: readonly Problem[];
}

/** Begins the work for a clip when its turn has come. May reject instead: then the slide is not said. */
export type InTurn = (act: () => Promise<Clip>) => Promise<Clip>;

/** What getting clips uses. */
export interface ClipTools {
  readonly store: ClipStore;
  /**
   * Opens a voice; the same voice is opened once.
   * @param utterances of the slide that needs it
   */
  readonly open: (voice: Voice, utterances: readonly Utterance[]) => Promise<Speaker>;
  /** Told after each utterance that is ready, with whether it had to be spoken. */
  readonly onClip: (spoken: boolean) => void;
}

/** Gets a slide's clips, all at once unless they wait for their turns. */
export type SayClips = (request: SlideRequest, inTurn?: InTurn) => Promise<SlideClips>;

/** Makes a function that gets clips; those that two slides share are said once. */
export function clipSpeaker({ store, open, onClip }: ClipTools): SayClips {
  const underway = new Map<string, Promise<Clip>>();

  const sayClip = async (utterance: Utterance, { utterances, voice }: SlideRequest): Promise<Clip> => {
    const { key } = utterance;
    const bytes = await store.read("clip", key);
    if (bytes !== undefined) {
      onClip(false);
      return unpackClip(key, bytes);
    }
    const speaker = await open(voice, utterances);
    const speech = await speaker.speak(utterance);
    const clip = { key, sampleRateHz: voice.sampleRateHz, ...speech };
    await store.write("clip", key, packClip(clip));
    onClip(true);
    return clip;
  };
  const clipOf = async (utterance: Utterance, request: SlideRequest): Promise<Clip> => {
    const known = underway.get(utterance.key);
    if (known !== undefined) {
      const clip = await known;
      onClip(false);
      return clip;
    }
    const clip = sayClip(utterance, request);
    underway.set(utterance.key, clip);
    try {
      return await clip;
    } finally {
      // Later slides find it in the store; kept here, a long lecture would fill the memory.
      underway.delete(utterance.key);
    }
  };

  return async (request, inTurn = atOnce) => {
    const made = await Promise.all(
      request.utterances.map(async (utterance) => {
        if (utterance.spoken === "") return { clip: undefined };
        try {
          return { clip: await inTurn(() => clipOf(utterance, request)) };
        } catch (reason) {
          if (!(reason instanceof CannotSpeak)) throw reason;
          return { clip: undefined, problem: cannotSay(utterance, reason) };
        }
      }),
    );
    return { clips: made.map(({ clip }) => clip), problems: made.flatMap(({ problem }) => problem ?? []) };
  };
}

const atOnce: InTurn = (act) => act();

/** The problem of an utterance that a voice cannot say. */
export function cannotSay({ at, spoken }: Utterance, { message, hint }: CannotSpeak): Problem {
  return error(
    "voice-failed",
    at,
    `the voice cannot say "${spoken}": ${message}`,
    hint === undefined ? {} : { hint },
  );
}
