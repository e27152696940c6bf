/** Says what nobody has said yet while the author writes on: what was just written at once, the rest one slide after the other. */
import { openVoices, type OpenVoices } from "../narration/speak-all.ts";
import type { SlideResult } from "../narration/speak.ts";
import type { KeyedPart } from "./kept-plans.ts";

/** A queue of what is to be said. */
export interface Speaking {
  /**
   * What is to be said from now on; what is not in it any more is said no more, but for what is being said.
   * @param urgent said at once, all together
   * @param rest in this order, one slide at a time: its sentences keep all cores busy, and what is urgent waits for them alone
   */
  readonly want: (urgent: readonly KeyedPart[], rest: readonly KeyedPart[]) => void;
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
  /** Speaking has failed altogether, as where a voice's program is missing; it is tried again when something is wanted again. */
  readonly failed: (reason: unknown) => void;
}

/** Makes the queue; voices are opened when the first words are wanted, and stay open. */
export function createSpeaking({ cacheFolder, signal, said, failed }: SpeakingWorld): Speaking {
  const underway = new Set<string>();
  let queue: readonly KeyedPart[] = [];
  let opening: Promise<OpenVoices> | undefined;
  let isWorkingOff = false;
  let closed = false;

  async function say(part: KeyedPart): Promise<void> {
    if (closed || underway.has(part.key)) return;
    underway.add(part.key);
    try {
      opening ??= openVoices(cacheFolder, [], { signal, onClip: () => undefined });
      const result = await (await opening).say(part);
      if (!closed) said(part, result);
    } catch (reason) {
      queue = [];
      if (!closed && !signal.aborted) failed(reason);
    } finally {
      underway.delete(part.key);
    }
  }

  async function workOff(): Promise<void> {
    isWorkingOff = true;
    for (;;) {
      const [part, ...rest] = queue;
      if (part === undefined) break;
      queue = rest;
      await say(part);
    }
    isWorkingOff = false;
  }

  return {
    want: (urgent, rest) => {
      for (const part of urgent) void say(part);
      queue = rest;
      if (!isWorkingOff) void workOff();
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
