/** What the preview server tells the pages that are open, and what they ask of it. Types only; plain data. */
import type { LectureIndex, SlideData, SlideIndex } from "../player/data.ts";

/** A slide of which something is another than before. */
export interface SlideChange {
  readonly column: number;
  readonly row: number;
  readonly index: SlideIndex;
  readonly data: SlideData;
}

/** The lecture is another than before. */
export interface LectureChange {
  readonly kind: "lecture";
  /** Grows with every change. */
  readonly version: number;
  /** All of the index, where more is another than some slides. */
  readonly index?: LectureIndex;
  /** Columns of which everything that was loaded is old. */
  readonly stale: readonly number[];
  /** Slides that keep their place. */
  readonly slides: readonly SlideChange[];
}

/** A problem as the page shows it. */
export interface ShownProblem {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint?: string;
  /** The source line with carets under what is meant; empty where there is none. */
  readonly excerpt: string;
}

/** From another window or device of this talk. Whoever gets it checks it. */
export interface TalkRelay {
  readonly kind: "talk";
  readonly message: { readonly kind: string; readonly [field: string]: unknown };
}

/** What pages are told. */
export type PreviewMessage =
  /** First of all: who the page is here, and which version of the lecture is there. */
  | {
      readonly kind: "welcome";
      readonly role: "desk" | "guest";
      /** Whether the page may open the editor. */
      readonly edits: boolean;
      /** False as long as there is no lecture to show. */
      readonly ready: boolean;
      readonly version: number;
    }
  | LectureChange
  /** All problems that there are now. */
  | { readonly kind: "problems"; readonly problems: readonly ShownProblem[] }
  /** Files of the site that are other than before, by their paths. */
  | { readonly kind: "files"; readonly version: number; readonly paths: readonly string[] }
  /** Private notes of these columns are other than before. */
  | { readonly kind: "notes"; readonly version: number; readonly columns: readonly number[] }
  /** Where a slide is written. */
  | { readonly kind: "source"; readonly slide: string; readonly file: string; readonly line: number }
  /** The editor was asked; `wrong` says why it did not open. */
  | { readonly kind: "opened"; readonly file: string; readonly line: number; readonly wrong?: string }
  /** For one more device: where to go, the key to join with, and both as a picture of a QR code; without them none can come. */
  | { readonly kind: "invitation"; readonly address?: string; readonly key?: string; readonly code?: string }
  | TalkRelay;

/** What pages say. */
export type PageMessage =
  /** The slide on show, and the version of the lecture that the page has. */
  | { readonly kind: "at"; readonly slide: string; readonly version: number }
  /** Opens a slide's source in the editor. */
  | { readonly kind: "open"; readonly slide: string }
  /** Opens the place of a problem, by its place in the list that was told last. */
  | { readonly kind: "open-problem"; readonly number: number }
  /** Asks for a key for one more device. */
  | { readonly kind: "invite" }
  | TalkRelay;
