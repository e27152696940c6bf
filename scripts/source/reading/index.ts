/**
 * From a written sentence to the words said for it, before any voice: `1945-2024` becomes "nineteen forty five to twenty twenty four".
 *
 * The reader goes through the sentence once, from left to right. At each place it asks, in this order: the author's `(say:)`, the deck's
 * pronunciations, the language's rules (`english/`, `other.ts`), and last the plain word. Each answer is a row of runs.
 */
import type { Pronunciation, Run, Saying } from "../../model.ts";
import { isShouted } from "./english/acronyms.ts";
import { english, plainEnglish } from "./english/index.ts";
import { foldToAscii } from "./fold.ts";
import { otherRules } from "./other.ts";
import type { Match, Place, Rule } from "./place.ts";
import { lexiconOf, readPronunciation, sayingRuns, type Lexicon } from "./pronunciations.ts";
import { sayableLetter } from "./scripts.ts";
import { readAcrossSoftHyphens } from "./soft-hyphens.ts";

/** What decides how a sentence is read. */
export interface ReadingOptions {
  /** BCP 47. */
  readonly language: string;
  readonly sayings: readonly Saying[];
  /** The deck's pronunciations by word or phrase. */
  readonly pronunciations: Readonly<Record<string, Pronunciation>>;
}

/** Something that the voice cannot say; offsets into the sentence. */
export interface ReadingProblem {
  readonly message: string;
  readonly hint: string;
  readonly from: number;
  readonly to: number;
}

/** How a sentence is read, and what in it cannot be said. */
export interface Reading {
  /** In order, never overlapping; every letter and digit of the text lies in one. */
  readonly runs: Run[];
  readonly problems: ReadingProblem[];
}

const LETTER = /^[\p{L}\p{M}]$/u;
const DIGIT = /^[\p{Nd}\p{No}\p{Nl}]$/u;
const SPACE = 0x20;
const EMOJI = /^(?:\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}])$/u;

/**
 * Reads a sentence.
 * @param text the sentence as it is shown
 * @returns the runs, and what cannot be said. A run with a `pronunciation` has one spoken word; one without words is shown but not said.
 */
export function readSentence(text: string, options: ReadingOptions): Reading {
  return sentenceReader(options)(text, options);
}

/** Reads one sentence after another of a deck: what its language and pronunciations ask for is looked up once. */
export function sentenceReader({
  language,
  pronunciations,
}: Omit<ReadingOptions, "sayings">): (text: string, options: Pick<ReadingOptions, "sayings">) => Reading {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  const isEnglish = primary === "en";
  const tongue: Tongue = {
    language,
    isEnglish,
    rules: byStart(isEnglish ? english : otherRules(primary)),
    lexicon: lexiconOf(pronunciations),
    sayable: sayableLetter(primary),
  };
  return readAcrossSoftHyphens((text, { sayings }) => readWith(tongue, text, sayings));
}

interface Tongue {
  readonly language: string;
  readonly isEnglish: boolean;
  readonly rules: Rules;
  readonly lexicon: Lexicon;
  /** One letter that its voices can say. */
  readonly sayable: RegExp;
}

function readWith(tongue: Tongue, text: string, allSayings: readonly Saying[]): Reading {
  const { language, isEnglish, rules, lexicon, sayable } = tongue;
  const sayings = allSayings
    .filter(({ from, to }) => from < to && to <= text.length)
    .sort((a, b) => a.from - b.from);
  const shouted = isShouted(text);
  const runs: Run[] = [];
  const problems: ReadingProblem[] = [];
  let at = 0;
  let nextSaying = 0;
  while (at < text.length) {
    while (nextSaying < sayings.length && (sayings[nextSaying]?.from ?? 0) < at) nextSaying += 1;
    const saying = sayings[nextSaying];
    if (saying?.from === at) {
      runs.push(...sayingRuns(text, saying, saying.spoken));
      at = saying.to;
      continue;
    }
    if (text.charCodeAt(at) === SPACE) {
      at += 1;
      continue;
    }
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const place: Place = { text, at, end: saying?.from ?? text.length, language, shouted };
    const isWord = LETTER.test(char) || DIGIT.test(char);
    const startsWord = isWord && !joinsBefore(text, at, char);
    const own = startsWord || !isWord ? readPronunciation(lexicon, place) : undefined;
    const plain = own === undefined && isEnglish ? plainEnglishTo(place) : undefined;
    if (plain !== undefined) {
      runs.push({ from: at, to: plain, spoken: text.slice(at, plain) });
      at = plain;
      continue;
    }
    const match = own ?? askRules(rules, place, char);
    if (match !== undefined) {
      runs.push(...match.runs);
      at = Math.max(match.to, at + 1);
    } else if (LETTER.test(char) && sayable.test(char)) {
      const run = plainWord(place, sayable, isEnglish);
      runs.push(run);
      at = run.to;
    } else if (LETTER.test(char)) {
      const to = unsayableEnd(place, sayable, lexicon);
      runs.push({ from: at, to, spoken: "" });
      problems.push(cannotSay(text, at, to, language));
      at = to;
    } else if (DIGIT.test(char)) {
      runs.push({ from: at, to: at + char.length, spoken: isEnglish ? foldToAscii(char) : char });
      at += char.length;
    } else {
      if (EMOJI.test(char)) runs.push({ from: at, to: at + char.length, spoken: "" });
      at += char.length;
    }
  }
  return { runs, problems };
}

