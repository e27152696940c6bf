/** What the preview server tells the pages that are open, and what they ask of it. Types only; plain data. */
import type { LectureIndex, SlideData, SlideIndex } from "../player/data.ts";
import type { TalkMessage } from "../talk/messages.ts";

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
  /** Grows with every change; a page that missed one asks for everything. */
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
  /** The source line with a caret under what is meant; empty where there is none. */
  readonly excerpt: string;
}

/** What pages are told. */
export type PreviewMessage =
  | LectureChange
  /** All problems that there are now. */
  | { readonly kind: "problems"; readonly problems: readonly ShownProblem[] }
  /** Files of the page that are other than before, by their paths in the site. */
  | { readonly kind: "files"; readonly version: number; readonly paths: readonly string[] }
  /** Where the slide on show is written. */
  | { readonly kind: "source"; readonly slide: string; readonly file: string; readonly line: number }
  /** From another window or device of this talk. */
  | { readonly kind: "talk"; readonly message: TalkMessage };

/** What pages say. */
export type PageMessage =
  /** The slide on show, and the version of the lecture that the page has. */
  | { readonly kind: "at"; readonly slide: string; readonly version: number }
  /** Opens the slide's source in the editor. */
  | { readonly kind: "open"; readonly slide: string }
  /** Opens the place of a problem: its place in the list that was told last. */
  | { readonly kind: "open-problem"; readonly number: number }
  | { readonly kind: "talk"; readonly message: TalkMessage };
