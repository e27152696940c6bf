/**
 * What the windows and devices of one talk say to one another. The presenting window is where the talk is: it tells its
 * state whenever that changes and does what others ask. Plain data, so that any link can carry it.
 */

import type { Change, Mark } from "./drawing.ts";
import type { Stroke } from "./stroke.ts";

/** A place on a slide from its top left corner, in fractions of its width and height. */
export interface SlidePoint {
  readonly x: number;
  readonly y: number;
}

/** What the presenting window shows. */
export interface TalkState {
  /** Full id. */
  readonly slide: string;
  readonly step: number;
  /** On the lecture's clock. */
  readonly positionMs: number;
  readonly mode: "watch" | "present";
  readonly black: boolean;
  readonly overview: boolean;
  /** False while the page still asks how to begin. */
  readonly started: boolean;
}

/** What others ask of the presenting window. */
export type TalkAsk =
  | { readonly to: "move"; readonly by: 1 | -1 }
  | { readonly to: "move-slide"; readonly by: 1 | -1 }
  | { readonly to: "go"; readonly slide: string; readonly step: number }
  | { readonly to: "present"; readonly on: boolean }
  | { readonly to: "black"; readonly on: boolean }
  | { readonly to: "overview"; readonly on: boolean };

/** One message. */
export type TalkMessage =
  /** Someone is new, or was reloaded, and asks for the state. */
  | { readonly kind: "hello" }
  | { readonly kind: "state"; readonly state: TalkState }
  | { readonly kind: "ask"; readonly ask: TalkAsk }
  /** Where someone points; absent when nobody does any more. */
  | { readonly kind: "pointer"; readonly slide: string; readonly at?: SlidePoint }
  | DrawMessage;

/** What windows tell one another of what is drawn. They are equal: whoever hears a change makes it too. */
export type DrawMessage =
  /** Someone is new, or was reloaded, and asks for all that is drawn. */
  | { readonly kind: "drawings-wanted" }
  /** What one slide holds. */
  | { readonly kind: "drawings"; readonly slide: string; readonly marks: readonly Mark[] }
  | { readonly kind: "draw"; readonly change: Change }
  /** A line that a hand is drawing at this moment, as far as it is; absent when it was given up. */
  | { readonly kind: "drawing"; readonly slide: string; readonly stroke?: Stroke };

/** How messages travel: between windows of one browser, or over the preview server. */
export interface TalkLink {
  readonly send: (message: TalkMessage) => void;
  /** Stops telling when the signal is aborted. */
  readonly listen: (told: (message: TalkMessage) => void, signal?: AbortSignal) => void;
}
