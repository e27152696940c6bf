/** Cuts what is said into captions: at most two lines of 42 characters, at the time of their words. Pure. */
import type { SentenceTime, SlideTime } from "../model.ts";

/** One caption. */
export interface Caption {
  readonly startMs: number;
  readonly endMs: number;
  /** One or two lines of plain text. */
  readonly lines: readonly string[];
}

/** EBU and BBC subtitle guidelines, and Netflix's for Latin scripts: at most two lines of 42 characters. */
const MAX_COLUMNS = 42;

/** A caption stays this much longer where nothing follows at once: reading is slower than hearing the last word. */
const LINGER_MS = 400;

/**
 * All captions of a row of slides, or of anything that is said, in order, never overlapping. A sentence that is not said has none.
 * @param slides each with when it ends, on the clock of its sentences
 */
export function captionsOf(slides: readonly Pick<SlideTime, "endMs" | "sentences">[]): Caption[] {
  const sentences = slides.flatMap((slide) =>
    slide.sentences
      .filter(({ text, startMs, endMs }) => endMs > startMs && text.trim() !== "")
      .map((sentence) => ({ sentence, limitMs: slide.endMs })),
  );
  return sentences.flatMap(({ sentence, limitMs }, i) => {
    const next = sentences[i + 1]?.sentence.startMs ?? limitMs;
    return captionsOfSentence(
      sentence,
      Math.max(sentence.endMs, Math.min(next, limitMs, sentence.endMs + LINGER_MS)),
    );
  });
}

/** @param untilMs when the last caption goes */
export function captionsOfSentence(sentence: SentenceTime, untilMs: number): Caption[] {
  const words = timedWords(sentence);
  const cuts = cut(words);
  // Every caption stands for a millisecond at least, however little time its words have.
  const last = cuts.length - 1;
  const starts = cuts.map(({ from }, i) =>
    Math.min(words[from]?.startMs ?? sentence.startMs, untilMs - (cuts.length - i)),
  );
  for (let i = 1; i <= last; i++) starts[i] = Math.max(starts[i] ?? 0, (starts[i - 1] ?? 0) + 1);
  return cuts.map(({ lines }, i) => ({
    startMs: i === 0 ? sentence.startMs : (starts[i] ?? sentence.startMs),
    endMs: i === last ? untilMs : (starts[i + 1] ?? untilMs),
    lines,
  }));
}

interface TimedWord {
  readonly text: string;
  readonly startMs: number;
}

/** The written words with the time at which each begins; one longer than a line is cut. */
function timedWords({ text, startMs, endMs, words }: SentenceTime): TimedWord[] {
  const timed: TimedWord[] = [];
  let next = 0;
  for (const match of text.matchAll(/\S+/gu)) {
    const offset = match.index;
    while (next < words.length && (words[next]?.to ?? 0) <= offset) next++;
    const said = words[next];
    const inside = said !== undefined && said.from < offset;
    const share = said === undefined ? 1 : (offset - said.from) / Math.max(1, said.to - said.from);
    const spread = startMs + ((endMs - startMs) * offset) / text.length;
    const at =
      words.length === 0
        ? spread
        : said === undefined
          ? endMs
          : inside
            ? said.startMs + (said.endMs - said.startMs) * share
            : said.startMs;
    for (const part of chop(match[0])) timed.push({ text: part, startMs: Math.round(at) });
  }
  return timed;
}

/** Latin and its punctuation: one column each. */
// oxlint-disable-next-line no-control-regex -- the range begins with them
const PLAIN = /^[\u0000-\u02ff\u2010-\u203f]*$/;

/** Columns that a text takes; signs of East Asian scripts are twice as wide, marks over letters take none. */
export function columns(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const char of text) {
    if (/\p{M}/u.test(char)) continue;
    width += /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uff60]/u.test(char)
      ? 2
      : 1;
  }
  return width;
}

function chop(word: string): string[] {
  // No sign takes more than two columns for each of its UTF-16 units.
  if (word.length * 2 <= MAX_COLUMNS) return [word];
  const parts: string[] = [];
  let part = "";
  for (const char of word) {
    if (columns(part + char) > MAX_COLUMNS) {
      parts.push(part);
      part = "";
    }
    part += char;
  }
  return [...parts, part];
}

interface Cut {
  /** Index of its first word. */
  readonly from: number;
  readonly lines: readonly string[];
}

/** What a caption costs: few captions first, then ends where the sentence has a mark, then even lines. */
const PER_CAPTION = 100;
const WITHOUT_MARK = 20;
const ONE_WORD = 40;

