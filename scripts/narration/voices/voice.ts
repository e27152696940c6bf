/** What a voice is. One adapter per file, listed in `voices/index.ts`; every entry passes the same contract test. */
import type { Clip, Utterance, VoiceInfo } from "../../model.ts";
import type { SoundRate } from "../audio/mp3.ts";
import type { WorkerPool } from "../worker-pool.ts";

/** Sound of one utterance as a voice gives it: mono, levelled, at the voice's sample rate. */
export type Speech = Omit<Clip, "key" | "sampleRateHz">;

/** Turns utterances into clips. */
export interface Voice {
  readonly info: VoiceInfo;
  /** Everything that shapes its sound besides the words: engine, version, options, gain. Part of each clip's key. */
  readonly version: string;
  /** Of all its clips. */
  readonly sampleRateHz: SoundRate;
  /** Languages that it can read, by the first part of their tag; absent for a voice of which we do not know. */
  readonly languages?: ReadonlySet<string>;
  /** The pauses inside a slide are in its clips already, as in a recording: the plan adds none. */
  readonly bringsPauses: boolean;
  /** The ways of fixing a pronunciation that reach it. */
  readonly pronunciations: ReadonlySet<"respelling" | "ipa" | "arpabet">;
  /** Why it will not be able to say this utterance, if that can be known without trying. */
  readonly refusal?: (utterance: Utterance) => CannotSpeak | undefined;
  /**
   * Gets ready to speak. Called once per build, before the first `speak`, and only if something has to be spoken.
   * @throws CannotSpeak when the voice cannot say anything at all
   * @throws MissingProgram when this machine lacks the voice's program
   */
  readonly open: (context: VoiceContext) => Promise<Speaker>;
  /**
   * Gets everything going that makes a first sentence slower than those after it. Absent where it would start somebody else's program.
   * @param speaker this voice, opened
   */
  readonly warmUp?: (speaker: Speaker) => Promise<void>;
}

/** What a voice may use when it is opened. */
export interface VoiceContext {
  /** Threads for engines that run inside the program. */
  readonly pool: WorkerPool;
  /** Every utterance of the lecture that this voice may be asked for, in order; in a preview, of the slide that needs it first. */
  readonly utterances: readonly Utterance[];
  /** A number measured once and kept in the clip store; `make` is asked when it is not there yet. */
  readonly memory: (name: string, make: () => Promise<number>) => Promise<number>;
  readonly signal: AbortSignal;
}

/** An opened voice. */
export interface Speaker {
  /** How many utterances it is worth asking for at once. */
  readonly parallel: number;
  /**
   * Says one utterance.
   * @throws CannotSpeak when this utterance cannot be said; others may be tried
   * @throws MissingProgram when this machine lacks the voice's program
   * @throws the signal's reason once it is aborted
   */
  readonly speak: (utterance: Utterance) => Promise<Speech>;
  /** Ends what `open` started. Never throws. */
  readonly close: () => Promise<void>;
}

/** A voice failed at an utterance, or altogether. The message continues "the voice cannot say this sentence:". */
export class CannotSpeak extends Error {
  override readonly name = "CannotSpeak";
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** The program that is a voice cannot be started here: nothing of the deck, and the same for every sentence. */
export class MissingProgram extends Error {
  override readonly name = "MissingProgram";
  /** The voice's name in the user's configuration. */
  readonly voice: string;

  /** @param message which program, and what the system says of it */
  constructor(voice: string, message: string) {
    super(message);
    this.voice = voice;
  }
}

/** The words of an utterance; a clip's word times count them. */
export function wordsOf(spoken: string): string[] {
  const words = spoken.split(" ");
  return words.includes("") ? words.filter((word) => word !== "") : words;
}
