/** What the player shows at one moment: every part of the page is drawn from this and from nothing else. */
import type { TrackSlide } from "./track.ts";

/** Watching a lecture that speaks, or presenting it oneself. */
export type Mode = "watch" | "present";

/** One moment of the lecture, as people see it. */
export interface View {
  /** True once a start button was used. */
  readonly started: boolean;
  /** `present`: a person speaks; the lecture is silent and never plays. */
  readonly mode: Mode;
  /** The screen is black; only while presenting. */
  readonly black: boolean;
  readonly playing: boolean;
  /** The lecture came here by playing; false where a person jumped. */
  readonly playedHere: boolean;
  /** Playback stopped at a `[wait]`. */
  readonly waiting: boolean;
  readonly positionMs: number;
  readonly durationMs: number;
  readonly slide: TrackSlide;
  readonly slideCount: number;
  /** Title of the slide's era; empty on the slides before and after the eras. */
  readonly era: string;
  readonly step: number;
  /** Index of the sentence that is said, or was said last on this slide; undefined before the first. */
  readonly sentence: number | undefined;
  /** The voice describes the slide's pictures; the lecture's time waits. */
  readonly describing: boolean;
  /** Empty when nothing is said. */
  readonly caption: string;
  readonly captionsOn: boolean;
  readonly soundOn: boolean;
  readonly rate: number;
  /** The slide's data has not come yet. */
  readonly loading: boolean;
  /** What does not work at this moment. */
  readonly failure: "sound" | "part" | undefined;
}

/** One part of the page. */
export type Draw = (view: View) => void;