const ENDS_WITH_MARK = /[.,;:?!—–)]["”’']?$/u;

/** A sentence's words as the search needs them: looked at once, since it tries thousands of ways to part them. */
interface Row {
  readonly words: readonly string[];
  /** `ends[i]` is the column after word i - 1, with a space after each word. */
  readonly ends: readonly number[];
  readonly marked: readonly boolean[];
  /** Words that should not end a line, such as an article. */
  readonly little: readonly boolean[];
}

function rowOf(words: readonly string[]): Row {
  const ends = [0];
  for (const word of words) ends.push((ends.at(-1) ?? 0) + columns(word) + 1);
  return {
    words,
    ends,
    marked: words.map((word) => ENDS_WITH_MARK.test(word)),
    little: words.map((word) => /^\p{L}{1,3}$/u.test(word)),
  };
}

/** Columns of the words from `from` up to `to`. */
const widthOf = ({ ends }: Row, from: number, to: number): number => (ends[to] ?? 0) - (ends[from] ?? 0) - 1;

/** The cheapest way to part the words into captions, by dynamic programming from the end. */
function cut(timed: readonly TimedWord[]): Cut[] {
  const row = rowOf(timed.map(({ text }) => text));
  const count = row.words.length;
  // One more caption costs more than any break of its lines can save.
  const whole = breakLines(row, 0, count);
  if (whole !== undefined && count > 0) return [{ from: 0, lines: linesOf(row, 0, whole.second, count) }];
  const best: { cost: number; to: number; second: number }[] = [];
  best[count] = { cost: 0, to: count, second: count };
  for (let from = count - 1; from >= 0; from--) {
    for (let to = from + 1; to <= count; to++) {
      const broken = breakLines(row, from, to);
      if (broken === undefined) break;
      const ends = to === count || row.marked[to - 1] === true;
      const lonely = to - from === 1 && count > 1 ? ONE_WORD : 0;
      const cost =
        (best[to]?.cost ?? Infinity) + PER_CAPTION + (ends ? 0 : WITHOUT_MARK) + lonely + broken.unevenness;
      if (cost < (best[from]?.cost ?? Infinity)) best[from] = { cost, to, second: broken.second };
    }
  }
  const cuts: Cut[] = [];
  for (let from = 0; from < count;) {
    const chosen = best[from];
    if (chosen === undefined) throw new Error("a word did not fit any caption");
    const { second, to } = chosen;
    cuts.push({ from, lines: linesOf(row, from, second, to) });
    from = to;
  }
  return cuts;
}

function linesOf({ words }: Row, from: number, second: number, to: number): string[] {
  const lines = [words.slice(from, second), words.slice(second, to)].filter((line) => line.length > 0);
  return lines.map((line) => line.join(" "));
}

/** Where the second line begins: at the end if one line is enough, else where the two are most even; undefined when two are not enough. */
function breakLines(row: Row, from: number, to: number): { second: number; unevenness: number } | undefined {
  if (widthOf(row, from, to) <= MAX_COLUMNS) return { second: to, unevenness: 0 };
  let best: { second: number; unevenness: number } | undefined;
  for (let second = to - 1; second > from && widthOf(row, second, to) <= MAX_COLUMNS; second--) {
    if (widthOf(row, from, second) > MAX_COLUMNS) continue;
    const cost = unevenness(row, from, second, to);
    if (best === undefined || cost <= best.unevenness) best = { second, unevenness: cost };
  }
  return best;
}

/** How far two lines are from even, in characters; a line should end with a mark rather than with an article. */
function unevenness(row: Row, from: number, second: number, to: number): number {
  const marked = row.marked[second - 1] === true ? -8 : 0;
  const little = row.little[second - 1] === true ? 6 : 0;
  return Math.abs(widthOf(row, from, second) - widthOf(row, second, to)) / 2 + marked + little;
}

/** A file in WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format"). */
export function webVtt(captions: readonly Caption[]): string {
  const cues = captions.map(
    ({ startMs, endMs, lines }) => `${stamp(startMs)} --> ${stamp(endMs)}\n${lines.map(escape).join("\n")}\n`,
  );
  return ["WEBVTT\n", ...cues].join("\n");
}

function stamp(ms: number): string {
  const pad = (value: number, digits: number): string => String(value).padStart(digits, "0");
  const seconds = Math.floor(ms / 1000);
  return `${pad(Math.floor(seconds / 3600), 2)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}.${pad(ms % 1000, 3)}`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
