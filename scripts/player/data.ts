/**
 * What a built site tells its player: a small index inside `index.html`, and one data script per column that
 * is loaded when it is needed. Written by `outputs/site`, read by the player. Types only; no DOM.
 *
 * Times inside a slide count from the slide's own start, so that an edit in one era leaves the data
 * scripts of the others as they were. All times are integer milliseconds.
 */

import type { Stroke } from "../talk/stroke.ts";

/** A column of the site: an era, or the slides that the program makes before and after them. */
export interface ColumnIndex {
  /** The era's id, `front` or `back`. */
  readonly id: string;
  /** Empty for front and back. */
  readonly title: string;
  /** Which accent of the theme it has, counted from 0; absent for front and back. */
  readonly eraIndex?: number;
  /** Path of its data script, relative to `index.html`. */
  readonly data: string;
  /** The era's span; absent where it has none. */
  readonly years?: YearRange;
  /** What there is to load of it: its data script and its sounds. */
  readonly sizeBytes: number;
  /** Planned minutes, for who gives the lecture; absent where none are written. */
  readonly minutes?: number;
  /** True where the deck carries drawings on its slides. */
  readonly drawn?: true;
  /** Path of the script with its private notes: only in the speaker view of the lecturer's own build. */
  readonly notes?: string;
  readonly slides: readonly SlideIndex[];
}

/** What the page knows of a slide before its column is loaded. */
export interface SlideIndex {
  /** The slide's part of its full id, which is `column/slide`. */
  readonly id: string;
  readonly title: string;
  /** From the slide's start to the next one's. */
  readonly durationMs: number;
  /** The years that its narration names, from the first to the last. */
  readonly years?: YearRange;
  /** Planned minutes, as written. */
  readonly minutes?: number;
}

/** Years with a fraction, from the first moment to the first one after it; astronomical: 0 is 1 BC. */
export type YearRange = readonly [from: number, to: number];

/** What is needed of every slide at once: for the seek bar, the contents and links. */
export interface LectureIndex {
  /** The deck's id. */
  readonly id: string;
  readonly title: string;
  /** Names of its authors. */
  readonly authors: readonly string[];
  /** Language of the interface: a key of the table in `texts.ts`. */
  readonly texts: string;
  /** False when no slide has sound. */
  readonly hasSound: boolean;
  /** Where questions and corrections go, if the deck says so: an e-mail address or an https address. */
  readonly contact?: { readonly kind: "mail" | "web"; readonly to: string };
  /** Whether pictures can be described by the voice. */
  readonly hasDescriptions: boolean;
  readonly columns: readonly ColumnIndex[];
  /** Planned minutes of the whole, as written. */
  readonly minutes?: number;
  /** Only of a short lecture: what it leaves out, as in `Shortened` → full id of the slide that is shown instead. */
  readonly leftOut?: Readonly<Record<string, string>>;
  /** The lecturer's own: it comes with private notes, and is not for publishing. */
  readonly isPrivate?: true;
  /** Old full id or slide part → full id of today. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** What a data script registers: everything else about the slides of one column. */
export interface ColumnData {
  readonly slides: readonly SlideData[];
}

/** One slide of a column's script. */
export interface SlideData {
  /** What the slide shows: one element, cleaned when it was built. */
  readonly html: string;
  /** As in `Slide`: ids of the page. */
  readonly waiting: readonly string[];
  readonly steps: readonly StepData[];
  /** `stepsMs[n]` is when step n + 1 comes. */
  readonly stepsMs: readonly number[];
  /** Moments where playback stops until the listener goes on. */
  readonly waitsMs: readonly number[];
  readonly captions: readonly Caption[];
  readonly sentences: readonly SentenceData[];
  readonly sound?: SlideSoundData;
  /** Only in a preview: the slide is being said, and its sound will soon be here. */
  readonly soundComes?: true;
  /** What is said of the slide's pictures to those who ask for it, before `sound`. */
  readonly description?: DescriptionData;
  /** What the deck carries as drawn on it. */
  readonly drawn?: readonly Stroke[];
}

/** One change of what a slide shows. */
export interface StepData {
  readonly action: "show" | "hide" | "focus";
  readonly target: string;
  /** The word it comes with: which sentence, and where in its text; absent on a slide without narration. */
  readonly when?: { readonly sentence: number; readonly offset: number };
}

/** Spoken descriptions; the captions' times count from the start of their sound. */
export interface DescriptionData extends SlideSoundData {
  readonly captions: readonly Caption[];
}

/** One caption: at most two lines. */
export interface Caption {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
}

/** One sentence of narration, as the transcript shows it. */
export interface SentenceData {
  /** Cleaned inline HTML. */
  readonly html: string;
  /** Which paragraph of the slide's narration it stands in, from 0. */
  readonly paragraph: number;
  /** Both are equal for a sentence that is shown but not said. */
  readonly startMs: number;
  readonly endMs: number;
  /** The dates that it names, or that were named last on its slide. */
  readonly years?: YearRange;
}

/** A slide's sound file. */
export interface SlideSoundData {
  /** Relative to `index.html`. */
  readonly path: string;
  readonly durationMs: number;
  /** Where the slide's first sample lies in the decoded file. */
  readonly delayMs: number;
}
