/** How long a sound takes to begin after it was asked to, learnt from those before it: it depends on the machine and on how it is heard. Pure. */

/** As long as nothing is known, in milliseconds; Chromium takes 90 to 120, Firefox less. */
const FIRST_GUESS_MS = 90;
/** What takes longer was waiting for its file. */
const LONGEST_MS = 250;

/** What is known of it. */
export interface BeginTime {
  /** The best guess for the next sound, in milliseconds of the listener's time. */
  readonly guessMs: () => number;
  /** A sound is asked to begin; asked again, the first time counts. */
  readonly asked: (nowMs: number) => void;
  /** The sound that was asked last has come this far, in milliseconds of the listener's time since its file's start. */
  readonly heard: (nowMs: number, soundMs: number) => void;
  /** Something else came between. */
  readonly forget: () => void;
}

/** Begins with a guess. */
export function createBeginTime(): BeginTime {
  let learntMs: number | undefined;
  let askedMs: number | undefined;
  return {
    guessMs: () => learntMs ?? FIRST_GUESS_MS,
    asked: (nowMs) => {
      askedMs ??= nowMs;
    },
    heard: (nowMs, soundMs) => {
      if (askedMs === undefined) return;
      const tookMs = Math.min(Math.max(nowMs - askedMs - soundMs, 0), LONGEST_MS);
      askedMs = undefined;
      // One that was slow by chance moves the guess half the way only.
      learntMs = learntMs === undefined ? tookMs : (learntMs + tookMs) / 2;
    },
    forget: () => {
      askedMs = undefined;
    },
  };
}
