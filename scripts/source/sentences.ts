/**
 * Splits narration into sentences. The rules are our own and depend on nothing but the text and its
 * language: the boundaries decide which clips are spoken again, so no other version of Node may move them.
 *
 * A full stop, question or exclamation mark (of any script) ends a sentence when a space follows, and
 * - what comes next does not begin with a small letter,
 * - the full stop belongs to no abbreviation, initial, ordinal or list number (`abbreviations.ts`),
 * - no bracket opened in the middle of the sentence is still open,
 * - no verb of speech carries the sentence on (`"Why?" Stalin asked.`).
 * Marks of Chinese and Japanese need no space. A blank line always ends a sentence.
 * What has neither letter nor digit joins the sentence before it.
 */
import { abbreviationsOf, type Abbreviations } from "./abbreviations.ts";

/** A stretch of text, in UTF-16 code units. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const MARK = /[.!?…‼⁇⁈⁉。！？｡．؟۔।॥։]/u;
const WIDE_MARK = /[。！？｡．]/u;
const CLOSING = /["'”’»›)\]}」』）】〉》〕]/u;
const BEFORE_WORD = /["'“‘„«‹([{「『（【〈《〔—–\-¿¡\s]/u;
const SPACE = /\s/u;
/** What can neither end a sentence nor open or close a bracket: most of any text. */
const PLAIN = /(?:[A-Za-z0-9,;]| (?=[A-Za-z0-9]))+/y;
const SOUND = /[\p{L}\p{N}]/u;

/** An open bracket is forgotten after this many characters: a stray one must not swallow a lecture. */
const BRACKET_REACH = 300;

/** Deeper brackets are not followed. */
const BRACKET_DEPTH = 8;

/** Longest abbreviation or word that is looked at beside a mark. */
const WORD_REACH = 24;

/**
 * The sentences of a paragraph: trimmed ranges in order, never overlapping, holding all text but the spaces between them.
 * @param text plain text; line breaks count as spaces, blank lines as ends
 * @param language BCP 47
 */
export function splitSentences(text: string, language: string): Range[] {
  const lists = abbreviationsOf(language);
  const sentences: Found[] = [];
  let start = skipSpace(text, 0);
  let at = start;
  const brackets: { from: number; inside: boolean }[] = [];
  const close = (end: number): void => {
    addSentence(sentences, text, start, end);
    start = skipSpace(text, end);
    at = start;
    brackets.length = 0;
  };
  while (at < text.length) {
    PLAIN.lastIndex = at;
    if (PLAIN.test(text)) at = PLAIN.lastIndex;
    const char = text.charAt(at);
    if (SPACE.test(char)) {
      const next = skipSpace(text, at);
      if (next < text.length && hasBlankLine(text, at, next)) close(at);
      else at = next;
    } else if (/[([（]/.test(char)) {
      brackets.push({ from: at, inside: at > start });
      if (brackets.length > BRACKET_DEPTH) brackets.shift();
      at += 1;
    } else if (/[)\]）]/.test(char)) {
      brackets.pop();
      at += 1;
    } else if (MARK.test(char)) {
      const marksEnd = skip(text, at, MARK);
      const end = skip(text, marksEnd, CLOSING);
      const bracketsLeft = bracketsAfter(brackets, text, marksEnd, end);
      const open = bracketsLeft.some((bracket) => bracket.inside && at - bracket.from < BRACKET_REACH);
      if (!open && isEnd(text, { start, at, marksEnd, end }, lists)) {
        close(end);
      } else {
        brackets.length = bracketsLeft.length;
        at = end;
      }
    } else {
      at += 1;
    }
  }
  addSentence(sentences, text, start, text.length);
  return sentences.map(({ from, to }) => ({ from, to }));
}

interface Mark {
  readonly start: number;
  /** First mark. */
  readonly at: number;
  /** After the marks. */
  readonly marksEnd: number;
  /** After the quotation marks and brackets that close with them. */
  readonly end: number;
}

function isEnd(text: string, mark: Mark, lists: Abbreviations): boolean {
  const { at, marksEnd, end } = mark;
  const next = skipSpace(text, end);
  if (next >= text.length) return true;
  const marks = text.slice(at, Math.min(marksEnd, at + 8));
  if (WIDE_MARK.test(marks)) return !(end > marksEnd && /[とって、]/u.test(text.charAt(next)));
  if (next === end || MARK.test(text.charAt(next))) return false;
  const wordStart = skip(text, next, BEFORE_WORD);
  const word = text.slice(wordStart, wordStart + WORD_REACH);
  if (/^\p{Ll}/u.test(word)) return false;
  if (end === marksEnd && marks === "." && !endsAfterStop(text, mark, word, lists)) return false;
  return !(end > marksEnd && /[!?…]/u.test(marks) && SPEECH.test(text.slice(next, next + SPEECH_REACH)));
}

