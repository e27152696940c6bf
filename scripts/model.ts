/**
 * Every type that more than one stage shares, in the order in which they come to be:
 * files → Deck → clips → Lecture → output files. Types only; no code.
 *
 * Times are integer milliseconds, text offsets are UTF-16 code units, paths inside a deck are
 * relative to the deck's folder and written with "/".
 */

import type { HandoutChoice, Paper } from "./handout-profiles.ts";
import type { Stroke } from "./talk/stroke.ts";

// ── Places and problems ────────────────────────────────────────────────────────────────────

/** Where an author wrote something. Lines and columns count from 1. */
export interface At {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** An error stops a build; a warning does so only with `--strict`. */
export type Severity = "error" | "warning";

/** Something an author should mend. Collected, never thrown; shown by `diagnostics.ts`. */
export interface Problem extends At {
  readonly severity: Severity;
  /** Stable kebab-case name, such as `unknown-key`; listed in `docs/problems.md`. */
  readonly code: string;
  /** What is wrong, in one sentence without a full stop. */
  readonly message: string;
  /** What to write instead, where that can be known. */
  readonly hint?: string;
  /** How many characters the caret should underline; 1 when absent. */
  readonly length?: number;
}

// ── What is read ───────────────────────────────────────────────────────────────────────────

/** One file of a deck's folder. `bytes` is there for the kinds that the parser reads (text formats and SVG). */
export interface DeckFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly bytes?: Uint8Array;
  /** Size of a raster picture, read from its header. */
  readonly picture?: { readonly widthPx: number; readonly heightPx: number };
}

/** A deck's folder as it was read: plain data, so that parsing needs no disk. */
export interface DeckFiles {
  /** The folder's own name: the fallback for the deck's id and title. */
  readonly name: string;
  readonly files: ReadonlyMap<string, DeckFile>;
}

// ── Deck ───────────────────────────────────────────────────────────────────────────────────

/** Who wrote the lecture. */
export interface Author {
  readonly name: string;
  readonly orcid?: string;
}

/** Title, author, source, licence and changes of something reused (TASL + modifications). */
export interface Credit {
  readonly title: string;
  readonly author?: string;
  readonly source?: string;
  /** An SPDX expression. */
  readonly license?: string;
  readonly changes?: string;
  /** Deck paths of what it is about, as far as the lecture uses them; never empty. */
  readonly files?: readonly string[];
  /** Full ids of the slides that are adapted from it; never empty. */
  readonly slides?: readonly string[];
  /** Used on the lecturer's responsibility and not passed on. */
  readonly basis?: CreditBasis;
  /** What the basis is, in the author's words; there with `basis` only. */
  readonly note?: string;
}

/** On what ground something is used whose licence does not give it to everybody. */
export type CreditBasis = "quotation" | "fair-use" | "permission";

/** What kind of thing a credit is about; in the order in which kinds are shown. */
export type CreditKind = "works" | "slides" | "pictures" | "data" | "fonts" | "voices";

/** A credit of a lecture: the author's own, or one for what the program brings. */
export interface LectureCredit extends Credit {
  readonly kind: CreditKind;
  /** A voice that no person lent. */
  readonly synthetic?: true;
}

/** How a word or phrase is said: a respelling, IPA or ARPAbet. */
export type Pronunciation = string | { readonly ipa: string } | { readonly arpabet: string };

/** Lengths of silence, in milliseconds. */
export interface Pauses {
  /** After a sentence inside a paragraph. */
  readonly sentence: number;
  /** After a question. */
  readonly question: number;
  /** After a sentence that ends with a colon, semicolon or dash. */
  readonly clause: number;
  /** Between paragraphs, instead of the sentence's. */
  readonly paragraph: number;
  /** After a slide; belongs to the timeline, not to the slide's sound. */
  readonly slide: number;
  /** How long a slide without narration is shown. */
  readonly hold: number;
}

