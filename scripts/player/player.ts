/**
 * The player: what a person asks for goes in, a view comes out. Everything shown is computed from the clock's
 * position, so that seeking and playing end in the same state.
 */
import { createBeginTime } from "./begin-time.ts";
import { advance, newClock, pause, play, seek, setRate, type Clock, type Drive } from "./clock.ts";
import type { Columns } from "./columns.ts";
import type { DescriptionData, LectureIndex, SlideData, SlideSoundData } from "./data.ts";
import { createNarrator } from "./narrator.ts";
import { schedule } from "./schedule.ts";
import { captionAt, sentenceAt, slideAt, stepAt, stepStart, type Track, type TrackSlide } from "./track.ts";
import type { Draw, View } from "./view.ts";

/** A sound that does not move for this long is taken for dead. */
const STALL_MS = 8_000;
/** A file that ends this much before its time is damaged; encoders pad and cut by less. */
const CUT_SHORT_MS = 500;

/** What a person can do with the lecture, by button, key, touch or address. */
export interface Player {
  readonly start: (withSound: boolean) => void;
  /** Plays or stops; at a wait, goes on. */
  readonly toggle: () => void;
  readonly stop: () => void;
  /** Beyond an end it goes to the end. */
  readonly seek: (positionMs: number) => void;
  /** While a person drags along the bar, slides follow and the sound rests. */
  readonly scrub: (on: boolean) => void;
  /** One step on or back, over the edge of a slide if need be. */
  readonly move: (direction: 1 | -1) => void;
  readonly moveSlide: (direction: 1 | -1) => void;
  readonly goTo: (slide: TrackSlide) => void;
  readonly setRate: (rate: number) => void;
  /** How long the sound takes to the ear: while it plays, what is shown waits as long. */
  readonly setSoundLag: (lagMs: number) => void;
  readonly toggleCaptions: () => void;
  readonly toggleSound: () => void;
  /** Tries again what failed. */
  readonly retry: () => void;
  /** Looks at the clock at once: the page was opened, shown or hidden. */
  readonly wake: () => void;
  readonly view: () => View;
}

/** What the player needs of the page. */
export interface PlayerWorld {
  readonly audio: HTMLAudioElement;
  readonly columns: Columns;
  readonly draw: Draw;
  /** Whether the listener wants pictures described. */
  readonly describes: () => boolean;
  /** Called when a person moved to another slide by anything but the seek bar. */
  readonly moved: (view: View) => void;
}

