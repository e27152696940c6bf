/** What the speaker view shows at one moment: every part of the page is drawn from this and from nothing else. */
import type { SlideData } from "../player/data.ts";
import type { TrackSlide } from "../player/track.ts";
import type { TalkState } from "../talk/messages.ts";

/** A slide at a step. */
export interface SlideAtStep {
  readonly slide: TrackSlide;
  readonly step: number;
  /** Undefined until it has come. */
  readonly data: SlideData | undefined;
}

/** One moment of a talk, as the lecturer sees it. */
export interface SpeakerView {
  /** A window answers that shows the slides. */
  readonly connected: boolean;
  /** What that window shows, as it last said; while none answers, what this page would ask of it. */
  readonly state: TalkState;
  readonly now: SlideAtStep;
  /** How many steps the slide has; 0 until that is known. */
  readonly stepCount: number;
  /** What the next press gives; undefined at the end. */
  readonly next: SlideAtStep | undefined;
  /** The slide after this one. */
  readonly after: SlideAtStep | undefined;
  readonly slideCount: number;
}

/** One part of the page. */
export type DrawSpeaker = (view: SpeakerView) => void;