/** `deck.yaml`, checked and with its defaults. The schema in `source/schema.ts` documents each key. */
export interface DeckMeta {
  readonly title: string;
  readonly subtitle?: string;
  /** BCP 47. */
  readonly language: string;
  readonly authors: readonly Author[];
  readonly date?: string;
  readonly version?: string;
  /** An SPDX expression. */
  readonly license?: string;
  readonly identifier?: string;
  readonly contact?: string;
  readonly url?: string;
  readonly theme: string;
  readonly paper: Paper;
  /** Words are divided at the ends of lines in handouts. */
  readonly hyphenate: boolean;
  readonly handout: readonly HandoutChoice[];
  readonly voice?: string;
  readonly pauses: Pauses;
  readonly pronunciations: Readonly<Record<string, Pronunciation>>;
  readonly minutes?: number;
  /** Mark → the quiet words shown on a slide, such as `record: Record`. */
  readonly accounts: Readonly<Record<string, string>>;
  /** Those of `deck.yaml` and those that stand beside a file, as far as the lecture owes them. */
  readonly credits: readonly Credit[];
  /** The bibliography file. */
  readonly sources?: string;
  /** Whether recordings are a part of the source that others get; they are not without it. */
  readonly recordings?: "private" | "public";
  /** Slides made from `deck.yaml` before the first era, such as `title`. */
  readonly front: readonly MadeKind[];
  /** Slides made after the last era, such as `sources` and `credits`. */
  readonly back: readonly MadeKind[];
}

/** The slides that the program itself makes. */
export type MadeKind = "title" | "sources" | "credits";

