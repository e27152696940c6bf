/**
 * Says what nobody has said yet while the author writes on: what was just written at once, the rest one slide after the other. Pages of a
 * preview hear the clips as they are, joined as a WAV file when they ask for it: nobody waits for an encoder, and a long deck's sound need not
 * lie in memory.
 */
import { availableParallelism } from "node:os";
import type { Clip, Problem } from "../model.ts";
import { wavSizeBytes, writeWav } from "../narration/audio/wav.ts";
import type { SlideClips } from "../narration/clips.ts";
import { clipLength, joinClips, joinedLength } from "../narration/sound.ts";
import { openVoices, type OpenVoices } from "../narration/speak-all.ts";
import { estimateSpeech, type SlideSpeech } from "../narration/timeline.ts";
import type { Voice } from "../narration/voices/voice.ts";
import type { KeyedPart } from "./kept-plans.ts";
import { createTurns, NotWanted } from "./turns.ts";

/** A part that was said; its speech is estimated where the voice failed, and then with problems. */
export interface SaidPart {
  readonly speech: SlideSpeech;
  readonly problems: readonly Problem[];
}

/** A queue of what is to be said. */
export interface Speaking {
  /**
   * What is to be said from now on; what is not in it any more is said no more, but for the sentence that is being said.
   * @param urgent said at once, all together
   * @param rest in this order, one slide at a time
   */
  readonly want: (urgent: readonly KeyedPart[], rest: readonly KeyedPart[]) => void;
  /** The sound of a part as a WAV file; undefined where the voice fails. */
  readonly sound: (part: KeyedPart) => Promise<Uint8Array | undefined>;
  /** Whether all that was wanted is said. */
  readonly isDone: () => boolean;
  /** Ends every thread and program. */
  readonly close: () => Promise<void>;
}

/** How it meets the world. */
export interface SpeakingWorld {
  readonly cacheFolder: string;
  readonly signal: AbortSignal;
  readonly said: (part: KeyedPart, result: SaidPart) => void;
  /** Speaking has failed altogether, as where a voice's program is missing; it is tried again when something is wanted again. */
  readonly failed: (reason: unknown) => void;
  /** Calls back after a time. */
  readonly later: (ms: number, act: () => void) => void;
  /** How many sentences are said at once; as many as the machine has cores when absent. */
  readonly atOnce?: number;
}

/** Sounds that pages have just asked for, or will: a player asks for parts of a file, and for the next one ahead. */
const SOUNDS_AT_HAND = 6;

/** Makes the queue; voices are opened when the first words are wanted, and stay open. */
export function createSpeaking(world: SpeakingWorld): Speaking {
  const { cacheFolder, signal, said, failed } = world;
  const turns = createTurns(world.atOnce ?? availableParallelism(), world.later);
  const underway = new Set<string>();
  const warm = new Set<Voice>();
  const atHand = new Map<string, Promise<Uint8Array | undefined>>();
  let urgentKeys: ReadonlySet<string> = new Set();
  let queue: readonly KeyedPart[] = [];
  let opening: Promise<OpenVoices> | undefined;
  let isWorkingOff = false;
  let closed = false;

  const voices = (): Promise<OpenVoices> =>
    (opening ??= openVoices(cacheFolder, undefined, { signal, onClip: () => undefined }));

  function fail(reason: unknown): void {
    queue = [];
    if (!closed && !signal.aborted) failed(reason);
  }

  async function say(part: KeyedPart): Promise<void> {
    const { key } = part;
    if (closed || underway.has(key)) return;
    underway.add(key);
    try {
      const made = await (await voices()).sayClips(part, turns.inTurn(key));
      if (closed) return;
      // Who waits for it asks for it next.
      if (urgentKeys.has(key)) keepAtHand(key, Promise.resolve(soundOf(part, made)));
      said(part, saidPart(part, made));
    } catch (reason) {
      if (!(reason instanceof NotWanted)) fail(reason);
    } finally {
      underway.delete(key);
    }
  }

  /** A first sentence takes as long as two: so somebody else's than the author's first edit. */
  async function warmUp(voice: Voice): Promise<void> {
    if (closed || warm.has(voice)) return;
    warm.add(voice);
    try {
      await (await voices()).warmUp(voice);
    } catch (reason) {
      fail(reason);
    }
  }

  async function workOff(): Promise<void> {
    isWorkingOff = true;
    for (;;) {
      const [part, ...rest] = queue;
      if (part === undefined) break;
      queue = rest;
      await say(part);
      await warmUp(part.voice);
    }
    isWorkingOff = false;
  }

  function keepAtHand(key: string, sound: Promise<Uint8Array | undefined>): void {
    atHand.delete(key);
    atHand.set(key, sound);
    for (const oldest of atHand.keys()) {
      if (atHand.size <= SOUNDS_AT_HAND) break;
      atHand.delete(oldest);
    }
  }

  /** From the clip store; what is not there any more is said again. */
  async function soundAgain(part: KeyedPart): Promise<Uint8Array | undefined> {
    try {
      return soundOf(part, await (await voices()).sayClips(part));
    } catch (reason) {
      atHand.delete(part.key);
      fail(reason);
      return undefined;
    }
  }

  return {
    want: (urgent, rest) => {
      urgentKeys = new Set(urgent.map(({ key }) => key));
      const restKeys = new Set(rest.map(({ key }) => key));
      turns.want(urgentKeys, restKeys);
      // What is given up may be wanted again before it has ended.
      for (const key of underway) if (!urgentKeys.has(key) && !restKeys.has(key)) underway.delete(key);
      for (const part of urgent) void say(part);
      queue = rest;
      if (!isWorkingOff) void workOff();
    },
    sound: (part) => {
      const sound = atHand.get(part.key) ?? soundAgain(part);
      keepAtHand(part.key, sound);
      return sound;
    },
    isDone: () => queue.length === 0 && underway.size === 0,
    close: async () => {
      closed = true;
      queue = [];
      await opening?.then(
        (open) => open.close(),
        () => undefined,
      );
    },
  };
}

function saidPart(
  { key, plan: { utterances }, voice }: KeyedPart,
  { clips, problems }: SlideClips,
): SaidPart {
  if (problems.length > 0) return { speech: estimateSpeech(utterances), problems };
  const { sampleRateHz } = voice;
  const sizeBytes = wavSizeBytes(joinedLength(utterances, clips, sampleRateHz));
  const sound = { path: `audio/${key}.wav`, sizeBytes, delayMs: 0 };
  return { speech: { utterances, clips: clips.map(clipLength), sampleRateHz, sound }, problems };
}

function soundOf(
  { plan: { utterances }, voice }: KeyedPart,
  {
    clips,
    problems,
  }: { readonly clips: readonly (Clip | undefined)[]; readonly problems: readonly Problem[] },
): Uint8Array | undefined {
  if (problems.length > 0) return undefined;
  return writeWav(joinClips(utterances, clips, voice.sampleRateHz), voice.sampleRateHz);
}