/** The end of a word that no rule of English reads, so that none has to be asked; undefined for any other. */
function plainEnglishTo({ text, at, end }: Place): number | undefined {
  plainEnglish.lastIndex = at;
  return plainEnglish.test(text) && plainEnglish.lastIndex <= end ? plainEnglish.lastIndex : undefined;
}

/** A letter right after a letter or digit continues what stands before it, for the deck's own pronunciations. */
function joinsBefore(text: string, at: number, char: string): boolean {
  const before = text.charAt(at - 1);
  return at > 0 && LETTER.test(char) && LETTER.test(before);
}

type Rules = Readonly<Record<Rule["starts"], readonly Rule[]>>;

function byStart(rules: readonly Rule[]): Rules {
  const of = (starts: Rule["starts"]): Rule[] => rules.filter((rule) => rule.starts === starts);
  return { letter: of("letter"), digit: of("digit"), sign: of("sign") };
}

function askRules(rules: Rules, place: Place, char: string): Match | undefined {
  if (/^\s$/u.test(char)) return undefined;
  for (const rule of rules[LETTER.test(char) ? "letter" : DIGIT.test(char) ? "digit" : "sign"]) {
    const match = rule.read(place);
    if (match !== undefined) return match;
  }
  return undefined;
}

/** A word as it is written, with the apostrophes inside it. */
function plainWord({ text, at, end }: Place, sayable: RegExp, isEnglish: boolean): Run {
  let to = at;
  for (;;) {
    const char = String.fromCodePoint(text.codePointAt(to) ?? 0);
    const next = text.charAt(to + 1);
    const inside =
      (LETTER.test(char) && sayable.test(char)) ||
      (/['’ʼ]/u.test(char) && to > at && LETTER.test(next) && sayable.test(next));
    if (to >= end || !inside) break;
    to += char.length;
  }
  const written = text.slice(at, Math.max(to, at + 1));
  const word = isEnglish ? foldToAscii(written) : written;
  // Letters whose folding leaves nothing behind, such as a lone accent, are silent.
  return { from: at, to: at + written.length, spoken: /[\p{L}]/u.test(word) ? word : "" };
}

/** The end of a row of words of a script that the voice does not know. */
function unsayableEnd(place: Place, sayable: RegExp, lexicon: Lexicon): number {
  const { text, at, end } = place;
  let to = at;
  let wordEnd = at;
  while (to < end) {
    const char = String.fromCodePoint(text.codePointAt(to) ?? 0);
    const isLetter = LETTER.test(char) && !sayable.test(char);
    if (!isLetter && !/^(?:[\s'’·-]|\u200c|\u200d)$/u.test(char)) break;
    const startsWord = isLetter && to > wordEnd;
    if (startsWord && readPronunciation(lexicon, { ...place, at: to }) !== undefined) break;
    to += char.length;
    if (isLetter) wordEnd = to;
  }
  return Math.max(wordEnd, at + 1);
}

function cannotSay(text: string, from: number, to: number, language: string): ReadingProblem {
  const written = text.slice(from, to);
  const inBrackets = /[(（[]$/u.test(text.slice(0, from).slice(-1)) && /^[)）\]]/u.test(text.charAt(to));
  const silent = `[${written}](say:)`;
  return {
    message: `the voice for "${language}" cannot say "${written}"`,
    hint: inBrackets
      ? `show it without saying it: ${silent}`
      : `say it in other letters: [${written}](say:words), or only show it: ${silent}`,
    from,
    to,
  };
}

/** A row of `check --readings`. */
export interface UnusualReading {
  readonly written: string;
  /** Empty when it is not said. */
  readonly spoken: string;
  /** The phones that are fixed for it, if any. */
  readonly pronunciation?: Pronunciation;
  readonly from: number;
  readonly to: number;
}

/** What is said otherwise than it is written, in order; neighbouring runs that belong together are one row. */
export function unusualReadings(runs: readonly Run[], text: string): UnusualReading[] {
  const rows: UnusualReading[] = [];
  for (const run of runs) {
    const written = text.slice(run.from, run.to);
    if (run.pronunciation === undefined && run.spoken.toLowerCase() === foldToAscii(written).toLowerCase())
      continue;
    const last = rows.at(-1);
    const joined =
      last !== undefined &&
      last.pronunciation === undefined &&
      run.pronunciation === undefined &&
      /^[ \u00a0]?$/u.test(text.slice(last.to, run.from));
    if (joined && last !== undefined) {
      const spoken = [last.spoken, run.spoken].filter((words) => words !== "").join(" ");
      rows[rows.length - 1] = { ...last, written: text.slice(last.from, run.to), spoken, to: run.to };
    } else {
      rows.push({
        written,
        spoken: run.spoken,
        from: run.from,
        to: run.to,
        ...(run.pronunciation === undefined ? {} : { pronunciation: run.pronunciation }),
      });
    }
  }
  return rows;
}
