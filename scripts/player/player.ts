/**
 * The player: what a person asks for goes in, a view comes out. Everything shown is computed from the clock's
 * position, so that seeking and playing end in the same state.
 */
import { advance, newClock, pause, play, seek, setRate, type Clock } from "./clock.ts";
import { createClockDriver } from "./clock-driver.ts";
import type { Columns } from "./columns.ts";
import type { LectureIndex, SlideData } from "./data.ts";
import { schedule } from "./schedule.ts";
import { captionAt, sentenceAt, slideAt, stepAt, stepStart, type Track, type TrackSlide } from "./track.ts";
import type { Draw, Mode, View } from "./view.ts";

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
  /** A slide as it opens, or at a step; beyond the last step it is the last. */
  readonly goTo: (slide: TrackSlide, step?: number) => void;
  /** Presents, or watches again, at the same moment; what plays stops. */
  readonly present: (on: boolean) => void;
  /** Blackens the screen, or shows the slide again; nothing while watching. */
  readonly blacken: (on: boolean) => void;
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
  const failedColumns = new Set<number>();
  const asked = new Set<number>();
  let clock: Clock = newClock(track.durationMs, performance.now());
  let started = false;
  let mode: Mode = "watch";
  let black = false;
  let captionsOn = false;
  let playedHere = false;
  // A step that a person asked for: it may share its time with the next one.
  let askedStep: number | undefined;
  let scheduled: (() => void) | undefined;

  const here = () => slideAt(track, clock.positionMs);
  const dataOf = (slide: TrackSlide | undefined): SlideData | undefined =>
    slide && columns.get(slide.column)?.slides[slide.row];

  const driver = createClockDriver(audio, index.hasSound, {
    dataOf,
    slideAfter: ({ number }) => track.slides[number + 1],
    describes: world.describes,
    refused: () => {
      clock = pause(clock, performance.now());
      tick();
    },
    moved: () => tick(),
  });

  function tick(): void {
    scheduled?.();
    scheduled = undefined;
    if (clock.playing) {
      const nowMs = performance.now();
      const slide = here();
      const by = driver.drive(clock, slide, nowMs);
      const before = clock.positionMs;
      clock = advance(clock, nowMs, { by, waitsMs: driver.waitsOf(slide), limitMs: slide.endMs });
      if (clock.positionMs !== before) {
        askedStep = undefined;
        playedHere = true;
      }
      if (!clock.playing) driver.rest();
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
    const isSilenced = driver.isSilenced(slide);
    const description = clock.playing ? driver.description(clock, slide) : undefined;
    const caption = (): string => {
      if (description !== undefined) return captionAt(description, driver.describedMs());
      return data === undefined ? "" : captionAt(data, offsetMs);
    };
    return {
      started,
      mode,
      black,
      playing: clock.playing,
      playedHere,
      waiting: clock.waitingMs !== undefined,
      positionMs: clock.positionMs,
      durationMs: track.durationMs,
      slide,
      slideCount: track.slides.length,
      era: index.columns[slide.column]?.title ?? "",
      step: Math.min(
        askedStep ?? (data === undefined ? 0 : stepAt(data, offsetMs)),
        data?.steps.length ?? Infinity,
      ),
      sentence: data === undefined ? undefined : sentenceAt(data, offsetMs),
      describing: description !== undefined,
      caption: mode === "present" ? "" : caption(),
      captionsOn: mode === "watch" && (captionsOn || isSilenced),
      soundOn: driver.soundOn(),
      rate: clock.rate,
      loading: data === undefined,
      failure: failedColumns.has(slide.column)
        ? "part"
        : isSilenced && mode === "watch"
          ? "sound"
          : undefined,
    };
  }

  function goToMs(positionMs: number, step?: number): void {
    clock = seek(clock, positionMs, performance.now());
    askedStep = step;
    playedHere = false;
    failedColumns.clear();
    driver.jump();
    tick();
  }

  function byHand(slide: TrackSlide, step: number): void {
    const data = dataOf(slide);
    const before = here();
    goToMs(slide.startMs + (data === undefined ? 0 : stepStart(data, step)), step);
    if (here() !== before) world.moved(view());
  }

  function rest(): void {
    clock = pause(clock, performance.now());
    driver.interrupt();
    driver.rest();
  }

  const set = (change: () => void) => () => {
    change();
    tick();
  };

  return {
    start: (withSound) => {
      started = true;
      captionsOn = !withSound;
      driver.setSound(withSound);
      clock = play(clock, performance.now());
      tick();
    },
    toggle: set(() => {
      if (mode === "present") return;
      const nowMs = performance.now();
      if (!clock.playing && clock.positionMs >= clock.durationMs) driver.restart();
      clock = clock.playing ? pause(clock, nowMs) : play(clock, nowMs);
      driver.interrupt();
      if (!clock.playing) driver.rest();
    }),
    stop: set(rest),
    seek: (positionMs) => goToMs(positionMs),
    scrub: (on) => {
      driver.setScrubbing(on);
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
    goTo: (slide, step = 0) => byHand(slide, step),
    present: (on) => {
      started = true;
      mode = on ? "present" : "watch";
      black = false;
      rest();
      tick();
    },
    blacken: (on) => {
      black = on && mode === "present";
      tick();
    },
    setRate: (rate) => {
      clock = setRate(clock, rate);
      driver.setRate(rate);
      tick();
    },
    setSoundLag: (ms) => {
      driver.setLag(ms);
      tick();
    },
    toggleCaptions: set(() => {
      captionsOn = !captionsOn;
    }),
    toggleSound: set(() => {
      driver.setSound(!driver.soundOn());
      driver.interrupt();
    }),
    retry: () => goToMs(clock.positionMs),
    wake: tick,
    view,
  };
}
