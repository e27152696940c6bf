/** The one audio element: says where its sound is, and keeps it where the lecture wants it. */
import type { SlideSoundData } from "./data.ts";
import { heardMs } from "./heard.ts";

/** The lecture's voice in the page. */
export interface Narrator {
  /** Plays a sound, from an offset when it is not the one that plays already or `lose` was called. */
  readonly keep: (sound: SlideSoundData, offsetMs: number) => void;
  /** Loads a sound that will soon be needed, from its start, without playing it. */
  readonly prepare: (sound: SlideSoundData) => void;
  /** Fetches a later sound, so that the element finds it at hand; not before the one that plays is here whole, or soon over. */
  readonly preload: (sound: SlideSoundData) => void;
  /** Stops; the place is kept. */
  readonly stop: () => void;
  /** The place is no longer the right one: the next `keep` seeks. */
  readonly lose: () => void;
  readonly setRate: (rate: number) => void;
  readonly setMuted: (muted: boolean) => void;
  /** How long what is played takes to the ear. */
  readonly setLag: (lagMs: number) => void;
  /** What is heard of the sound, from the slide's start; undefined while it loads, seeks or rests. */
  readonly offsetMs: () => number | undefined;
  /** How far a sound is played, heard or not; undefined where it is not the one in its place. */
  readonly playedMs: (sound: SlideSoundData) => number | undefined;
  readonly ended: () => boolean;
}

/** What the element tells, besides where it is. */
export interface NarratorEvents {
  /** The file of this path cannot be played. */
  readonly failed: (path: string) => void;
  /** The browser wants a click before it plays. */
  readonly refused: () => void;
  /** Something happened that may move the clock. */
  readonly moved: () => void;
}

/** Wraps the element; it has no source until a sound is needed. */
export function createNarrator(audio: HTMLAudioElement, events: NarratorEvents): Narrator {
  let current: SlideSoundData | undefined;
  let placed = false;
  let seekSeconds: number | undefined;
  let lagMs = 0;
  const ahead = new Audio();
  ahead.preload = "auto";

  let reopened: string | undefined;

  const settle = () => {
    if (seekSeconds === undefined || current === undefined) return;
    if (audio.readyState < HTMLMediaElement.HAVE_METADATA) return;
    if (reaches(audio.seekable, seekSeconds, audio.duration)) {
      audio.currentTime = seekSeconds;
      seekSeconds = undefined;
      return;
    }
    // The host gives no parts of files (HTTP Range). Chromium then seeks only in a file that it has whole when
    // it opens it: wait for the whole, and open it again.
    audio.pause();
    if (!reaches(audio.buffered, audio.duration, audio.duration)) return;
    if (reopened === current.path) return events.failed(current.path);
    reopened = current.path;
    audio.load();
  };
  for (const name of ["loadedmetadata", "progress", "suspend"]) audio.addEventListener(name, settle);
  audio.addEventListener("error", () => {
    if (current !== undefined && audio.error !== null) events.failed(current.path);
  });
  for (const name of ["timeupdate", "ended", "playing", "seeked"]) {
    audio.addEventListener(name, events.moved);
  }

  function place(sound: SlideSoundData, offsetMs: number): void {
    // Two slides may share one file, so a sound is the same only if it is the same slide's.
    if (current === sound && placed) return;
    if (current?.path !== sound.path) {
      audio.src = sound.path;
      reopened = undefined;
    }
    current = sound;
    placed = true;
    // The very start needs no seek, which could only cut into it.
    const fresh = audio.readyState < HTMLMediaElement.HAVE_METADATA || audio.currentTime === 0;
    seekSeconds = offsetMs <= 0 && fresh ? undefined : (offsetMs + sound.delayMs) / 1000;
    settle();
  }

  async function run(): Promise<void> {
    try {
      await audio.play();
    } catch (error) {
      // A change of source interrupts play (AbortError); a bad file also fires "error", which is told above.
      if (error instanceof DOMException && error.name === "NotAllowedError") events.refused();
    }
  }

  return {
    keep: (sound, offsetMs) => {
      place(sound, offsetMs);
      const cannotSeekYet = seekSeconds !== undefined && audio.readyState >= HTMLMediaElement.HAVE_METADATA;
      if (audio.paused && !audio.ended && !cannotSeekYet) void run();
    },
    prepare: (sound) => {
      audio.pause();
      if (current !== sound) place(sound, 0);
    },
    preload: (sound) => {
      const { buffered, currentTime, duration } = audio;
      // On a slow line the two would share it, and the one that is heard would stop.
      const soonOver = duration - currentTime < SOON_OVER_SECONDS;
      if (!soonOver && !reaches(buffered, duration, duration)) return;
      if (!ahead.src.endsWith(sound.path)) ahead.src = sound.path;
    },
    stop: () => audio.pause(),
    lose: () => {
      placed = false;
    },
    setRate: (rate) => {
      // A new source takes the default.
      audio.defaultPlaybackRate = rate;
      audio.playbackRate = rate;
    },
    setMuted: (muted) => {
      audio.muted = muted;
    },
    setLag: (ms) => {
      lagMs = ms;
    },
    offsetMs: () => {
      const there = seekSeconds === undefined && !audio.seeking;
      if (!there || audio.paused || audio.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return undefined;
      return heardMs(audio.currentTime * 1000 - (current?.delayMs ?? 0), lagMs, audio.playbackRate);
    },
    playedMs: (sound) =>
      current === sound && placed && seekSeconds === undefined
        ? audio.currentTime * 1000 - sound.delayMs
        : undefined,
    ended: () => audio.ended && seekSeconds === undefined && placed,
  };
}

/** Enough to fetch a minute of sound over a slow line; some browsers never hold a long file whole. */
const SOON_OVER_SECONDS = 20;

/** Lengths that a browser guesses from a part of a file are off by less than this. */
const GUESS_SECONDS = 0.5;

/** Whether the ranges reach a place in a file of this length. */
function reaches(ranges: TimeRanges, seconds: number, durationSeconds: number): boolean {
  const end = ranges.length === 0 ? 0 : ranges.end(ranges.length - 1);
  return end > 0 && end + GUESS_SECONDS >= Math.min(seconds, durationSeconds);
}