/** Makes the player at the lecture's start; it plays nothing until `start`. */
export function createPlayer(index: LectureIndex, track: Track, world: PlayerWorld): Player {
  const { columns, audio } = world;
  const failedSounds = new Set<string>();
  const failedColumns = new Set<number>();
  const asked = new Set<number>();
  let clock: Clock = newClock(track.durationMs, performance.now());
  let started = false;
  let soundOn = index.hasSound;
  let captionsOn = false;
  let scrubbing = false;
  let playedHere = false;
  // A step that a person asked for: it may share its time with the next one.
  let askedStep: number | undefined;
  let heldSinceMs: number | undefined;
  let lagMs = 0;
  // The slide whose pictures were described since the lecture came to it.
  let described: number | undefined;
  let scheduled: (() => void) | undefined;
  const beginTime = createBeginTime();

  const narrator = createNarrator(audio, {
    failed: (path) => {
      failedSounds.add(path);
      tick();
    },
    refused: () => {
      clock = pause(clock, performance.now());
      tick();
    },
    moved: () => tick(),
  });

  const here = () => slideAt(track, clock.positionMs);
  const dataOf = (slide: TrackSlide | undefined): SlideData | undefined =>
    slide && columns.get(slide.column)?.slides[slide.row];
  const soundAfter = (slide: TrackSlide): SlideSoundData | undefined => {
    const next = dataOf(track.slides[slide.number + 1]);
    return (world.describes() ? next?.description : undefined) ?? next?.sound;
  };

  /** What is to be said of the slide's pictures before anything else. */
  function descriptionOf(slide: TrackSlide): DescriptionData | undefined {
    const description = dataOf(slide)?.description;
    const wanted = started && soundOn && world.describes() && clock.positionMs <= slide.startMs;
    if (description === undefined || !wanted || described === slide.number) return undefined;
    return failedSounds.has(description.path) ? undefined : description;
  }

  /** Describes the slide's pictures; meanwhile the lecture's time waits. */
  function describe(slide: TrackSlide, description: DescriptionData, nowMs: number): Drive["by"] {
    beginTime.forget();
    narrator.keep(description, 0);
    const sound = dataOf(slide)?.sound;
    if (sound !== undefined) narrator.preload(sound);
    if (narrator.ended()) {
      described = slide.number;
      narrator.lose();
    } else if (narrator.offsetMs() === undefined) giveUpOn(description.path, nowMs);
    else heldSinceMs = undefined;
    return "held";
  }

  /** A sound that does not move for long is taken for dead. */
  function giveUpOn(path: string, nowMs: number): void {
    heldSinceMs ??= nowMs;
    if (nowMs - heldSinceMs > STALL_MS) failedSounds.add(path);
  }

  /** Who moves the clock now; keeps the sound in step as it finds out. */
  function drive(slide: TrackSlide, nowMs: number): Drive["by"] {
    const data = dataOf(slide);
    if (data === undefined || scrubbing) {
      narrator.stop();
      return "held";
    }
    const description = descriptionOf(slide);
    if (description !== undefined) return describe(slide, description, nowMs);
    const offsetMs = clock.positionMs - slide.startMs;
    const { sound } = data;
    if (!soundOn || sound === undefined || offsetMs >= sound.durationMs || failedSounds.has(sound.path)) {
      return rest(slide, nowMs);
    }
    if (reachedWait(slide, sound)) {
      narrator.stop();
      return "timer";
    }
    narrator.keep(sound, offsetMs);
    if (narrator.ended()) {
      if ((narrator.playedMs(sound) ?? 0) < sound.durationMs - CUT_SHORT_MS) failedSounds.add(sound.path);
      return "timer";
    }
    const next = soundAfter(slide);
    if (next !== undefined) narrator.preload(next);
    const soundMs = narrator.offsetMs();
    if (soundMs !== undefined) {
      heldSinceMs = undefined;
      const playedMs = narrator.playedMs(sound) ?? 0;
      if (playedMs < 0) beginTime.asked(nowMs);
      else beginTime.heard(nowMs, (playedMs + sound.delayMs) / clock.rate);
      return slide.startMs + soundMs;
    }
    giveUpOn(sound.path, nowMs);
    return "held";
  }

  /** With late headphones the sound is at a wait before it is heard there: it must not go on while the listener comes to it. */
  function reachedWait(slide: TrackSlide, sound: SlideSoundData): boolean {
    const playedMs = lagMs > 0 ? narrator.playedMs(sound) : undefined;
    const waitMs = waitsOf(slide).find((ms) => ms > clock.positionMs);
    return playedMs !== undefined && waitMs !== undefined && slide.startMs + playedMs >= waitMs;
  }

  /**
   * Between two sounds the element gets the next one. It is asked to play before its slide comes, as its file begins with
   * silence and no sound begins at once. Its slide comes at its own time, or when its first sample is heard before that.
   */
  function rest(slide: TrackSlide, nowMs: number): Drive["by"] {
    const next = soundOn ? soundAfter(slide) : undefined;
    if (next === undefined || failedSounds.has(next.path)) {
      narrator.stop();
      return "timer";
    }
    const leftMs = slide.endMs - clock.positionMs;
    const waits = waitsOf(slide).some((ms) => ms > clock.positionMs);
    if (waits || leftMs > next.delayMs + (beginTime.guessMs() + lagMs) * clock.rate) {
      narrator.prepare(next);
      return "timer";
    }
    beginTime.asked(nowMs);
    narrator.keep(next, 0);
    return (narrator.offsetMs() ?? -1) >= 0 ? slide.endMs : "timer";
  }

  /** A wait comes just before whatever else happens at its moment, and after the slide is there. */
  const waitsOf = (slide: TrackSlide): readonly number[] =>
    dataOf(slide)?.waitsMs.map((ms) => slide.startMs + Math.max(1, ms - 1)) ?? [];

  function tick(): void {
    scheduled?.();
    scheduled = undefined;
    if (clock.playing) {
      const nowMs = performance.now();
      const slide = here();
      const by = drive(slide, nowMs);
      const before = clock.positionMs;
      clock = advance(clock, nowMs, { by, waitsMs: waitsOf(slide), limitMs: slide.endMs });
      if (clock.positionMs !== before) {
        askedStep = undefined;
        playedHere = true;
      }
      if (!clock.playing) narrator.stop();
      else scheduled = schedule(tick);
    }
    request(here());
    world.draw(view());
  }

  /** Loads the data of a slide's column and of its neighbours. */
  function request(slide: TrackSlide): void {
    for (const column of [slide.column, slide.column + 1, slide.column - 1]) {
      if (index.columns[column] === undefined || failedColumns.has(column)) continue;
      if (columns.get(column) !== undefined) continue;
      if (!asked.has(column)) {
        asked.add(column);
        columns.load(column).then(tick, () => {
          asked.delete(column);
          failedColumns.add(column);
          tick();
        });
      }
      if (column === slide.column) return; // first things first
    }
  }

  function view(): View {
    const slide = here();
    const data = dataOf(slide);
    const offsetMs = clock.positionMs - slide.startMs;
    const soundFailed = soundOn && data?.sound !== undefined && failedSounds.has(data.sound.path);
    const description = clock.playing ? descriptionOf(slide) : undefined;
    const caption = (): string => {
      if (description !== undefined) return captionAt(description, Math.max(0, narrator.offsetMs() ?? 0));
      return data === undefined ? "" : captionAt(data, offsetMs);
    };
    return {
      started,
      playing: clock.playing,
      playedHere,
      waiting: clock.waitingMs !== undefined,
      positionMs: clock.positionMs,
      durationMs: track.durationMs,
      slide,
      slideCount: track.slides.length,
      era: index.columns[slide.column]?.title ?? "",
      step: askedStep ?? (data === undefined ? 0 : stepAt(data, offsetMs)),
      sentence: data === undefined ? undefined : sentenceAt(data, offsetMs),
      describing: description !== undefined,
      caption: caption(),
      captionsOn: captionsOn || soundFailed,
      soundOn,
      rate: clock.rate,
      loading: data === undefined,
      failure: failedColumns.has(slide.column) ? "part" : soundFailed ? "sound" : undefined,
    };
  }

  function goToMs(positionMs: number, step?: number): void {
    clock = seek(clock, positionMs, performance.now());
    askedStep = step;
    playedHere = false;
    heldSinceMs = undefined;
    described = undefined;
    // What failed once may work when it is asked for again.
    failedSounds.clear();
    failedColumns.clear();
    beginTime.forget();
    narrator.lose();
    tick();
  }

  function byHand(slide: TrackSlide, step: number): void {
    const data = dataOf(slide);
    const before = here();
    goToMs(slide.startMs + (data === undefined ? 0 : stepStart(data, step)), step);
    if (here() !== before) world.moved(view());
  }

  const set = (change: () => void) => () => {
    beginTime.forget();
    change();
    tick();
  };

  return {
    start: (withSound) => {
      started = true;
      soundOn = withSound;
      captionsOn = !withSound;
      narrator.setMuted(!withSound);
      clock = play(clock, performance.now());
      tick();
    },
    toggle: set(() => {
      const nowMs = performance.now();
      if (!clock.playing && clock.positionMs >= clock.durationMs) {
        narrator.lose();
        described = undefined;
      }
      clock = clock.playing ? pause(clock, nowMs) : play(clock, nowMs);
      heldSinceMs = undefined;
      if (!clock.playing) narrator.stop();
    }),
    stop: set(() => {
      clock = pause(clock, performance.now());
      narrator.stop();
    }),
    seek: (positionMs) => goToMs(positionMs),
    scrub: (on) => {
      scrubbing = on;
      tick();
    },
    move: (direction) => {
      const slide = here();
      const step = view().step + direction;
      if (step >= 0 && step <= (dataOf(slide)?.steps.length ?? 0)) return byHand(slide, step);
      const other = track.slides[slide.number + direction];
      if (other !== undefined) byHand(other, direction > 0 ? 0 : (dataOf(other)?.steps.length ?? 0));
    },
    moveSlide: (direction) => {
      const other = track.slides[here().number + direction];
      if (other !== undefined) byHand(other, 0);
    },
    goTo: (slide) => byHand(slide, 0),
    setRate: (rate) => {
      clock = setRate(clock, rate);
      narrator.setRate(rate);
      tick();
    },
    setSoundLag: (ms) => {
      lagMs = ms;
      narrator.setLag(ms);
      tick();
    },
    toggleCaptions: set(() => {
      captionsOn = !captionsOn;
    }),
    toggleSound: set(() => {
      soundOn = !soundOn;
      narrator.setMuted(!soundOn);
      narrator.lose();
    }),
    retry: () => goToMs(clock.positionMs),
    wake: tick,
    view,
  };
}
