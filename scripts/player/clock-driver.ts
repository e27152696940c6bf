/** Who moves the lecture's clock: the sound while it plays, a timer otherwise. Keeps the sound in step as it finds out. */
import { createBeginTime } from "./begin-time.ts";
import type { Clock, Drive } from "./clock.ts";
import type { DescriptionData, SlideData, SlideSoundData } from "./data.ts";
import { createNarrator } from "./narrator.ts";
import type { TrackSlide } from "./track.ts";

/** A sound that does not move for this long is taken for dead. */
const STALL_MS = 8_000;
/** A file that ends this much before its time is damaged; encoders pad and cut by less. */
const CUT_SHORT_MS = 500;

/** What drives the clock. */
export interface ClockDriver {
  /** Who moves a playing clock at this moment. */
  readonly drive: (clock: Clock, slide: TrackSlide, nowMs: number) => Drive["by"];
  /** Moments on the lecture's clock where the slide waits for the listener. */
  readonly waitsOf: (slide: TrackSlide) => readonly number[];
  /** What is said of the slide's pictures now, before anything else. */
  readonly description: (clock: Clock, slide: TrackSlide) => DescriptionData | undefined;
  /** How much of the description is heard. */
  readonly describedMs: () => number;
  /** Whether the slide's sound is wanted and does not play. */
  readonly isSilenced: (slide: TrackSlide) => boolean;
  readonly soundOn: () => boolean;
  readonly setSound: (on: boolean) => void;
  /** Slides follow a finger on the bar: the sound rests. */
  readonly setScrubbing: (on: boolean) => void;
  readonly setRate: (rate: number) => void;
  readonly setLag: (lagMs: number) => void;
  /** The sound stops where it is. */
  readonly rest: () => void;
  /** A person did something between two sounds. */
  readonly interrupt: () => void;
  /** A person went elsewhere. What failed once may work when it is asked for again. */
  readonly jump: () => void;
  /** The lecture begins again. */
  readonly restart: () => void;
}

/** What the driver needs of the player. */
export interface DriverWorld {
  readonly dataOf: (slide: TrackSlide | undefined) => SlideData | undefined;
  readonly slideAfter: (slide: TrackSlide) => TrackSlide | undefined;
  readonly describes: () => boolean;
  /** The browser wants a click before it plays. */
  readonly refused: () => void;
  /** Something happened that may move the clock. */
  readonly moved: () => void;
}

