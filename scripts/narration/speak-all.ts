/** Speaks every slide of a lecture: with each voice once opened, and as many slides at once as keep all cores busy. */
import { warning } from "../diagnostics.ts";
import type { Problem, SlideSound, Utterance } from "../model.ts";
import { deckFile } from "./choose-voice.ts";
import { clipStore, type ClipStore } from "./clip-store.ts";
import { hashOf } from "./hash.ts";
import type { SlidePlan } from "./plan.ts";
import { clipSpeaker, type ClipTools, type InTurn, type SlideClips } from "./clips.ts";
import { slideSpeaker, type SlideResult } from "./speak.ts";
import type { SlideSpeech } from "./timeline.ts";
import type { Speaker, Voice } from "./voices/voice.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** Slides in the making at once, for each thread: enough to keep all busy, few enough to keep memory small. */
const SLIDES_PER_THREAD = 2;

/** A plan and who says it. */
export interface Part {
  readonly plan: SlidePlan;
  readonly voice: Voice;
}

/** How speaking meets the world. */
export interface SpeakingEffects {
  /** Sentences that are ready, of all. */
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
  /** Instead of the store in the cache folder. */
  readonly store?: ClipStore;
}

/** What was said. */
export interface Spoken {
  readonly speech: ReadonlyMap<SlidePlan, SlideSpeech>;
  readonly sounds: readonly SlideSound[];
  readonly problems: readonly Problem[];
  readonly clips: number;
}

/**
 * Says every plan, on all cores and with every program that a voice needs.
 * @throws the signal's reason when aborted, and `MissingProgram`; every thread and program is ended first
 */
export async function speakAll(
  parts: readonly Part[],
  cacheFolder: string,
  effects: SpeakingEffects,
): Promise<Spoken> {
  const utterances = parts.flatMap(({ plan }) => plan.utterances);
  const total = utterances.filter(({ spoken }) => spoken !== "").length;
  let done = 0;
  let clips = 0;
  const voices = await openVoices(cacheFolder, utterances, {
    ...effects,
    onClip: (anew) => {
      if (anew) clips++;
      effects.progress(++done, total);
    },
  });
  try {
    const talking = parts.filter(({ plan }) => says(plan));
    const results = await mapSome(talking, voices.atOnce, effects.signal, voices.say);
    return {
      speech: new Map(talking.map(({ plan }, i) => [plan, speechOf(results[i])])),
      sounds: uniqueSounds(results),
      problems: [...voices.problems, ...sameForAll(results.flatMap((result) => result.problems))],
      clips,
    };
  } finally {
    await voices.close();
  }
}

/** Whether there are words in it. */
export const says = ({ utterances }: Pick<SlidePlan, "utterances">): boolean =>
  utterances.some(({ spoken }) => spoken !== "");

/** Opened voices: each is opened when it is first needed, and stays so until `close`. */
export interface OpenVoices {
  /**
   * Says a slide: from the clip store what was said before.
   * @throws the signal's reason when aborted, and `MissingProgram`
   */
  readonly say: (part: Part) => Promise<SlideResult>;
  /**
   * Says the sentences of a slide, and makes no file of them.
   * @throws as `say`, and what `inTurn` rejects with
   */
  readonly sayClips: (part: Part, inTurn?: InTurn) => Promise<SlideClips>;
  /** Makes a voice say its first sentence as quickly as the others; costs nothing that a user pays. Fails as `say`. */
  readonly warmUp: (voice: Voice) => Promise<void>;
  /** How many slides are worth asking for at once. */
  readonly atOnce: number;
  /** What is wrong with the clip store, as far as that is known. */
  readonly problems: readonly Problem[];
  /** Ends every thread and program. */
  readonly close: () => Promise<void>;
}

/**
 * Makes ready to speak.
 * @param utterances all that will be asked for, so that voices can learn their words ahead; undefined while they are being written
 */
export async function openVoices(
  cacheFolder: string,
  utterances: readonly Utterance[] | undefined,
  effects: Pick<SpeakingEffects, "signal" | "store"> & Pick<ClipTools, "onClip">,
): Promise<OpenVoices> {
  const problems: Problem[] = [];
  const store =
    effects.store ??
    clipStore(cacheFolder, {
      onTrouble: (message, hint) => problems.push(warning("cache-unwritable", deckFile(), message, { hint })),
    });
  const { workerPool } = await import("./worker-pool.ts");
  const pool = workerPool(effects.signal);
  const speakers = new Map<Voice, Promise<Speaker>>();
  const open = (voice: Voice, own: readonly Utterance[]): Promise<Speaker> => {
    const opened =
      speakers.get(voice) ??
      voice.open({
        pool,
        utterances: utterances ?? own,
        memory: (name, make) => remember(store, name, make),
        signal: effects.signal,
      });
    speakers.set(voice, opened);
    return opened;
  };
  const { onClip } = effects;
  const sayClips = clipSpeaker({ store, open, onClip });
  const speak = slideSpeaker({ store, pool, sayClips, onClip });
  const requestOf = ({ plan, voice }: Part) => ({ utterances: plan.utterances, voice });
  return {
    say: (part) => speak(requestOf(part)),
    sayClips: (part, inTurn) => sayClips(requestOf(part), inTurn),
    warmUp: async (voice) => voice.warmUp?.(await open(voice, [])),
    atOnce: pool.size * SLIDES_PER_THREAD,
    problems,
    close: () => closeAll(speakers, pool),
  };
}

function speechOf(result: SlideResult | undefined): SlideSpeech {
  if (result === undefined) throw new Error("a slide was not spoken");
  return result.speech;
}

/** Two slides with the same words have one file. */
function uniqueSounds(results: readonly SlideResult[]): SlideSound[] {
  const sounds = new Map<string, SlideSound>();
  for (const { sound } of results) if (sound !== undefined) sounds.set(sound.path, sound);
  return [...sounds.values()];
}

/** How many sentences a voice may fail at before its problems are shown as one. */
const SHOWN = 20;

/** A voice that fails everywhere fails for one reason. */
export function sameForAll(all: readonly Problem[]): readonly Problem[] {
  const [first] = all;
  if (first === undefined || all.length <= SHOWN) return all;
  return [
    ...all.slice(0, SHOWN),
    {
      ...(all[SHOWN] ?? first),
      message: `the voice cannot say ${all.length - SHOWN} other sentences either`,
    },
  ];
}

async function closeAll(speakers: ReadonlyMap<Voice, Promise<Speaker>>, pool: WorkerPool): Promise<void> {
  for (const opened of speakers.values()) {
    const speaker = await opened.catch(() => undefined);
    await speaker?.close();
  }
  await pool.close();
}

async function remember(store: ClipStore, name: string, make: () => Promise<number>): Promise<number> {
  const key = hashOf(["gain", name]);
  const kept = await store.read("gain", key);
  if (kept !== undefined) return Number(new TextDecoder().decode(kept));
  const value = await make();
  await store.write("gain", key, new TextEncoder().encode(String(value)));
  return value;
}

/** Maps a list with at most `atOnce` of its items in the making; results in the list's order. The first failure stops the rest. */
async function mapSome<T, R>(
  items: readonly T[],
  atOnce: number,
  signal: AbortSignal,
  make: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  let failed = false;
  const work = async (): Promise<void> => {
    for (const [i, item] of queue) {
      if (failed) return;
      signal.throwIfAborted();
      try {
        results[i] = await make(item);
      } catch (reason) {
        failed = true;
        throw reason;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return results;
}
