/** Says what nobody has said yet while the author writes on: the most urgent first, on all cores. */
import { openVoices, type OpenVoices } from "../narration/speak-all.ts";
import type { SlideResult } from "../narration/speak.ts";
import type { KeyedPart } from "./kept-plans.ts";

/** A queue of what is to be said. */
export interface Speaking {
  /** What is to be said from now on, the most urgent first; what is not in it any more is said no more, but for what is being said. */
  readonly want: (parts: readonly KeyedPart[]) => void;
  /** Whether all that was wanted is said. */
  readonly isDone: () => boolean;
  /** Ends every thread and program. */
  readonly close: () => Promise<void>;
}

/** How it meets the world. */
export interface SpeakingWorld {
  readonly cacheFolder: string;
  readonly signal: AbortSignal;
  readonly said: (part: KeyedPart, result: SlideResult) => void;
  /** Speaking has failed altogether, as where a voice's program is missing; it is tried again when another voice or other words are wanted. */
  readonly failed: (reason: unknown) => void;
}

/** Makes the queue; voices are opened when the first words are wanted, and stay open. */
export function createSpeaking({ cacheFolder, signal, said, failed }: SpeakingWorld): Speaking {
  const underway = new Set<string>();
  let queue: readonly KeyedPart[] = [];
  let opening: Promise<OpenVoices> | undefined;
  let closed = false;

  async function lane(voices: OpenVoices): Promise<void> {
    for (;;) {
      const part = queue.find(({ key }) => !underway.has(key));
      if (part === undefined || closed) return;
      underway.add(part.key);
      try {
        const result = await voices.say(part);
        queue = queue.filter(({ key }) => key !== part.key);
        if (!closed) said(part, result);
      } catch (reason) {
        queue = [];
        if (!closed && !signal.aborted) failed(reason);
      } finally {
        underway.delete(part.key);
      }
    }
  }

  let lanes = 0;
  async function fill(): Promise<void> {
    opening ??= openVoices(cacheFolder, [], { signal, onClip: () => undefined });
    const voices = await opening;
    if (closed) return;
    const free = queue.filter(({ key }) => !underway.has(key)).length;
    for (let n = Math.min(free, voices.atOnce - lanes); n > 0; n--) {
      lanes++;
      // It begins at once, so that the next one sees what it has taken.
      void lane(voices).finally(() => {
        lanes--;
      });
    }
  }

  return {
    want: (parts) => {
      queue = parts;
      if (parts.length > 0 && !closed) fill().catch(failed);
    },
    isDone: () => queue.length === 0 && underway.size === 0,
    close: async () => {
      closed = true;
      queue = [];
      await opening?.then(
        (voices) => voices.close(),
        () => undefined,
      );
    },
  };
}