/** One source of the bibliography: a CSL-JSON item, as Zotero exports it. */
export interface Reference {
  readonly id: string;
  /** A CSL type, such as `book` or `article-journal`. */
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A key term of an era and its definition, as plain text. */
export interface Term {
  readonly term: string;
  readonly definition: string;
}

/** A source folder as it was understood: all that its author wrote, nothing yet spoken or timed. */
export interface Deck {
  readonly id: string;
  readonly meta: DeckMeta;
  readonly eras: readonly Era[];
  readonly references: readonly Reference[];
  /** Deck paths of every picture, film or sound that a slide uses, in order of first use. */
  readonly media: readonly string[];
  /** Full id of a slide → what the lecturer drew on it, from `drawings.json`; absent without that file. */
  readonly drawn?: Readonly<Record<string, readonly Stroke[]>>;
  /** Only of a deck without its optional slides. */
  readonly short?: Shortened;
}

/** What was left out of a deck. */
export interface Shortened {
  /** How many slides. */
  readonly leftOut: number;
  /** Full ids and aliases of what is left out, ids of eras among them → full id of the slide that is shown instead. */
  readonly instead: Readonly<Record<string, string>>;
}

/** One Markdown file: front matter about a period, then its slides. */
export interface Era {
  readonly id: string;
  /** What its file's name begins with: 2 for `02-war.md`; absent where that is no number. */
  readonly number?: number;
  readonly title: string;
  /** EDTF level 0 or 1 interval, as written. */
  readonly span?: string;
  readonly places: readonly string[];
  readonly people: readonly string[];
  readonly summary?: string;
  readonly terms: readonly Term[];
  readonly questions: readonly string[];
  /** Planned minutes, for the lecturer. */
  readonly minutes?: number;
  readonly slides: readonly Slide[];
  readonly at: At;
}

/** What is on screen at once, with what is said meanwhile. */
export interface Slide {
  /** Unique within its era. */
  readonly id: string;
  /** `era/slide`: unique in the deck. */
  readonly fullId: string;
  readonly aliases: readonly string[];
  /** Plain text of the heading; empty for an untitled slide. */
  readonly title: string;
  /** The heading's own inline HTML, cleaned. */
  readonly titleHtml: string;
  /** Name of a layout in `render/layouts.ts`. */
  readonly layout: string;
  readonly classes: readonly string[];
  /** The settings in the heading's braces that are no field of their own, `data-*` ones included. */
  readonly settings: Readonly<Record<string, string>>;
  /** A key of `meta.accounts`. */
  readonly account?: string;
  /** Slot name → cleaned HTML; what stands in no `::: slot` is in `main`. */
  readonly slots: Readonly<Record<string, string>>;
  /** Citation keys in order of first use on the slide, narration included. */
  readonly citations: readonly Citation[];
  /** The slide's footnotes as cleaned HTML, in order. */
  readonly footnotes: readonly string[];
  /** Everything that a cue can name, in document order. */
  readonly elements: readonly SlideElement[];
  /** Elements that are not shown at step 0. */
  readonly waiting: readonly string[];
  /** Step n of the slide is `steps[n - 1]`; step 0 is the slide as it opens. */
  readonly steps: readonly Step[];
  /** Empty when the slide has no narration. */
  readonly narration: readonly Sentence[];
  /** The lecturer's own notes as cleaned HTML. Private: no public output may hold it. */
  readonly notes: string;
  /** Descriptions of the slide's pictures and drawings, for those who do not see them. */
  readonly descriptions: readonly string[];
  /** What its timelines and maps give a date; absent when there is none. */
  readonly dates?: readonly Dated[];
  /** Deck paths of every picture, drawing, film and sound that it shows; absent when there is none. */
  readonly files?: readonly string[];
  readonly minutes?: number;
  /** Marked `.optional`: a short lecture leaves it out. */
  readonly optional?: true;
  readonly at: At;
  /** The last line of the slide in its file. */
  readonly endLine: number;
}

/** Something on a slide that has a name: `id` is unique on the page, `name` is what cues say. */
export interface SlideElement {
  readonly name: string;
  /** The HTML or SVG id: `era--slide--name`, with `/` in the name written as `--`. */
  readonly id: string;
  readonly label?: string;
}

/** `[@key, p. 12]`: one source cited at one place. */
export interface Citation {
  readonly key: string;
  readonly locator?: string;
  readonly at: At;
}

/** One change of what a slide shows. */
export interface Step {
  readonly action: "show" | "hide" | "focus";
  /** Id (not name) of a `SlideElement`. */
  readonly target: string;
  /** The word it comes with; absent on a slide without narration, where a person's key press brings it. */
  readonly when?: { readonly sentence: number; readonly offset: number };
}

/** One sentence of narration. */
export interface Sentence {
  /** Plain text as captions and transcript show it. */
  readonly text: string;
  /** The same as inline HTML with emphasis, links, citation and footnote marks. */
  readonly html: string;
  /** Which paragraph of the slide's narration it stands in, from 0. */
  readonly paragraph: number;
  readonly cues: readonly Cue[];
  /** Stretches of `text` said otherwise, from `[text](say:words)`; empty `spoken` is shown but not said. */
  readonly sayings: readonly Saying[];
  readonly at: At;
}

/** A stretch of a sentence's `text` that is said as `spoken`. */
export interface Saying {
  readonly from: number;
  readonly to: number;
  readonly spoken: string;
}

/** A mark inside narration that does something at the word after it. */
export interface Cue {
  readonly kind: "click" | "show" | "hide" | "focus" | "pause" | "wait";
  /** Id of a `SlideElement`, for show, hide and focus. */
  readonly target?: string;
  /** For pause. */
  readonly durationMs?: number;
  /** Offset in `text` of the word it comes before; `text.length` after the last word. */
  readonly offset: number;
  readonly at: At;
}

// ── Blocks ─────────────────────────────────────────────────────────────────────────────────

/** What an author block draws: one accessible SVG whose parts have ids. */
export interface Drawing {
  readonly svg: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Parts that cues can name; `id` is the SVG id. */
  readonly parts: readonly SlideElement[];
  /** What the drawing shows, in words: the author's `alt`, else made from the data. */
  readonly description: string;
  /** What it gives a date, for the chronology. */
  readonly dates?: readonly Dated[];
}

/** Something that happened or lasted, as a drawing shows it. */
export interface Dated {
  /** EDTF, as written. */
  readonly date: string;
  readonly label: string;
  readonly detail?: string;
}

// ── Speech ─────────────────────────────────────────────────────────────────────────────────

/** Joins a stretch of a sentence's text with the words said for it. */
export interface Run {
  readonly from: number;
  readonly to: number;
  /** Space-separated words; empty for what is shown but not said. */
  readonly spoken: string;
  /** Fixed pronunciation for these words, if the deck gives one. */
  readonly pronunciation?: Pronunciation;
}

/** What one call of a voice says: a sentence, or the part of it between two `[pause]` cues. */
export interface Utterance {
  /** Full id of the slide. */
  readonly slide: string;
  readonly sentence: number;
  readonly runs: readonly Run[];
  /** All words of the runs, joined by single spaces, with the punctuation that shapes the voice. */
  readonly spoken: string;
  readonly language: string;
  /** Name of the clip in the store: a hash of everything that shapes its sound. */
  readonly key: string;
  /** Silence after it, inside the slide's sound. */
  readonly pauseAfterMs: number;
  readonly at: At;
}

/** When a stretch of an utterance's sentence text is said, from the start of the clip. */
export interface WordTime {
  readonly from: number;
  readonly to: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** The sound of one utterance: mono PCM and its word times. */
export interface Clip {
  readonly key: string;
  readonly sampleRateHz: number;
  readonly samples: Int16Array;
  /** Times of the spoken words, by their index in `Utterance.spoken`; empty when the voice gives none. */
  readonly words: readonly { readonly startMs: number; readonly endMs: number }[];
}

/** The encoded sound of one slide. */
export interface SlideSound {
  /** Path in the output, such as `audio/<hash>.mp3`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly durationMs: number;
}

// ── Timeline ───────────────────────────────────────────────────────────────────────────────

/** When everything of a lecture happens. */
export interface Timeline {
  readonly durationMs: number;
  /** True when there is no sound and the times come from counting words. */
  readonly estimated: boolean;
  /** In playing order, front and back slides included; each starts where the one before it ends. */
  readonly slides: readonly SlideTime[];
}

/** When one slide is shown, heard and changed. */
export interface SlideTime {
  /** Full id. */
  readonly slide: string;
  readonly startMs: number;
  /** Includes the gap after the slide. */
  readonly endMs: number;
  /** The slide's sound, absent when silent. */
  readonly sound?: SoundTime;
  /** What is said of the slide's pictures to those who ask for it, before its narration, while the lecture's time waits. */
  readonly description?: DescriptionTime;
  readonly sentences: readonly SentenceTime[];
  /** `stepsMs[n]` is when step n + 1 comes; never decreasing; on the lecture's clock. */
  readonly stepsMs: readonly number[];
  /** Moments where playback stops until the listener goes on. */
  readonly waitsMs: readonly number[];
}

/** One sound file as the timeline knows it. `delayMs` is where its first sample lies in the decoded file. */
export interface SoundTime {
  readonly path: string;
  readonly durationMs: number;
  readonly delayMs: number;
  readonly sizeBytes: number;
}

/** The spoken descriptions of a slide's pictures; their times count from the start of their sound. */
export interface DescriptionTime {
  readonly sound: SoundTime;
  readonly sentences: readonly SentenceTime[];
}

/** When one sentence is said; times are on the lecture's clock. */
export interface SentenceTime {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  /** On the lecture's clock; offsets into `text`. Empty when unknown. */
  readonly words: readonly WordTime[];
}

// ── Lecture ────────────────────────────────────────────────────────────────────────────────

/** A slide that the program makes from the deck's data. */
export interface MadeSlide {
  readonly kind: MadeKind;
  /** `front/title`, `back/sources`, `back/credits`. */
  readonly fullId: string;
  readonly title: string;
}

/** The voice that was used, as the start panel and the credits name it. */
export interface VoiceInfo {
  /** Adapter's name: `flite`, `silent`, `recordings`, `command`. */
  readonly adapter: string;
  /** Shown to people, such as "CMU Flite, voice rms". */
  readonly title: string;
  readonly synthetic: boolean;
  readonly credit?: Credit;
}

/** A deck after everything is resolved: all that an output needs. */
export interface Lecture {
  readonly deck: Deck;
  readonly front: readonly MadeSlide[];
  readonly back: readonly MadeSlide[];
  readonly timeline: Timeline;
  readonly sounds: readonly SlideSound[];
  readonly voice: VoiceInfo;
  /** Formatted bibliography entries of every cited source, sorted. */
  readonly bibliography: readonly BibliographyEntry[];
  readonly credits: readonly LectureCredit[];
}

/** One source as Chicago notes and bibliography writes it; HTML with `<em>` and links only. */
export interface BibliographyEntry {
  readonly key: string;
  readonly bibliographyHtml: string;
  /** The full note, without a locator. */
  readonly noteHtml: string;
  /** The short note for later mentions. */
  readonly shortHtml: string;
}

// ── Outputs ────────────────────────────────────────────────────────────────────────────────

/** One file of an output, by its path in the output folder. */
export type OutputFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly bytes: Uint8Array }
  /** Copied from the deck's folder. */
  | { readonly path: string; readonly deckPath: string };
