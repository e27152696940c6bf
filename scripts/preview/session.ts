/**
 * One preview: a deck that is being written, the lecture that pages show of it, and its sound as it comes. The flow is the
 * build's; what has not changed is kept from one reading to the next.
 */
import { BadTemplate } from "../deck-code.ts";
import type { Config } from "../io/config.ts";
import { errorCode } from "../io/error-code.ts";
import { deckAccess, type DeckAccess } from "../io/inside-deck.ts";
import type { At, Deck, DeckFiles, Problem } from "../model.ts";
import type { NarrationOptions } from "../narration/narrate.ts";
import { MissingProgram } from "../narration/voices/voice.ts";
import { keyPlace } from "../source/key-place.ts";
import { narrationProblems } from "../source/shorten.ts";
import { changedMedia, changedNotes, notesOf } from "./changed-files.ts";
import { changeBetween } from "./changes.ts";
import { readChanged, type ChangedPaths, type DeckOnDisk } from "./deck-on-disk.ts";
import { keepSpeech, type KnownSpeech } from "./kept-speech.ts";
import type { PreviewMessage, ShownProblem } from "./messages.ts";
import { pageLectures, type PageLecture } from "./page-lecture.ts";
import { makeQueue } from "./queue.ts";
import { shownProblem, unreadable } from "./shown-problem.ts";
import { createSpeaking } from "./speaking.ts";
import { halfWritten, hasNewErrors, isSame, joined, LOOK_AGAIN_MS, LOOKS, type Work } from "./work.ts";
import { keepUnderstanding, type UnderstoodDeck } from "./understand.ts";
import { byUrgency } from "./urgency.ts";

/** What is previewed, and how. */
export interface SessionOptions {
  /** Absolute real path of the deck's folder. */
  readonly deck: string;
  readonly audio: boolean;
  /** The voice that the user asks for; else the deck's, else the program's. */
  readonly voice?: string | undefined;
  readonly trust: boolean;
  /** Without the slides that are marked `.optional`. */
  readonly short: boolean;
  readonly cacheFolder: string;
  readonly config: Config;
}

/** How a preview meets the world. */
export interface SessionWorld {
  readonly signal: AbortSignal;
  /** Calls back after a time, unless the signal is aborted before. */
  readonly later: (ms: number, act: () => void) => void;
  /** Tells every page. */
  readonly tell: (message: PreviewMessage) => void;
  /** A line for who started the preview. */
  readonly log: (line: string) => void;
  /** A bug of ours, or a machine that does not work any more. */
  readonly failed: (reason: unknown) => void;
}

/** What is shown now. */
export interface Shown extends UnderstoodDeck {
  readonly version: number;
  readonly page: PageLecture;
  readonly speech: KnownSpeech;
}

/** A running preview. */
export interface Session {
  /** Takes in what may have changed, one call after another; those that come meanwhile are joined. */
  readonly changed: (paths: ChangedPaths) => void;
  /** Resolves when everything that was told is taken in. Sound may still come. */
  readonly settled: () => Promise<void>;
  /** Undefined as long as the deck never was without errors. */
  readonly shown: () => Shown | undefined;
  readonly problems: () => readonly Problem[];
  readonly shownProblems: () => readonly ShownProblem[];
  /** Where a slide is written. */
  readonly sourceOf: (fullId: string) => At | undefined;
  /** A page looks at this slide: it is said first. */
  readonly lookedAt: (fullId: string) => void;
  /** Whether everything is said. */
  readonly isQuiet: () => boolean;
  readonly sound: (path: string) => Uint8Array | undefined;
  /** The deck as it was read last, so that problems can be shown with their source. */
  readonly source: () => DeckFiles;
  readonly files: DeckAccess;
  readonly close: () => Promise<void>;
}

/** A folder that cannot be read is tried again after this time. */
const TRY_AGAIN_MS = 1_000;
/** While many slides are being said, pages are told of them this often. */
const TELL_SOUND_MS = 250;

const NO_FILES: DeckFiles = { name: "", files: new Map() };

