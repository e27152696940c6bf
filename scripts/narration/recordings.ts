/** The recordings of a deck: which slides a person speaks, and whether the words are still the ones that were read. */
import { suggestion, warning } from "../diagnostics.ts";
import type { At, Deck, Problem, Slide } from "../model.ts";
import { recordedWordsPath, recordingPath } from "./recording-path.ts";
import { recordingVoice } from "./voices/recordings.ts";
import type { Voice } from "./voices/voice.ts";

/** The voices of the recorded slides, and what is wrong with the recordings. */
export interface Recordings {
  /** By full id of the slide. */
  readonly voices: ReadonlyMap<string, Voice>;
  readonly problems: readonly Problem[];
}

/** How recordings are read; `changedMs` is when a file was last changed, in milliseconds since 1970. */
export interface RecordingEffects {
  readonly readDeck: (path: string) => Promise<Uint8Array>;
  readonly changedMs?: (path: string) => Promise<number>;
  readonly log?: (line: string) => void;
}

/**
 * Finds recordings.
 * @param deckPaths every file of the deck: a recording that belongs to no slide is a warning
 */
export async function recordingsOf(
  deck: Deck,
  deckPaths: ReadonlySet<string>,
  effects: RecordingEffects,
): Promise<Recordings> {
  const voices = new Map<string, Voice>();
  const slides = deck.eras.flatMap((era) => era.slides);
  const problems = strays(slides, deckPaths);
  for (const slide of slides) {
    const path = recordingPath(slide.fullId);
    const [first] = slide.narration;
    if (first === undefined || !deckPaths.has(path)) continue;
    const bytes = await effects.readDeck(path);
    voices.set(slide.fullId, recordingVoice(slide.fullId, bytes, effects.log ?? (() => {})));
    problems.push(...(await newerWords(slide, first.at, deckPaths, effects)));
  }
  return { voices, problems };
}

/** A checkout gives all files about one time; a later edit of the era is later than this. */
const SAME_TIME_MS = 60_000;

/** With the words as they were read beside the recording, these decide; else the files' times raise the question. */
async function newerWords(
  slide: Slide,
  at: At,
  deckPaths: ReadonlySet<string>,
  { readDeck, changedMs }: RecordingEffects,
): Promise<Problem[]> {
  const beside = recordedWordsPath(slide.fullId);
  if (deckPaths.has(beside)) {
    const words = await readDeck(beside);
    const written = plain(slide.narration.map(({ text }) => text).join(" "));
    if (plain(new TextDecoder().decode(words)) === written) return [];
    const message = `the narration is no longer what ${recordingPath(slide.fullId)} says`;
    return [
      warning("recording-old", at, message, {
        hint: `record the slide again, or mend ${beside}, which holds the words as read`,
      }),
    ];
  }
  if (changedMs === undefined) return [];
  const [recorded, edited] = await Promise.all([changedMs(recordingPath(slide.fullId)), changedMs(at.file)]);
  if (edited - recorded < SAME_TIME_MS) return [];
  const message = `${at.file} was changed after ${recordingPath(slide.fullId)} was recorded`;
  return [
    warning("recording-old", at, message, {
      hint: `put the words as read into ${beside}: then only a change of these words is told`,
    }),
  ];
}

/** Words without the marks and spaces that a reader does not hear. */
function plain(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function strays(slides: readonly Slide[], deckPaths: ReadonlySet<string>): Problem[] {
  const ids = slides.map(({ fullId }) => fullId);
  const known = new Set(
    slides.filter(({ narration }) => narration.length > 0).map(({ fullId }) => recordingPath(fullId)),
  );
  const found = [...deckPaths]
    .filter((path) => /^recordings\/.*\.wav$/i.test(path) && !known.has(path))
    .sort();
  return found.map((path) => {
    const hint = suggestion(path.slice("recordings/".length, -".wav".length), ids);
    const message = "this recording belongs to no slide with narration";
    return warning(
      "recording-unused",
      { file: path, line: 1, column: 1 },
      message,
      hint === undefined ? {} : { hint },
    );
  });
}