/** Whether one full stop, followed by `word` with a capital, a digit or a letter without case, ends the sentence. */
function endsAfterStop(text: string, { start, at }: Mark, word: string, lists: Abbreviations): boolean {
  const before = wordBefore(text, at, start);
  const lower = before.toLowerCase();
  const has = (list: ReadonlySet<string>): boolean =>
    list.has(lower) || list.has(lower.slice(lower.lastIndexOf("-") + 1));
  const starts = (): boolean =>
    !/^\p{Lu}\./u.test(word) && lists.starters.has((/^[\p{L}\p{M}'’]+/u.exec(word)?.[0] ?? "").toLowerCase());
  if (/^\p{Nd}+$/u.test(before)) {
    const isListNumber = at - before.length === start && before.length <= 3;
    return !isListNumber && !(lists.ordinalStop && Number(before) <= 31);
  }
  if (has(lists.before)) return false;
  if (has(lists.beforeNumber)) return !NUMBER_NEXT.test(word);
  if (/^[ap]\.m$/u.test(lower)) return !TIME_GOES_ON.test(word);
  if (has(lists.either) || /^(?:\p{L}\.)+\p{L}$/u.test(before)) return starts();
  // "Peter I. Moscow …" ends; "I. V. Stalin" does not.
  if (/^\p{Lu}$/u.test(before))
    return starts() || (before === "I" && /\p{Ll}\s$/u.test(text.slice(Math.max(start, at - 3), at - 1)));
  return true;
}

/** Arabic or Roman digits; not the word `I`. */
const NUMBER_NEXT = /^(?:\p{Nd}|[IVXLC]{2,}(?!\p{L})|[VX](?!\p{L}))/u;

/** What follows `9 a.m.` without starting a sentence: a zone, a day or a month. */
const TIME_GOES_ON = /^(?:\p{Lu}\p{Ll}+ [Tt]ime|\p{Lu}{2,5}(?!\p{L})|\p{Lu}\p{Ll}+day(?!\p{L})|\p{Nd})/u;

/** How far a verb of speech may stand from the quotation it belongs to, in characters. */
const SPEECH_REACH = 80;

/** Verbs that carry a sentence on after a quotation that ends in a question or exclamation mark. */
const SPEECH =
  /^(?:(?:[\p{Lu}][\p{L}'’-]*|he|she|they|I|we)\s+){1,3}(?:said|says|asked|asks|replied|replies|answered|cried|shouted|wrote|writes|wondered|demanded|exclaimed|told|added)(?![\p{L}])/u;

/** The letters, digits, and full stops with letters around them just before a mark: `Gen`, `U.S`, `p`. */
function wordBefore(text: string, at: number, start: number): string {
  let from = at;
  const limit = Math.max(start, at - WORD_REACH);
  while (from > limit && /[\p{L}\p{M}\p{Nd}.№-]/u.test(text.charAt(from - 1))) from -= 1;
  return text.slice(from, at).replace(/^[.-]+/u, "");
}

function bracketsAfter<T>(brackets: readonly T[], text: string, from: number, to: number): T[] {
  let closed = 0;
  for (let i = from; i < to && closed < brackets.length; i += 1)
    if (/[)\]）]/.test(text.charAt(i))) closed += 1;
  return brackets.slice(0, brackets.length - closed);
}

/** Adds a trimmed sentence; what cannot be said joins its neighbour. */
function addSentence(sentences: Found[], text: string, from: number, until: number): void {
  let to = until;
  while (to > from && SPACE.test(text.charAt(to - 1))) to -= 1;
  if (to <= from) return;
  const last = sentences.at(-1);
  const sounds = hasSound(text, from, to);
  if (last !== undefined && !(last.sounds && sounds)) {
    sentences[sentences.length - 1] = { from: last.from, to, sounds: last.sounds || sounds };
  } else {
    sentences.push({ from, to, sounds });
  }
}

/** A sentence that is kept; `sounds` is false while it holds neither letter nor digit. */
interface Found extends Range {
  readonly sounds: boolean;
}

function hasSound(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const point = text.codePointAt(i) ?? 0;
    if (SOUND.test(String.fromCodePoint(point))) return true;
    if (point > 0xffff) i += 1;
  }
  return false;
}

function hasBlankLine(text: string, from: number, to: number): boolean {
  let lines = 0;
  for (let i = from; i < to; i += 1)
    if (text.charAt(i) === "\n" || (text.charAt(i) === "\r" && text.charAt(i + 1) !== "\n")) lines += 1;
  return lines > 1;
}

function skip(text: string, from: number, kind: RegExp): number {
  let at = from;
  while (at < text.length && kind.test(text.charAt(at))) at += 1;
  return at;
}

const skipSpace = (text: string, from: number): number => skip(text, from, SPACE);
