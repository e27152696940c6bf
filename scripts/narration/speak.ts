/** Gets the encoded sound of slides: from the clip store what was made before; else its clips, joined and encoded. */
import type { Problem, SlideSound, Utterance } from "../model.ts";
import { packSound, unpackSound, type StoredSound } from "./clip-file.ts";
import type { ClipStore } from "./clip-store.ts";
import type { SayClips, SlideRequest } from "./clips.ts";
import { clipLength, delayMs, joinClips, soundKey, soundPath } from "./sound.ts";
import { estimateSpeech, type SlideSpeech } from "./timeline.ts";
import { toMs } from "./audio/pcm.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** A slide that was said; without `sound` when the voice failed, and then with problems. */
export interface SlideResult {
  readonly speech: SlideSpeech;
  readonly sound?: SlideSound;
  readonly problems: readonly Problem[];
}

/** What speaking uses. */
export interface SpeakTools {
  readonly store: ClipStore;
  readonly pool: Pick<WorkerPool, "encode">;
  readonly sayClips: SayClips;
  /** Told after each utterance that is ready without being asked for. */
  readonly onClip: (spoken: boolean) => void;
}

/** Makes a function that says slides. */
export function slideSpeaker({
  store,
  pool,
  sayClips,
  onClip,
}: SpeakTools): (request: SlideRequest) => Promise<SlideResult> {
  return async (request) => {
    const { utterances, voice } = request;
    const key = soundKey(utterances);
    const kept = await store.read("sound", key);
    if (kept !== undefined) {
      for (const { spoken } of utterances) if (spoken !== "") onClip(false);
      return result(utterances, unpackSound(kept));
    }
    const { clips, problems } = await sayClips(request);
    if (problems.length > 0) return { speech: estimateSpeech(utterances), problems };
    const samples = joinClips(utterances, clips, voice.sampleRateHz);
    const mp3 = await pool.encode(samples, voice.sampleRateHz);
    const stored: StoredSound = {
      sampleRateHz: voice.sampleRateHz,
      lengthSamples: samples.length,
      clips: clips.map(clipLength),
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
  const sound = { path, sizeBytes: mp3.length, delayMs: delayMs(sampleRateHz) };
  return {
    speech: { utterances, clips, sampleRateHz, sound },
    sound: { path, bytes: mp3, durationMs: toMs(lengthSamples, sampleRateHz) },
    problems: [],
  };
}
