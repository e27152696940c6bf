/** What has to be said: the narration of every slide as utterances, with the silences between them. Pure. */
import { error, warning } from "../diagnostics.ts";
import type {
  Cue,
  Deck,
  Pauses,
  Problem,
  Pronunciation,
  Run,
  Saying,
  Sentence,
  Slide,
  Utterance,
} from "../model.ts";
import { hashOf } from "./hash.ts";
import { wordsOf, type Voice } from "./voices/voice.ts";

/** The utterances of one slide, in order. One with no words is a silence only: its `pauseAfterMs`. */
export interface SlidePlan {
  readonly slide: Slide;
  readonly utterances: readonly Utterance[];
}

/** How a sentence's words are said: `sentenceReader` of `source/reading`, for the deck's language. */
export type ReadSentence = (
  text: string,
  options: {
    readonly language: string;
    readonly sayings: readonly Saying[];
    readonly pronunciations: Readonly<Record<string, Pronunciation>>;
  },
) => {
  readonly runs: readonly Run[];
  readonly problems: readonly {
    readonly message: string;
    readonly hint?: string;
    readonly from: number;
    readonly to: number;
  }[];
};

/**
 * Makes the planner of a deck's slides.
 * @param voiceOf the voice that will say a slide; it is part of the clips' keys
 * @param problems gets what is wrong with the slides as they are planned
 */
export function slidePlanner(
  deck: Deck,
  voiceOf: (slide: string) => Voice,
  read: ReadSentence,
  problems: Problem[],
): (slide: Slide) => SlidePlan {
  return (slide) => planSlide(slide, deck, voiceOf(slide.fullId), read, problems);
}

