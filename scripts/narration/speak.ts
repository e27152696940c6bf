/** Gets the sound of slides: from the clip store what was said before, from the voice what is new. */
import { error } from "../diagnostics.ts";
import type { Clip, Problem, SlideSound, Utterance } from "../model.ts";
import { packClip, packSound, unpackClip, unpackSound, type StoredSound } from "./clip-file.ts";
import type { ClipStore } from "./clip-store.ts";
import { joinClips, soundKey, soundPath } from "./sound.ts";
import { estimateSpeech, type SlideSpeech } from "./timeline.ts";
import { toMs } from "./audio/pcm.ts";
import { CannotSpeak, type Speaker, type Voice } from "./voices/voice.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** A slide's words and who says them. */
export interface SlideRequest {
  readonly utterances: readonly Utterance[];
  readonly voice: Voice;
}

/** A slide that was said; without `sound` when the voice failed, and then with problems. */
export interface SlideResult {
  readonly speech: SlideSpeech;
  readonly sound?: SlideSound;
  readonly problems: readonly Problem[];
}

/** What speaking uses. */
export interface SpeakTools {
  readonly store: ClipStore;
  readonly pool: WorkerPool;
  /** Opens a voice; the same voice is opened once. */
  readonly open: (voice: Voice) => Promise<Speaker>;
  /** Told after each utterance that is ready, with whether it had to be spoken. */
  readonly onClip: (spoken: boolean) => void;
}

/** Makes a function that says slides; clips that two slides share are said once. */
export function slideSpeaker({
  store,
  pool,
  open,
  onClip,
}: SpeakTools): (request: SlideRequest) => Promise<SlideResult> {
  const underway = new Map<string, Promise<Clip>>();

  const sayClip = async (utterance: Utterance, voice: Voice): Promise<Clip> => {
    const { key } = utterance;
    const bytes = await store.read("clip", key);
    if (bytes !== undefined) {
      onClip(false);
      return unpackClip(key, bytes);
    }
    const speaker = await open(voice);
    const speech = await speaker.speak(utterance);
    const clip = { key, sampleRateHz: voice.sampleRateHz, ...speech };
    await store.write("clip", key, packClip(clip));
    onClip(true);
    return clip;
  };
  const clipOf = async (utterance: Utterance, voice: Voice): Promise<Clip> => {
    const known = underway.get(utterance.key);
    if (known !== undefined) {
      const clip = await known;
      onClip(false);
      return clip;
    }
    const clip = sayClip(utterance, voice);
    underway.set(utterance.key, clip);
    try {
      return await clip;
    } finally {
      // Later slides find it in the store; kept here, a long lecture would fill the memory.
      underway.delete(utterance.key);
    }
  };

  return async ({ utterances, voice }) => {
    const key = soundKey(utterances);
    const kept = await store.read("sound", key);
    if (kept !== undefined) {
      for (const { spoken } of utterances) if (spoken !== "") onClip(false);
      return result(utterances, unpackSound(kept));
    }
    const made = await Promise.all(
      utterances.map(async (utterance) => {
        if (utterance.spoken === "") return { clip: undefined };
        try {
          return { clip: await clipOf(utterance, voice) };
        } catch (reason) {
          if (!(reason instanceof CannotSpeak)) throw reason;
          return { clip: undefined, problem: cannotSay(utterance, reason) };
        }
      }),
    );
    const clips = made.map(({ clip }) => clip);
    const problems = made.flatMap(({ problem }) => problem ?? []);
    if (problems.length > 0) return { speech: estimateSpeech(utterances), problems };
    const samples = joinClips(utterances, clips, voice.sampleRateHz);
    const mp3 = await pool.encode(samples, voice.sampleRateHz);
    const stored: StoredSound = {
      sampleRateHz: voice.sampleRateHz,
      lengthSamples: samples.length,
      clips: clips.map((clip) => ({ lengthSamples: clip?.samples.length ?? 0, words: clip?.words ?? [] })),
      mp3,
    };
    await store.write("sound", key, packSound(stored));
    return result(utterances, stored);
  };
}

function result(
  utterances: readonly Utterance[],
  { sampleRateHz, lengthSamples, clips, mp3 }: StoredSound,
): SlideResult {
  const path = soundPath(mp3);
  return {
    speech: { utterances, clips, sampleRateHz, sound: { path, sizeBytes: mp3.length } },
    sound: { path, bytes: mp3, durationMs: toMs(lengthSamples, sampleRateHz) },
    problems: [],
  };
}

/** The problem of an utterance that a voice cannot say. */
export function cannotSay({ at, spoken }: Utterance, { message, hint }: CannotSpeak): Problem {
  return error(
    "voice-failed",
    at,
    `the voice cannot say "${spoken}": ${message}`,
    hint === undefined ? {} : { hint },
  );
}