/** Starts a preview; it reads the deck when `changed` is called first. */
export function createSession(options: SessionOptions, world: SessionWorld): Session {
  const understand = keepUnderstanding(options.trust, options.short);
  const speech = keepSpeech();
  const makePage = pageLectures();
  const files = deckAccess(options.deck);
  let disk: DeckOnDisk | undefined;
  let shown: Shown | undefined;
  /** What is wrong with the deck as it was written last, but for what the voice finds. */
  let written: readonly Problem[] = [];
  let problems: readonly Problem[] = [];
  let told = "[]";
  /** Of each column, as text. */
  let notes: readonly string[] | undefined;
  let looked: string | undefined;
  /** Full ids of the slides that were changed last: they are said first. */
  let hot: ReadonlySet<string> = new Set();

  const speaking = createSpeaking({
    cacheFolder: options.cacheFolder,
    signal: world.signal,
    said: (part, result) => {
      speech.said(part, result);
      if (hot.has(part.plan.slide.fullId)) queue.add({});
      else tellSoundLater();
    },
    failed: (reason) => {
      if (reason instanceof MissingProgram) world.log(`without sound: ${reason.message}`);
      else world.failed(reason);
    },
  });

  let telling = false;
  function tellSoundLater(): void {
    if (telling) return;
    telling = true;
    world.later(TELL_SOUND_MS, () => {
      telling = false;
      queue.add({});
    });
  }

  const queue = makeQueue<Work>(
    joined,
    async ({ paths, looks = 0 }) => {
      if (world.signal.aborted) return;
      if (paths !== undefined) await takeIn(paths, looks);
      else if (shown !== undefined) await show(shown, new Set());
    },
    (reason) => {
      const code = errorCode(reason);
      if (code === undefined) return world.failed(reason);
      tellProblems([unreadable(code)]);
      world.later(TRY_AGAIN_MS, () => queue.add({ paths: "all", looks: LOOKS }));
    },
  );

  async function takeIn(paths: ChangedPaths, looks: number): Promise<void> {
    const before = disk;
    const now = await readChanged(options.deck, before, paths);
    if (before !== undefined && paths !== "all" && isSame(before, now)) return;
    if (paths === "all" || [...paths].some(isRecording)) speech.forgetRecordings();
    const understood = await understand(now);
    if (before !== undefined && looks < LOOKS) {
      // What is shown stays until the file was read once more.
      if (halfWritten(before, now, paths))
        return world.later(LOOK_AGAIN_MS / LOOKS, () => queue.add({ paths, looks: looks + 1 }));
      if (hasNewErrors(written, understood.problems))
        return world.later(LOOK_AGAIN_MS, () => queue.add({ paths, looks: LOOKS }));
    }
    disk = now;
    written = understood.problems;
    if (understood.shown === undefined) tellProblems(written);
    else await show(understood.shown, changedMedia(before, now, understood.shown));
  }

  /** @param media paths of the site's files that are other than before */
  async function show(understood: UnderstoodDeck, media: ReadonlySet<string>): Promise<void> {
    const known = await speech.plan(understood.deck, narrationOptions(understood), files);
    const page = pageOf(understood, known);
    if (page === undefined) return;
    const { version = 0 } = shown ?? {};
    const change = shown === undefined ? undefined : changeBetween(shown.page, page, version + 1);
    const notesNow = notesOf(understood);
    const noted = changedNotes(notes, notesNow);
    notes = notesNow;
    const styles = shown !== undefined && shown.code.deckStyles !== understood.code.deckStyles;
    const isNew = shown === undefined || change !== undefined || styles || media.size > 0 || noted.length > 0;
    shown = { ...understood, version: isNew ? version + 1 : version, page, speech: known };
    if (change !== undefined) {
      hot = new Set(change.slides.map(({ column, row }) => page.slides[column]?.[row]?.fullId ?? ""));
      world.tell(change);
    }
    if (noted.length > 0) world.tell({ kind: "notes", version: shown.version, columns: noted });
    const paths = [...media, ...(styles ? ["assets/theme.css"] : [])];
    if (paths.length > 0) world.tell({ kind: "files", version: shown.version, paths });
    sayUnsaid(shown);
    tellProblems([...written, ...narrationProblems(known.problems, understood.deck)]);
  }

  function narrationOptions(understood: UnderstoodDeck): NarrationOptions {
    const { source } = disk ?? { source: NO_FILES };
    const { deck, front, back } = understood;
    return {
      front,
      back,
      audio: options.audio,
      voice: options.voice,
      ...(deck.meta.voice !== undefined && { voiceAt: keyPlace(source, "voice") }),
      voices: options.config.voices,
      cacheFolder: options.cacheFolder,
      deckPaths: new Set(source.files.keys()),
    };
  }

  /** Undefined when the deck's own templates fail: the author is told. */
  function pageOf(understood: UnderstoodDeck, known: KnownSpeech): PageLecture | undefined {
    const { templates } = understood.code;
    try {
      return makePage({ ...understood, ...known, ...(templates !== undefined && { templates }) });
    } catch (reason) {
      if (!(reason instanceof BadTemplate)) throw reason;
      tellProblems([...written, reason.problem]);
      return undefined;
    }
  }

  function sayUnsaid({ page, speech: known }: Shown): void {
    const order = page.slides.flatMap((slides) => slides.map(({ fullId }) => fullId));
    const { urgent, rest } = byUrgency(known.unsaid(), order, hot, looked);
    speaking.want(urgent, rest);
  }

  function tellProblems(found: readonly Problem[]): void {
    problems = found;
    const list = problems.map((problem) => shownProblem(problem, disk));
    const text = JSON.stringify(list);
    if (text === told) return;
    told = text;
    world.tell({ kind: "problems", problems: list });
  }

  return {
    changed: (paths) => queue.add({ paths }),
    settled: queue.settled,
    shown: () => shown,
    problems: () => problems,
    shownProblems: () => problems.map((problem) => shownProblem(problem, disk)),
    sourceOf: (fullId) => placeOf(shown?.deck, fullId),
    lookedAt: (fullId) => {
      if (looked === fullId) return;
      looked = fullId;
      if (shown !== undefined) sayUnsaid(shown);
    },
    isQuiet: speaking.isDone,
    sound: speech.sound,
    source: () => disk?.source ?? NO_FILES,
    files,
    close: speaking.close,
  };
}

const isRecording = (path: string): boolean => path.startsWith("recordings/");

function placeOf(deck: Deck | undefined, fullId: string): At | undefined {
  for (const era of deck?.eras ?? [])
    for (const slide of era.slides) if (slide.fullId === fullId) return slide.at;
  return undefined;
}