/** Plans a deck's narration; for the parameters see `slidePlanner`. */
export function planNarration(
  deck: Deck,
  voiceOf: (slide: string) => Voice,
  read: ReadSentence,
): { plans: SlidePlan[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const plans = narrated(deck).map(slidePlanner(deck, voiceOf, read, problems));
  return { plans, problems };
}

/** The slides on which something is said. */
export const narrated = (deck: Deck): Slide[] =>
  deck.eras.flatMap((era) => era.slides.filter((slide) => slide.narration.length > 0));

function planSlide(
  slide: Slide,
  deck: Deck,
  voice: Voice,
  read: ReadSentence,
  problems: Problem[],
): SlidePlan {
  const { language, pauses, pronunciations } = deck.meta;
  const pieces = slide.narration.flatMap((sentence, index): Piece[] => {
    const reading = read(sentence.text, { language, sayings: sentence.sayings, pronunciations });
    // A person has said it, or nobody will: how it is said is nobody's problem.
    const unsaid = voice.bringsPauses || voice.info.adapter === "silent";
    for (const found of unsaid ? [] : reading.problems) {
      problems.push(
        error(
          "cannot-be-said",
          sentence.at,
          found.message,
          found.hint === undefined ? {} : { hint: found.hint },
        ),
      );
    }
    const given = reading.runs.filter(({ pronunciation }) => pronunciation !== undefined);
    for (const problem of given.flatMap((run) => unheard(run, voice, sentence))) {
      // Once for each word, where it stands first.
      if (!problems.some(({ message }) => message === problem.message)) problems.push(problem);
    }
    const next = slide.narration[index + 1];
    const runs = reading.runs.some(({ spoken }) => spoken.includes(" "))
      ? reading.runs.flatMap((run) => splitRun(sentence.text, run))
      : reading.runs;
    const silent = runs.every((run) => run.spoken === "");
    return splitAtPauses(
      sentence,
      index,
      runs,
      silent ? 0 : naturalPause(sentence, next, pauses),
      pauses.clause,
    );
  });
  // A recording is one reading of the whole slide: its clips depend on all words.
  const whole = voice.bringsPauses ? pieces.map((piece) => piece.spoken) : undefined;
  const utterances = pieces.map((piece, order): Utterance => {
    const { sentence, runs, spoken, pauseAfterMs, at } = piece;
    const fixed = runs.flatMap((run, i) => (run.pronunciation === undefined ? [] : [[i, run.pronunciation]]));
    // A voice that says nothing keeps no clips.
    const key =
      voice.info.adapter === "silent"
        ? ""
        : hashOf([
            voice.version,
            language,
            spoken,
            fixed.length > 0 ? [runs.map((run) => run.spoken), fixed] : [],
            whole && [order, whole],
          ]);
    return {
      slide: slide.fullId,
      sentence,
      runs,
      spoken,
      language,
      key,
      pauseAfterMs: voice.bringsPauses ? 0 : pauseAfterMs,
      at,
    };
  });
  return { slide, utterances };
}

/** A run of plain words as one run per word, so that a pause can come between them. */
function splitRun(text: string, run: Run): Run[] {
  if (!run.spoken.includes(" ")) return [run];
  const spoken = wordsOf(run.spoken);
  const written = [...text.slice(run.from, run.to).matchAll(/\S+/gu)];
  if (spoken.length < 2 || spoken.length !== written.length || run.pronunciation !== undefined) return [run];
  return written.map((match, i) => ({
    from: run.from + match.index,
    to: run.from + match.index + match[0].length,
    spoken: spoken[i] ?? "",
  }));
}

/**
 * A pronunciation that this voice has no way to follow: the word is said the voice's own way, which may be wrong. Where the words said are spelled
 * otherwise than the text, as in a respelling, the spelling itself helps any voice.
 */
function unheard({ from, to, spoken, pronunciation }: Run, voice: Voice, sentence: Sentence): Problem[] {
  if (pronunciation === undefined) return [];
  const kind = typeof pronunciation === "string" ? "respelling" : "ipa" in pronunciation ? "ipa" : "arpabet";
  const written = sentence.text.slice(from, to);
  if (voice.pronunciations.has(kind) || letters(spoken) !== letters(written)) return [];
  const message = `the voice "${voice.info.title}" cannot follow the pronunciation of "${written}"`;
  return [
    warning("pronunciation-unused", sentence.at, message, {
      hint: "give it as a respelling, such as kim-il-SUNG",
    }),
  ];
}

function letters(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

interface Piece {
  readonly sentence: number;
  readonly runs: readonly Run[];
  readonly spoken: string;
  readonly pauseAfterMs: number;
  readonly at: Sentence["at"];
}

/** Silence after a sentence by its last mark; none after the slide's last one, where the timeline's own gap follows. */
function naturalPause(sentence: Sentence, next: Sentence | undefined, pauses: Pauses): number {
  if (next === undefined) return 0;
  if (next.paragraph !== sentence.paragraph) return pauses.paragraph;
  const last = sentence.text.replace(/[\s"'”’»)\]]+$/u, "").at(-1) ?? "";
  if (/[?？؟]/u.test(last)) return pauses.question;
  return /[:;—–：；]/u.test(last) ? pauses.clause : pauses.sentence;
}

/**
 * A sentence as the stretches between its `[pause]` and `[wait]` cues. A pause that the author wrote replaces the natural one at its
 * place; a wait inside a sentence gets the pause of a clause, so that playback stops in silence.
 */
function splitAtPauses(
  sentence: Sentence,
  index: number,
  runs: readonly Run[],
  after: number,
  clause: number,
): Piece[] {
  const stops = sentence.cues.filter((cue) => cue.kind === "pause" || cue.kind === "wait");
  const pieces: Piece[] = [];
  const add = (own: readonly Run[], pauseAfterMs: number): void => {
    const dressed = punctuate(sentence.text, own);
    const spoken = dressed
      .map((run) => run.spoken)
      .filter((words) => words !== "")
      .join(" ");
    if (spoken === "" && pauseAfterMs === 0) return;
    pieces.push({ sentence: index, runs: dressed, spoken, pauseAfterMs, at: sentence.at });
  };
  let rest = runs;
  for (const offset of [...new Set(stops.map((cue) => cue.offset))].sort((a, b) => a - b)) {
    const here = stops.filter((cue) => cue.offset === offset);
    const before = rest.filter((run) => run.from < offset);
    rest = rest.filter((run) => run.from >= offset);
    if (rest.some((run) => run.spoken !== ""))
      add(before, written(here) ?? (before.length === 0 ? 0 : clause));
    else {
      add([...before, ...rest], written(here) ?? after);
      return pieces;
    }
  }
  add(rest, after);
  return pieces;
}

/** The length of the `[pause]` cues at one place; undefined when there are only waits. */
function written(cues: readonly Cue[]): number | undefined {
  const pauses = cues.filter((cue) => cue.kind === "pause");
  return pauses.length === 0 ? undefined : pauses.reduce((sum, cue) => sum + (cue.durationMs ?? 0), 0);
}

/** Puts the text's marks behind the words said: voices hear them. Brackets and dashes become commas, quotation marks nothing. */
function punctuate(text: string, runs: readonly Run[]): Run[] {
  const dressed: Run[] = [...runs];
  let next: Run | undefined;
  for (let i = runs.length - 1; i >= 0; i--) {
    const run = runs[i];
    if (run === undefined || run.spoken === "") continue;
    const gap = text.slice(run.to, next?.from ?? text.length);
    const mark = gap === " " ? "" : markIn(gap, next === undefined);
    if (mark !== "" && !/[.,;:?!…]$/u.test(run.spoken)) dressed[i] = { ...run, spoken: run.spoken + mark };
    next = run;
  }
  return dressed;
}

function markIn(gap: string, last: boolean): string {
  const strong = /[?!？！؟]/u.exec(gap)?.[0];
  if (strong !== undefined) return strong === "!" || strong === "！" ? "!" : "?";
  // A full stop inside a sentence ends nothing.
  if (/[.…。]/u.test(gap)) return last ? "." : ",";
  const weak = /[;:；：]/u.exec(gap)?.[0];
  if (weak !== undefined) return weak === "；" ? ";" : weak === "：" ? ":" : weak;
  return /[,，、—–()[\]（）]|\s-\s/u.test(gap) ? "," : "";
}