/** Makes the driver of one audio element. */
export function createClockDriver(
  audio: HTMLAudioElement,
  hasSound: boolean,
  world: DriverWorld,
): ClockDriver {
  const { dataOf } = world;
  // Paths of sounds, and ids of slides whose sound does not come.
  const failed = new Set<string>();
  const beginTime = createBeginTime();
  let soundOn = hasSound;
  let scrubbing = false;
  let heldSinceMs: number | undefined;
  let lagMs = 0;
  // The slide whose pictures were described since the lecture came to it.
  let described: number | undefined;

  const narrator = createNarrator(audio, {
    failed: (path) => {
      failed.add(path);
      world.moved();
    },
    refused: world.refused,
    moved: world.moved,
  });

  function soundAfter(slide: TrackSlide): SlideSoundData | undefined {
    const next = dataOf(world.slideAfter(slide));
    return (world.describes() ? next?.description : undefined) ?? next?.sound;
  }

  /** A wait comes just before whatever else happens at its moment, and after the slide is there. */
  const waitsOf = (slide: TrackSlide): readonly number[] =>
    dataOf(slide)?.waitsMs.map((ms) => slide.startMs + Math.max(1, ms - 1)) ?? [];

  function description({ positionMs }: Clock, slide: TrackSlide): DescriptionData | undefined {
    const its = dataOf(slide)?.description;
    const wanted = soundOn && world.describes() && positionMs <= slide.startMs;
    if (its === undefined || !wanted || described === slide.number) return undefined;
    return failed.has(its.path) ? undefined : its;
  }

  function drive(clock: Clock, slide: TrackSlide, nowMs: number): Drive["by"] {
    const data = dataOf(slide);
    if (data === undefined || scrubbing) {
      narrator.stop();
      return "held";
    }
    const pictures = description(clock, slide);
    if (pictures !== undefined) return describe(slide, pictures, nowMs);
    // Gone on without it, what is being said would be over before it is heard.
    if (soundOn && data.soundComes === true && !failed.has(slide.fullId)) {
      narrator.stop();
      giveUpOn(slide.fullId, nowMs);
      return "held";
    }
    const offsetMs = clock.positionMs - slide.startMs;
    const { sound } = data;
    if (!soundOn || sound === undefined || offsetMs >= sound.durationMs || failed.has(sound.path)) {
      return between(clock, slide, nowMs);
    }
    if (reachedWait(clock, slide, sound)) {
      narrator.stop();
      return "timer";
    }
    narrator.keep(sound, offsetMs);
    if (narrator.ended()) {
      if ((narrator.playedMs(sound) ?? 0) < sound.durationMs - CUT_SHORT_MS) failed.add(sound.path);
      return "timer";
    }
    const next = soundAfter(slide);
    if (next !== undefined) narrator.preload(next);
    const heardMs = narrator.offsetMs();
    if (heardMs === undefined) {
      giveUpOn(sound.path, nowMs);
      return "held";
    }
    heldSinceMs = undefined;
    const playedMs = narrator.playedMs(sound) ?? 0;
    if (playedMs < 0) beginTime.asked(nowMs);
    else beginTime.heard(nowMs, (playedMs + sound.delayMs) / clock.rate);
    return slide.startMs + heardMs;
  }

  /** Describes the slide's pictures; meanwhile the lecture's time waits. */
  function describe(slide: TrackSlide, pictures: DescriptionData, nowMs: number): Drive["by"] {
    beginTime.forget();
    narrator.keep(pictures, 0);
    const sound = dataOf(slide)?.sound;
    if (sound !== undefined) narrator.preload(sound);
    if (narrator.ended()) {
      described = slide.number;
      narrator.lose();
    } else if (narrator.offsetMs() === undefined) giveUpOn(pictures.path, nowMs);
    else heldSinceMs = undefined;
    return "held";
  }

  /** A sound that does not move for long, or does not come, is taken for dead. @param sound its path, or its slide's id */
  function giveUpOn(sound: string, nowMs: number): void {
    heldSinceMs ??= nowMs;
    if (nowMs - heldSinceMs > STALL_MS) failed.add(sound);
  }

  /** With late headphones the sound is at a wait before it is heard there: it must not go on while the listener comes to it. */
  function reachedWait({ positionMs }: Clock, slide: TrackSlide, sound: SlideSoundData): boolean {
    const playedMs = lagMs > 0 ? narrator.playedMs(sound) : undefined;
    const waitMs = waitsOf(slide).find((ms) => ms > positionMs);
    return playedMs !== undefined && waitMs !== undefined && slide.startMs + playedMs >= waitMs;
  }

  /**
   * Between two sounds the element gets the next one. It is asked to play before its slide comes, as its file begins with
   * silence and no sound begins at once. Its slide comes at its own time, or when its first sample is heard before that.
   */
  function between({ positionMs, rate }: Clock, slide: TrackSlide, nowMs: number): Drive["by"] {
    const next = soundOn ? soundAfter(slide) : undefined;
    if (next === undefined || failed.has(next.path)) {
      narrator.stop();
      return "timer";
    }
    const leftMs = slide.endMs - positionMs;
    const waits = waitsOf(slide).some((ms) => ms > positionMs);
    if (waits || leftMs > next.delayMs + (beginTime.guessMs() + lagMs) * rate) {
      narrator.prepare(next);
      return "timer";
    }
    beginTime.asked(nowMs);
    narrator.keep(next, 0);
    return (narrator.offsetMs() ?? -1) >= 0 ? slide.endMs : "timer";
  }

  return {
    drive,
    waitsOf,
    description,
    describedMs: () => Math.max(0, narrator.offsetMs() ?? 0),
    isSilenced: (slide) => {
      const sound = dataOf(slide)?.sound;
      return soundOn && sound !== undefined && failed.has(sound.path);
    },
    soundOn: () => soundOn,
    setSound: (on) => {
      soundOn = on;
      narrator.setMuted(!on);
      narrator.lose();
    },
    setScrubbing: (on) => {
      scrubbing = on;
    },
    setRate: narrator.setRate,
    setLag: (ms) => {
      lagMs = ms;
      narrator.setLag(ms);
    },
    rest: narrator.stop,
    interrupt: () => {
      heldSinceMs = undefined;
      beginTime.forget();
    },
    jump: () => {
      heldSinceMs = undefined;
      described = undefined;
      failed.clear();
      beginTime.forget();
      narrator.lose();
    },
    restart: () => {
      described = undefined;
      narrator.lose();
    },
  };
}
